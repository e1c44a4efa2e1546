"""BibTeX, in UTF-8, with an archive document's parts in fields of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from olke.dates import EdtfError, parse
from olke.evidence.models import Citation
from olke.exchange.bibliography.authors import authors
from olke.exchange.bibliography.gost import archive_text, citation_text
from olke.sources.models import Source, SourceKind
from olke.web.localised import localised

TYPES = {
    SourceKind.BOOK: "book",
    SourceKind.MEMOIR: "book",
    SourceKind.COLLECTION: "book",
    SourceKind.ARTICLE: "article",
    SourceKind.NEWSPAPER: "article",
    SourceKind.CHAPTER: "incollection",
    SourceKind.DISSERTATION: "phdthesis",
    SourceKind.REPORT: "techreport",
}
CONTAINER = {"article": "journal", "incollection": "booktitle"}
PUBLISHER = {"phdthesis": "school", "techreport": "institution"}
LANGUAGES = {"kk": "kazakh", "ru": "russian", "en": "english"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "{}$&%#_"},
}


def bibtex_entry(source: Source, language: str, note: str = "") -> str:
    """Return one entry. Needs ``repository`` loaded."""
    kind = _type(source)
    fields = {name: value for name, value in _fields(source, kind, language).items() if value}
    if note or source.note:
        fields["note"] = note or source.note
    return _written(kind, source.key, fields)


def bibtex_of_citations(citations: Iterable[Citation], language: str) -> str:
    """Return the entries of all works in the chains, each once; the note tells the place."""
    entries: dict[str, str] = {}
    for citation in citations:
        for source in (citation.source, citation.through):
            if source and source.key not in entries:
                note = citation_text(citation, language) if source == citation.source else ""
                entries[source.key] = bibtex_entry(source, language, note)
    return "\n\n".join(entries.values())


def _type(source: Source) -> str:
    kind = TYPES.get(SourceKind(source.kind), "misc")
    if kind in CONTAINER and not source.container:
        return "misc"
    return kind


def _fields(source: Source, kind: str, language: str) -> Mapping[str, str]:
    year, month, day = _dated(source.year)
    people = (
        f"{family}, {given}" if given else f"{{{family}}}"
        for family, given in authors(source.author)
    )
    fields = {
        "author": " and ".join(people),
        "title": source.title or source.fond_title,
        CONTAINER.get(kind, "booktitle"): source.container,
        PUBLISHER.get(kind, "publisher"): source.publisher,
        "address": source.place,
        "year": year,
        "month": month,
        "day": day,
        "pages": source.pages.replace("–", "--"),
        "url": source.url,
        "langid": LANGUAGES.get(source.language, source.language),
    }
    return {**fields, **(_archival(source, language) if source.fond else {})}


def _archival(source: Source, language: str) -> Mapping[str, str]:
    repository = source.repository
    return {
        "howpublished": archive_text(source, language).removesuffix("."),
        "archive": localised(repository, "name", language) if repository else "",
        "fond": source.fond,
        "inventory": source.inventory,
        "file": source.file,
        "sheet": source.sheet,
    }


def _dated(edtf: str) -> tuple[str, str, str]:
    try:
        point = parse(edtf).point if edtf else None
    except EdtfError:
        point = None
    if point is None or point.year is None:
        return edtf, "", ""
    month = MONTHS[point.month - 1] if point.month else ""
    return str(point.year), month, str(point.day or "")


def _written(kind: str, key: str, fields: Mapping[str, str]) -> str:
    lines = [f"@{kind}{{{key},"]
    for name, value in fields.items():
        if name == "month":
            lines.append(f"  month = {value},")
        elif name == "author":
            lines.append(f"  author = {{{_authors_escaped(value)}}},")
        else:
            lines.append(f"  {name} = {{{_escaped(value) if name != 'url' else value}}},")
    return "\n".join([*lines, "}"])


def _escaped(text: str) -> str:
    return "".join(SPECIAL.get(mark, mark) for mark in " ".join(text.split()))


def _authors_escaped(text: str) -> str:
    """Escape all but the braces that keep an office's name whole."""
    return "".join(mark if mark in "{}" else SPECIAL.get(mark, mark) for mark in text)
