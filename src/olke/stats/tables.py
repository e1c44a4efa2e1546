"""Answers by group: counts, chi-square, Cramér's V."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from olke.stats.distributions import chi_square_p, root
from olke.stats.errors import StatsError
from olke.stats.results import Estimate, Interval, LeftOut, Result, check_level
from olke.stats.samples import reasons, same_length


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of answers (columns) by group (rows), and who was left out."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    left_out: tuple[LeftOut, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a table that is no rectangle of counts: StatsError `bad-count`."""
        for row in self.counts:
            same_length(self.columns, row)
            for count in row:
                if count < 0 or count != int(count):
                    raise StatsError("bad-count", count=count, total=sum(row))
        same_length(self.rows, self.counts)

    @property
    def total(self) -> int:
        """Count everyone."""
        return sum(map(sum, self.counts))

    def filled(self) -> "Table":
        """Give the table without groups and answers that nobody has."""
        keep = [index for index, row in enumerate(self.counts) if sum(row)]
        used = [index for index, column in enumerate(zip(*self.counts, strict=True)) if sum(column)]
        return Table(
            tuple(self.rows[index] for index in keep),
            tuple(self.columns[index] for index in used),
            tuple(tuple(self.counts[row][index] for index in used) for row in keep),
            self.left_out,
        )

    def expected(self) -> tuple[tuple[float, ...], ...]:
        """Give the counts that the margins alone would lead to expect."""
        across = [sum(column) for column in zip(*self.counts, strict=True)]
        return tuple(
            tuple(sum(row) * column / self.total for column in across) for row in self.counts
        )


def count_by_group(answers: Sequence[str | None], groups: Sequence[str | None]) -> Table:
    """Count answers by group, both in order of first appearance.

    Raises StatsError `unequal-lengths`.
    """
    same_length(answers, groups)
    told = list(zip(groups, answers, strict=True))
    codes = [
        "missing-group" if group is None else "missing-value"
        for group, given in told
        if group is None or given is None
    ]
    pairs = [(group, given) for group, given in told if group is not None and given is not None]
    rows = tuple(dict.fromkeys(group for group in groups if group is not None))
    columns = tuple(dict.fromkeys(given for _, given in pairs))
    counts = tuple(tuple(pairs.count((row, column)) for column in columns) for row in rows)
    return Table(rows, columns, counts, reasons(codes))


def chi_square(table: Table, level: float = 0.95) -> Result:
    """Test whether answers depend on the group: Pearson's chi-square without correction.

    estimate: Cramér's V with its interval; effects: `cramer-v-corrected`. figures: the smallest
    expected count and the share of expected counts below 5; `small-expected-counts` warns where
    Cochran's rule (1954, Biometrics 10, 417-451: none below 1, at most a fifth below 5) fails.
    Groups and answers that nobody has are dropped, with a warning.
    Raises StatsError `no-data`, `no-variation`.
    """
    check_level(level)
    used = comparable(table)
    value, df = statistic(used), freedom(used)
    smallest, below = expected_counts(used)
    warnings = [] if cochran(used) else ["small-expected-counts"]
    if len(used.rows) < len(table.rows):
        warnings.append("empty-group")
    if len(used.columns) < len(table.columns):
        warnings.append("unused-answer")
    return Result(
        method="chi-square",
        estimate=cramer_v(used, level),
        used=used.total,
        statistic=value,
        df=(float(df),),
        p=chi_square_p(value, df),
        groups=sizes(table),
        left_out=table.left_out,
        effects=(cramer_v_corrected(used),),
        figures=(("smallest-expected", smallest), ("share-expected-below-5", below)),
        assumptions=("independent-people", "independent-groups", "expected-counts"),
        warnings=tuple(warnings),
    )


def comparable(table: Table) -> Table:
    """Drop what is empty; raises StatsError where fewer than two groups or answers are left."""
    used = table.filled()
    if not used.total:
        raise StatsError("no-data")
    if len(used.rows) < 2:
        raise StatsError("group-count", found=len(used.rows), needed=2)
    if len(used.columns) < 2:
        raise StatsError("no-variation")
    return used


def sizes(table: Table) -> tuple[tuple[str, int], ...]:
    """Count each group."""
    return tuple((name, sum(row)) for name, row in zip(table.rows, table.counts, strict=True))


def statistic(table: Table) -> float:
    """Give Pearson's chi-square."""
    return math.fsum(
        (count - mean) ** 2 / mean
        for row, means in zip(table.counts, table.expected(), strict=True)
        for count, mean in zip(row, means, strict=True)
    )


def freedom(table: Table) -> int:
    """Give the degrees of freedom."""
    return (len(table.rows) - 1) * (len(table.columns) - 1)


def expected_counts(table: Table) -> tuple[float, float]:
    """Give the smallest expected count, and the share of them below 5."""
    means = [mean for row in table.expected() for mean in row]
    return min(means), sum(mean < 5 for mean in means) / len(means)


def cochran(table: Table) -> bool:
    """Tell whether the expected counts are large enough for chi-square."""
    smallest, below = expected_counts(table)
    return smallest >= 1 and below <= 0.2


def cramer_v(table: Table, level: float) -> Estimate:
    """Give Cramér's V and an interval for the population's.

    V: Cramér (1946), Mathematical methods of statistics, p. 282. Interval: the noncentralities of
    chi-square that leave (1 - level)/2 beyond what was seen (Smithson 2003, Confidence intervals,
    ch. 4); V itself is biased upwards, so that in a table with no trace of dependence the interval
    may end below it.
    """
    value, df = statistic(table), freedom(table)
    scale = table.total * (min(len(table.rows), len(table.columns)) - 1)
    ends = [math.sqrt(min(1.0, limit / scale)) for limit in noncentral_limits(value, df, level)]
    interval = Interval(ends[0], ends[1], level, "noncentral-chi-square")
    return Estimate("cramer-v", math.sqrt(min(1.0, value / scale)), interval)


def noncentral_limits(value: float, df: int, level: float) -> tuple[float, float]:
    """Give the noncentralities of chi-square with (1 - level)/2 beyond the value on either side."""
    from scipy.special import chndtr

    tail = (1 - level) / 2

    def limit(probability: float) -> float:
        def excess(noncentrality: float) -> float:
            return float(chndtr(value, df, noncentrality)) - probability

        if excess(0.0) <= 0:
            return 0.0
        return root(excess, 0.0, 2 * value + 50 + 10 * df)

    return limit(1 - tail), limit(tail)


def cramer_v_corrected(table: Table) -> Estimate:
    """Give Cramér's V corrected for bias: Bergsma (2013), J. Korean Stat. Soc. 42, 323-328."""
    total, rows, columns = table.total, len(table.rows), len(table.columns)
    if total < 2:
        return Estimate("cramer-v-corrected", 0.0)
    squared = max(0.0, statistic(table) / total - freedom(table) / (total - 1))
    narrowed = min(size - (size - 1) ** 2 / (total - 1) for size in (rows, columns)) - 1
    return Estimate(
        "cramer-v-corrected", math.sqrt(min(1.0, squared / narrowed)) if narrowed > 0 else 0.0
    )
