"""CSL-JSON: the form that Zotero, Pandoc and word processors exchange references in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from olke.dates import EdtfError, Limit, Point, parse
from olke.evidence.models import Citation
from olke.exchange.bibliography.authors import authors
from olke.exchange.bibliography.gost import archive_text
from olke.sources.models import Source, SourceKind
from olke.web.localised import localised

TYPES = {
    SourceKind.FOND: "collection",
    SourceKind.FILE: "manuscript",
    SourceKind.BOOK: "book",
    SourceKind.ARTICLE: "article-journal",
    SourceKind.CHAPTER: "chapter",
    SourceKind.NEWSPAPER: "article-newspaper",
    SourceKind.JOURNAL: "periodical",
    SourceKind.DISSERTATION: "thesis",
    SourceKind.DECREE: "legislation",
    SourceKind.COLLECTION: "book",
    SourceKind.REPORT: "report",
    SourceKind.MEMOIR: "book",
    SourceKind.INTERVIEW: "interview",
    SourceKind.WEB: "webpage",
    SourceKind.UNKNOWN: "document",
}
PLAIN = {
    "title": "title",
    "publisher": "publisher",
    "place": "publisher-place",
    "container": "container-title",
    "pages": "page",
    "language": "language",
    "url": "URL",
    "note": "note",
}
ARCHIVAL = ("fond", "fond_title", "inventory", "file", "sheet", "reference")


def csl_item(source: Source, language: str) -> dict[str, Any]:
    """Return a source as a CSL item.

    An archive document's place is one text in ``archive_location``, as CSL wants it, and its parts
    are apart under ``custom``, which CSL leaves to applications. Needs ``repository`` loaded.
    """
    kind = SourceKind(source.kind)
    item: dict[str, Any] = {"id": source.key, "type": TYPES[kind]}
    item |= {name: value for field, name in PLAIN.items() if (value := getattr(source, field))}
    if kind is SourceKind.NEWSPAPER and not source.container:
        item["type"] = "periodical"
    people = authors(source.author)
    if people:
        item["author"] = [_name(family, given) for family, given in people]
    if source.year:
        item["issued"] = csl_date(source.year)
    if source.fond:
        item |= _kept(source, language)
    custom = {field: value for field in ARCHIVAL if (value := getattr(source, field))}
    if custom:
        item["custom"] = custom
    return item


def csl_text(items: Iterable[dict[str, Any]]) -> str:
    """Write CSL items as JSON."""
    return json.dumps(list(items), ensure_ascii=False, indent=2)


def citation_items(citation: Citation, language: str) -> list[dict[str, Any]]:
    """Return the items of a citation's chain, the locators under ``custom``.

    The work where the claim stands says in ``custom.cites`` which work it cites for it.
    """
    item = csl_item(citation.source, language)
    place = _located(citation.locator_kind, citation.locator)
    through = citation.through
    if through is None:
        return [_with_custom(item, place)]
    cites = {"id": through.key}
    cites |= _located(citation.through_locator_kind, citation.through_locator)
    return [_with_custom(item, place | {"cites": cites}), csl_item(through, language)]


def csl_date(edtf: str) -> dict[str, Any]:
    """Return an EDTF date as a CSL date; what CSL cannot say is kept as a literal."""
    try:
        period = parse(edtf)
    except EdtfError:
        return {"literal": edtf}
    points = [side for side in (period.start, period.end) if not isinstance(side, Limit)]
    parts = [_parts(point) for point in points]
    if period.members or len(points) != 2 or not all(parts):
        return {"literal": edtf}
    found: dict[str, Any] = {"date-parts": parts if period.is_interval else parts[:1]}
    if period.approximate or period.uncertain:
        found["circa"] = True
    return found


def _parts(point: Point) -> list[int]:
    if point.year is None or point.unspecified or point.part is not None:
        return []
    return [part for part in (point.year, point.month, point.day) if part is not None]


def _kept(source: Source, language: str) -> dict[str, Any]:
    repository = source.repository
    kept = {"archive": localised(repository, "name", language)} if repository else {}
    whole = archive_text(source, language)
    short = localised(repository, "abbreviation", language) if repository else ""
    prefix = short or kept.get("archive", "")
    return {**kept, "archive_location": whole.removeprefix(f"{prefix}.").strip()}


def _name(family: str, given: str) -> dict[str, str]:
    return {"family": family, "given": given} if given else {"literal": family}


def _located(kind: str, locator: str) -> dict[str, Any]:
    return {"label": kind, "locator": locator} if locator else {}


def _with_custom(item: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    return {**item, "custom": {**item.get("custom", {}), **more}} if more else item
