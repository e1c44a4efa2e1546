"""Portions that weigh the same and hold together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from olke.evidence.models import Claim
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.portions import cut, torn, unevenness


def claims_about(names: list[str]) -> tuple[list[Claim], dict[str, Text]]:
    claims = [Claim(key=f"c{place}") for place in range(len(names))]
    return claims, {claim.key: Text(en=name) for claim, name in zip(claims, names, strict=True)}


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 40)), max_size=20), st.integers(1, 6)
)
def test_every_claim_is_in_one_portion_and_no_portion_is_empty(
    facts: list[tuple[str, int]], count: int
) -> None:
    claims, names = claims_about([name for name, _ in facts])
    weights = [weight for _, weight in facts]
    portions = cut(claims, weights, lambda claim: names[claim.key], count)
    held = [claim.key for portion in portions for claim in portion.claims]
    assert sorted(held) == sorted(claim.key for claim in claims)
    assert len(portions) == min(count, len(claims))
    assert all(portion.claims for portion in portions)


def test_claims_of_one_name_stay_together_where_the_weight_allows() -> None:
    claims, names = claims_about(list("ababab"))
    portions = cut(claims, [10] * 6, lambda claim: names[claim.key], 2)
    assert [portion.names for portion in portions] == [(Text(en="a"),), (Text(en="b"),)]
    assert torn(portions) == 0


def test_a_little_unevenness_is_borne_to_keep_together_what_belongs_together() -> None:
    claims, names = claims_about(list("aaaaaaabbbbb"))
    portions = cut(claims, [10] * 12, lambda claim: names[claim.key], 2)
    assert [len(portion.claims) for portion in portions] == [7, 5]


def test_long_sentences_make_a_portion_of_fewer_claims() -> None:
    claims, names = claims_about(list("aaaaaa"))
    weights = {claim.key: weight for claim, weight in zip(claims, [60, 1, 1, 1, 1, 1], strict=True)}
    portions = cut(claims, list(weights.values()), lambda claim: names[claim.key], 2)
    assert [len(portion.claims) for portion in portions] == [1, 5]
    assert unevenness(portions, lambda claim: weights[claim.key]) > 0
