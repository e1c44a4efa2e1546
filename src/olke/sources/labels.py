"""Short names of sources, for a line under a number. Full references are made in ``exchange``."""

from __future__ import annotations

from django.utils.translation import gettext, pgettext

from olke.sources.models import Source, SourceKind


def short_label(source: Source) -> str:
    """Return a name that fits beside a number: ``[46]``, ``ЦДНИ ВКО, ф. 103`` or a title.

    Needs ``repository`` loaded for an archive source.
    """
    if source.reference:
        return f"[{source.reference}]"
    if source.fond:
        return archive_label(source)
    if source.kind == SourceKind.DISSERTATION:
        return gettext("Dissertation")
    return source.title or source.key


def long_label(source: Source) -> str:
    """Return a name for a heading or a list: the title, or what stands in for it."""
    if source.title:
        return source.title
    if source.fond:
        return archive_label(source)
    names = {"author": source.author, "number": source.reference}
    if source.author and source.reference:
        return gettext("%(author)s, item %(number)s of the bibliography") % names
    if source.reference:
        return gettext("Item %(number)s of the bibliography") % names
    return source.author or source.key


def archive_label(source: Source) -> str:
    """Return repository, fond, inventory, file and sheet, as far as they are known."""
    parts = [source.repository.abbreviation] if source.repository else []
    for number, pattern in (
        (source.fond, pgettext("archive", "fond %s")),
        (source.inventory, pgettext("archive", "inventory %s")),
        (source.file, pgettext("archive", "file %s")),
        (source.sheet, pgettext("archive", "sheet %s")),
    ):
        if number:
            parts.append(pattern % number)
    return ", ".join(parts)


def fond_label(fond: str) -> str:
    """Return a fond's number as an archive writes it: ``fond 591``."""
    return pgettext("archive", "fond %s") % fond


def locator_label(kind: str, locator: str) -> str:
    """Return a place in a source as a reader of the language writes it: ``p. 32``, ``¶ 332``."""
    if not locator:
        return ""
    patterns = {
        "page": pgettext("locator", "p. %s"),
        "sheet": pgettext("locator", "sh. %s"),
        "paragraph": "¶ %s",
    }
    return patterns.get(kind, "%s") % locator
