"""Words of polls, on all screens."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from olke.classroom.wording.plural import Counted, ngettext_noop

WORDS: dict[str, str | Counted] = {
    "poll.decides": gettext_noop("What you choose is what you go on with."),
    "poll.used": gettext_noop("You go on with: %(option)s"),
    "poll.kept": gettext_noop("Your choice is kept."),
    "poll.more": gettext_noop("What it asks for"),
    "poll.chosen": ngettext_noop("%(count)s has chosen", "%(count)s have chosen"),
    "poll.several": gettext_noop("Several may be chosen."),
    "poll.decides-all": gettext_noop("Everybody goes on with what they chose."),
    "poll.used-later": gettext_noop("In the next step each phone shows what its learner chose."),
}
