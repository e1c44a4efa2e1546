"""Shares of yes, and their difference between two independent groups."""

import math
from collections.abc import Mapping, Sequence

from olke.stats.distributions import two_sided_z
from olke.stats.errors import StatsError
from olke.stats.results import Estimate, Interval, Result, check_level
from olke.stats.samples import Sample, Score, answer, joined, one_sample, require, two_groups

WILSON, NEWCOMBE = "wilson-score", "newcombe-hybrid-score"


def wilson(count: int, total: int, level: float = 0.95) -> Interval:
    """Give Wilson's score interval of a share.

    Wilson (1927), JASA 22, 209-212. Chosen because it never leaves 0 to 1, has a width even at
    none or all, and covers 95 % on average from n = 5 on, where Wald's falls short and
    Clopper-Pearson's is wider than it says (Newcombe 1998, Stat. Med. 17, 857-872; Brown, Cai &
    DasGupta 2001, Statistical Science 16, 101-133).
    Raises StatsError `no-data`, `bad-count`, `bad-level`.
    """
    require(total, 1)
    if not 0 <= count <= total:
        raise StatsError("bad-count", count=count, total=total)
    square = two_sided_z(check_level(level)) ** 2
    share = count / total
    centre = (share + square / (2 * total)) / (1 + square / total)
    half = math.sqrt(square * share * (1 - share) / total + (square / (2 * total)) ** 2)
    half /= 1 + square / total
    lower = 0.0 if count == 0 else max(0.0, centre - half)
    upper = 1.0 if count == total else min(1.0, centre + half)
    return Interval(lower, upper, level, WILSON)


def share(answers: Sequence[Score], level: float = 0.95) -> Result:
    """Give the share of yes among those that answered.

    Raises StatsError `no-data`, `not-yes-no`.
    """
    sample = one_sample(answers).require(1)
    count = yes(sample)
    estimate = Estimate("share", count / sample.size, wilson(count, sample.size, level))
    return Result(
        method="share",
        estimate=estimate,
        used=sample.size,
        left_out=sample.left_out,
        figures=(("yes", count),),
        assumptions=("independent-people",),
    )


def yes(sample: Sample) -> int:
    """Count the yes answers; raises StatsError `not-yes-no`."""
    return sum(answer(value) for value in sample.values)


def newcombe(
    first: tuple[int, int], second: tuple[int, int], level: float = 0.95
) -> tuple[float, Interval]:
    """Give the difference of two independent shares, first minus second, with its interval.

    Each is (yes, all). Newcombe (1998), Stat. Med. 17, 873-890, method 10: the score intervals of
    both shares, squared and added.
    """
    one, two = wilson(*first, level), wilson(*second, level)
    share_one, share_two = first[0] / first[1], second[0] / second[1]
    difference = share_one - share_two
    lower = difference - math.hypot(share_one - one.lower, two.upper - share_two)
    upper = difference + math.hypot(one.upper - share_one, share_two - two.lower)
    return difference, Interval(max(-1.0, lower), min(1.0, upper), level, NEWCOMBE)


def difference_of_shares(groups: Mapping[str, Sequence[Score]], level: float = 0.95) -> Result:
    """Compare the shares of yes of two independent groups, the first minus the second.

    No test of its own: `compare_tables` and `fisher_exact` test the same table.
    Raises StatsError `group-count`, `empty-group`, `not-yes-no`.
    """
    names, one, two = two_groups(groups)
    difference, interval = newcombe((yes(one), one.size), (yes(two), two.size), level)
    return Result(
        method="difference-of-shares",
        estimate=Estimate("difference-of-shares", difference, interval),
        used=one.size + two.size,
        groups=((names[0], one.size), (names[1], two.size)),
        left_out=joined(one, two),
        figures=tuple(
            (f"share:{name}", yes(sample) / sample.size)
            for name, sample in zip(names, (one, two), strict=True)
        ),
        assumptions=("independent-people", "independent-groups"),
    )
