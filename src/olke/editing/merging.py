"""Two people's corrections of one record brought together (a three-way merge of its cells)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from olke.packs.records import Snapshot


def merged(base: Mapping[str, Any], theirs: Snapshot, mine: Snapshot) -> Snapshot:
    """Return the record with both corrections; where both changed a cell, mine.

    ``base`` is what both started from. The rows that a record owns count as one cell a table.
    """
    cells = {name: _cell(name, base, theirs, mine) for name in [*theirs, *mine]}
    return {name: cell for name, cell in cells.items() if cell}


def _cell(name: str, base: Mapping[str, Any], theirs: Snapshot, mine: Snapshot) -> object:
    untouched = mine.get(name) == base.get(name)
    return theirs.get(name) if untouched else mine.get(name)
