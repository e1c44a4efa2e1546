"""Counts of few people hidden, and enough others with them that no total gives them back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count as counting

SMALLEST = 5  # people; the threshold of the issue, and of most statistical offices' tables

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A table of people safe to show beside its margins; None is a hidden cell.

    small: hidden for being few. others: hidden so that those cannot be computed.
    """

    counts: tuple[tuple[int | None, ...], ...]
    small: frozenset[Cell]
    others: frozenset[Cell]


def suppress_groups(
    sizes: Mapping[str, int], smallest: int = SMALLEST
) -> tuple[frozenset[str], frozenset[str]]:
    """Tell which groups to hide when their total is shown: the small, and others with them.

    A group of nobody hides nobody. Enough groups are hidden that together they are at least
    `smallest` people in two groups, the least of the rest first; among equals the later name.
    """
    names = list(sizes)
    shown = suppress([[sizes[name] for name in names]], smallest, columns_shown=False)
    return (
        frozenset(names[column] for _, column in shown.small),
        frozenset(names[column] for _, column in shown.others),
    )


def suppress(
    counts: Sequence[Sequence[int]],
    smallest: int = SMALLEST,
    *,
    rows_shown: bool = True,
    columns_shown: bool = True,
) -> Suppressed:
    """Hide the cells of a table of people whose margins are shown.

    Every count from 1 to smallest - 1 is hidden. Then further cells, the smallest first, until in
    each line the hidden ones are together at least `smallest`, and until no hidden cell follows
    from the margins: in a table with both margins a cell follows just where it is a bridge of the
    graph whose vertices are rows and columns and whose edges are hidden cells (Gusfield 1988, SIAM
    J. Computing 17, 552-571).
    rows_shown, columns_shown: whether those totals are known to the reader.
    """
    cells = {
        (row, column): value for row, line in enumerate(counts) for column, value in enumerate(line)
    }
    small = frozenset(cell for cell, value in cells.items() if 0 < value < smallest)
    hidden = set(small)
    while True:
        lines = _lines(cells, rows=rows_shown, columns=columns_shown)
        cell = _needed(cells, hidden, lines, smallest)
        if cell is None and rows_shown and columns_shown:
            cell = _breaking(cells, hidden)
        if cell is None:
            break
        hidden.add(cell)
    table = tuple(
        tuple(None if (row, column) in hidden else value for column, value in enumerate(line))
        for row, line in enumerate(counts)
    )
    return Suppressed(table, small, frozenset(hidden) - small)


def _lines(cells: Iterable[Cell], *, rows: bool, columns: bool) -> Iterator[list[Cell]]:
    """Give every line of cells whose total is shown."""
    told = list(cells)
    for axis, shown in ((0, rows), (1, columns)):
        for place in counting() if shown else ():
            line = [cell for cell in told if cell[axis] == place]
            if not line:
                break
            yield line


def _needed(
    cells: Mapping[Cell, int], hidden: set[Cell], lines: Iterable[list[Cell]], smallest: int
) -> Cell | None:
    """Give the next cell to hide in a line that gives away one, or too few people."""
    for line in lines:
        inside = [cell for cell in line if cell in hidden]
        if not inside:
            continue
        if len(inside) > 1 and sum(cells[cell] for cell in inside) >= smallest:
            continue
        rest = [cell for cell in line if cell not in hidden and cells[cell]]
        if rest:
            return min(rest, key=lambda cell: (cells[cell], [-place for place in cell]))
    return None


def _breaking(cells: Mapping[Cell, int], hidden: set[Cell]) -> Cell | None:
    """Give the smallest cell to hide that closes a circle round some bridge, or None."""
    bridges = [cell for cell in hidden if _is_bridge(cell, hidden)]
    for cell in sorted(set(cells) - hidden, key=lambda cell: (cells[cell], cell)):
        if cells[cell] and any(not _is_bridge(one, hidden | {cell}) for one in bridges):
            return cell
    return None


def _is_bridge(cell: Cell, hidden: set[Cell]) -> bool:
    """Tell whether no other hidden cells lead from a cell's row to its column."""
    row, column = cell
    rows, columns, waiting = {row}, set[int](), [row]
    others = hidden - {cell}
    while waiting:
        place = waiting.pop()
        reached = {other for one, other in others if one == place} - columns
        columns |= reached
        further = {one for one, other in others if other in reached} - rows
        rows |= further
        waiting += further
    return column not in columns
