"""The editor's state: what its form said, as plain data that need not be a whole lesson yet."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from olke.teaching.documents.lesson import KINDS, Lesson, LessonForm
from olke.teaching.documents.paths import Data
from olke.teaching.documents.reading import DocumentError, read_document
from olke.teaching.documents.typed import pruned, typed
from olke.teaching.messages import advice_on, reason_for

LISTS = ("aims", "competences", "plan", "reading", "forms_of_work")
ROWS = (*LISTS, "objectives", "stages", "consolidation", "criteria", "dossiers")
ITEM_ROWS = ("options", "entries", "questions", "columns", "rows", "cells")
Problems = Mapping[str, Sequence[str]]
"""What is wrong, in sentences, by the name of the field."""


@dataclass(frozen=True)
class Row:
    """A part of the state as the form shows it: the name that its fields begin with, its data."""

    name: str
    data: Any
    language: str
    problems: Problems

    def field(self, name: str) -> str:
        """Return the name of one of its fields; the row's own for an empty one."""
        return "-".join(filter(None, (self.name, name)))

    def value(self, name: str) -> Any:
        """Return the data of a field; the row's own for an empty name."""
        if not name:
            return self.data
        return self.data.get(name, "") if isinstance(self.data, dict) else ""

    def rows(self, name: str) -> list[Row]:
        """Return the rows of one of its lists."""
        found = self.value(name) or []
        return [
            Row(f"{self.field(name)}-{number}", data, self.language, self.problems)
            for number, data in enumerate(found)
        ]

    def was(self, without: Sequence[str] = ()) -> str:
        """Return the row as JSON, without the lists that have rows of their own in the form."""
        data = self.data
        if isinstance(data, dict):
            data = {name: value for name, value in data.items() if name not in without}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    @property
    def number(self) -> int:
        """Its place in its list, counted from 0."""
        return int(self.name.rpartition("-")[2])


def state_from(fields: QueryDict, language: str, key: str) -> Data:
    """Return what the editor's form says; an item that was changed in it says so."""
    data = typed(Lesson, dict(fields.lists()), language)
    data["key"] = key
    _fit_kind(data)
    return data


def whole(data: Data) -> Lesson:
    """Return the lesson that the state makes, without empty rows; raises ``DocumentError``."""
    return read_document(Lesson, without_empty_rows(data))


def without_empty_rows(data: Data) -> Data:
    """Leave out rows in which nothing was written."""
    kept = pruned(data, LISTS)
    kept = pruned(kept, ("objectives",), telling=("text", "code"))
    kept = pruned(kept, ("consolidation",), telling=("text", "answer"))
    kept = _with_criteria(kept)
    kept["stages"] = [
        {**stage, "activities": [_without_empty(a) for a in stage.get("activities", ())]}
        for stage in kept.get("stages", ())
    ]
    return kept


def problems_in(error: DocumentError) -> dict[str, list[str]]:
    """Return what is wrong by the name of the field it belongs to."""
    found: dict[str, list[str]] = {}
    for problem in error.problems:
        name = "-".join(str(step) for step in problem.path)
        said = " ".join(filter(None, (reason_for(problem), advice_on(problem))))
        found.setdefault(name, []).append(said)
    return found


def _without_empty(activity: Data) -> Data:
    kept = _with_criteria(activity)
    if "items" in kept:
        kept["items"] = [_item_without_empty(item) for item in kept["items"]]
    return kept


def _item_without_empty(item: Data) -> Data:
    return pruned(item, ("questions",)) if item.get("kind") == "exhibit" else item


def _with_criteria(data: Data) -> Data:
    if "criteria" not in data:
        return dict(data)
    criteria = [pruned(criterion, ("descriptors",)) for criterion in data["criteria"]]
    return pruned({**data, "criteria": criteria}, ("criteria",), telling=("text", "descriptors"))


def _fit_kind(data: Data) -> None:
    """Let a kind of another form go when the form is changed."""
    try:
        known = KINDS[LessonForm(data.get("form", ""))]
    except ValueError:
        return
    if data.get("kind") not in known:
        data.pop("kind", None)
