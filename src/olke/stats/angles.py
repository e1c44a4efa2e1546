"""Two independent shares on the scale of angles: Cohen's h, and Fisher's φ*."""

import math
from collections.abc import Mapping, Sequence

from olke.stats.distributions import normal_p
from olke.stats.errors import StatsError
from olke.stats.results import Estimate, Interval, Result, check_level
from olke.stats.samples import Score, joined, two_groups
from olke.stats.shares import newcombe, wilson, yes

# One-sided critical values as Gubler & Genkin (1973) and Sidorenko print them.
CRITICAL = (("critical-0.05", 1.64), ("critical-0.01", 2.31))


def angle(share: float) -> float:
    """Give twice the arcsine of the root of a share, in radians: 0 to pi."""
    return 2 * math.asin(math.sqrt(share))


def cohen_h(first: tuple[int, int], second: tuple[int, int], level: float = 0.95) -> Estimate:
    """Give the difference of two independent shares' angles, each told as (yes, all).

    Cohen (1988), Statistical power analysis, eq. 6.2.1. The interval squares and adds the angles
    of both Wilson limits, as Newcombe does for shares: the textbook one (h +- z times the root of
    1/n + 1/n) fails near 0 and 1.
    """
    one, two = wilson(*first, level), wilson(*second, level)
    high, low = angle(first[0] / first[1]), angle(second[0] / second[1])
    value = high - low
    lower = value - math.hypot(high - angle(one.lower), angle(two.upper) - low)
    upper = value + math.hypot(angle(one.upper) - high, low - angle(two.lower))
    interval = Interval(max(-math.pi, lower), min(math.pi, upper), level, "wilson-angles")
    return Estimate("cohen-h", value, interval)


def fisher_phi(
    groups: Mapping[str, Sequence[Score]], *, paired: bool, level: float = 0.95
) -> Result:
    """Compare two independent shares by Fisher's angular transformation, φ*.

    Sidorenko (2000), Methods of mathematical treatment in psychology, 5.4, printed in local
    dissertations. statistic: φ*, signed, first group less second; p two-sided from the normal
    distribution; figures: both angles, `p-one-sided` for the direction seen (the book's test), and
    the book's critical values.
    paired: whether these are the same people twice; then it is refused with `paired-data`, for the
    variance 1/n + 1/n holds of independent groups alone.
    Raises StatsError also `group-count`, `empty-group`, `not-yes-no`.
    """
    if paired:
        raise StatsError("paired-data")
    check_level(level)
    names, one, two = two_groups(groups)
    first, second = (yes(one), one.size), (yes(two), two.size)
    angles = angle(first[0] / first[1]), angle(second[0] / second[1])
    value = (angles[0] - angles[1]) * math.sqrt(one.size * two.size / (one.size + two.size))
    difference, interval = newcombe(first, second, level)
    return Result(
        method="fisher-angular",
        estimate=Estimate("difference-of-shares", difference, interval),
        used=one.size + two.size,
        statistic=value,
        p=normal_p(value),
        groups=((names[0], one.size), (names[1], two.size)),
        left_out=joined(one, two),
        effects=(cohen_h(first, second, level),),
        figures=(
            (f"angle:{names[0]}", angles[0]),
            (f"angle:{names[1]}", angles[1]),
            ("p-one-sided", normal_p(value) / 2),
            *CRITICAL,
        ),
        assumptions=("independent-people", "independent-groups"),
        warnings=_warnings(first, second),
    )


def _warnings(first: tuple[int, int], second: tuple[int, int]) -> tuple[str, ...]:
    """Warn by the book's conditions: no share of nought, and groups of a least size."""
    found = []
    if 0 in (first[0], second[0]):
        found.append("share-of-nought")
    least, most = sorted((first[1], second[1]))
    if not _large_enough(least, most):
        found.append("groups-too-small")
    return tuple(found)


def _large_enough(least: int, most: int) -> bool:
    """Tell whether the groups reach Sidorenko's sizes: 2 by 30, 3 by 7, 4 by 5, 5 by 5."""
    bounds = {2: 30, 3: 7, 4: 5}
    return least >= 5 or (least in bounds and most >= bounds[least])
