"""What ``olke lesson`` does: list the lessons, print one, list the forms."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from olke.environment import StartError
from olke.exchange.forms.library import UnknownFormError, all_forms, forms_for, own_forms
from olke.exchange.plans.files import UnknownFormatError, document_file, formats_of
from olke.exchange.plans.options import PrintOptions
from olke.teaching.documents.parts import Text
from olke.teaching.models import Document, DocumentKind


def lesson_lines(language: str) -> Iterator[dict[str, str]]:
    """Pass on key, form and title of every lesson that nobody removed, in the order of keys."""
    lessons = Document.objects.filter(kind=DocumentKind.LESSON, removed_at=None).order_by("key")
    for lesson in lessons.defer("content", "layout").iterator(chunk_size=500):
        title = Text(kk=lesson.title_kk, ru=lesson.title_ru, en=lesson.title_en)
        yield {"key": lesson.key, "form": lesson.form, "title": title.said(language)}


def print_document(
    key: str, form: str, language: str, out: Path | None, options: PrintOptions
) -> Path:
    """Write a lesson, course or dossier to a file, and return where it is.

    ``out`` may be a folder; without it, the file goes into the current one. Raises ``StartError``
    with a sentence where there is no such document, form or format, or the file cannot be written.
    """
    document = Document.objects.filter(key=key, removed_at=None).first()
    if document is None:
        raise StartError(f"there is no lesson {key!r}{_meant(key)}")
    try:
        printed = document_file(document, form, language, options)
    except UnknownFormatError:
        known = ", ".join(formats_of(document))
        raise StartError(f"a {document.kind} is printed as {known}, not as {form!r}.") from None
    except UnknownFormError:
        forms = ", ".join(one.key for one in forms_for(document.parsed(), options.day))
        asked = f"{options.form!r}" if options.form else "this document"
        raise StartError(f"there is no form {asked}; those that hold are: {forms}.") from None
    path = out / printed.name if out and out.is_dir() else out or Path(printed.name)
    try:
        path.write_bytes(printed.content)
    except OSError as fault:
        raise StartError(f"{path} cannot be written ({fault.strerror}).") from fault
    return path


def form_lines(language: str) -> list[dict[str, str]]:
    """Return key, first day, title and origin of every form."""
    return [
        {
            "key": form.key,
            "since": form.since.isoformat() if form.since else "",
            "until": form.until.isoformat() if form.until else "",
            "title": form.title.said(language),
            "origin": "own" if own else "olke",
        }
        for form, own in all_forms()
    ]


def form_faults() -> list[str]:
    """Say what is wrong with the school's own forms, a sentence each."""
    return [str(fault) for fault in own_forms()[1]]


def _meant(key: str) -> str:
    keys = Document.objects.filter(removed_at=None).values_list("key", flat=True)
    close = get_close_matches(key, list(keys), n=1)
    return f"; was {close[0]!r} meant?" if close else "; see `olke lesson list`."
