"""Plain data as it comes, and what of it can be counted: nothing is left out in silence."""

import math
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from olke.stats.errors import StatsError
from olke.stats.results import LeftOut

Score = float | bool | None


@dataclass(frozen=True, slots=True)
class Sample:
    """Values of one group, and how many were missing."""

    values: tuple[float, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def size(self) -> int:
        """Count the values."""
        return len(self.values)

    def require(self, needed: int) -> "Sample":
        """Pass on; raises StatsError `no-data` or `too-few`."""
        require(self.size, needed)
        return self


@dataclass(frozen=True, slots=True)
class Pairs:
    """Both values of each person that has both."""

    before: tuple[float, ...]
    after: tuple[float, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def size(self) -> int:
        """Count the people."""
        return len(self.before)

    @property
    def differences(self) -> tuple[float, ...]:
        """Give after minus before."""
        return tuple(after - before for before, after in zip(self.before, self.after, strict=True))


def require(used: int, needed: int) -> None:
    """Raise StatsError `no-data` at none, `too-few` at fewer than needed."""
    if not used:
        raise StatsError("no-data")
    if used < needed:
        raise StatsError("too-few", used=used, needed=needed)


def number(value: float) -> float:
    """Give a finite number; raises StatsError `not-a-number` (an nan is not a missing value)."""
    if not math.isfinite(value):
        raise StatsError("not-a-number", value=value)
    return float(value)


def answer(value: float) -> bool:
    """Give a yes or no, told as a bool or as 1 and 0; raises StatsError `not-yes-no`."""
    if value not in (0, 1):
        raise StatsError("not-yes-no", value=value)
    return bool(value)


def reasons(codes: Sequence[str]) -> tuple[LeftOut, ...]:
    """Count reasons, in the order of their codes."""
    return tuple(LeftOut(code, count) for code, count in sorted(Counter(codes).items()))


def one_sample(values: Sequence[Score]) -> Sample:
    """Keep what was answered."""
    kept = tuple(number(value) for value in values if value is not None)
    return Sample(kept, reasons(["missing-value"] * (len(values) - len(kept))))


def paired(before: Sequence[Score], after: Sequence[Score]) -> Pairs:
    """Keep those that answered both times; the two run in the same order of people.

    Raises StatsError `unequal-lengths`.
    """
    same_length(before, after)
    kept, codes = [], []
    for one, other in zip(before, after, strict=True):
        if one is not None and other is not None:
            kept.append((number(one), number(other)))
        elif one is None and other is None:
            codes.append("missing-both")
        else:
            codes.append("missing-before" if one is None else "missing-after")
    return Pairs(tuple(one for one, _ in kept), tuple(two for _, two in kept), reasons(codes))


def two_groups(groups: Mapping[str, Sequence[Score]]) -> tuple[tuple[str, str], Sample, Sample]:
    """Give the names and samples of two groups, in the order of the mapping.

    Raises StatsError `group-count`, `empty-group`.
    """
    if len(groups) != 2:
        raise StatsError("group-count", found=len(groups), needed=2)
    (one, first), (two, second) = groups.items()
    samples = one_sample(first), one_sample(second)
    for name, sample in zip((one, two), samples, strict=True):
        if not sample.size:
            raise StatsError("empty-group", group=name)
    return (one, two), *samples


def joined(*samples: Sample | Pairs) -> tuple[LeftOut, ...]:
    """Add up who was left out of several samples."""
    counted: Counter[str] = Counter()
    for sample in samples:
        counted.update({left.code: left.count for left in sample.left_out})
    return tuple(LeftOut(code, count) for code, count in sorted(counted.items()))


def same_length(one: Sequence[object], other: Sequence[object]) -> None:
    """Raise StatsError `unequal-lengths`."""
    if len(one) != len(other):
        raise StatsError("unequal-lengths", one=len(one), other=len(other))


def positions(labels: Sequence[Hashable]) -> dict[Hashable, list[int]]:
    """Tell where each label stands, in order of first appearance."""
    found: dict[Hashable, list[int]] = {}
    for index, label in enumerate(labels):
        found.setdefault(label, []).append(index)
    return found
