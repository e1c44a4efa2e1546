"""Two independent groups' scores by ranks: Mann-Whitney, and the chance of being superior."""

import math
from collections.abc import Mapping, Sequence
from statistics import median

from olke.stats.distributions import normal_p, root, two_sided_z
from olke.stats.ranks import evened, midranks, rank_sum_tails, tie_sizes
from olke.stats.results import Estimate, Interval, Result, check_level
from olke.stats.samples import Score, joined, two_groups

EXACT_UP_TO = 60  # people in both groups together
SUPERIORITY = "newcombe-superiority"


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
    lower, upper = (2 * end - 1 for end in chance.interval or ())
    delta = Interval(lower, upper, level, SUPERIORITY)
    return Result(
        method="mann-whitney-exact" if exact else "mann-whitney-normal",
        estimate=chance,
        used=total,
        statistic=u,
        p=_p_exact(ranks, first, u) if exact else _p_normal(values, first, u),
        groups=((names[0], one.size), (names[1], two.size)),
        left_out=joined(one, two),
        effects=(Estimate("cliff-delta", 2 * chance.value - 1, delta),),
        figures=(
            (f"median:{names[0]}", median(one.values)),
            (f"median:{names[1]}", median(two.values)),
        ),
        assumptions=("independent-people", "independent-groups"),
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
    """Give P(first > second) + P(equal)/2 with an interval.

    Newcombe (2006), Stat. Med. 25, 559-573, method 5: every chance that a score test does not
    reject, with the variance that Hanley & McNeil's exponential model gives to that chance. It
    stays within 0 to 1 and has a width where the groups do not overlap; of those simulated (Brunner
    and Munzel's plain, on log odds and on angles) the one that keeps its level at ten a group.
    Wider than its level where answers are mostly ties.
    """
    ranks = midranks([*first, *second])
    size, other = len(first), len(second)
    value = (math.fsum(ranks[:size]) - size * (size + 1) / 2) / (size * other)
    square, typical = two_sided_z(level) ** 2, (size + other) / 2 - 1

    def spread(chance: float) -> float:
        inflated = 1 + typical * ((1 - chance) / (2 - chance) + chance / (1 + chance))
        return square / (size * other) * inflated

    def excess(chance: float) -> float:
        return (value - chance) ** 2 - chance * (1 - chance) * spread(chance)

    # At nought and one the estimate solves the equation too, and is divided out of it.
    if value <= 0:
        lower, upper = 0.0, root(lambda chance: chance - (1 - chance) * spread(chance), 0.0, 1.0)
    elif value >= 1:
        lower, upper = root(lambda chance: 1 - chance - chance * spread(chance), 0.0, 1.0), 1.0
    else:
        lower, upper = root(excess, 0.0, value), root(excess, value, 1.0)
    return Estimate("probability-of-superiority", value, Interval(lower, upper, level, SUPERIORITY))
