"""Answers by group where counts are small and the tables too many to list: a seeded sample."""

import math

from olke.stats.results import Result, check_level
from olke.stats.tables import Table, comparable, cramer_v, cramer_v_corrected, sizes, statistic

RUNS = 20_000  # error of p below 0.003 (two standard errors) at p = 0.05


def permuted_chi_square(table: Table, seed: int, runs: int = RUNS, level: float = 0.95) -> Result:
    """Test whether answers depend on the group by tables drawn at random with both margins kept.

    p: (1 + tables at least as far from what is expected) / (1 + runs), which keeps its level
    (Phipson & Smyth 2010, Stat. Appl. Genet. Mol. Biol. 9:39). The seed makes it the same again
    with the same version of NumPy. Raises StatsError as `chi_square` does.
    """
    import numpy as np
    from scipy.stats import random_table

    check_level(level)
    used = comparable(table)
    counts = np.asarray(used.counts)
    expected = np.asarray(used.expected())
    drawn = random_table(counts.sum(axis=1), counts.sum(axis=0)).rvs(
        runs, random_state=np.random.default_rng(seed)
    )
    distances = ((drawn - expected) ** 2 / expected).sum(axis=(1, 2))
    seen = statistic(used)
    beyond = int((distances >= seen * (1 - 1e-9)).sum())
    p = (1 + beyond) / (1 + runs)
    return Result(
        method="chi-square-permuted",
        estimate=cramer_v(used, level),
        used=used.total,
        statistic=seen,
        p=p,
        groups=sizes(table),
        left_out=table.left_out,
        effects=(cramer_v_corrected(used),),
        figures=(("seed", seed), ("runs", runs), ("p-error", math.sqrt(p * (1 - p) / runs))),
        assumptions=("independent-people", "independent-groups"),
    )
