"""Where two people changed the same thing: said as a reader finds it on the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst

from olke.exchange.plans.names import NAMES
from olke.planning.lessons.labels import FIELDS
from olke.teaching.documents.merging import Conflict
from olke.teaching.documents.parts import Text
from olke.teaching.documents.paths import Data, Path
from olke.teaching.documents.typed import words_in


@dataclass(frozen=True)
class ToldConflict:
    """Where it is, in words, what the other person made of it and what is kept."""

    place: str
    theirs: str
    mine: str


def told(conflicts: Iterable[Conflict], data: Data, language: str) -> list[ToldConflict]:
    """Say conflicts in a language; ``data`` is the state that the paths lead into."""
    return [
        ToldConflict(
            _place(conflict.path, data, language),
            _said(conflict.theirs, language),
            _said(conflict.mine, language),
        )
        for conflict in conflicts
    ]


def _place(path: Path, data: Data, language: str) -> str:
    """Say a path: names of fields, titles of activities, numbers of other rows."""
    steps: list[str] = []
    here: Any = data
    for step in path:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            here = None
        if isinstance(step, int):
            title = here.get("title") if isinstance(here, dict) else None
            steps.append(words_in(title, language) if title else str(step + 1))
        elif step in FIELDS:
            steps.append(str(FIELDS[step]))
        elif step not in Text.model_fields:
            steps.append(str(step))
    return " › ".join(steps)


def _said(value: Any, language: str) -> str:
    """Say plain data in short."""
    if value is None:
        return "—"
    if isinstance(value, dict):
        if set(value) <= set(Text.model_fields):
            return words_in(value, language)
        telling = value.get("title") or value.get("text") or ""
        return words_in(telling, language) or "…"
    if isinstance(value, list):
        return "; ".join(_said(one, language) for one in value) or "—"
    known = next((name for name in NAMES if name.value == value), None)
    return capfirst(str(NAMES[known])) if known else str(value)
