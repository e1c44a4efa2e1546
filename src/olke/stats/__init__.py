"""Statistics for a class: shares, comparisons, effect sizes, intervals, power, assignment."""

from olke.stats.ancova import ancova
from olke.stats.angles import cohen_h, fisher_phi
from olke.stats.assignment import Assignment, assign
from olke.stats.attrition import Attrition, Flow, Linked, attrition, link
from olke.stats.choosing import Choice, Comparison, Outcome, StudyDesign, choose
from olke.stats.clusters import clustered, design_effect, icc
from olke.stats.errors import StatsError
from olke.stats.exact_tables import fisher_exact
from olke.stats.gain import Gain, normalised_gain, personal_gain
from olke.stats.independent_scores import welch
from olke.stats.items import Item, cronbach_alpha, item_analysis
from olke.stats.outcomes import Adjusted, holm
from olke.stats.paired_scores import paired_t
from olke.stats.paired_shares import mcnemar
from olke.stats.permuted_tables import permuted_chi_square
from olke.stats.power import (
    Plan,
    clusters_size,
    mcnemar_power,
    mcnemar_size,
    paired_t_power,
    paired_t_size,
    two_shares_power,
    two_shares_size,
    welch_power,
    welch_size,
)
from olke.stats.rank_sum import mann_whitney
from olke.stats.results import Estimate, Interval, LeftOut, Result
from olke.stats.shares import difference_of_shares, share, wilson
from olke.stats.signed_rank import wilcoxon
from olke.stats.suppression import Suppressed, suppress, suppress_groups
from olke.stats.tables import Table, chi_square, cochran, count_by_group

__all__ = [
    "Adjusted",
    "Assignment",
    "Attrition",
    "Choice",
    "Comparison",
    "Estimate",
    "Flow",
    "Gain",
    "Interval",
    "Item",
    "LeftOut",
    "Linked",
    "Outcome",
    "Plan",
    "Result",
    "StatsError",
    "StudyDesign",
    "Suppressed",
    "Table",
    "ancova",
    "assign",
    "attrition",
    "chi_square",
    "choose",
    "clustered",
    "clusters_size",
    "cochran",
    "cohen_h",
    "count_by_group",
    "cronbach_alpha",
    "design_effect",
    "difference_of_shares",
    "fisher_exact",
    "fisher_phi",
    "holm",
    "icc",
    "item_analysis",
    "link",
    "mann_whitney",
    "mcnemar",
    "mcnemar_power",
    "mcnemar_size",
    "normalised_gain",
    "paired_t",
    "paired_t_power",
    "paired_t_size",
    "permuted_chi_square",
    "personal_gain",
    "share",
    "suppress",
    "suppress_groups",
    "two_shares_power",
    "two_shares_size",
    "welch",
    "welch_power",
    "welch_size",
    "wilcoxon",
    "wilson",
]
