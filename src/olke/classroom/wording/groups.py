"""Words of groups: the names of their colours, as stickers are called, and choosing among them."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from olke.classroom.wording.plural import Counted, ngettext_noop

NAMES = (
    gettext_noop("Red group"),
    gettext_noop("Blue group"),
    gettext_noop("Green group"),
    gettext_noop("Yellow group"),
    gettext_noop("Violet group"),
    gettext_noop("Orange group"),
    gettext_noop("Turquoise group"),
    gettext_noop("Pink group"),
    gettext_noop("Brown group"),
    gettext_noop("Lime group"),
    gettext_noop("Navy group"),
    gettext_noop("Grey group"),
)
"""In the order of the sticker colours (``static/classroom/stickers.css``)."""

WORDS: dict[str, str | Counted] = {
    **{f"groups.name.{number}": name for number, name in enumerate(NAMES, 1)},
    "groups.name": gettext_noop("Group %(number)s"),
    # on the phone
    "groups.choose": gettext_noop("Choose a sticker"),
    "groups.choose.hint": gettext_noop("Those of one colour are a group."),
    "groups.left": ngettext_noop("%(count)s left", "%(count)s left"),
    "groups.none.left": gettext_noop("none left"),
    "groups.yours": gettext_noop("Your sticker. You may change it until the teacher closes."),
    "groups.gone": gettext_noop("That colour has just run out. Choose another."),
    "groups.soon": gettext_noop("The groups are made in a moment."),
    "groups.table": gettext_noop("Go to the table of this colour and number."),
    "groups.expert": gettext_noop("You are an expert"),
    "groups.expert.table": gettext_noop("Go to the experts' table of this colour and number."),
    "groups.home.table": gettext_noop("Go back to your home group."),
    "groups.with": gettext_noop("With you"),
    "groups.alone": gettext_noop("Nobody else yet: whoever comes late may join you."),
    "groups.role": gettext_noop("Your role"),
    "groups.role.take": gettext_noop("Agree on the roles. Take another one if you wish:"),
    "groups.learn": gettext_noop("You will learn and teach"),
    "groups.work": gettext_noop("Your group works on"),
    "groups.for": gettext_noop("Your side: for"),
    "groups.against": gettext_noop("Your side: against"),
    # on the projector
    "groups.side.for": gettext_noop("for"),
    "groups.side.against": gettext_noop("against"),
    "groups.waiting": ngettext_noop(
        "%(count)s has no sticker yet", "%(count)s have no sticker yet"
    ),
    "groups.all.chosen": gettext_noop("Everybody has a sticker"),
    "groups.members": ngettext_noop("%(count)s member", "%(count)s members"),
    "groups.none": gettext_noop("Nobody has joined yet: there are no groups."),
    # on the console
    "groups.draw": gettext_noop("Draw again by lot"),
    "groups.draw.instead": gettext_noop("Draw by lot instead"),
    "groups.number": gettext_noop("How many groups"),
    "groups.move": gettext_noop("Move %(name)s to"),
    "groups.without": gettext_noop("Without a sticker"),
    "groups.within": gettext_noop("%(least)s to %(most)s in a group"),
}


def group_name(number: int) -> str:
    """Return what a group is called, in the language in force: by its colour, or its number."""
    if 1 <= number <= len(NAMES):
        return _(NAMES[number - 1])
    return _("Group %(number)s") % {"number": number}
