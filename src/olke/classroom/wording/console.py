"""Words of the console."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from olke.classroom.wording.plural import Counted

WORDS: dict[str, str | Counted] = {
    "console.begin": gettext_noop("Begin the lesson"),
}
