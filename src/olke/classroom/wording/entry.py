"""Words of what learners write for others to read: questions, cards, comments."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from olke.classroom.wording.plural import Counted, ngettext_noop

WORDS: dict[str, str | Counted] = {
    "entry.send": gettext_noop("Send"),
    "entry.send-nth": gettext_noop("Send (%(number)s of %(of)s)"),
    "entry.change": gettext_noop("Save the change"),
    "entry.leave": gettext_noop("Leave it as it was"),
    "entry.edit": gettext_noop("Change"),
    "entry.take-back": gettext_noop("Take it back"),
    "entry.waiting": gettext_noop("Sent. The teacher looks at it first."),
    "entry.shown": gettext_noop("It is on the screen."),
    "entry.hidden": gettext_noop("The teacher has put it aside."),
    "entry.nameless": gettext_noop("It is sent without your name."),
    "entry.signed": gettext_noop("Your name may be shown with it on the screen."),
    "entry.own": gettext_noop("yours"),
    "entry.vote": gettext_noop("Vote"),
    "entry.voted": gettext_noop("My vote"),
    "entry.votes": ngettext_noop("%(count)s vote", "%(count)s votes"),
    "entry.votes-left": ngettext_noop(
        "You have %(count)s vote left of %(of)s", "You have %(count)s votes left of %(of)s"
    ),
    "entry.evidence": gettext_noop("What it rests on"),
    "entry.more": ngettext_noop("and %(count)s more", "and %(count)s more"),
}
