"""References as GOST has them; an archive document with its fond, inventory, file and sheet."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from olke.dates import EdtfError, Precision, parse
from olke.evidence.models import Citation
from olke.exchange.bibliography.words import Words, words_for
from olke.sources.models import Source, SourceKind
from olke.web.localised import localised

AREA = " – "
"""GOST's sign between the areas of a description, after the full stop."""


def citation_text(citation: Citation, language: str) -> str:
    """Return the whole chain of a citation: the work cited, and the work that it was found in.

    Needs ``source``, ``through`` and their ``repository`` loaded.
    """
    words = words_for(language)
    here = place_text(citation.locator_kind, citation.locator, language)
    stands_in = source_text(citation.source, language, here)
    through = citation.through
    if through is None:
        return stands_in
    there = citation.through_locator_kind, citation.through_locator
    if is_described(through):
        cited_by = words.cited_by % stands_in
        place = place_text(*there, language)
        return f"{source_text(through, language, place)} {cited_by}"
    known = words.item % through.reference if through.reference else words.untitled
    known = ", ".join(filter(None, (known, place_text(*there, language, inside=True))))
    if not here.endswith("."):  # the full stop of an abbreviation stays
        stands_in = stands_in.removesuffix(".")
    return _ended(f"{stands_in}, {words.with_reference % known}")


def source_text(source: Source, language: str, place: str = "") -> str:
    """Return a source's reference, ending with a full stop; ``place`` is where in it."""
    if source.fond:
        return archive_text(source, language, place)
    words = words_for(language)
    parts = [_head(source, words), *_imprint(source, language)]
    if source.pages and not place:
        parts.append(words.pages % source.pages)
    if place:
        parts.append(place)
    if source.url:
        parts.append(f"URL: {source.url}")
    return AREA.join(_ended(part) for part in parts if part).removesuffix(AREA)


def archive_text(source: Source, language: str, place: str = "") -> str:
    """Return the reference of an archive document: ЦГА РК. Ф. 1137. Оп. 1. Д. 25. Л. 14."""
    words = words_for(language)
    kept_by = localised(source.repository, "abbreviation", language) if source.repository else ""
    if source.repository and not kept_by:
        kept_by = localised(source.repository, "name", language)
    sheet = "" if place else source.sheet
    numbered = (
        (words.fond, source.fond),
        (words.inventory, source.inventory),
        (words.file, source.file),
        (words.sheet, sheet),
    )
    parts = [pattern % number for pattern, number in numbered if number]
    if place:
        parts.append(place)
    return _ended(" ".join([_ended(kept_by), words.between.join(parts)]).strip())


def is_described(source: Source) -> bool:
    """Tell whether more is known of a source than its number in somebody's list."""
    return bool(source.title or source.fond or source.author)


def place_text(kind: str, locator: str, language: str, *, inside: bool = False) -> str:
    """Return a place in a source: ``Л. 14.``; empty for none.

    ``inside`` brackets or a sentence it begins small, and lacks the full stop that ends an area of
    a description: ``л. 14``.
    """
    if not locator:
        return ""
    words = words_for(language)
    patterns = {"page": words.page, "sheet": words.sheet, "paragraph": words.paragraph}
    pattern = patterns.get(kind, "%s")
    if not inside:
        return pattern % locator
    place = (pattern[:-1] if pattern.endswith("%s.") else pattern) % locator
    return f"{place[0].lower()}{place[1:]}"


def _head(source: Source, words: Words) -> str:
    """Return author, title, what sort of work it is, and what it is part of."""
    title = source.title or (words.item % source.reference if source.reference else "")
    title = title or source.container or words.untitled
    if source.kind == SourceKind.DISSERTATION:
        title = f"{title}: {words.dissertation}"
    if source.kind == SourceKind.WEB:
        title = f"{title} [{words.web}]"
    author = f"{_ended(source.author)} " if source.author else ""
    within = f" // {source.container}" if source.container and source.title else ""
    return f"{author}{title}{within}"


def _imprint(source: Source, language: str) -> list[str]:
    """Return place and publisher with the year; of a newspaper or journal the day too."""
    year, day = dated(source.year, language)
    where = ": ".join(part for part in (source.place, source.publisher) if part)
    if source.container:
        return [part for part in (where, year, day) if part]
    published = ", ".join(part for part in (where, year) if part)
    return [part for part in (published, day) if part]


def dated(edtf: str, language: str) -> tuple[str, str]:
    """Return the year and, where it is known, the day and month: ("1946", "9 мая")."""
    if not edtf:
        return "", ""
    try:
        period = parse(edtf)
    except EdtfError:
        return edtf, ""
    point = period.point
    if point is None or point.year is None:
        return edtf.replace("/", "–"), ""
    if point.precision is Precision.DAY and isinstance(period.earliest, date):
        day = format_date(period.earliest, "d MMMM", locale=language)
        return str(point.year), day
    if point.precision is Precision.MONTH and period.earliest:
        return str(point.year), format_date(period.earliest, "LLLL", locale=language)
    return f"[{point.year}]" if point.uncertain or point.approximate else str(point.year), ""


def _ended(text: str) -> str:
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."
