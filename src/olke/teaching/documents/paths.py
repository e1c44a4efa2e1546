"""Parts of a lesson or course by their path: added, moved and taken out of plain data.

An editor's state need not be a whole document yet, so these work on the plain data. A path leads to
a part: ``("stages", 0, "activities", 1)``. Nothing is changed in place.
"""

from __future__ import annotations

import copy
import secrets
from typing import Any

from olke.teaching.documents.arranging import NoSuchPlaceError

Data = dict[str, Any]
Path = tuple[str | int, ...]


def path_of(name: str) -> Path:
    """Return the path that a field's name spells: ``stages-0-activities-1``."""
    return tuple(int(step) if step.isdecimal() else step for step in name.split("-"))


def name_of(path: Path) -> str:
    """Return how a field's name spells a path."""
    return "-".join(str(step) for step in path)


def part_at(data: Data, path: Path) -> Any:
    """Return the part that a path leads to; raises ``NoSuchPlaceError``."""
    here: Any = data
    for step in path:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            raise NoSuchPlaceError(name_of(path)) from None
    return here


def with_part(data: Data, path: Path, part: Any) -> tuple[Data, Path]:
    """Put a part into a list, at the place the path ends with, or at the end of the list.

    Returns the path of the part as well. A list that nothing was in yet is begun.
    """
    made = copy.deepcopy(data)
    at = path[-1] if isinstance(path[-1], int) else None
    where = path[:-1] if at is not None else path
    parts = _list_at(made, where)
    at = len(parts) if at is None else min(at, len(parts))
    parts.insert(at, part)
    return made, (*where, at)


def with_part_replaced(data: Data, path: Path, part: Any) -> Data:
    """Put another part in the place of one."""
    made = copy.deepcopy(data)
    parts = part_at(made, path[:-1])
    part_at(made, path)
    parts[path[-1]] = part
    return made


def without_part(data: Data, path: Path) -> Data:
    """Take a part out of its list."""
    made = copy.deepcopy(data)
    part_at(made, path)
    if not isinstance(path[-1], int):
        raise NoSuchPlaceError(name_of(path))
    del part_at(made, path[:-1])[path[-1]]
    return made


def with_part_moved(data: Data, path: Path, by: int) -> tuple[Data, Path]:
    """Move a part up (-1) or down (1) in its list; returns where it is then.

    An activity goes over the edge of its stage into the next one; anything else stays at the edge.
    """
    *where, at = path
    part = part_at(data, path)
    parts = part_at(data, tuple(where))
    if not isinstance(at, int):
        raise NoSuchPlaceError(name_of(path))
    if 0 <= at + by < len(parts):
        return with_part(without_part(data, path), (*where, at + by), part)
    stage = _next_stage(data, path, by)
    if stage is None:
        return data, path
    last = len(data["stages"][stage].get("activities", ()))
    target = ("stages", stage, "activities", 0 if by > 0 else last)
    return with_part(without_part(data, path), target, part)


def with_part_placed(data: Data, path: Path, to: Path) -> tuple[Data, Path]:
    """Move a part to a place, counted as the lists stand before it is taken out."""
    part = part_at(data, path)
    *where, at = to
    if not isinstance(at, int):
        raise NoSuchPlaceError(name_of(to))
    *own, number = path
    if where == own and isinstance(number, int) and number < at:
        at -= 1
    return with_part(without_part(data, path), (*where, at), part)


def new_id(stem: str) -> str:
    """Return an id for a part that a teacher adds: by chance, so that two people at once who add
    one each do not give both the same."""
    return f"{stem}-{secrets.token_hex(4)}"


def _next_stage(data: Data, path: Path, by: int) -> int | None:
    if len(path) != 4 or path[0] != "stages" or path[2] != "activities":
        return None
    stage = int(path[1]) + by
    return stage if 0 <= stage < len(data["stages"]) else None


def _list_at(data: Data, path: Path) -> list[Any]:
    here = part_at(data, path[:-1])
    if not isinstance(here, dict):
        raise NoSuchPlaceError(name_of(path))
    found = here.setdefault(str(path[-1]), [])
    if not isinstance(found, list):
        raise NoSuchPlaceError(name_of(path))
    return found
