"""The same people's scores before and after: Student's paired t and standardised change."""

import math
from collections.abc import Sequence
from statistics import fmean

from olke.stats.distributions import hedges_correction, noncentrality_limits, t_p, t_quantile
from olke.stats.results import Estimate, Interval, Result, check_level
from olke.stats.samples import Pairs, Score, paired, require


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
    change, error = fmean(pairs.differences), _sd(pairs.differences) / math.sqrt(pairs.size)
    figures = (
        ("mean-before", fmean(pairs.before)),
        ("mean-after", fmean(pairs.after)),
        ("sd-before", _sd(pairs.before)),
        ("sd-after", _sd(pairs.after)),
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
        effects=(*d_z(pairs, level), *d_av(pairs, level)),
        assumptions=assumptions,
        **common,  # type: ignore[arg-type]
    )


def d_z(pairs: Pairs, level: float) -> tuple[Estimate, Estimate]:
    """Give the change over the sd of changes, plain and with Hedges' correction.

    Cohen (1988), Statistical power analysis, p. 48. Both carry the exact interval of the
    population's value, from noncentral t with n - 1 degrees of freedom.
    """
    size, df = pairs.size, pairs.size - 1
    value = fmean(pairs.differences) / _sd(pairs.differences)
    lower, upper = noncentrality_limits(value * math.sqrt(size), df, level)
    interval = Interval(lower / math.sqrt(size), upper / math.sqrt(size), level, "noncentral-t")
    corrected = value * _shrinkage(df)
    return Estimate("cohen-d-z", value, interval), Estimate("hedges-g-z", corrected, interval)


def d_av(pairs: Pairs, level: float) -> tuple[Estimate, ...]:
    """Give the change over the root mean of both variances, plain and with Hedges' correction.

    Empty where neither time has any variance. The interval is that of Algina & Keselman (2003),
    Educational and Psychological Measurement 63, 537-553: the noncentrality of the paired t,
    rescaled.
    """
    size, df = pairs.size, pairs.size - 1
    one, two = _sd(pairs.before), _sd(pairs.after)
    average, spread = math.sqrt((one**2 + two**2) / 2), _sd(pairs.differences)
    if flat(average, pairs.before + pairs.after):
        return ()
    change = fmean(pairs.differences)
    lower, upper = noncentrality_limits(change * math.sqrt(size) / spread, df, level)
    scale = spread / (average * math.sqrt(size))
    interval = Interval(lower * scale, upper * scale, level, "algina-keselman")
    value = change / average
    return (
        Estimate("cohen-d-av", value, interval),
        Estimate("hedges-g-av", value * _shrinkage(df), interval),
    )


def _shrinkage(df: float) -> float:
    return hedges_correction(df) if df > 1 else 1.0  # J has no value at one degree of freedom


def _sd(values: Sequence[float]) -> float:
    mean = fmean(values)
    return math.sqrt(math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1))


def flat(spread: float, values: Sequence[float]) -> bool:
    """Tell whether a spread is nought but for rounding of values of this size."""
    return spread <= 1e-12 * max(map(abs, values), default=0.0)
