"""Which analysis a study's design asks for: known before the data, and never from a p."""

from dataclasses import dataclass
from enum import StrEnum

from olke.stats.errors import StatsError

# A mean of fewer people leans on normality, whose check would itself be a choice by the data:
# Moore, McCabe & Craig, Introduction to the practice of statistics, 7.1 (15 and 40).
SMALL = 15
FEW_VALUES = 5  # a scale of five points or fewer is ordered answers, not a measure
FEW_CLUSTERS = 10


class Outcome(StrEnum):
    """What is compared. SCORE: sums of marks. ORDERED: a scale item. CATEGORY: one of several."""

    YES_NO = "yes-no"
    SCORE = "score"
    ORDERED = "ordered"
    CATEGORY = "category"


class Comparison(StrEnum):
    """What with what. CHANGE_BETWEEN: groups after, adjusted for the same people's before."""

    ONE_ROUND = "one-round"
    BEFORE_AFTER = "before-after"
    BETWEEN = "between"
    CHANGE_BETWEEN = "change-between"


@dataclass(frozen=True, slots=True)
class StudyDesign:
    """What is known of a study without looking at its answers.

    linked: whether before and after can be told of the same person. sizes: people by group (one
    group: one number). values: how many different values the outcome can take, None if many.
    clusters: whole classes by group where classes, not people, were put into groups; else empty.
    cochran: whether the table's margins satisfy the rule for chi-square (`tables.cochran`).
    """

    outcome: Outcome
    comparison: Comparison
    sizes: tuple[int, ...]
    linked: bool = True
    values: int | None = None
    clusters: tuple[int, ...] = ()
    cochran: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """The analysis to run (a function of this package), why, and what to warn of; all codes."""

    analysis: str
    reasons: tuple[str, ...]
    warnings: tuple[str, ...] = ()


def choose(design: StudyDesign) -> Choice:
    """Choose the analysis by the design alone. Raises StatsError `no-data`, `group-count`."""
    if not design.sizes or not sum(design.sizes):
        raise StatsError("no-data")
    if design.comparison in (Comparison.BETWEEN, Comparison.CHANGE_BETWEEN):
        if len(design.sizes) < 2:
            raise StatsError("group-count", found=len(design.sizes), needed=2)
        return _between(design)
    if design.comparison is Comparison.ONE_ROUND:
        return _one_round(design)
    return _before_after(design)


def _one_round(design: StudyDesign) -> Choice:
    if design.outcome is Outcome.YES_NO:
        return Choice("share", ("one-round", "yes-no"))
    return Choice("count_by_group", ("one-round", design.outcome.value))


def _before_after(design: StudyDesign) -> Choice:
    """Choose for one group before and after."""
    if not design.linked:
        # The same people, but nobody knows who is who: compared as if independent, which is
        # cautious where answers go together, and said.
        return _independent(design, ("before-after", "not-linked"), ("same-people-unlinked",))
    alone = ("no-control-group",)
    if design.outcome is Outcome.CATEGORY:
        return Choice("count_by_group", ("before-after", "category"), alone)
    if design.outcome is Outcome.YES_NO:
        return Choice("mcnemar", ("same-people-twice", "yes-no"), alone)
    reason = _ranked(design)
    if reason:
        return Choice("wilcoxon", ("same-people-twice", reason), alone)
    return Choice("paired_t", ("same-people-twice", "score"), alone)


def _between(design: StudyDesign) -> Choice:
    adjusted = design.comparison is Comparison.CHANGE_BETWEEN and design.linked
    if design.clusters and design.outcome is not Outcome.CATEGORY:
        few = min(design.clusters) < FEW_CLUSTERS
        reasons = ("whole-classes", "after-on-before") if adjusted else ("whole-classes",)
        return Choice("clustered", reasons, ("few-clusters",) if few else ())
    warnings = ("clusters-ignored",) if design.clusters else ()
    if adjusted and design.outcome is not Outcome.CATEGORY:
        linear = ("linear-probability",) if design.outcome is Outcome.YES_NO else ()
        return Choice("ancova", ("after-on-before", "independent-groups", *linear), warnings)
    unlinked = design.comparison is Comparison.CHANGE_BETWEEN and not design.linked
    told = ("after-only", "not-linked") if unlinked else ("independent-groups",)
    return _independent(design, told, warnings)


def _independent(
    design: StudyDesign, reasons: tuple[str, ...], warnings: tuple[str, ...]
) -> Choice:
    if design.outcome in (Outcome.YES_NO, Outcome.CATEGORY):
        if design.cochran:
            return Choice("chi_square", (*reasons, "expected-counts-enough"), warnings)
        return Choice("fisher_exact", (*reasons, "expected-counts-small"), warnings)
    if len(design.sizes) > 2:
        return Choice("ancova", (*reasons, "several-groups"), warnings)
    reason = _ranked(design)
    if reason:
        return Choice("mann_whitney", (*reasons, reason), warnings)
    return Choice("welch", (*reasons, "score"), warnings)


def _ranked(design: StudyDesign) -> str | None:
    """Say why ranks are compared rather than means, or None."""
    if design.outcome is Outcome.ORDERED:
        return "ordered-answers"
    if design.values is not None and design.values <= FEW_VALUES:
        return "few-values"
    return "small-sample" if min(design.sizes) < SMALL else None
