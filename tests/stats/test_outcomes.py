"""Holm across outcomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from olke.stats import StatsError, holm

ps = st.lists(st.floats(0, 1), min_size=1, max_size=12)


def adjusted(values: list[float]) -> list[float]:
    found = holm({str(place): value for place, value in enumerate(values)})
    return [one.adjusted for one in found if one.adjusted is not None]


def test_holm_gives_the_textbook_steps() -> None:
    # R's documentation of `p.adjust` and Wright (1992), Biometrics 48, 1005-1013: 4, 3, 2, 1 times.
    assert adjusted([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


@given(ps)
def test_holm_agrees_with_statsmodels(values: list[float]) -> None:
    assert adjusted(values) == pytest.approx(multipletests(values, method="holm")[1].tolist())


@given(ps)
def test_holm_keeps_the_order_and_never_helps(values: list[float]) -> None:
    found = adjusted(values)
    for one, first in zip(values, found, strict=True):
        assert one <= first <= 1
        for two, second in zip(values, found, strict=True):
            assert (one <= two) <= (first <= second)


@given(ps, st.randoms(use_true_random=False))
def test_the_order_of_outcomes_does_not_matter(values: list[float], source: object) -> None:
    mixed = list(enumerate(values))
    source.shuffle(mixed)  # type: ignore[attr-defined]
    found = {one.outcome: one.adjusted for one in holm({str(k): v for k, v in mixed})}
    assert [found[str(place)] for place in range(len(values))] == adjusted(values)


def test_an_undefined_outcome_still_counts_in_the_family() -> None:
    one, two = holm({"known": 0.02, "undefined": None})
    assert (one.adjusted, two.adjusted) == (0.04, None)


def test_what_is_no_p_is_refused() -> None:
    with pytest.raises(StatsError):
        holm({"one": 1.2})
    assert holm({}) == ()
