"""Words of the submission queue, on all screens."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from olke.classroom.wording.plural import Counted, ngettext_noop

WORDS: dict[str, str | Counted] = {
    # the phone
    "queue.write": gettext_noop("Your question"),
    "queue.seeds": gettext_noop("Questions to begin with"),
    "queue.all": gettext_noop("The questions of the class"),
    "queue.others": gettext_noop("Already asked"),
    "queue.closed": gettext_noop("No more is taken. Look at the screen."),
    "queue.stage": gettext_noop("Being answered now"),
    "queue.own-stage": gettext_noop("Your question is being answered"),
    # the projector
    "queue.sent": ngettext_noop("%(count)s question sent", "%(count)s questions sent"),
    # the console
    "queue.pick": gettext_noop("Pick"),
    "queue.unpick": gettext_noop("Do not pick"),
    "queue.pick-some": gettext_noop("Pick the questions that are to be answered."),
    "queue.picked-by-votes": ngettext_noop(
        "%(count)s question with the most votes is picked. Pick others if you like.",
        "The %(count)s questions with the most votes are picked. Pick others if you like.",
    ),
    "queue.voting-on": gettext_noop("Votes are on the wall once no more are given."),
    "queue.to-stage": gettext_noop("Answer now"),
    "queue.off-stage": gettext_noop("Take from the wall"),
    "queue.prepared": ngettext_noop("%(count)s prepared question", "%(count)s prepared questions"),
    "queue.tie": gettext_noop("Evidence to show beside it"),
    "queue.tie-none": gettext_noop("none"),
}
