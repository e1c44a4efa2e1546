"""Answers by group where counts are small: Fisher's exact test, and Freeman and Halton's."""

import math
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from olke.stats.errors import StatsError
from olke.stats.results import Estimate, Result, check_level
from olke.stats.shares import newcombe
from olke.stats.tables import Table, comparable, cramer_v, cramer_v_corrected, sizes

TABLES = 500_000  # tables with the same margins that are listed; about two seconds
SAME = (
    1e-7  # chances that differ by less, relatively, are counted as equal, as R's fisher.test does
)


def fisher_exact(table: Table, level: float = 0.95) -> Result:
    """Test whether answers depend on the group, exactly, given both margins.

    Two by two: Fisher (1934), Statistical methods for research workers, 5th ed., 21.02; estimate:
    the first group's share of the first answer less the second's, with Newcombe's interval.
    Larger: Freeman & Halton (1951), Biometrika 38, 141-149; estimate: Cramér's V. p: the chance of
    all tables with these margins that are no likelier than the one seen.
    Raises StatsError `no-data`, `group-count`, `no-variation`, `too-many-tables`.
    """
    check_level(level)
    used = comparable(table)
    square = len(used.rows) == len(used.columns) == 2
    if square:
        (a, b), (c, d) = used.counts
        difference, interval = newcombe((a, a + b), (c, c + d), level)
        estimate = Estimate("difference-of-shares", difference, interval)
    else:
        estimate = cramer_v(used, level)
    v = cramer_v(used, level)
    return Result(
        method="fisher-exact" if square else "freeman-halton-exact",
        estimate=estimate,
        used=used.total,
        p=exact_p(used.counts),
        groups=sizes(table),
        left_out=table.left_out,
        effects=(v, cramer_v_corrected(used)) if square else (cramer_v_corrected(used),),
        assumptions=("independent-people", "independent-groups"),
        warnings=() if used.rows == table.rows else ("empty-group",),
    )


def exact_p(counts: Sequence[Sequence[int]]) -> float:
    """Give the chance of all tables with these margins that are no likelier than this one.

    Raises StatsError `too-many-tables`.
    """
    columns = sorted(zip(*counts, strict=True), key=sum)
    if len(columns) > len(counts):
        columns = sorted((tuple(row) for row in counts), key=sum)
    heights = tuple(sum(column) for column in columns)
    rows = tuple(sum(column[index] for column in columns) for index in range(len(columns[0])))
    if count_tables(rows, heights) > TABLES:
        raise StatsError("too-many-tables", limit=TABLES)
    total = sum(heights)
    constant = sum(_log(value) for value in (*rows, *heights)) - _log(total)
    seen = constant - sum(_log(count) for column in columns for count in column)
    bound = seen + math.log1p(SAME)
    chances = [
        math.exp(constant - cells) for cells in _cells(rows, heights) if constant - cells <= bound
    ]
    return min(1.0, math.fsum(chances))


def count_tables(rows: tuple[int, ...], heights: tuple[int, ...]) -> int:
    """Count the tables with these margins, giving up beyond the limit."""

    @cache
    def ways(left: tuple[int, ...], index: int) -> int:
        if index == len(heights) - 1:
            return 1
        total = 0
        for column in columns_of(left, heights[index]):
            rest = tuple(sorted(one - other for one, other in zip(left, column, strict=True)))
            total += ways(rest, index + 1)
            if total > TABLES:
                break
        return total

    return ways(tuple(sorted(rows)), 0)


def columns_of(rows: Sequence[int], height: int) -> Iterator[tuple[int, ...]]:
    """Give every column of this sum that fits under these rows."""
    if len(rows) == 1:
        if height <= rows[0]:
            yield (height,)
        return
    least = max(0, height - sum(rows[1:]))
    for count in range(least, min(rows[0], height) + 1):
        for others in columns_of(rows[1:], height - count):
            yield (count, *others)


def _cells(rows: tuple[int, ...], heights: tuple[int, ...]) -> Iterator[float]:
    """Give for each table with these margins the sum of the logs of its cells' factorials."""
    if len(heights) == 1:
        yield sum(_log(count) for count in rows)
        return
    for column in columns_of(rows, heights[0]):
        cells = sum(_log(count) for count in column)
        rest = tuple(one - other for one, other in zip(rows, column, strict=True))
        for others in _cells(rest, heights[1:]):
            yield cells + others


@lru_cache(maxsize=4096)
def _log(count: int) -> float:
    return math.lgamma(count + 1)
