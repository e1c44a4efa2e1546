"""Documents as files: laid out and written, with media type and name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from olke.exchange.docx.writer import write_docx
from olke.exchange.pdf.writer import write_pdf
from olke.exchange.plans.layout import lay_out
from olke.exchange.plans.options import PrintOptions
from olke.exchange.printing.blocks import Print
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson
from olke.teaching.models import Document, Picture
from olke.teaching.queries import dossiers_of


class PrintedFile(NamedTuple):
    """A file to hand out."""

    content: bytes
    media_type: str
    name: str


class UnknownFormatError(LookupError):
    """Documents of this kind are not written in such a format."""


@dataclass(frozen=True)
class Format:
    """A format of files. ``write`` takes a document, a language and the options of the print."""

    media_type: str
    write: Callable[[Document, str, PrintOptions], bytes]


def document_file(
    document: Document, form: str, language: str, options: PrintOptions
) -> PrintedFile:
    """Return a lesson, course or dossier as a file in a format: ``docx``, ``pdf`` ...

    Raises ``UnknownFormatError``, and ``UnknownFormError`` where the options name no form of the
    document's kind.
    """
    if form not in formats_of(document):
        raise UnknownFormatError(form)
    written = FORMATS[form]
    answers = "-answers" if options.answers else ""
    name = f"{document.key}-{language}{answers}.{form}"
    return PrintedFile(written.write(document, language, options), written.media_type, name)


def formats_of(document: Document) -> tuple[str, ...]:
    """Return the formats in which a document can be written."""
    return tuple(form for form in FORMATS if form != "pptx" or document.kind == "lesson")


def _docx(document: Document, language: str, options: PrintOptions) -> bytes:
    return write_docx(_laid_out(document, language, options), options.rasterise)


def _pdf(document: Document, language: str, options: PrintOptions) -> bytes:
    return write_pdf(_laid_out(document, language, options))


def _pptx(document: Document, language: str, options: PrintOptions) -> bytes:
    from olke.exchange.handouts.evidence import evidence_for  # noqa: PLC0415 - as below
    from olke.exchange.pptx.writer import write_slides  # noqa: PLC0415 - costs 0.1 s at start

    lesson = document.parsed()
    if not isinstance(lesson, Lesson):
        raise UnknownFormatError("pptx")
    found = dossiers_of(lesson)
    dossiers = list(found.values())
    pictures = options.pictures or pictures_of(*found)
    evidence = evidence_for(lesson, dossiers)
    return write_slides(
        lesson, dossiers, evidence, language, options.draw, options.rasterise, pictures
    )


def _laid_out(document: Document, language: str, options: PrintOptions) -> Print:
    content = document.parsed()
    if isinstance(content, Dossier) and not options.pictures:
        options = replace(options, pictures=pictures_of(document))
    return lay_out(content, language, options)


def pictures_of(*documents: Document) -> dict[str, tuple[bytes, str]]:
    """Return the documents' pictures by name, with their media types: one statement."""
    pictures = Picture.objects.filter(document__in=documents)
    return {one.name: (bytes(one.content), one.media_type) for one in pictures}


FORMATS: dict[str, Format] = {
    "docx": Format(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _docx
    ),
    "pdf": Format("application/pdf", _pdf),
    "pptx": Format(
        "application/vnd.openxmlformats-officedocument.presentationml.presentation", _pptx
    ),
}
