"""Words of the projector."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from olke.classroom.wording.plural import Counted, ngettext_noop

WORDS: dict[str, str | Counted] = {
    "projector.scan": gettext_noop("Scan, or open"),
    "projector.type": gettext_noop("and type the code"),
    "projector.joined": ngettext_noop("%(count)s participant", "%(count)s participants"),
    "projector.answers": ngettext_noop("%(count)s answer", "%(count)s answers"),
    "projector.over": gettext_noop("Time is over"),
    "projector.ended": gettext_noop("Thank you!"),
    "projector.ended.more": gettext_noop("Your own result is on your phone."),
    "projector.rehearsal": gettext_noop("rehearsal"),
    "projector.full": gettext_noop("Full screen"),
    "projector.full.not": gettext_noop("Leave full screen"),
    "projector.lost": gettext_noop("No connection to the server; trying again"),
    "projector.points": ngettext_noop("%(count)s point", "%(count)s points"),
    "projector.question": gettext_noop("Question %(number)s of %(of)s"),
    "projector.true": gettext_noop("True"),
    "projector.false": gettext_noop("False"),
    "projector.right": gettext_noop("right answer"),
    "projector.in.order": gettext_noop("In the right order"),
    "projector.not.in.order": gettext_noop("In another order"),
    "projector.source": gettext_noop("Source"),
    "projector.sources": gettext_noop("Sources"),
    "projector.word": gettext_noop("%(name)s has the word"),
    "projector.aloud": gettext_noop("Answer aloud"),
    "projector.hands": gettext_noop("Ask for the word on your phone"),
    "projector.median": gettext_noop("The middle of all answers: %(number)s"),
}
