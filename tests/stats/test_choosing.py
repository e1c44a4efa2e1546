"""The analysis follows from the design."""

from itertools import product

import pytest

import olke.stats
from olke.stats import Choice, Comparison, Outcome, StatsError, StudyDesign, choose


def chosen(outcome: str, comparison: str, *sizes: int, **more: object) -> Choice:
    design = StudyDesign(Outcome(outcome), Comparison(comparison), sizes, **more)  # type: ignore[arg-type]
    return choose(design)


@pytest.mark.parametrize(
    ("analysis", "outcome", "comparison", "sizes", "more"),
    [
        ("share", "yes-no", "one-round", (112,), {}),
        ("mcnemar", "yes-no", "before-after", (112,), {}),
        ("paired_t", "score", "before-after", (112,), {}),
        ("wilcoxon", "score", "before-after", (14,), {}),
        ("wilcoxon", "ordered", "before-after", (112,), {}),
        ("wilcoxon", "score", "before-after", (112,), {"values": 5}),
        ("chi_square", "yes-no", "between", (56, 56), {}),
        ("fisher_exact", "yes-no", "between", (9, 8), {"cochran": False}),
        ("chi_square", "category", "between", (40, 40, 32), {}),
        ("welch", "score", "between", (56, 56), {}),
        ("mann_whitney", "score", "between", (56, 9), {}),
        ("mann_whitney", "ordered", "between", (56, 56), {}),
        ("ancova", "score", "change-between", (56, 56), {}),
        ("ancova", "yes-no", "change-between", (56, 56), {}),
        ("clustered", "score", "change-between", (56, 56), {"clusters": (3, 3)}),
        ("clustered", "yes-no", "between", (56, 56), {"clusters": (12, 12)}),
        ("chi_square", "yes-no", "before-after", (112,), {"linked": False}),
        ("welch", "score", "change-between", (56, 56), {"linked": False}),
    ],
)
def test_each_design_has_its_analysis(
    analysis: str, outcome: str, comparison: str, sizes: tuple[int, ...], more: dict[str, object]
) -> None:
    assert chosen(outcome, comparison, *sizes, **more).analysis == analysis


def test_a_choice_says_why_and_what_to_mind() -> None:
    found = chosen("score", "change-between", 56, 56, clusters=(3, 4))
    assert found == Choice("clustered", ("whole-classes", "after-on-before"), ("few-clusters",))
    assert chosen("yes-no", "before-after", 112).warnings == ("no-control-group",)
    unlinked = chosen("yes-no", "before-after", 112, linked=False)
    assert "not-linked" in unlinked.reasons
    assert unlinked.warnings == ("same-people-unlinked",)


def test_every_design_leads_to_a_function_of_this_package() -> None:
    for outcome, comparison, linked, few, clusters, sizes in product(
        Outcome, Comparison, (True, False), (True, False), ((), (2, 12)), ((40, 40), (40, 40, 9))
    ):
        found = choose(
            StudyDesign(
                outcome, comparison, sizes, linked, 5 if few else None, clusters, cochran=not few
            )
        )
        assert callable(getattr(olke.stats, found.analysis))
        assert found.reasons


def test_nobody_and_one_group_are_refused() -> None:
    for sizes, code in (((), "no-data"), ((0, 0), "no-data"), ((9,), "group-count")):
        with pytest.raises(StatsError) as raised:
            choose(StudyDesign(Outcome.SCORE, Comparison.BETWEEN, sizes))
        assert raised.value.code == code
