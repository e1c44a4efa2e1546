"""Checking a method's file before it is offered: all that is wrong, and what could be better."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from django.utils.translation import gettext as _
from pydantic import BaseModel

from olke.teaching.documents.lines import line_of
from olke.teaching.documents.parts import Text
from olke.teaching.documents.reading import DocumentError, DocumentProblem
from olke.teaching.drafters.registry import drafters
from olke.teaching.messages import said
from olke.teaching.methods.library import built_in_methods
from olke.teaching.methods.method import Method, Step
from olke.teaching.methods.reading import read_method
from olke.web.localised import ORDER

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class MethodReport:
    """What a check found. ``method`` is None where the file cannot be used.

    ``untranslated`` are the places where a text is missing in some language: no fault, as the
    others stand in for it.
    """

    method: Method | None
    problems: tuple[DocumentProblem, ...] = ()
    untranslated: tuple[DocumentProblem, ...] = ()

    def as_text(self) -> str:
        """Say all that was found, one line each, in the reader's language."""
        lines = [said(problem) for problem in (*self.problems, *self.untranslated)]
        if self.method:
            steps = {"key": self.method.key, "steps": len(self.method.steps)}
            lines.append(_("The method “%(key)s” can be used; steps: %(steps)s.") % steps)
        return "\n".join(lines)


def check_method(path: Path) -> MethodReport:
    """Read a method's file and say what is wrong with it; raises ``OSError`` if it is not there."""
    try:
        text = path.read_text(encoding="utf-8")
        method = read_method(path.name, text)
    except UnicodeDecodeError:
        return MethodReport(None, (DocumentProblem((), "encoding"),))
    except DocumentError as error:
        return MethodReport(None, error.problems)
    problems = tuple(_beside_others(method, text))
    return MethodReport(None if problems else method, problems, tuple(_untranslated(method, text)))


def texts_in(value: object, place: Place = ()) -> Iterator[tuple[Place, Text]]:
    """Yield every text of a method with its place, those in the settings of its steps included."""
    if isinstance(value, Text):
        yield place, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_in(_typed(value, name), (*place, name))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from texts_in(one, (*place, number))


def _typed(value: BaseModel, name: str) -> object:
    # A step keeps its settings as plain data; the texts are in the primitive's data class.
    return (
        value.chosen() if isinstance(value, Step) and name == "settings" else getattr(value, name)
    )


def _beside_others(method: Method, text: str) -> Iterator[DocumentProblem]:
    """Say what is wrong with a method only because of what else is installed."""
    if built_in_methods().get(method.key, method) != method:
        yield DocumentProblem(
            ("key",), "key-taken", {"key": method.key}, line=line_of(text, ("key",))
        )
    names = sorted(drafters())
    if method.drafter and method.drafter not in names:
        details = {"name": method.drafter, "names": ", ".join(names)}
        meant = "".join(get_close_matches(method.drafter, names, n=1))
        line = line_of(text, ("drafter",))
        yield DocumentProblem(("drafter",), "no-drafter", details, meant, line)


def _untranslated(method: Method, text: str) -> Iterator[DocumentProblem]:
    for place, words in texts_in(method):
        missing = ", ".join(code for code in ORDER if not getattr(words, code))
        if words and missing:
            line = line_of(text, place)
            yield DocumentProblem(place, "untranslated", {"languages": missing}, line=line)
