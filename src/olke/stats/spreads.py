"""Variance, sd and covariance, with n - 1 below: in floats, for the standard library's exact ones
are a hundred times slower."""

import math
from collections.abc import Sequence
from statistics import fmean


def covariance(one: Sequence[float], other: Sequence[float]) -> float:
    """Give the covariance; two values at least."""
    first, second = fmean(one), fmean(other)
    products = ((a - first) * (b - second) for a, b in zip(one, other, strict=True))
    return math.fsum(products) / (len(one) - 1)


def variance(values: Sequence[float]) -> float:
    """Give the variance; two values at least."""
    mean = fmean(values)
    return math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1)


def sd(values: Sequence[float]) -> float:
    """Give the standard deviation; two values at least."""
    return math.sqrt(variance(values))


def flat(spread: float, values: Sequence[float]) -> bool:
    """Tell whether a spread is nought but for rounding of values of this size."""
    return spread <= 1e-12 * max(map(abs, values), default=0.0)
