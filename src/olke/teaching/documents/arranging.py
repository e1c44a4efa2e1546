"""Dossiers with something added, moved or taken out: functions from a dossier to a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from olke.teaching.documents.dossier import AnyEntry, Dossier, Section
from olke.teaching.documents.parts import NO_TEXT, Text

T = TypeVar("T")


class NoSuchPlaceError(LookupError):
    """The dossier has no such section or entry: it was changed meanwhile."""


@dataclass(frozen=True)
class Place:
    """Where an entry stands: section and entry, both counted from 0."""

    section: int
    entry: int


def entry_at(dossier: Dossier, place: Place) -> AnyEntry:
    """Return an entry; raises ``NoSuchPlaceError``."""
    return _found(dossier, place)[1]


def section_at(dossier: Dossier, number: int) -> Section:
    """Return a section; raises ``NoSuchPlaceError``."""
    _require(dossier.sections, number)
    return dossier.sections[number]


def with_entry(dossier: Dossier, entry: AnyEntry, section: int | None = None) -> Dossier:
    """Add an entry at the end of a section, by default of the last; one that is there stays."""
    if any(_same(entry, other) for other in dossier.entries):
        return dossier
    sections = dossier.sections or (Section(),)
    at = len(sections) - 1 if section is None else section
    _require(sections, at)
    changed = _with_entries(sections[at], (*sections[at].entries, entry))
    return _with_sections(dossier, _replaced(sections, at, changed))


def without_entry(dossier: Dossier, place: Place) -> Dossier:
    """Take an entry out; its section stays, even if it is empty then."""
    section, _ = _found(dossier, place)
    rest = tuple(e for number, e in enumerate(section.entries) if number != place.entry)
    return _with_sections(
        dossier, _replaced(dossier.sections, place.section, _with_entries(section, rest))
    )


def with_entry_replaced(dossier: Dossier, place: Place, entry: AnyEntry) -> Dossier:
    """Put another entry in the place of one: the same with another note, for instance."""
    section, _ = _found(dossier, place)
    entries = _replaced(section.entries, place.entry, entry)
    return _with_sections(
        dossier, _replaced(dossier.sections, place.section, _with_entries(section, entries))
    )


def with_entry_moved(dossier: Dossier, place: Place, by: int) -> Dossier:
    """Move an entry up (-1) or down (1); over the edge of its section it goes into the next."""
    section, entry = _found(dossier, place)
    to = place.entry + by
    if 0 <= to < len(section.entries):
        rest = [e for number, e in enumerate(section.entries) if number != place.entry]
        rest.insert(to, entry)
        changed = _with_entries(section, rest)
        return _with_sections(dossier, _replaced(dossier.sections, place.section, changed))
    other = place.section + by
    if not 0 <= other < len(dossier.sections):
        return dossier
    return with_entry_in(dossier, place, other, first=by > 0)


def with_entry_in(dossier: Dossier, place: Place, section: int, *, first: bool = False) -> Dossier:
    """Move an entry into another section, to its end or its beginning."""
    _, entry = _found(dossier, place)
    _require(dossier.sections, section)
    without = without_entry(dossier, place)
    target = without.sections[section]
    entries = (entry, *target.entries) if first else (*target.entries, entry)
    return _with_sections(
        without, _replaced(without.sections, section, _with_entries(target, entries))
    )


def with_section(dossier: Dossier, title: Text = NO_TEXT) -> Dossier:
    """Add an empty section at the end."""
    return _with_sections(dossier, (*dossier.sections, Section(title=title)))


def with_section_titled(dossier: Dossier, number: int, title: Text) -> Dossier:
    """Give a section another title."""
    _require(dossier.sections, number)
    section = dossier.sections[number].model_copy(update={"title": title})
    return _with_sections(dossier, _replaced(dossier.sections, number, section))


def with_section_moved(dossier: Dossier, number: int, by: int) -> Dossier:
    """Move a section up (-1) or down (1); at the edge it stays."""
    _require(dossier.sections, number)
    to = number + by
    if not 0 <= to < len(dossier.sections):
        return dossier
    sections = list(dossier.sections)
    sections.insert(to, sections.pop(number))
    return _with_sections(dossier, sections)


def without_section(dossier: Dossier, number: int) -> Dossier:
    """Take a section out; its entries go to the end of the one before, or else of the one after."""
    _require(dossier.sections, number)
    gone = dossier.sections[number]
    rest = [s for at, s in enumerate(dossier.sections) if at != number]
    if gone.entries:
        if not rest:
            return _with_sections(dossier, (Section(entries=gone.entries),))
        heir = max(number - 1, 0)
        rest[heir] = _with_entries(rest[heir], (*rest[heir].entries, *gone.entries))
    return _with_sections(dossier, rest)


def _found(dossier: Dossier, place: Place) -> tuple[Section, AnyEntry]:
    _require(dossier.sections, place.section)
    section = dossier.sections[place.section]
    _require(section.entries, place.entry)
    return section, section.entries[place.entry]


def _require(parts: Sequence[object], number: int) -> None:
    if not 0 <= number < len(parts):
        raise NoSuchPlaceError(number)


def _same(entry: AnyEntry, other: AnyEntry) -> bool:
    """Tell whether two entries show the same thing; notes of one's own are never the same."""
    names = ("claim", "entity", "drawing")
    return any(
        getattr(entry, name, None) is not None and getattr(entry, name) == getattr(other, name, 0)
        for name in names
    )


def _with_entries(section: Section, entries: Sequence[AnyEntry]) -> Section:
    return section.model_copy(update={"entries": tuple(entries)})


def _with_sections(dossier: Dossier, sections: Sequence[Section]) -> Dossier:
    return dossier.model_copy(update={"sections": tuple(sections)})


def _replaced(parts: Sequence[T], number: int, part: T) -> tuple[T, ...]:
    return (*parts[:number], part, *parts[number + 1 :])
