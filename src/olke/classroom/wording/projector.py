"""Words of the projector."""

from __future__ import annotations

from olke.classroom.wording.plural import Counted

WORDS: dict[str, str | Counted] = {}
