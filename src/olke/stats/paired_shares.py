"""The same people's yes and no before and after."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from olke.stats.results import Estimate, Interval, Result
from olke.stats.samples import Score, answer, paired, require
from olke.stats.shares import wilson

NEWCOMBE_PAIRED = "newcombe-paired-score"


@dataclass(frozen=True, slots=True)
class Changes:
    """The four ways to answer twice. lost: yes then no. gained: no then yes."""

    both: int
    lost: int
    gained: int
    neither: int

    @property
    def total(self) -> int:
        """Count the people."""
        return self.both + self.lost + self.gained + self.neither

    @property
    def difference(self) -> float:
        """Give the share of yes after minus that before."""
        return (self.gained - self.lost) / self.total


def mcnemar_p(changes: Changes) -> float:
    """Give the two-sided p of the exact conditional test; 1 where nobody changed.

    Under no change either way is as likely among those that changed: twice the smaller binomial
    tail. McNemar (1947), Psychometrika 12, 153-157, for the condition; Mosteller (1952),
    Biometrics 8, 220-226, for the exact form.
    """
    from scipy.special import bdtr

    changed = changes.lost + changes.gained
    if not changed:
        return 1.0
    return min(1.0, float(2 * bdtr(min(changes.lost, changes.gained), changed, 0.5)))


def mid_p(changes: Changes) -> float:
    """Give McNemar's mid-p: the exact p less the probability of what was seen.

    Fagerland, Lydersen & Laake (2013), BMC Medical Research Methodology 13:91, eq. 2. Less
    cautious than the exact test; reported as such or not at all.
    """
    changed = changes.lost + changes.gained
    if not changed:
        return 1.0
    seen = math.exp(
        math.lgamma(changed + 1)
        - math.lgamma(changes.lost + 1)
        - math.lgamma(changes.gained + 1)
        - changed * math.log(2)
    )
    if changes.lost == changes.gained:
        return 1 - seen / 2
    return max(0.0, mcnemar_p(changes) - seen)


def newcombe_paired(changes: Changes, level: float = 0.95) -> Interval:
    """Give Newcombe's interval of a difference of paired shares.

    Newcombe (1998), Stat. Med. 17, 2635-2650, method 10: both score intervals squared and added,
    less what the two answers have in common. Taken before Tango's score interval (1998, Stat. Med.
    17, 891-908), which at n = 20 is wider and covers more than it says: `benchmarks/stats`.
    """
    total = changes.total
    before, after = changes.both + changes.lost, changes.both + changes.gained
    one, two = wilson(before, total, level), wilson(after, total, level)
    together = _correlation(changes)
    below, above = after / total - two.lower, two.upper - after / total
    under, over = before / total - one.lower, one.upper - before / total
    down = math.sqrt(max(0.0, below**2 - 2 * together * below * over + over**2))
    up = math.sqrt(max(0.0, above**2 - 2 * together * above * under + under**2))
    difference = changes.difference
    return Interval(max(-1.0, difference - down), min(1.0, difference + up), level, NEWCOMBE_PAIRED)


def _correlation(changes: Changes) -> float:
    """Give Newcombe's correlation of the two answers, corrected for continuity when positive."""
    product = (
        (changes.both + changes.lost)
        * (changes.gained + changes.neither)
        * (changes.both + changes.gained)
        * (changes.lost + changes.neither)
    )
    if not product:
        return 0.0
    cross = changes.both * changes.neither - changes.lost * changes.gained
    if cross > 0:
        cross = max(0, cross - changes.total / 2)  # type: ignore[assignment]
    return cross / math.sqrt(product)


def count_changes(before: Sequence[Score], after: Sequence[Score]) -> Changes:
    """Count the four ways to answer twice, of those that answered both times."""
    pairs = paired(before, after)
    told = [(answer(one), answer(two)) for one, two in zip(pairs.before, pairs.after, strict=True)]
    return Changes(
        told.count((True, True)),
        told.count((True, False)),
        told.count((False, True)),
        told.count((False, False)),
    )


def mcnemar(before: Sequence[Score], after: Sequence[Score], level: float = 0.95) -> Result:
    """Compare the same people's yes before and after: McNemar's exact test.

    estimate: share of yes after minus before, with Newcombe's interval for pairs. statistic: those
    that gained a yes. figures: the four counts, both shares, `mid-p`.
    Raises StatsError `no-data`, `unequal-lengths`, `not-yes-no`.
    """
    pairs = paired(before, after)
    require(pairs.size, 1)
    changes = count_changes(before, after)
    total = changes.total
    return Result(
        method="mcnemar-exact",
        estimate=Estimate(
            "difference-of-shares", changes.difference, newcombe_paired(changes, level)
        ),
        used=total,
        statistic=float(changes.gained),
        p=mcnemar_p(changes),
        left_out=pairs.left_out,
        figures=(
            ("yes-both-times", changes.both),
            ("yes-then-no", changes.lost),
            ("no-then-yes", changes.gained),
            ("no-both-times", changes.neither),
            ("share-before", (changes.both + changes.lost) / total),
            ("share-after", (changes.both + changes.gained) / total),
            ("mid-p", mid_p(changes)),
        ),
        assumptions=("independent-people", "same-people-twice"),
        warnings=() if changes.lost + changes.gained else ("nobody-changed",),
    )
