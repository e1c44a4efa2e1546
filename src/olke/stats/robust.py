"""Errors of a linear model that trust no equal spread: HC2 with its own degrees of freedom."""

from typing import TYPE_CHECKING

from olke.stats.distributions import t_quantile
from olke.stats.errors import StatsError
from olke.stats.results import Interval

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float64]


def hc2(matrix: "Array", outcomes: "Array", weights: "Array") -> tuple[float, float, float]:
    """Give a weighted sum of coefficients, its HC2 error and Bell and McCaffrey's freedom.

    MacKinnon & White (1985), J. Econometrics 29, 305-325, for HC2; Bell & McCaffrey (2002), Survey
    Methodology 28, 169-181, for the degrees of freedom; advised together by Imbens & Kolesár
    (2016), Rev. Econ. Stat. 98, 701-712. It is CR2 where each person is a cluster.
    Raises StatsError `singular-design` where one person alone determines a coefficient.
    """
    import numpy as np

    bread = np.linalg.inv(matrix.T @ matrix)
    coefficients = bread @ (matrix.T @ outcomes)
    leverage = np.einsum("ij,jk,ik->i", matrix, bread, matrix)
    if leverage.max() > 1 - 1e-9:
        raise StatsError("singular-design")
    pulls = (matrix @ (bread @ weights)) / np.sqrt(1 - leverage)
    error = float(np.sqrt(((pulls * (outcomes - matrix @ coefficients)) ** 2).sum()))
    loads = matrix * pulls[:, None]
    # Trace and squares of diag(pulls^2) - loads bread loads', without that matrix of all people.
    inner, shares = bread @ (loads.T @ loads), np.einsum("ij,jk,ik->i", loads, bread, loads)
    trace = (pulls**2).sum() - np.trace(inner)
    squares = (pulls**4).sum() - 2 * (pulls**2 * shares).sum() + np.trace(inner @ inner)
    df = float(trace**2 / squares)
    return float(weights @ coefficients), error, df


def t_interval(value: float, error: float, df: float, level: float, method: str) -> Interval:
    """Give an estimate with Student's t times its error on either side."""
    half = t_quantile((1 + level) / 2, df) * error
    return Interval(value - half, value + half, level, method)
