"""The course editor's state: plain data of a course, one part of it in the form at a time."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from olke.teaching.documents.course import Course
from olke.teaching.documents.paths import Data
from olke.teaching.documents.reading import read_document
from olke.teaching.documents.typed import pruned, typed

PARTS: dict[str, str | Promise] = {
    "head": _("Title, credits, goal"),
    "outcomes": _("Outcomes"),
    "modules": _("Modules and topics"),
    "aims": pgettext_lazy("of a course", "Aims"),
    "reading": _("Criteria and reading"),
}
ROWS = {
    "head": ("programmes", "competences"),
    "outcomes": ("outcomes",),
    "modules": ("modules",),
    "aims": ("aims",),
    "reading": ("criteria", "reading"),
}
"""The lists that a part's form shows as rows; everything else travels in its ``was``."""


def state_from(fields: QueryDict, language: str, key: str) -> Data:
    """Return what the form says, with what it did not show."""
    return typed(Course, dict(fields.lists()), language) | {"key": key}


def whole(data: Data) -> Course:
    """Return the course that the state makes, without empty rows; raises ``DocumentError``."""
    return read_document(Course, without_empty_rows(data))


def without_empty_rows(data: Data) -> Data:
    """Leave out rows in which nothing was written."""
    kept = pruned(data, ("programmes", "competences", "reading"))
    kept = pruned(kept, ("outcomes",), telling=("text", "code"))
    kept = pruned(kept, ("aims",))
    if "criteria" in kept:
        kept["criteria"] = [pruned(one, ("descriptors",)) for one in kept["criteria"]]
        kept = pruned(kept, ("criteria",), telling=("text", "descriptors"))
    if "modules" in kept:
        kept["modules"] = [_module(module) for module in kept["modules"]]
        kept = pruned(kept, ("modules",), telling=("title", "topics", "number"))
    return kept


def _module(module: Data) -> Data:
    topics = [pruned(topic, ("tasks",)) for topic in module.get("topics", ())]
    telling = ("title", "content", "number", "lessons", "tasks")
    return pruned({**module, "topics": topics}, ("topics",), telling=telling)
