"""Two people's changes of the same state brought together, as far as they touch different parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]
_NOTHING = object()


@dataclass(frozen=True)
class Conflict:
    """Where both changed the same thing otherwise: what it was, and what either made of it.

    None where it was not there, or was taken out.
    """

    path: Path
    was: Any
    theirs: Any
    mine: Any


def merged(was: Any, theirs: Any, mine: Any) -> tuple[Any, tuple[Conflict, ...]]:
    """Return plain data with both changes, and where mine was kept against theirs.

    Rows with an ``id`` are told apart by it, whatever their place; lists of other rows are one
    thing, changed as a whole.
    """
    conflicts: list[Conflict] = []
    made = _merged(was, theirs, mine, (), conflicts)
    return made, tuple(conflicts)


def _merged(was: Any, theirs: Any, mine: Any, path: Path, conflicts: list[Conflict]) -> Any:
    if theirs in (mine, was):
        return mine
    if mine == was:
        return theirs
    if all(isinstance(one, Mapping) for one in (theirs, mine)):
        return _of_mappings(was if isinstance(was, Mapping) else {}, theirs, mine, path, conflicts)
    if _has_ids(theirs) and _has_ids(mine):
        return _of_rows(was if _has_ids(was) else [], theirs, mine, path, conflicts)
    if _same_length(was, theirs, mine):
        triples = enumerate(zip(was, theirs, mine, strict=True))
        return [_merged(*three, (*path, number), conflicts) for number, three in triples]
    conflicts.append(Conflict(path, *(None if o is _NOTHING else o for o in (was, theirs, mine))))
    return mine


def _of_mappings(
    was: Mapping[str, Any],
    theirs: Mapping[str, Any],
    mine: Mapping[str, Any],
    path: Path,
    conflicts: list[Conflict],
) -> dict[str, Any]:
    made = {}
    for name in dict.fromkeys((*mine, *theirs)):
        old, other, own = (one.get(name, _NOTHING) for one in (was, theirs, mine))
        value = _merged(old, other, own, (*path, name), conflicts)
        if value is not _NOTHING:
            made[name] = value
    return made


def _of_rows(
    was: Sequence[Any],
    theirs: Sequence[Any],
    mine: Sequence[Any],
    path: Path,
    conflicts: list[Conflict],
) -> list[Any]:
    """Bring rows together in my order; what they added stands at the end."""
    by_id = [{row["id"]: row for row in rows} for rows in (was, theirs, mine)]
    made: list[Any] = []
    for key in dict.fromkeys((*by_id[2], *by_id[1])):
        old, other, own = (rows.get(key, _NOTHING) for rows in by_id)
        value = _merged(old, other, own, (*path, len(made)), conflicts)
        if value is not _NOTHING:
            made.append(value)
    return made


def _has_ids(rows: Any) -> bool:
    return (
        isinstance(rows, Sequence)
        and not isinstance(rows, str)
        and all(isinstance(row, Mapping) and "id" in row for row in rows)
    )


def _same_length(*lists: Any) -> bool:
    return (
        all(isinstance(one, Sequence) and not isinstance(one, str) for one in lists)
        and len({len(one) for one in lists}) == 1
    )
