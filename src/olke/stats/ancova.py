"""After on before and group: the analysis of covariance, with standard errors that trust no
equal spread."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from olke.stats.distributions import t_quantile
from olke.stats.errors import StatsError
from olke.stats.linear import Design, design
from olke.stats.results import Estimate, Interval, Result, check_level
from olke.stats.samples import Score

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float64]


def ancova(
    before: Sequence[Score],
    after: Sequence[Score],
    groups: Sequence[str | None],
    reference: str | None = None,
    level: float = 0.95,
) -> Result:
    """Compare groups after, adjusted for before: ordinary least squares with HC3 errors.

    Fisher (1932), Statistical methods for research workers, 4th ed., 49.1; HC3: MacKinnon & White
    (1985), J. Econometrics 29, 305-325, advised below 250 people by Long & Ervin (2000), American
    Statistician 54, 217-224. Also for a yes or no after, as a linear probability.
    estimate: the second group's adjusted mean less the reference's (`adjusted-difference`);
    effects: such a difference for every further group, the adjusted mean of each at the grand mean
    before, and `partial-eta-squared` from classical sums of squares. statistic: Wald's F over all
    groups. figures: the slope on before, the unadjusted means.
    Raises StatsError as `design` does, `singular-design`, `no-variation`, `too-few`.
    """
    from statsmodels.regression.linear_model import OLS

    check_level(level)
    made = design(after, groups, before, reference=reference)
    matrix, outcomes = made.matrix(), made.outcomes()
    df = len(outcomes) - matrix.shape[1]
    if df < 1:
        raise StatsError("too-few", used=len(outcomes), needed=matrix.shape[1] + 1)
    fit = OLS(outcomes, matrix).fit()
    if fit.ssr <= 1e-20 * float((outcomes**2).sum()):
        raise StatsError("no-variation")
    robust = fit.get_robustcov_results("HC3", use_t=True)
    differences = _differences(made, robust, df, level)
    test = robust.f_test(_contrasts(made))
    return Result(
        method="ancova-hc3",
        estimate=differences[0],
        used=len(outcomes),
        statistic=float(test.fvalue),
        df=(float(len(made.groups) - 1), float(df)),
        p=float(test.pvalue),
        groups=made.sizes,
        left_out=made.left_out,
        effects=(
            *differences[1:],
            *_adjusted_means(made, robust, df, level),
            Estimate("partial-eta-squared", _partial_eta_squared(fit, matrix, len(made.groups))),
        ),
        figures=(("slope", float(fit.params[-1])), *_means(made)),
        assumptions=("independent-people", "parallel-slopes", "linear-in-before"),
    )


def _contrasts(made: Design) -> "Array":
    import numpy as np

    return np.eye(len(made.groups) + 1)[1 : len(made.groups)]


def _interval(value: float, error: float, df: float, level: float, method: str) -> Interval:
    half = t_quantile((1 + level) / 2, df) * error
    return Interval(value - half, value + half, level, method)


def _differences(made: Design, robust: Any, df: int, level: float) -> list[Estimate]:
    values, errors = robust.params, robust.bse
    return [
        Estimate(
            "adjusted-difference" if place == 1 else f"adjusted-difference:{group}",
            float(values[place]),
            _interval(float(values[place]), float(errors[place]), df, level, "hc3-t"),
        )
        for place, group in enumerate(made.groups[1:], start=1)
    ]


def _adjusted_means(made: Design, robust: Any, df: int, level: float) -> list[Estimate]:
    """Give each group's mean after, had it begun at the grand mean (the centred before is 0)."""
    import numpy as np

    means = []
    for place, group in enumerate(made.groups):
        row = np.zeros(len(made.groups) + 1)
        row[0] = row[place] = 1.0
        value = float(row @ robust.params)
        error = float(np.sqrt(row @ robust.cov_params() @ row))
        means.append(
            Estimate(f"adjusted-mean:{group}", value, _interval(value, error, df, level, "hc3-t"))
        )
    return means


def _partial_eta_squared(fit: Any, matrix: "Array", groups: int) -> float:
    """Give the groups' share of what before leaves open: Cohen (1973), EPM 33, 107-112."""
    import numpy as np
    from statsmodels.regression.linear_model import OLS

    without = OLS(fit.model.endog, np.delete(matrix, slice(1, groups), axis=1)).fit()
    return float(1 - fit.ssr / without.ssr)


def _means(made: Design) -> list[tuple[str, float]]:
    told = []
    for group, size in made.sizes:
        members = [person for person in made.people if person.group == group]
        told.append((f"mean-before:{group}", sum(person.before for person in members) / size))
        told.append((f"mean-after:{group}", sum(person.after for person in members) / size))
    return told
