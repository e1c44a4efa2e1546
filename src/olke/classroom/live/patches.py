"""JSON Merge Patch (RFC 7396): what changed between two states.

In a merge patch a null removes, so no state holds one: ``without_nulls`` takes them out of objects
before a state is numbered. Lists are replaced whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Json = Any
"""What ``json.loads`` returns."""


def without_nulls(value: Json) -> Json:
    """Return a value whose objects have no null members; those within lists stay as they are."""
    if not isinstance(value, Mapping):
        return value
    return {name: without_nulls(member) for name, member in value.items() if member is not None}


def difference(old: Mapping[str, Json], new: Mapping[str, Json]) -> dict[str, Json]:
    """Return the patch that makes ``new`` of ``old``; both without nulls."""
    patch: dict[str, Json] = {name: None for name in old if name not in new}
    for name, value in new.items():
        before = old.get(name)
        if name in old and _same(before, value):
            continue
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            patch[name] = difference(before, value)
        else:
            patch[name] = value
    return patch


def _same(one: Json, other: Json) -> bool:
    """Compare as JSON does: in Python ``True == 1`` and ``1 == 1.0``, in JSON they differ."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_same(one[name], other[name]) for name in one)
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(_same, one, other))
    return type(one) is type(other) and bool(one == other)


def merged(target: Json, patch: Json) -> Json:
    """Apply a patch, as RFC 7396 section 2 says; a phone does the same."""
    if not isinstance(patch, Mapping):
        return patch
    result = dict(target) if isinstance(target, Mapping) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merged(result.get(name), value)
    return result
