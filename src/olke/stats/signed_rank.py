"""The same people's scores before and after, by ranks: Wilcoxon's signed ranks."""

import math
from collections.abc import Sequence
from statistics import median

from olke.stats.distributions import normal_p
from olke.stats.ranks import evened, midranks, signed_rank_critical, signed_sum_tails
from olke.stats.results import Estimate, Interval, Result, check_level
from olke.stats.samples import Score, paired, require

EXACT_UP_TO = 50  # changes that are not nought; beyond, the normal approximation errs below 0.001


def wilcoxon(before: Sequence[Score], after: Sequence[Score], level: float = 0.95) -> Result:
    """Compare the same people's scores before and after: Wilcoxon's signed rank test.

    Those who did not change are ranked and then set aside (Pratt 1959, JASA 54, 655-667); ties
    share ranks; exact for up to 50 changes given the ties, normal without continuity correction
    beyond. statistic: the sum of the ranks of gains.
    estimate: Hodges & Lehmann's shift, the median of all means of two changes, with the interval
    of Hollander & Wolfe (1999), Nonparametric statistical methods, 3.2-3.3, which asks that changes
    be symmetric; where changes are tied it is wider than its level. effects: `rank-biserial`
    (Kerby 2014, Comprehensive Psychology 3:1): gained ranks less lost ones over both.
    Raises StatsError `no-data`, `unequal-lengths`.
    """
    check_level(level)
    pairs = paired(before, after)
    require(pairs.size, 1)
    changes = evened(pairs.differences)
    ranks = midranks([abs(change) for change in changes])
    gained = [rank for change, rank in zip(changes, ranks, strict=True) if change > 0]
    lost = [rank for change, rank in zip(changes, ranks, strict=True) if change < 0]
    both = gained + lost
    shift = hodges_lehmann(changes, level)
    warnings = [] if both else ["nobody-changed"]
    if shift.interval is None:
        warnings.append("too-few-for-interval")
    exact = len(both) <= EXACT_UP_TO
    return Result(
        method="wilcoxon-signed-rank-exact" if exact else "wilcoxon-signed-rank-normal",
        estimate=shift,
        used=pairs.size,
        statistic=math.fsum(gained),
        p=_p(both, math.fsum(gained), exact=exact),
        left_out=pairs.left_out,
        effects=_rank_biserial(gained, lost),
        figures=(
            ("gained", len(gained)),
            ("lost", len(lost)),
            ("unchanged", pairs.size - len(both)),
            ("median-before", median(pairs.before)),
            ("median-after", median(pairs.after)),
        ),
        assumptions=("independent-people", "same-people-twice", "symmetric-changes"),
        warnings=tuple(warnings),
    )


def _p(ranks: list[float], gained: float, *, exact: bool) -> float:
    if not ranks:
        return 1.0
    if exact:
        return min(1.0, 2 * min(signed_sum_tails(ranks, gained)))
    spread = math.sqrt(math.fsum(rank * rank for rank in ranks)) / 2
    return normal_p((gained - math.fsum(ranks) / 2) / spread)


def _rank_biserial(gained: list[float], lost: list[float]) -> tuple[Estimate, ...]:
    up, down = math.fsum(gained), math.fsum(lost)
    value = (up - down) / (up + down) if up + down else 0.0
    return (Estimate("rank-biserial", value),)


def hodges_lehmann(changes: Sequence[float], level: float = 0.95) -> Estimate:
    """Give the median of all means of two changes (each with itself too), with its interval.

    No interval where even the widest has a lower level: fewer than six changes at 0.95.
    """
    import numpy as np

    values = np.asarray(changes, dtype=float)
    rows, columns = np.triu_indices(len(values))
    means = (values[rows] + values[columns]) / 2
    last, critical = len(means) - 1, signed_rank_critical(len(values), level)
    middle = (last // 2, (last + 1) // 2)
    ends = (critical, last - critical) if critical >= 0 else ()
    means = np.partition(means, sorted({*middle, *ends}))
    interval = None
    if ends:
        interval = Interval(float(means[ends[0]]), float(means[ends[1]]), level, "signed-rank")
    shift = float(means[middle[0]] + means[middle[1]]) / 2
    return Estimate("hodges-lehmann-shift", shift, interval)
