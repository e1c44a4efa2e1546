"""Quantiles and tails that intervals and tests need; SciPy is imported when the first is asked."""

import math
from collections.abc import Callable
from statistics import NormalDist

NORMAL = NormalDist()


def normal_quantile(probability: float) -> float:
    """Give the standard normal quantile."""
    return NORMAL.inv_cdf(probability)


def two_sided_z(level: float) -> float:
    """Give the z of a two-sided interval: 1.959964 at 0.95."""
    return NORMAL.inv_cdf((1 + level) / 2)


def normal_p(z: float) -> float:
    """Give the two-sided p of a standard normal statistic."""
    return math.erfc(abs(z) / math.sqrt(2))


def t_quantile(probability: float, df: float) -> float:
    """Give Student's quantile; df need not be whole."""
    from scipy.special import stdtrit

    return float(stdtrit(df, probability))


def t_p(t: float, df: float) -> float:
    """Give the two-sided p of Student's t."""
    from scipy.special import stdtr

    return float(2 * stdtr(df, -abs(t)))


def f_quantile(probability: float, df1: float, df2: float) -> float:
    """Give the quantile of F."""
    from scipy.special import fdtri

    return float(fdtri(df1, df2, probability))


def f_p(value: float, df1: float, df2: float) -> float:
    """Give the upper tail of F."""
    from scipy.special import fdtrc

    return float(fdtrc(df1, df2, value))


def chi_square_p(value: float, df: float) -> float:
    """Give the upper tail of chi-square."""
    from scipy.special import chdtrc

    return float(chdtrc(df, value))


def noncentral_t_cdf(t: float, df: float, noncentrality: float) -> float:
    """Give the lower tail of noncentral t."""
    from scipy.special import nctdtr

    if t < 0:
        return 1 - noncentral_t_cdf(-t, df, -noncentrality)
    value = float(nctdtr(df, noncentrality, t))
    if math.isnan(value):  # SciPy gives nan where the tail is nought or one to its precision
        return float(noncentrality < t)
    return value


def noncentrality_limits(t: float, df: float, level: float) -> tuple[float, float]:
    """Give the noncentralities whose tails beyond the observed t are (1 - level)/2 each.

    Steiger & Fouladi, in Harlow, Mulaik & Steiger (1997), What if there were no significance
    tests?, ch. 9: the pivot of every exact interval of a standardised mean difference.
    """
    tail = (1 - level) / 2
    reach = 5 + 5 * abs(t) / math.sqrt(df) + abs(t)

    def limit(probability: float) -> float:
        return root(
            lambda value: noncentral_t_cdf(t, df, value) - probability, t - reach, t + reach
        )

    return limit(1 - tail), limit(tail)


def root(function: Callable[[float], float], lower: float, upper: float) -> float:
    """Find where a function crosses nought between two points on either side of it."""
    from scipy.optimize import brentq

    return float(brentq(function, lower, upper, xtol=1e-13, rtol=1e-13, maxiter=200))


def hedges_correction(df: float) -> float:
    """Give J, by which a standardised difference is shrunk to be unbiased.

    The exact gamma form: Hedges (1981), Journal of Educational Statistics 6(2), 107-128, eq. 6e.
    """
    return math.exp(math.lgamma(df / 2) - math.lgamma((df - 1) / 2)) / math.sqrt(df / 2)
