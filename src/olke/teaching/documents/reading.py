"""Reading a document from plain data or TOML: everything that is wrong, in one run."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, TypeVar

import tomli_w
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from olke.teaching.documents.lines import line_of
from olke.teaching.documents.parts import Part

Read = TypeVar("Read", bound=Part)
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class DocumentProblem:
    """One thing wrong with a document.

    ``path`` leads to it (``("stages", 2, "part")``), ``line`` is where that stands in a TOML text,
    ``details`` are what the sentence mentions, ``meant`` is what was probably meant. ``said`` in
    ``messages.py`` makes the sentence.
    """

    path: Path
    code: str
    details: Mapping[str, str] = field(default_factory=dict)
    meant: str = ""
    line: int | None = None

    @property
    def place(self) -> str:
        """The path as a reader writes it: ``stages[2].part``; counted from 1."""
        said = ""
        for step in self.path:
            said += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if said else step
        return said


class DocumentError(Exception):
    """A document that cannot be read; ``problems`` says all that is wrong with it."""

    def __init__(self, problems: Sequence[DocumentProblem]) -> None:
        super().__init__("; ".join(f"{p.place}: {p.code}" for p in problems))
        self.problems = tuple(problems)


def read_document(kind: type[Read], data: object) -> Read:
    """Return a document made from plain data; raises ``DocumentError``."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise DocumentError([_problem(kind, data, one) for one in found]) from None


def read_toml(kind: type[Read], text: str) -> Read:
    """Return a document made from a TOML text; raises ``DocumentError`` with lines."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        why = str(error)
        raise DocumentError(
            [DocumentProblem((), "toml", {"why": why}, line=_line_in(why, text))]
        ) from None
    try:
        return read_document(kind, data)
    except DocumentError as error:
        placed = [
            DocumentProblem(p.path, p.code, p.details, p.meant, line_of(text, p.path))
            for p in error.problems
        ]
        raise DocumentError(placed) from None


def write_toml(document: Part) -> str:
    """Return a document as TOML that ``read_toml`` reads to an equal one."""
    return tomli_w.dumps(document.plain(), multiline_strings=True)


def _line_in(why: str, text: str) -> int:
    # tomllib says "(at line 3, column 7)"; from Python 3.14 the number is an attribute.
    _, _, rest = why.partition("at line ")
    digits = rest.partition(",")[0]
    return int(digits) if digits.isdigit() else max(len(text.splitlines()), 1)


_SIMPLE = {
    "missing": "required",
    "string_too_short": "required",
    "union_tag_not_found": "entry-of-no-kind",
}
_TEXTS = {"string_type", "string_pattern_mismatch"}
_NUMBERS = {"int_type", "int_parsing", "int_from_float", "decimal_parsing", "decimal_type"}
_LIMITS = {"greater_than_equal": "ge", "less_than_equal": "le"}
_COUNTS = {"too_short": "min_length", "too_long": "max_length"}


def _problem(kind: type[BaseModel], data: object, error: ErrorDetails) -> DocumentProblem:
    path, parent = _walk(data, error["loc"])
    code = error["type"]
    if code == "extra_forbidden":
        name = str(path[-1]) if path else ""
        close = get_close_matches(name, _known(kind, error["loc"][:-1], parent), n=1)
        return DocumentProblem(path, "unknown-field", {"name": name}, close[0] if close else "")
    if code in {"enum", "literal_error", "union_tag_invalid"}:
        return _no_choice(path, error)
    said, details = _reason(code, error.get("ctx", {}), error["input"])
    return DocumentProblem(path, said, details)


def _no_choice(path: Path, error: ErrorDetails) -> DocumentProblem:
    context = error.get("ctx", {})
    given = context.get("tag", error["input"])
    if "discriminator" in context:
        path = (*path, context["discriminator"].strip("'"))
    choices = str(context.get("expected") or context.get("expected_tags") or "")
    words = [word.strip("' ") for word in choices.replace(" or ", ", ").split(", ")]
    close = get_close_matches(str(given), words, n=1)
    details = {"cell": _short(given), "choices": ", ".join(words)}
    return DocumentProblem(path, "enum", details, close[0] if close else "")


def _reason(code: str, context: Mapping[str, Any], given: object) -> tuple[str, dict[str, str]]:
    """Return our code and details for an error of pydantic's."""
    if code in _SIMPLE:
        return _SIMPLE[code], {}
    if code == "value_error":
        return str(context.get("error", "")) or "not-shape", {}
    if code == "string_too_long":
        return "too-long", {"length": str(len(str(given))), "longest": str(context["max_length"])}
    if code in _LIMITS:
        return "number-outside", {"cell": _short(given), "limit": str(context[_LIMITS[code]])}
    if code in _COUNTS:
        limit = {"limit": str(context[_COUNTS[code]])}
        return f"{code.replace('_', '-')}-list", limit | {"found": str(context["actual_length"])}
    kinds = {"number": _NUMBERS, "text": _TEXTS}
    wanted = next((name for name, codes in kinds.items() if code in codes), "shape")
    return f"not-{wanted}", {"cell": _short(given)}


def _walk(data: object, location: Sequence[str | int]) -> tuple[Path, object]:
    """Leave out of a location what is no part of the data: the tags of unions."""
    path: list[str | int] = []
    here: object = data
    parent: object = data
    for number, step in enumerate(location):
        last = number == len(location) - 1
        if isinstance(step, int) and isinstance(here, list | tuple) and step < len(here):
            path.append(step)
            parent, here = here, here[step]
        elif (
            isinstance(step, str) and isinstance(here, Mapping) and (last or _leads_on(here, step))
        ):
            path.append(step)
            parent, here = here, here.get(step)
    return tuple(path), parent


def _leads_on(here: Mapping[str, Any], step: str) -> bool:
    return isinstance(here.get(step), Mapping | list | tuple)


def _known(kind: type[BaseModel], location: Sequence[str | int], parent: object) -> list[str]:
    """Return the names of fields that may stand where an unknown one stood."""
    names: set[str] = set()
    _fields_of(kind, {step for step in location if isinstance(step, str)}, names)
    return sorted(names - set(parent if isinstance(parent, Mapping) else ()))


def _fields_of(kind: type[BaseModel], named: set[str], names: set[str]) -> None:
    names.update(kind.model_fields)
    for name, info in kind.model_fields.items():
        if name in named:
            for part in _parts_in(info.annotation):
                _fields_of(part, named, names)


def _parts_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [part for inner in getattr(annotation, "__args__", ()) for part in _parts_in(inner)]


def _short(given: object) -> str:
    text = str(given)
    return text if len(text) <= 60 else f"{text[:59]}…"
