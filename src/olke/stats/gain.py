"""How much of what could be gained was gained: the normalised gain."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from olke.stats.distributions import t_quantile
from olke.stats.errors import StatsError
from olke.stats.results import Estimate, Interval, Result, check_level
from olke.stats.samples import Pairs, Score, paired, require
from olke.stats.spreads import covariance, variance


@dataclass(frozen=True, slots=True)
class Gain:
    """One person's gain; value is None, with the code, where it is undefined.

    lowest: the value for falling from here to the lowest mark. The highest is always 1.
    """

    value: float | None
    lowest: float | None
    code: str | None = None


def personal_gain(before: float, after: float, highest: float, lowest_mark: float = 0.0) -> Gain:
    """Give (after - before) / (highest - before); undefined at full marks before.

    Raises StatsError `bad-bounds` for a mark outside the scale.
    """
    for mark in (before, after):
        if not lowest_mark <= mark <= highest:
            raise StatsError("bad-bounds", value=mark, lowest=lowest_mark, highest=highest)
    if before == highest:
        return Gain(None, None, "full-marks-before")
    room = highest - before
    return Gain((after - before) / room, (lowest_mark - before) / room)


def normalised_gain(
    before: Sequence[Score],
    after: Sequence[Score],
    highest: float,
    lowest_mark: float = 0.0,
    level: float = 0.95,
) -> Result:
    """Give the class's normalised gain, and the mean of its people's.

    estimate: `class-gain`, the gain of the means over the room left at the mean before: Hake
    (1998), American Journal of Physics 66, 64-74, eq. 1; everyone counts, full marks before
    included. Its interval is Fieller's for a ratio of paired means (1954, J. R. Stat. Soc. B 16,
    175-185). effects: `mean-personal-gain` over those to whom it is defined, with Student's
    interval. Neither replaces a standardised effect: `paired_t` stands beside it.
    figures: `lowest-class-gain` and `highest-class-gain` bound the estimate; how many had
    `full-marks-before`.
    Raises StatsError `no-data`, `too-few`, `bad-bounds`, `no-variation` where all had full marks.
    """
    check_level(level)
    pairs = paired(before, after)
    require(pairs.size, 2)
    gains = [
        personal_gain(one, two, highest, lowest_mark)
        for one, two in zip(pairs.before, pairs.after, strict=True)
    ]
    room = highest - fmean(pairs.before)
    if room <= 0:
        raise StatsError("no-variation")
    interval = fieller(pairs, highest, level)
    full = sum(gain.code is not None for gain in gains)
    return Result(
        method="normalised-gain",
        estimate=Estimate("class-gain", fmean(pairs.differences) / room, interval),
        used=pairs.size,
        left_out=pairs.left_out,
        effects=_mean_gain([gain.value for gain in gains if gain.value is not None], level),
        figures=(
            ("full-marks-before", full),
            ("lowest-class-gain", (lowest_mark - fmean(pairs.before)) / room),
            ("highest-class-gain", 1.0),
        ),
        assumptions=("independent-people", "same-people-twice", "means-near-normal"),
        warnings=() if interval else ("gain-unbounded",),
    )


def _mean_gain(values: list[float], level: float) -> tuple[Estimate, ...]:
    if not values:
        return ()
    mean = fmean(values)
    if len(values) < 2:
        return (Estimate("mean-personal-gain", mean),)
    half = t_quantile((1 + level) / 2, len(values) - 1) * math.sqrt(variance(values) / len(values))
    interval = Interval(mean - half, mean + half, level, "student-t")
    return (Estimate("mean-personal-gain", mean, interval),)


def fieller(pairs: Pairs, highest: float, level: float) -> Interval | None:
    """Give every ratio of mean gain to mean room that a t test does not reject.

    None where the room itself is not told from nought, for then the ratio is unbounded.
    """
    size = pairs.size
    gains, rooms = pairs.differences, [highest - value for value in pairs.before]
    gain, room = fmean(gains), fmean(rooms)
    square = t_quantile((1 + level) / 2, size - 1) ** 2 / size
    leading = room**2 - square * variance(rooms)
    middle = gain * room - square * covariance(gains, rooms)
    constant = gain**2 - square * variance(gains)
    if leading <= 0:
        return None
    half = math.sqrt(max(0.0, middle**2 - leading * constant))
    return Interval((middle - half) / leading, (middle + half) / leading, level, "fieller")
