"""Claims found by their days give what looking at each of them would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from olke.evidence.models import Claim
from olke.teaching.drafters.timelines import Timeline
from olke.teaching.drafters.truth import touch

PERIODS = st.sampled_from(
    ["", "1939", "1940", "1941-06", "1941", "1939/1945", "1945/..", "../1940", "1941-06-22", "194X"]
)


def claim_of(period: str) -> Claim:
    claim = Claim(period=period)
    claim.derive()
    return claim


@given(st.lists(PERIODS), PERIODS)
def test_what_touches_a_time_is_found_in_the_order_given(periods: list[str], asked: str) -> None:
    claims, one = [claim_of(period) for period in periods], claim_of(asked)

    found = Timeline(claims).touching(one)

    assert [id(claim) for claim in found] == [id(claim) for claim in claims if touch(claim, one)]


@given(st.lists(PERIODS), PERIODS)
def test_what_is_dated_the_same_is_found_in_the_order_given(periods: list[str], asked: str) -> None:
    claims, one = [claim_of(period) for period in periods], claim_of(asked)
    days = (one.earliest, one.latest)

    found = Timeline(claims).on_the_days_of(one)

    alike = [claim for claim in claims if (claim.earliest, claim.latest) == days]
    assert [id(claim) for claim in found] == [id(claim) for claim in alike]
