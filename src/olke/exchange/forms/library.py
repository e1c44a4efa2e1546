"""Finding forms: the built-in ones and the school's own, in the folder ``forms`` of its data.

A school's file takes the place of a built-in form of the same key from the day it holds; one that
cannot be read is told and left out, so that printing goes on with the form before.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from django.conf import settings

from olke.exchange.forms.fields import DocumentType
from olke.exchange.forms.form import Form
from olke.exchange.forms.messages import said
from olke.teaching.documents.course import Course
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson
from olke.teaching.documents.reading import DocumentError, DocumentProblem, read_toml

BUILT_IN = "olke.exchange.forms.built_in"
Content = Lesson | Course | Dossier
log = logging.getLogger(__name__)


class UnknownFormError(LookupError):
    """There is no form of that key for the document, or none that holds on the day."""


@dataclass(frozen=True)
class FormFault:
    """Something wrong with a school's own form: its file, and what is wrong with it."""

    name: str
    problem: DocumentProblem

    def __str__(self) -> str:
        return f"{self.name}: {said(self.problem)}"


def read_form(text: str) -> Form:
    """Return a form made from a TOML text; raises ``DocumentError`` with lines."""
    return read_toml(Form, text)


@cache
def built_in_forms() -> tuple[Form, ...]:
    """Return the forms that come with Olke, by name of their files."""
    found = sorted(
        (file for file in files(BUILT_IN).iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )
    return tuple(read_form(file.read_text(encoding="utf-8")) for file in found)


def own_forms() -> tuple[tuple[Form, ...], tuple[FormFault, ...]]:
    """Return the school's own forms, and what is wrong with those that cannot be read.

    The folder is read each time: a changed file holds at once.
    """
    forms: list[Form] = []
    faults: list[FormFault] = []
    for path in sorted(own_folder().glob("*.toml")):
        try:
            forms.append(read_form(path.read_text(encoding="utf-8-sig")))
        except DocumentError as error:
            faults += [FormFault(path.name, problem) for problem in error.problems]
        except UnicodeDecodeError:
            faults.append(FormFault(path.name, DocumentProblem((), "encoding")))
        except OSError as error:
            problem = DocumentProblem((), "unreadable", {"why": str(error.strerror)})
            faults.append(FormFault(path.name, problem))
    return tuple(forms), tuple(faults)


def own_folder() -> Path:
    """Return where a school puts its own forms; the folder need not be there."""
    return Path(settings.ENVIRONMENT.data) / "forms"


def forms_for(content: Content, day: date) -> tuple[Form, ...]:
    """Return the forms that a document can be printed on, one of each key, the usual first.

    Of one key, a school's own goes before a built-in one, and a newer before an older.
    """
    own, faults = own_forms()
    for fault in faults:
        log.warning("forms: %s", fault)
    chosen: dict[str, Form] = {}
    for form in (*_newest_first(own), *_newest_first(built_in_forms())):
        if form.holds_on(day) and _is_for(form, content):
            chosen.setdefault(form.key, form)
    return tuple(sorted(chosen.values(), key=lambda form: not _named(form, content)))


def form_for(content: Content, day: date, key: str = "") -> Form:
    """Return the form of a key, or else the usual one; raises ``UnknownFormError``."""
    for form in forms_for(content, day):
        if not key or form.key == key:
            return form
    raise UnknownFormError(key)


def all_forms() -> Iterator[tuple[Form, bool]]:
    """Pass on every form that can be read, and whether it is the school's own."""
    yield from ((form, False) for form in built_in_forms())
    yield from ((form, True) for form in own_forms()[0])


def _newest_first(forms: tuple[Form, ...]) -> list[Form]:
    return sorted(forms, key=lambda form: form.since or date.min, reverse=True)


def _is_for(form: Form, content: Content) -> bool:
    if isinstance(content, Lesson):
        wanted = form.document is DocumentType.LESSON
        return wanted and (not form.lessons or content.form in form.lessons)
    if isinstance(content, Course):
        wanted = form.document is DocumentType.COURSE
        return wanted and (not form.courses or content.kind in form.courses)
    return form.document is DocumentType.DOSSIER


def _named(form: Form, content: Content) -> bool:
    """Tell whether a form names the document's own kind: it is more usual than one for all."""
    if isinstance(content, Lesson):
        return content.form in form.lessons
    return isinstance(content, Course) and content.kind in form.courses
