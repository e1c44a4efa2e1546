"""Studies in which nothing happened: how often does a test say that something did?"""

from collections.abc import Callable

import numpy as np

from benchmarks.stats.coverage import Rng, classes
from olke.stats import (
    StatsError,
    Table,
    ancova,
    chi_square,
    clustered,
    fisher_exact,
    fisher_phi,
    holm,
    mann_whitney,
    mcnemar,
    paired_t,
    welch,
    wilcoxon,
)

Trial = Callable[[Rng, int], float | None]


def _answers(rng: Rng, size: int) -> tuple[list[bool], list[bool]]:
    """The same people's yes twice; as many change one way as the other."""
    known = rng.uniform(0.2, 0.8)
    first = rng.random(size) < known
    again = rng.random(size) < 0.5
    second = np.where(again, first, rng.random(size) < known)
    return first.tolist(), second.tolist()


def exact_mcnemar(rng: Rng, size: int) -> float | None:
    """McNemar's exact test."""
    return mcnemar(*_answers(rng, size)).p


def mid_p(rng: Rng, size: int) -> float | None:
    """McNemar's mid-p."""
    return mcnemar(*_answers(rng, size)).figure("mid-p")


def _rounds(rng: Rng, size: int) -> tuple[list[float], list[float]]:
    first = rng.normal(size=size)
    return first.tolist(), (0.5 * first + rng.normal(size=size)).tolist()


def student(rng: Rng, size: int) -> float | None:
    """The paired t test."""
    return paired_t(*_rounds(rng, size)).p


def signed_rank(rng: Rng, size: int) -> float | None:
    """Wilcoxon's test, marks out of 15, so with ties and people unchanged."""
    known = rng.uniform(0.2, 0.7, size)
    return wilcoxon(rng.binomial(15, known).tolist(), rng.binomial(15, known).tolist()).p


def unequal(rng: Rng, size: int) -> float | None:
    """Welch's t, groups of 40 and 60 %, sds 1 and 1.5."""
    first = int(size * 0.4)
    return welch(
        {"a": rng.normal(0, 1, first).tolist(), "b": rng.normal(0, 1.5, size - first).tolist()}
    ).p


def rank_sum(rng: Rng, size: int) -> float | None:
    """Mann-Whitney, marks out of 15, so with ties."""
    half = size // 2
    marks = rng.binomial(15, rng.uniform(0.2, 0.7, size)).tolist()
    return mann_whitney({"a": marks[:half], "b": marks[half:]}).p


def _table(rng: Rng, size: int, rows: int) -> Table:
    known = rng.uniform(0.2, 0.8)
    groups = [size // rows + (place < size % rows) for place in range(rows)]
    counts = [int(rng.binomial(group, known)) for group in groups]
    cells = tuple((yes, group - yes) for yes, group in zip(counts, groups, strict=True))
    return Table(tuple("abc"[:rows]), ("yes", "no"), cells)


def pearson(rng: Rng, size: int) -> float | None:
    """Chi-square, three programmes by yes or no."""
    return _of_table(chi_square, _table(rng, size, 3))


def fisher(rng: Rng, size: int) -> float | None:
    """Fisher's exact test, two groups."""
    return _of_table(fisher_exact, _table(rng, size, 2))


def freeman_halton(rng: Rng, size: int) -> float | None:
    """Freeman and Halton's exact test, three programmes."""
    return _of_table(fisher_exact, _table(rng, size, 3))


def _of_table(test: Callable[[Table], object], table: Table) -> float | None:
    try:
        return getattr(test(table), "p", None)
    except StatsError:
        return None  # everyone answered alike: no test, nothing claimed


def angular(rng: Rng, size: int) -> float | None:
    """Fisher's angular test, two groups."""
    half, known = size // 2, rng.uniform(0.2, 0.8)
    groups = {name: (rng.random(half) < known).tolist() for name in "ab"}
    return fisher_phi(groups, paired=False).p


def covariance(rng: Rng, size: int) -> float | None:
    """The analysis of covariance, three groups of unequal spread."""
    groups = [("a", "b", "c")[place % 3] for place in range(size)]
    before = rng.normal(size=size)
    spread = np.array([1 + 0.3 * (place % 3) for place in range(size)])
    after = 0.6 * before + spread * rng.normal(size=size)
    return ancova(before.tolist(), after.tolist(), groups).p


def whole_classes(rng: Rng, size: int) -> float | None:
    """Whole classes: 10, 8 and 20 of them."""
    before, after, groups, own = classes(rng, size, 0.0)
    return clustered(after, groups, own, before).p


def whole_classes_as_people(rng: Rng, size: int) -> float | None:
    """The same classes, were they taken for people (what CR2 is for)."""
    before, after, groups, _ = classes(rng, size, 0.0)
    return ancova(before, after, groups).p


def five_outcomes(rng: Rng, size: int) -> float | None:
    """Any of five related outcomes after Holm, by the paired t test."""
    shared = rng.normal(size=size)
    ps = {
        str(place): paired_t([0.0] * size, (0.5 * shared + rng.normal(size=size)).tolist()).p
        for place in range(5)
    }
    adjusted = [found.adjusted for found in holm(ps) if found.adjusted is not None]
    return min(adjusted) if adjusted else None


TRIALS: dict[str, Trial] = {
    "McNemar, exact": exact_mcnemar,
    "McNemar, mid-p": mid_p,
    "paired t": student,
    "Wilcoxon": signed_rank,
    "Welch": unequal,
    "Mann-Whitney": rank_sum,
    "chi-square, 3 by 2": pearson,
    "Fisher, 2 by 2": fisher,
    "Freeman-Halton, 3 by 2": freeman_halton,
    "Fisher's angular": angular,
    "analysis of covariance, three groups (HC3)": covariance,
    "whole classes (CR2)": whole_classes,
    "whole classes taken for people": whole_classes_as_people,
    "five outcomes, Holm (any)": five_outcomes,
}


def claimed(trial: Trial, size: int, runs: int, seed: int) -> float:
    """Give the share of studies in which p is at most 0.05; no test claims nothing."""
    rng = np.random.default_rng([seed, size])
    found = (trial(rng, size) for _ in range(runs))
    return sum(p is not None and p <= 0.05 for p in found) / runs
