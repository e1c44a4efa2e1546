"""Two independent groups' scores by means: Welch's t and the standardised difference."""

import math
from collections.abc import Mapping, Sequence
from statistics import fmean

from olke.stats.distributions import hedges_correction, noncentrality_limits, t_p, t_quantile
from olke.stats.results import Estimate, Interval, Result, check_level
from olke.stats.samples import Score, joined, require, two_groups
from olke.stats.spreads import flat, variance


def welch(groups: Mapping[str, Sequence[Score]], level: float = 0.95) -> Result:
    """Compare the means of two independent groups, the first minus the second: Welch's t.

    Welch (1947), Biometrika 34, 28-35: variances need not be equal. effects: `hedges-g` over the
    pooled sd (for tables of other studies; asks equal variances) and `hedges-g-star` over the root
    mean of both variances, which belongs to Welch's test (Delacre, Lakens, Ley, Liu & Leys 2021,
    Why Hedges' g*s based on the non-pooled standard deviation should be reported with Welch's
    t-test).
    Raises StatsError `group-count`, `empty-group`, `too-few` (two in each group are needed).
    """
    check_level(level)
    names, one, two = two_groups(groups)
    for sample in (one, two):
        require(sample.size, 2)
    means = fmean(one.values), fmean(two.values)
    spreads = variance(one.values), variance(two.values)
    common = {
        "used": one.size + two.size,
        "groups": ((names[0], one.size), (names[1], two.size)),
        "left_out": joined(one, two),
        "figures": (
            *((f"mean:{name}", mean) for name, mean in zip(names, means, strict=True)),
            *((f"sd:{name}", math.sqrt(part)) for name, part in zip(names, spreads, strict=True)),
        ),
        "assumptions": ("independent-people", "independent-groups", "means-near-normal"),
    }
    difference = means[0] - means[1]
    squares = spreads[0] / one.size, spreads[1] / two.size
    error = math.sqrt(sum(squares))
    if flat(error, one.values + two.values):
        return Result(
            method="welch-t",
            estimate=Estimate("difference-of-means", difference),
            warnings=("no-variation",),
            **common,  # type: ignore[arg-type]
        )
    df = sum(squares) ** 2 / (squares[0] ** 2 / (one.size - 1) + squares[1] ** 2 / (two.size - 1))
    half = t_quantile((1 + level) / 2, df) * error
    interval = Interval(difference - half, difference + half, level, "welch-t")
    sizes = one.size, two.size
    return Result(
        method="welch-t",
        estimate=Estimate("difference-of-means", difference, interval),
        statistic=difference / error,
        df=(df,),
        p=t_p(difference / error, df),
        effects=(
            g_pooled(difference, spreads, sizes, level),
            g_star(difference, spreads, sizes, level),
        ),
        **common,  # type: ignore[arg-type]
    )


def g_pooled(
    difference: float, spreads: tuple[float, float], sizes: tuple[int, int], level: float
) -> Estimate:
    """Give Hedges' g: the difference over the pooled sd, corrected for bias, exact interval.

    spreads: variances. Hedges (1981), Journal of Educational Statistics 6, 107-128.
    """
    df = sum(sizes) - 2
    pooled = sum((size - 1) * part for size, part in zip(sizes, spreads, strict=True)) / df
    value = difference / math.sqrt(pooled)
    scale = math.sqrt(1 / sizes[0] + 1 / sizes[1])
    lower, upper = noncentrality_limits(value / scale, df, level)
    interval = Interval(lower * scale, upper * scale, level, "noncentral-t")
    return Estimate("hedges-g", value * hedges_correction(df), interval)


def g_star(
    difference: float, spreads: tuple[float, float], sizes: tuple[int, int], level: float
) -> Estimate:
    """Give Hedges' g*: the difference over the root mean of both variances, corrected for bias.

    spreads: variances. Delacre et al. (2021): the bias correction takes its degrees of freedom
    from the fourth powers of both sds; the interval rescales the noncentrality of Welch's t.
    """
    (one, two), (first, second) = spreads, sizes
    df = (first - 1) * (second - 1) * (one + two) ** 2
    df /= (second - 1) * one**2 + (first - 1) * two**2
    average = math.sqrt((one + two) / 2)
    error = math.sqrt(one / first + two / second)
    lower, upper = noncentrality_limits(difference / error, df, level)
    interval = Interval(
        lower * error / average, upper * error / average, level, "noncentral-t-unequal"
    )
    shrunk = hedges_correction(df) if df > 1 else 1.0
    return Estimate("hedges-g-star", difference / average * shrunk, interval)
