"""How many people a study needs, and what a number of people can show."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from olke.stats.angles import angle
from olke.stats.distributions import NORMAL, noncentral_t_cdf, normal_quantile, t_quantile
from olke.stats.errors import StatsError

LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned sample. size: people (pairs) in all; groups: people in each; clusters: in each.

    power: what this size reaches, at least the power asked for. alpha: two-sided.
    """

    method: str
    size: int
    groups: tuple[int, ...]
    power: float
    alpha: float
    clusters: tuple[int, ...] = ()
    design_effect: float | None = None


def _check(alpha: float, power: float) -> None:
    for name, value in (("alpha", alpha), ("power", power)):
        if not 0 < value < 1:
            raise StatsError("bad-probability", name=name, value=value)
    if power <= alpha:
        raise StatsError("bad-probability", name="power", value=power)


def _smallest(power_of: Callable[[int], float], power: float, least: int) -> int:
    """Give the smallest size that reaches a power that only grows with it, by halving."""
    upper = least
    while power_of(upper) < power:
        upper *= 2
        if upper > LARGEST:
            raise StatsError("unreachable-power", limit=LARGEST, power=power)
    lower = max(least, upper // 2)
    while lower < upper:
        middle = (lower + upper) // 2
        if power_of(middle) < power:
            lower = middle + 1
        else:
            upper = middle
    return lower


def noncentral_power(noncentrality: float, df: float, alpha: float) -> float:
    """Give the power of a two-sided t test. Cohen (1988), ch. 2, both tails counted."""
    critical = t_quantile(1 - alpha / 2, df)
    beyond = 1 - noncentral_t_cdf(critical, df, noncentrality)
    return min(1.0, beyond + noncentral_t_cdf(-critical, df, noncentrality))


def paired_t_power(size: int, d_z: float, alpha: float = 0.05) -> float:
    """Give the power of the paired t test for a change of d_z sds of changes."""
    if size < 2:
        raise StatsError("too-few", used=size, needed=2)
    return noncentral_power(abs(d_z) * math.sqrt(size), size - 1, alpha)


def paired_t_size(d_z: float, power: float = 0.8, alpha: float = 0.05) -> Plan:
    """Give the pairs that the paired t test needs for a change of d_z sds of changes."""
    _check(alpha, power)
    _effect("d_z", d_z)
    size = _smallest(lambda n: paired_t_power(n, d_z, alpha), power, 2)
    return Plan("paired-t", size, (size,), paired_t_power(size, d_z, alpha), alpha)


def welch_power(
    first: int,
    second: int,
    difference: float,
    sds: tuple[float, float] = (1.0, 1.0),
    alpha: float = 0.05,
) -> float:
    """Give the power of Welch's test; with both sds 1 the difference is Cohen's d.

    Noncentral t at Welch's degrees of freedom of the planned sds (Moser, Stevens & Watts 1989,
    Commun. Stat. Theory Methods 18, 3963-3975).
    """
    if min(first, second) < 2:
        raise StatsError("too-few", used=min(first, second), needed=2)
    one, two = sds[0] ** 2 / first, sds[1] ** 2 / second
    if min(sds) <= 0:
        raise StatsError("bad-parameter", name="sd", value=min(sds))
    df = (one + two) ** 2 / (one**2 / (first - 1) + two**2 / (second - 1))
    return noncentral_power(abs(difference) / math.sqrt(one + two), df, alpha)


def welch_size(
    difference: float,
    sds: tuple[float, float] = (1.0, 1.0),
    power: float = 0.8,
    alpha: float = 0.05,
) -> Plan:
    """Give the people that Welch's test needs in two groups of one size."""
    _check(alpha, power)
    _effect("difference", difference)
    size = _smallest(lambda n: welch_power(n, n, difference, sds, alpha), power, 2)
    reached = welch_power(size, size, difference, sds, alpha)
    return Plan("welch-t", 2 * size, (size, size), reached, alpha)


def two_shares_power(
    first: int, second: int, shares: tuple[float, float], alpha: float = 0.05
) -> float:
    """Give the power of a comparison of two independent shares, by Cohen's h.

    Cohen (1988), ch. 6: normal on the scale of angles, both tails counted.
    """
    distance = abs(angle(_share(shares[0])) - angle(_share(shares[1])))
    if min(first, second) < 1:
        raise StatsError("no-data")
    return _normal_power(distance / math.sqrt(1 / first + 1 / second), alpha)


def two_shares_size(shares: tuple[float, float], power: float = 0.8, alpha: float = 0.05) -> Plan:
    """Give the people that comparing two independent shares needs in two groups of one size."""
    _check(alpha, power)
    _effect("difference", shares[0] - shares[1])
    size = _smallest(lambda n: two_shares_power(n, n, shares, alpha), power, 1)
    reached = two_shares_power(size, size, shares, alpha)
    return Plan("two-shares", 2 * size, (size, size), reached, alpha)


def mcnemar_power(size: int, gained: float, lost: float, alpha: float = 0.05) -> float:
    """Give the power of McNemar's exact test.

    gained, lost: the chances that one person's no becomes yes, and the reverse. Summed over how
    many change (binomial) and which way (binomial given that), so exact too; it may fall a little
    as the size grows, for the test is discrete.
    """
    import numpy as np
    from scipy.special import bdtr, bdtrik

    changing = _changing(gained, lost)
    if size < 1:
        raise StatsError("no-data")
    counts = np.arange(size + 1)
    chances = np.diff(bdtr(counts, size, changing), prepend=0.0)
    # The largest count that is rejected, for each number that changed.
    critical = np.floor(bdtrik(alpha / 2, np.maximum(counts, 1), 0.5) + 1e-9)
    critical = np.where(
        bdtr(np.maximum(critical, 0), counts, 0.5) > alpha / 2, critical - 1, critical
    )
    ratio = gained / changing
    below = np.where(critical >= 0, bdtr(np.maximum(critical, 0), counts, ratio), 0.0)
    above = np.where(critical >= 0, bdtr(np.maximum(critical, 0), counts, 1 - ratio), 0.0)
    rejected = np.where(np.isfinite(below + above), below + above, 0.0)
    rejected[0] = 0.0
    return min(1.0, float((chances * rejected).sum()))


def mcnemar_size(gained: float, lost: float, power: float = 0.8, alpha: float = 0.05) -> Plan:
    """Give the pairs that McNemar's exact test needs, so that no larger number falls short.

    Searched from Connor's normal size (1987, Biometrics 43, 207-211), which the exact test exceeds.
    """
    _check(alpha, power)
    start = connor_size(gained, lost, power, alpha)
    limit = 2 * start + 50
    if limit > 20_000:
        raise StatsError("unreachable-power", limit=10_000, power=power)
    size = limit
    while size > 1 and mcnemar_power(size - 1, gained, lost, alpha) >= power:
        size -= 1
    return Plan("mcnemar-exact", size, (size,), mcnemar_power(size, gained, lost, alpha), alpha)


def connor_size(gained: float, lost: float, power: float = 0.8, alpha: float = 0.05) -> int:
    """Give Connor's pairs for McNemar's test by the normal distribution (1987, p. 209)."""
    _check(alpha, power)
    changing, net = _changing(gained, lost), abs(gained - lost)
    _effect("gained - lost", net)
    z, reach = normal_quantile(1 - alpha / 2), normal_quantile(power)
    root = z * math.sqrt(changing) + reach * math.sqrt(max(0.0, changing - net**2))
    return math.ceil((root / net) ** 2)


def clusters_size(
    difference: float, icc: float, members: int, power: float = 0.8, alpha: float = 0.05
) -> Plan:
    """Give the whole classes that comparing two groups of them needs.

    difference: Cohen's d. members: people in a class. Noncentral t on the classes' means, 2k - 2
    degrees of freedom: Donner & Klar (2000), Design and analysis of cluster randomization trials,
    5.2; so that few classes are not planned as if they were many people.
    """
    _check(alpha, power)
    _effect("difference", difference)
    if not 0 <= icc <= 1:
        raise StatsError("bad-parameter", name="icc", value=icc)
    if members < 1:
        raise StatsError("bad-parameter", name="members", value=members)
    effect = 1 + (members - 1) * icc
    size = _smallest(lambda n: clusters_power(n, difference, icc, members, alpha), power, 2)
    people = size * members
    reached = clusters_power(size, difference, icc, members, alpha)
    return Plan("cluster-cr2", 2 * people, (people, people), reached, alpha, (size, size), effect)


def clusters_power(
    clusters: int, difference: float, icc: float, members: int, alpha: float = 0.05
) -> float:
    """Give the power of two groups of this many classes each, of this many people."""
    if clusters < 2:
        raise StatsError("too-few", used=clusters, needed=2)
    effect = 1 + (members - 1) * icc
    noncentrality = abs(difference) * math.sqrt(clusters * members / (2 * effect))
    return noncentral_power(noncentrality, 2 * clusters - 2, alpha)


def _normal_power(distance: float, alpha: float) -> float:
    z = normal_quantile(1 - alpha / 2)
    return NORMAL.cdf(distance - z) + NORMAL.cdf(-distance - z)


def _share(value: float) -> float:
    if not 0 <= value <= 1:
        raise StatsError("bad-probability", name="share", value=value)
    return value


def _changing(gained: float, lost: float) -> float:
    if min(gained, lost) < 0 or not 0 < gained + lost <= 1:
        raise StatsError("bad-probability", name="gained + lost", value=gained + lost)
    return gained + lost


def _effect(name: str, value: float) -> None:
    """Refuse to plan for no effect at all."""
    if not value or not math.isfinite(value):
        raise StatsError("bad-parameter", name=name, value=value)
