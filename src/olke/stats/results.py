"""What an analysis gives back: estimates with intervals, a test, who was counted and who not."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from olke.stats.errors import StatsError


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval, closed. level: 0.95. method: its key in docs/reference."""

    lower: float
    upper: float
    level: float
    method: str

    def __contains__(self, value: float) -> bool:
        """Tell whether a value lies within, the ends included."""
        return self.lower <= value <= self.upper

    def __iter__(self) -> Iterator[float]:
        """Give the two ends."""
        return iter((self.lower, self.upper))


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its interval; None where none can be given, and the result warns why."""

    name: str
    value: float
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many were left out for one reason (`missing-before`)."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class Result:
    """One analysis.

    method: key of the test. estimate: the answer to the question asked, in the outcome's unit.
    statistic, df, p: of the test, two-sided; statistic and p are None where the data leave the
    test undefined (a warning says why), df is empty where the test has none.
    used: people counted. groups: how many by group. left_out: how many not, by reason.
    effects: standardised or ranked effect sizes. figures: further numbers by name.
    assumptions, warnings: codes for a page to word.
    """

    method: str
    estimate: Estimate
    used: int
    statistic: float | None = None
    df: tuple[float, ...] = ()
    p: float | None = None
    groups: tuple[tuple[str, int], ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    effects: tuple[Estimate, ...] = ()
    figures: tuple[tuple[str, float], ...] = ()
    assumptions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def interval(self) -> Interval | None:
        """Give the interval of the estimate."""
        return self.estimate.interval

    def effect(self, name: str) -> Estimate:
        """Give an effect size by its name; raises KeyError."""
        return {effect.name: effect for effect in self.effects}[name]

    def figure(self, name: str) -> float:
        """Give a further number by its name; raises KeyError."""
        return dict(self.figures)[name]

    def as_dict(self) -> dict[str, Any]:
        """Give everything as plain values, for JSON."""
        return asdict(self)


def check_level(level: float) -> float:
    """Pass a confidence level on; raises StatsError `bad-level`."""
    if not 0 < level < 1:
        raise StatsError("bad-level", level=level)
    return level
