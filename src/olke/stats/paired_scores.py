"""The same people's scores before and after: Student's paired t and standardised change."""

import math
from collections.abc import Sequence
from statistics import fmean

from olke.stats.distributions import hedges_correction, noncentrality_limits, t_p, t_quantile
from olke.stats.results import Estimate, Interval, Result, check_level
from olke.stats.samples import Pairs, Score, paired, require
from olke.stats.spreads import flat, sd


def paired_t(before: Sequence[Score], after: Sequence[Score], level: float = 0.95) -> Result:
    """Compare the same people's scores before and after: the paired t test.

    estimate: the mean change, after minus before, with Student's interval (1908, Biometrika 6,
    1-25). effects: `cohen-d-z` (change over the sd of changes), `cohen-d-av` (change over the root
    mean of both variances) and both with Hedges' correction, `hedges-g-z` and `hedges-g-av`.
    Raises StatsError `no-data`, `too-few` (two are needed), `unequal-lengths`.
    """
    check_level(level)
    pairs = paired(before, after)
    require(pairs.size, 2)
    change, error = fmean(pairs.differences), sd(pairs.differences) / math.sqrt(pairs.size)
    figures = (
        ("mean-before", fmean(pairs.before)),
        ("mean-after", fmean(pairs.after)),
        ("sd-before", sd(pairs.before)),
        ("sd-after", sd(pairs.after)),
        ("sd-change", error * math.sqrt(pairs.size)),
    )
    common = {"left_out": pairs.left_out, "figures": figures, "used": pairs.size}
    assumptions = ("independent-people", "same-people-twice", "mean-change-near-normal")
    df = pairs.size - 1
    if flat(error, pairs.before + pairs.after):
        return Result(
            method="paired-t",
            estimate=Estimate("mean-change", change),
            assumptions=assumptions,
            warnings=("no-variation",),
            **common,  # type: ignore[arg-type]
        )
    half = t_quantile((1 + level) / 2, df) * error
    return Result(
        method="paired-t",
        estimate=Estimate(
            "mean-change", change, Interval(change - half, change + half, level, "student-t")
        ),
        statistic=change / error,
        df=(float(df),),
        p=t_p(change / error, df),
        effects=standardised(pairs, level),
        assumptions=assumptions,
        **common,  # type: ignore[arg-type]
    )


def standardised(pairs: Pairs, level: float) -> tuple[Estimate, ...]:
    """Give the change over two yardsticks, each plain and with Hedges' correction.

    d_z, over the sd of changes: Cohen (1988), Statistical power analysis, p. 48, with the exact
    interval of the population's value from noncentral t with n - 1 degrees of freedom. d_av, over
    the root mean of both variances: with the interval of Algina & Keselman (2003), Educational and
    Psychological Measurement 63, 537-553, the same noncentrality rescaled.
    """
    root, df = math.sqrt(pairs.size), pairs.size - 1
    change, spread = fmean(pairs.differences), sd(pairs.differences)
    average = math.sqrt((sd(pairs.before) ** 2 + sd(pairs.after) ** 2) / 2)
    lower, upper = noncentrality_limits(change * root / spread, df, level)
    shrinkage = hedges_correction(df) if df > 1 else 1.0  # J has no value at one degree of freedom
    found = []
    for name, yardstick, method in (
        ("z", spread, "noncentral-t"),
        ("av", average, "algina-keselman"),
    ):
        scale = spread / (yardstick * root)
        interval = Interval(lower * scale, upper * scale, level, method)
        value = change / yardstick
        found.append(Estimate(f"cohen-d-{name}", value, interval))
        found.append(Estimate(f"hedges-g-{name}", value * shrinkage, interval))
    return tuple(found)
