"""Studies drawn from known populations: does the interval hold the truth?

Each scenario draws one study of `size` people in all and gives the interval and the true value.
True values vary from study to study where counts make coverage jump about (Newcombe 1998, Agresti &
Caffo 2000): what is told is the average.
"""

import math
from collections import Counter
from collections.abc import Callable

import numpy as np

from benchmarks.stats.tango import tango
from olke.stats import (
    Interval,
    ancova,
    clustered,
    cohen_h,
    cronbach_alpha,
    icc,
    normalised_gain,
    paired_t,
    welch,
    wilson,
)
from olke.stats.paired_shares import Changes, newcombe_paired
from olke.stats.rank_sum import superiority
from olke.stats.shares import newcombe
from olke.stats.signed_rank import hodges_lehmann
from olke.stats.tables import Table, cramer_v

Rng = np.random.Generator
Study = tuple[Interval | None, float]
Studies = dict[str, Study]
Scenario = Callable[[Rng, int], Studies]

CLASSES = {20: 10, 112: 8, 500: 20}  # whole classes in the study, half of them in each group
LIKENESS = 0.15  # intraclass correlation of school marks: Hedges & Hedberg (2007), EEPA 29, 60-87


def one_share(rng: Rng, size: int) -> Studies:
    """A share, every true one alike likely."""
    true = rng.random()
    return {"share (Wilson)": (wilson(int(rng.binomial(size, true)), size), true)}


def _two_shares(rng: Rng, size: int) -> tuple[tuple[int, int], tuple[int, int], float, float]:
    half = size // 2
    one, two = rng.random(2)
    return (int(rng.binomial(half, one)), half), (int(rng.binomial(half, two)), half), one, two


def two_shares(rng: Rng, size: int) -> Studies:
    """Two independent shares: their difference, and Cohen's h."""
    first, second, one, two = _two_shares(rng, size)
    true = 2 * math.asin(math.sqrt(one)) - 2 * math.asin(math.sqrt(two))
    return {
        "difference of shares (Newcombe)": (newcombe(first, second)[1], one - two),
        "Cohen's h (angles of Wilson's limits)": (cohen_h(first, second).interval, true),
    }


def _changes(rng: Rng, size: int) -> tuple[Changes, float]:
    chances = rng.dirichlet([1, 1, 1, 1])
    return Changes(*map(int, rng.multinomial(size, chances))), float(chances[2] - chances[1])


def paired_shares(rng: Rng, size: int) -> Studies:
    """The same people's yes twice: the interval in use, and Tango's beside it."""
    counted, true = _changes(rng, size)
    return {
        "difference of paired shares (Newcombe, in use)": (newcombe_paired(counted), true),
        "difference of paired shares (Tango, beside it)": (tango(counted), true),
    }


def _two_rounds(rng: Rng, size: int, shift: float) -> tuple[list[float], list[float]]:
    """Scores that go together by a half, the later ones more spread."""
    first = rng.normal(size=size)
    second = shift + 1.2 * (0.5 * first + math.sqrt(0.75) * rng.normal(size=size))
    return first.tolist(), second.tolist()


SPREAD = math.sqrt(1 + 1.44 - 1.2)  # sd of the changes above
AVERAGE = math.sqrt((1 + 1.44) / 2)


def changes(rng: Rng, size: int) -> Studies:
    """The mean change, plain and standardised, normal."""
    true = rng.uniform(0, 1.2)
    found = paired_t(*_two_rounds(rng, size, true))
    return {
        "mean change (Student)": (found.interval, true),
        "d_z (noncentral t)": (found.effect("cohen-d-z").interval, true / SPREAD),
        "d_av (Algina & Keselman)": (found.effect("cohen-d-av").interval, true / AVERAGE),
    }


def shift(rng: Rng, size: int) -> Studies:
    """Hodges and Lehmann's shift, changes with heavy tails (t, 3 df)."""
    true = rng.uniform(0, 1)
    return {
        "Hodges-Lehmann shift (signed ranks)": (
            hodges_lehmann((true + rng.standard_t(3, size)).tolist()).interval,
            true,
        )
    }


def _two_groups(rng: Rng, size: int, true: float, sd: float) -> dict[str, list[float]]:
    first = int(size * 0.4)
    return {
        "new": rng.normal(true, 1, first).tolist(),
        "control": rng.normal(0, sd, size - first).tolist(),
    }


def means(rng: Rng, size: int) -> Studies:
    """Means of groups of 40 and 60 %, sds 1 and 1.5."""
    true = rng.uniform(0, 1)
    found = welch(_two_groups(rng, size, true, 1.5))
    average = math.sqrt((1 + 1.5**2) / 2)
    return {
        "difference of means (Welch)": (found.interval, true),
        "Hedges' g* (noncentral t)": (found.effect("hedges-g-star").interval, true / average),
    }


def pooled(rng: Rng, size: int) -> Studies:
    """Hedges' g of groups of 40 and 60 %, sds equal."""
    true = rng.uniform(0, 1)
    found = welch(_two_groups(rng, size, true, 1.0)).effect("hedges-g")
    return {"Hedges' g (noncentral t)": (found.interval, true)}


def chance_of_superiority(rng: Rng, size: int) -> Studies:
    """P(first > second), normal, sds 1 and 1; Cliff's delta is the same interval."""
    true = rng.uniform(0, 1.6)
    groups = _two_groups(rng, size, true, 1.0)
    return {
        "superiority, Cliff's delta (Newcombe)": (
            superiority(*groups.values()).interval,
            (1 + math.erf(true / 2)) / 2,
        )
    }


def association(rng: Rng, size: int) -> Studies:
    """Cramér's V of three programmes and a yes or no, from none to strong dependence."""
    chances = np.outer(rng.dirichlet([5, 5, 5]), rng.dirichlet([5, 5]))
    mixed = rng.random()
    chances = (1 - mixed) * chances + mixed * rng.dirichlet(np.ones(6)).reshape(3, 2)
    expected = np.outer(chances.sum(1), chances.sum(0))
    true = math.sqrt(((chances - expected) ** 2 / expected).sum())
    counts = rng.multinomial(size, chances.ravel()).reshape(3, 2)
    table = Table(
        ("a", "b", "c"), ("yes", "no"), tuple(tuple(map(int, row)) for row in counts)
    ).filled()
    if min(len(table.rows), len(table.columns)) < 2:
        return {"Cramér's V, 3 by 2 (noncentral chi-square)": (None, true)}
    return {"Cramér's V, 3 by 2 (noncentral chi-square)": (cramer_v(table, 0.95).interval, true)}


def _marks(rng: Rng, size: int) -> tuple[list[int], list[int]]:
    """Marks of 15 items before and after, each person a share of their own, 0.2 more after."""
    known = rng.uniform(0.2, 0.7, size)
    return rng.binomial(15, known).tolist(), rng.binomial(15, known + 0.2).tolist()


def gains(rng: Rng, size: int) -> Studies:
    """The class's normalised gain and the mean of people's, marks out of 15."""
    found = normalised_gain(*_marks(rng, size), highest=15)
    personal = found.effect("mean-personal-gain").interval
    return {
        "class gain (Fieller)": (found.interval, 0.2 / 0.55),
        "mean personal gain (Student)": (personal, _mean_gain()),
    }


def _mean_gain() -> float:
    """Sum the true mean gain over marks and shares, full marks before left out."""
    if not _MEAN_GAIN:
        known = (np.arange(4000) + 0.5) / 4000 * 0.5 + 0.2
        total = weight = 0.0
        for mark in range(15):
            chance = math.comb(15, mark) * known**mark * (1 - known) ** (15 - mark)
            total += float((chance * (15 * (known + 0.2) - mark) / (15 - mark)).sum())
            weight += float(chance.sum())
        _MEAN_GAIN.append(total / weight)
    return _MEAN_GAIN[0]


_MEAN_GAIN: list[float] = []


def adjusted_difference(rng: Rng, size: int) -> Studies:
    """After on before and group, the taught group more spread."""
    true = rng.uniform(0, 1)
    groups = ["control"] * (size // 2) + ["new"] * (size - size // 2)
    before = rng.normal(size=size)
    spread = np.where(np.array(groups) == "new", 1.5, 1.0)
    after = 0.6 * before + true * (np.array(groups) == "new") + spread * rng.normal(size=size)
    return {
        "adjusted difference (HC2)": (
            ancova(before.tolist(), after.tolist(), groups).interval,
            true,
        )
    }


def classes(
    rng: Rng, size: int, true: float
) -> tuple[list[float], list[float], list[str], list[int]]:
    """Before, after, group and class of everyone, classes of one size alike by LIKENESS."""
    count = CLASSES[size]
    own = np.repeat(np.arange(count), size // count)
    new = own % 2 == 1
    before = math.sqrt(LIKENESS) * rng.normal(size=count)[own]
    before = before + math.sqrt(1 - LIKENESS) * rng.normal(size=len(own))
    after = 0.6 * before + true * new + math.sqrt(LIKENESS) * rng.normal(size=count)[own]
    after = after + math.sqrt(1 - LIKENESS) * rng.normal(size=len(own))
    return (
        before.tolist(),
        after.tolist(),
        np.where(new, "new", "control").tolist(),
        own.tolist(),
    )


def difference_of_classes(rng: Rng, size: int) -> Studies:
    """Whole classes after, adjusted for before: 10, 8 and 20 classes."""
    true = rng.uniform(0, 1)
    before, after, groups, own = classes(rng, size, true)
    return {"difference of classes (CR2)": (clustered(after, groups, own, before).interval, true)}


def likeness(rng: Rng, size: int) -> Studies:
    """The intraclass correlation of 10, 8 and 20 classes."""
    count = CLASSES[size]
    own = np.repeat(np.arange(count), size // count)
    values = math.sqrt(LIKENESS) * rng.normal(size=count)[own]
    values = values + math.sqrt(1 - LIKENESS) * rng.normal(size=len(own))
    return {
        "intraclass correlation (Searle)": (icc(values.tolist(), own.tolist()).interval, LIKENESS)
    }


def alpha(rng: Rng, size: int) -> Studies:
    """Cronbach's alpha of ten parallel items."""
    noise = rng.uniform(0.8, 2)
    marks = rng.normal(size=(1, size)) + noise * rng.normal(size=(10, size))
    items = {str(place): row.tolist() for place, row in enumerate(marks)}
    return {"Cronbach's alpha (Feldt)": (cronbach_alpha(items).interval, 10 / (10 + noise**2))}


SCENARIOS: tuple[Scenario, ...] = (
    one_share,
    two_shares,
    paired_shares,
    changes,
    shift,
    means,
    pooled,
    chance_of_superiority,
    association,
    gains,
    adjusted_difference,
    difference_of_classes,
    likeness,
    alpha,
)


def covered(scenario: Scenario, size: int, runs: int, seed: int) -> dict[str, tuple[float, int]]:
    """Give by interval the share that holds the truth, and how many studies gave none.

    A study without an interval is not counted in the share.
    """
    rng = np.random.default_rng([seed, size])
    found, held = Counter[str](), Counter[str]()
    for _ in range(runs):
        for name, (interval, true) in scenario(rng, size).items():
            found[name] += interval is not None
            held[name] += interval is not None and true in interval
    return {name: (held[name] / count, runs - count) for name, count in found.items()}
