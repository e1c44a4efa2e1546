"""Tango's interval of a difference of paired shares, beside which Newcombe's was chosen."""

import math

from olke.stats.distributions import root, two_sided_z
from olke.stats.paired_shares import Changes
from olke.stats.results import Interval


def tango(changes: Changes, level: float = 0.95) -> Interval:
    """Give the score interval of a difference of paired shares.

    Tango (1998), Stat. Med. 17, 891-908: every difference that the score test does not reject,
    the other parameter at its likeliest under that difference.
    """
    square = two_sided_z(level) ** 2
    total, difference = changes.total, changes.difference
    net = changes.gained - changes.lost

    def excess(value: float) -> float:
        return (net - total * value) ** 2 - square * total * _variance(changes, value)

    step = 1e-9  # at the estimate itself the variance may be nought
    lower, upper = -1.0, 1.0
    if difference > -1 and excess(-1.0) > 0:
        lower = root(excess, -1.0, difference - step)
    if difference < 1 and excess(1.0) > 0:
        upper = root(excess, difference + step, 1.0)
    return Interval(lower, upper, level, "tango-score")


def _variance(changes: Changes, value: float) -> float:
    """Give the variance of one person's change where the true difference is `value`."""
    total, lost, gained = changes.total, changes.lost, changes.gained
    linear = -(lost + gained) + (2 * total - gained + lost) * value
    constant = -lost * value * (1 - value)
    likeliest = (math.sqrt(max(0.0, linear**2 - 8 * total * constant)) - linear) / (4 * total)
    return 2 * likeliest + value * (1 - value)
