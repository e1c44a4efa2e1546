"""Whole classes as clusters: errors that know that classmates are alike."""

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from olke.stats.distributions import f_p, f_quantile, t_p
from olke.stats.errors import StatsError
from olke.stats.linear import Design, design
from olke.stats.results import Estimate, Interval, Result, check_level
from olke.stats.robust import t_interval
from olke.stats.samples import Score, positions

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float64]

FEW = 10  # clusters in a group, below which a warning is given


def clustered(
    after: Sequence[Score],
    groups: Sequence[str | None],
    clusters: Sequence[Hashable],
    before: Sequence[Score] | None = None,
    reference: str | None = None,
    level: float = 0.95,
) -> Result:
    """Compare two groups of whole classes after, adjusted for before where it is given.

    Least squares with the CR2 error of Bell & McCaffrey (2002), Survey Methodology 28, 169-181,
    and their Satterthwaite degrees of freedom under a working model of independence. Taken before
    a mixed model because it asks for no distribution of class effects, never fails to converge,
    never puts the classes' variance at nought, and keeps its level with few classes (Imbens &
    Kolesár 2016, Rev. Econ. Stat. 98, 701-712; Pustejovsky & Tipton 2018, J. Bus. Econ. Stat. 36,
    672-683; Huang & Li 2022, Behavior Research Methods 54, 1181-1199).
    effects: `icc` of what the model leaves open. figures: clusters by group, `design-effect`.
    `few-clusters` warns below ten in a group.
    Raises StatsError as `design` does, `group-count`, `split-cluster`, `too-few-clusters` (two in
    each group), `singular-design`, `no-variation`.
    """
    check_level(level)
    made = design(after, groups, before, clusters, reference)
    if len(made.groups) != 2:
        raise StatsError("group-count", found=len(made.groups), needed=2)
    by_group = clusters_by_group(made)
    members = list(positions([person.cluster for person in made.people]).values())
    matrix, outcomes = made.matrix(), made.outcomes()
    value, error, df = cr2(matrix, outcomes, members, column=1)
    if error <= 1e-12 * float(abs(outcomes).max()):
        raise StatsError("no-variation")
    name = "adjusted-difference" if made.covariate else "difference-of-means"
    likeness = _residual_icc(matrix, outcomes, members, level)
    few = any(count < FEW for count in by_group.values())
    return Result(
        method="cluster-cr2",
        estimate=Estimate(name, value, t_interval(value, error, df, level, "cr2-t")),
        used=len(outcomes),
        statistic=value / error,
        df=(df,),
        p=t_p(value / error, df),
        groups=made.sizes,
        left_out=made.left_out,
        effects=(likeness,) if likeness else (),
        figures=(
            *((f"clusters:{group}", count) for group, count in by_group.items()),
            *(
                (("design-effect", design_effect(likeness.value, list(map(len, members)))),)
                if likeness
                else ()
            ),
        ),
        assumptions=("independent-clusters", "linear-in-before")
        if made.covariate
        else ("independent-clusters",),
        warnings=("few-clusters",) if few else (),
    )


def clusters_by_group(made: Design) -> dict[str, int]:
    """Count clusters by group; raises StatsError `split-cluster`, `too-few-clusters`."""
    home: dict[Hashable, str] = {}
    for person in made.people:
        if home.setdefault(person.cluster, person.group) != person.group:
            raise StatsError("split-cluster", cluster=person.cluster)
    counted = Counter(home.values())
    for group in made.groups:
        if counted[group] < 2:
            raise StatsError("too-few-clusters", group=group, used=counted[group], needed=2)
    return {group: counted[group] for group in made.groups}


def cr2(
    matrix: "Array", outcomes: "Array", members: Sequence[Sequence[int]], column: int
) -> tuple[float, float, float]:
    """Give a coefficient, its CR2 standard error and Satterthwaite degrees of freedom.

    matrix: people by columns. members: the rows of each cluster. Bell & McCaffrey (2002), as
    written out by Imbens & Kolesár (2016), section III: each cluster's residuals are multiplied
    by the inverse symmetric root of its block of I - H.
    """
    import numpy as np

    bread = np.linalg.inv(matrix.T @ matrix)
    residuals = outcomes - matrix @ (bread @ (matrix.T @ outcomes))
    weights = []
    for rows in members:
        part = matrix[rows]
        root = inverse_root(np.eye(len(rows)) - part @ bread @ part.T)
        weights.append(root @ part @ bread[:, column])
    pulls = [weight @ residuals[rows] for weight, rows in zip(weights, members, strict=True)]
    loads = np.array(
        [matrix[rows].T @ weight for weight, rows in zip(weights, members, strict=True)]
    )
    spread = np.diag([weight @ weight for weight in weights]) - loads @ bread @ loads.T
    df = float(np.trace(spread) ** 2 / (spread**2).sum())
    coefficient = float((bread @ (matrix.T @ outcomes))[column])
    return coefficient, math.sqrt(float(np.square(pulls).sum())), df


def inverse_root(block: "Array") -> "Array":
    """Give the inverse symmetric square root of a positive semidefinite matrix.

    Directions that the design uses up (eigenvalue nought) stay nought: the Moore-Penrose root of
    Pustejovsky & Tipton (2018), theorem 1.
    """
    import numpy as np

    values, vectors = np.linalg.eigh(block)
    roots = np.where(values > 1e-9, 1 / np.sqrt(np.maximum(values, 1e-9)), 0.0)
    return np.asarray((vectors * roots) @ vectors.T, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class _Spread:
    """One-way analysis of variance between and within clusters."""

    between: float
    within: float
    df_between: int
    df_within: int
    size: float


def _one_way(values: "Array", members: Sequence[Sequence[int]], used: int = 0) -> _Spread | None:
    """Split the variance; used: degrees that a model took from between clusters. None if it can't.

    size: the mean cluster size that unequal ones come to, Snedecor & Cochran (1989), 13.7.
    """
    sizes = [len(rows) for rows in members]
    total = sum(sizes)
    df_between, df_within = len(members) - 1 - used, total - len(members)
    if df_between < 1 or df_within < 1:
        return None
    mean = float(values.mean())
    centres = [float(values[rows].mean()) for rows in members]
    between = sum(size * (centre - mean) ** 2 for size, centre in zip(sizes, centres, strict=True))
    within = sum(
        float(((values[rows] - centre) ** 2).sum())
        for rows, centre in zip(members, centres, strict=True)
    )
    if within <= 1e-20 * float((values**2).sum()):
        return None
    typical = (total - sum(size**2 for size in sizes) / total) / (len(members) - 1)
    return _Spread(between / df_between, within / df_within, df_between, df_within, typical)


def _icc(spread: _Spread, level: float) -> Estimate:
    ratio, size = spread.between / spread.within, spread.size
    tail = (1 - level) / 2
    ends = []
    for probability in (1 - tail, tail):
        limit = ratio / f_quantile(probability, spread.df_between, spread.df_within)
        ends.append(max(-1 / (size - 1), (limit - 1) / (limit + size - 1)))
    value = (ratio - 1) / (ratio + size - 1)
    return Estimate("icc", value, Interval(ends[0], ends[1], level, "searle-f"))


def icc(values: Sequence[float], clusters: Sequence[Hashable], level: float = 0.95) -> Result:
    """Tell how alike members of a cluster are: the intraclass correlation, from variances.

    ICC(1): Fisher (1925); the interval is Searle's (1971, Linear models, 9.9), exact for clusters
    of one size, with the mean size of Snedecor & Cochran for unequal ones. May be below nought
    where classmates differ more than strangers. figures: `design-effect`.
    Raises StatsError `too-few`, `no-variation`, `unequal-lengths`.
    """
    import numpy as np

    check_level(level)
    told = np.asarray(values, dtype=float)
    members = list(positions(clusters).values())
    spread = _one_way(told, members) if len(told) > len(members) > 1 else None
    if spread is None:
        if len(told) > len(members) > 1:
            raise StatsError("no-variation")
        raise StatsError("too-few", used=len(members), needed=2)
    estimate = _icc(spread, level)
    ratio = spread.between / spread.within
    return Result(
        method="icc-anova",
        estimate=estimate,
        used=len(told),
        statistic=ratio,
        df=(float(spread.df_between), float(spread.df_within)),
        p=f_p(ratio, spread.df_between, spread.df_within),
        figures=(
            ("clusters", len(members)),
            ("design-effect", design_effect(estimate.value, list(map(len, members)))),
        ),
        assumptions=("independent-clusters", "normal-values"),
    )


def _residual_icc(
    matrix: "Array", outcomes: "Array", members: list[list[int]], level: float
) -> Estimate | None:
    """Give the intraclass correlation of what group and before leave open."""
    import numpy as np

    coefficients = np.linalg.lstsq(matrix, outcomes, rcond=None)[0]
    spread = _one_way(outcomes - matrix @ coefficients, members, used=1)
    return _icc(spread, level) if spread else None


def design_effect(likeness: float, sizes: Sequence[float]) -> float:
    """Give how many times as many people clusters need as people drawn singly would.

    Kish (1965), Survey sampling, 5.4, with the mean size by people, as unequal sizes ask (Eldridge,
    Ashby & Kerry 2006, Int. J. Epidemiology 35, 1292-1300). Never below that of no likeness.
    """
    typical = sum(size * size for size in sizes) / sum(sizes)
    return 1 + (typical - 1) * max(0.0, likeness)
