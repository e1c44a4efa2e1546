"""Two independent groups' scores by ranks: Mann-Whitney, and the chance of being superior."""

import math
from collections.abc import Mapping, Sequence
from statistics import fmean, median

from olke.stats.distributions import normal_p, t_quantile
from olke.stats.ranks import evened, midranks, rank_sum_tails, tie_sizes
from olke.stats.results import Estimate, Interval, Result, check_level
from olke.stats.samples import Score, joined, two_groups

EXACT_UP_TO = 60  # people in both groups together
SUPERIORITY = "brunner-munzel-logit"


def mann_whitney(groups: Mapping[str, Sequence[Score]], level: float = 0.95) -> Result:
    """Compare two independent groups' scores, first against second: the Mann-Whitney test.

    estimate: probability of superiority, P(first > second) + P(equal)/2. effects: `cliff-delta`,
    twice that less one (Cliff 1993, Psychological Bulletin 114, 494-509). statistic: U of the
    first group. Exact given the ties for up to 60 people, beyond it normal with ties and
    continuity corrected (Mann & Whitney 1947, Ann. Math. Stat. 18, 50-60).
    Raises StatsError `group-count`, `empty-group`.
    """
    check_level(level)
    names, one, two = two_groups(groups)
    values = evened(one.values + two.values)
    ranks = midranks(values)
    first, total = one.size, one.size + two.size
    u = math.fsum(ranks[:first]) - first * (first + 1) / 2
    exact = total <= EXACT_UP_TO
    chance = superiority(values[:first], values[first:], level)
    interval = chance.interval
    delta = Estimate(
        "cliff-delta",
        2 * chance.value - 1,
        interval
        and Interval(2 * interval.lower - 1, 2 * interval.upper - 1, level, interval.method),
    )
    return Result(
        method="mann-whitney-exact" if exact else "mann-whitney-normal",
        estimate=chance,
        used=total,
        statistic=u,
        p=_p_exact(ranks, first, u) if exact else _p_normal(values, first, u),
        groups=((names[0], one.size), (names[1], two.size)),
        left_out=joined(one, two),
        effects=(delta,),
        figures=(
            (f"median:{names[0]}", median(one.values)),
            (f"median:{names[1]}", median(two.values)),
        ),
        assumptions=("independent-people", "independent-groups"),
        warnings=() if interval else ("too-few-for-interval",),
    )


def _p_exact(ranks: list[float], first: int, u: float) -> float:
    return min(1.0, 2 * min(rank_sum_tails(ranks, first, u + first * (first + 1) / 2)))


def _p_normal(values: list[float], first: int, u: float) -> float:
    total = len(values)
    second = total - first
    ties = sum(size**3 - size for size in tie_sizes(values)) / (total * (total - 1))
    variance = first * second / 12 * (total + 1 - ties)
    if variance <= 0:
        return 1.0  # all the same: no order tells the groups apart
    distance = max(0.0, abs(u - first * second / 2) - 0.5)
    return normal_p(distance / math.sqrt(variance))


def superiority(first: Sequence[float], second: Sequence[float], level: float = 0.95) -> Estimate:
    """Give P(first > second) + P(equal)/2 with an interval; None for a group of one.

    The variance and degrees of freedom are those of Brunner & Munzel (2000), Biometrical Journal
    42, 17-25, as corrected by Neubert & Brunner (2007), CSDA 51, 5192-5204; the interval is made on
    the log odds, where it stays within 0 to 1 and covers best near the ends (Perme & Manevski 2019,
    Statistical Methods in Medical Research 28, 3755-3768). Where the groups do not overlap at all
    the log odds end: see `_apart`.
    """
    placements = _placements(first, second)
    value = fmean(placements[0])
    if min(len(first), len(second)) < 2:
        return Estimate("probability-of-superiority", value)
    one, two = (_variance(part) / len(part) for part in placements)
    if not 0 < value < 1 or one + two <= 0:
        return Estimate("probability-of-superiority", value, _apart(first, second, value, level))
    df = (one + two) ** 2 / (one**2 / (len(first) - 1) + two**2 / (len(second) - 1))
    half = t_quantile((1 + level) / 2, df) * math.sqrt(one + two) / (value * (1 - value))
    odds = math.log(value / (1 - value))
    interval = Interval(_chance(odds - half), _chance(odds + half), level, SUPERIORITY)
    return Estimate("probability-of-superiority", value, interval)


def _chance(odds: float) -> float:
    """Turn log odds into a probability."""
    return (1 + math.tanh(odds / 2)) / 2


def _placements(first: Sequence[float], second: Sequence[float]) -> tuple[list[float], list[float]]:
    """Give for each of the first the share of the second that it exceeds, and the reverse."""
    ranks = midranks([*first, *second])
    size, others = len(first), len(second)
    inner_one, inner_two = midranks(first), midranks(second)
    one = [(rank - inner) / others for rank, inner in zip(ranks[:size], inner_one, strict=True)]
    two = [1 - (rank - inner) / size for rank, inner in zip(ranks[size:], inner_two, strict=True)]
    return one, two


def _variance(values: Sequence[float]) -> float:
    mean = fmean(values)
    return math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1)


def _apart(first: Sequence[float], second: Sequence[float], value: float, level: float) -> Interval:
    """Give the interval where no placement varies: groups quite apart, or all the same.

    As if one pair in the smaller group were undecided by half: Wilson's score interval of the
    share over the smaller group's size, no narrower than the data can say.
    """
    from olke.stats.distributions import two_sided_z

    size, square = min(len(first), len(second)), two_sided_z(level) ** 2
    centre = (value + square / (2 * size)) / (1 + square / size)
    half = math.sqrt(square * value * (1 - value) / size + (square / (2 * size)) ** 2)
    half /= 1 + square / size
    return Interval(max(0.0, centre - half), min(1.0, centre + half), level, "wilson-smaller-group")
