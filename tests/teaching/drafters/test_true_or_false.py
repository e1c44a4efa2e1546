"""True and false statements of a dossier."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from typing import Any

import pytest

from olke.evidence.models import Claim
from olke.teaching.documents.items import Statement
from olke.teaching.drafters.board import draft_board
from olke.teaching.drafters.draft import Shortfall
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.pairing import fits, matched, swappable
from olke.teaching.drafters.questions import draft_questions
from olke.teaching.drafters.true_or_false import draft_true_or_false
from olke.vocabulary.models import PackUnit
from tests.records import make_entity, make_indicator, make_pack
from tests.teaching.drafters.dossiers import (
    foundings,
    happened,
    material_about,
    observed,
    order,
    works_of_many_years,
)

pytestmark = pytest.mark.django_db


def drafted(material: Material, seeds: range = range(1, 11), wanted: int = 8) -> list[Statement]:
    found = []
    for seed in seeds:
        items = draft_true_or_false(material, order(wanted, seed)).items
        found += [item for item in items if isinstance(item, Statement)]
    return found


def test_as_many_are_true_as_false() -> None:
    items = drafted(material_about(*works_of_many_years()), seeds=range(1, 2))
    assert Counter(item.answer for item in items) == {True: 4, False: 4}


def test_the_same_seed_gives_the_same_items_and_another_does_not() -> None:
    claims = works_of_many_years()
    first, again, other = (
        draft_true_or_false(material_about(*claims), order(8, seed)) for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other


def test_a_statement_of_each_sort_says_what_is_right() -> None:
    claims = [*works_of_many_years(), *foundings("1941", "1946", "1954", "1958")]
    kinds = set()
    for item in drafted(material_about(*claims)):
        right = item.explanation.en
        assert right
        assert all(Claim.objects.filter(key=key).exists() for key in item.claims)
        kinds.add(item.text.en.split(". ", 1)[1].split(" ")[0])
    assert {"The", "This"} <= kinds


def test_a_false_number_is_one_of_another_claim_and_nowhere_true() -> None:
    claims = works_of_many_years()
    by_key = {claim.key: claim for claim in claims}
    for item in drafted(material_about(*claims)):
        if item.answer or "The figure:" not in item.text.en:
            continue
        own, donor = (by_key[key] for key in item.claims)
        said = item.text.en.rsplit(" ", 1)[1].rstrip(".").replace(",", "")
        assert said == str(donor.value)
        alike = [c for c in claims if c.subject == own.subject and c.period == own.period]
        assert said not in {str(claim.value) for claim in alike}


def test_no_number_is_shown_twice_in_a_draft() -> None:
    claims = works_of_many_years()
    for seed in range(1, 21):
        items = drafted(material_about(*claims), seeds=range(seed, seed + 1), wanted=12)
        figures = [i.text.en.rsplit(": ", 1)[1] for i in items if "The figure:" in i.text.en]
        assert len(figures) == len(set(figures))


def test_every_number_lends_itself_to_one_partner() -> None:
    material = material_about(*works_of_many_years())
    pairs = matched(swappable(material), order().chance())
    keys = [claim.key for pair in pairs for claim in pair]
    assert len(keys) == len(set(keys)) >= 10


def test_a_plain_reader_of_words_cannot_tell_true_from_false() -> None:
    items = drafted(material_about(*works_of_many_years()), seeds=range(1, 401))
    said: dict[str, Counter[bool]] = {}
    for item in items:
        for word in set(item.text.en.split()):
            said.setdefault(word, Counter())[item.answer] += 1
    # Common words are decided by chance alone: a share beyond these lies over 4 sigma away.
    common = [c for c in said.values() if sum(c.values()) >= 300]
    assert common
    assert all(0.38 < counts[True] / sum(counts.values()) < 0.62 for counts in common)


@pytest.mark.parametrize("claims", [0, 1])
def test_a_thin_dossier_gives_what_it_lacks(claims: int) -> None:
    made = [observed("7646") for _ in range(claims)]
    draft = draft_true_or_false(material_about(*made), order(10))
    assert (draft.items, draft.shortfalls) == ((), (Shortfall("claims", 10, 0),))


def test_claims_without_values_still_give_their_order() -> None:
    claims = [happened(period=f"19{n}") for n in (41, 46, 54, 58)]
    items = drafted(material_about(*claims), seeds=range(1, 2))
    assert len(items) == 2
    assert all(item.text.en.startswith("Two events: ") for item in items)


def test_events_that_are_told_again_have_no_order() -> None:
    first, last = happened(period="1941"), happened(period="1946")
    happened(period="1950", indicator=first.indicator, subject=first.subject)
    assert drafted(material_about(first, last)) == []


def test_questioned_and_disputed_claims_are_not_used() -> None:
    claims = works_of_many_years()
    for claim in claims[:6]:
        claim.review = "questioned"
        claim.save()
    disputed = claims[6]
    observed("9999", disputed.period, subject=disputed.subject, indicator=disputed.indicator)
    used = {key for item in drafted(material_about(*claims)) for key in item.claims}
    assert not used.intersection(claim.key for claim in claims[:7])


def test_chance_does_not_depend_on_the_process() -> None:
    code = (
        "import random; from olke.teaching.drafters.draft import Order;"
        "chance = Order('m', 'd', 1, 5).chance();"
        "print([chance.random() for _ in range(3)])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_no_game_is_made_of_the_dead_the_sick_and_the_deported() -> None:
    grave = make_indicator(summable="yes", grave=True)
    hidden = {
        observed(str(1100 + 300 * n), subject=make_entity(), indicator=grave).key for n in range(6)
    }
    claims = [*works_of_many_years(), *Claim.objects.filter(key__in=hidden)]
    for drafter in (draft_true_or_false, draft_board, draft_questions):
        material = material_about(*claims)
        items = [item for seed in range(1, 6) for item in drafter(material, order(12, seed)).items]
        assert items
        assert not hidden & {key for item in items for key in item.claims}


def rank_unit() -> str:
    names = ("kk", "ru_one", "ru_few", "ru_many", "en_one", "en_other")
    labels = {f"label_{name}": "place" for name in names}
    return PackUnit.objects.create(
        pack=make_pack(), key="rank", position=1, dimension="none", **labels
    ).key


def test_a_place_in_an_order_is_no_amount() -> None:
    same: dict[str, Any] = {"indicator": make_indicator(), "unit": rank_unit()}
    ranks = [observed(str(n), subject=make_entity(), **same) for n in range(1, 4)]
    few = [observed(str(n), indicator=make_indicator(), unit="person") for n in range(2, 7)]
    edges = swappable(material_about(*ranks, *few))
    used = {claim.key for edge in edges for claim in edge}
    assert used
    assert not used & {claim.key for claim in ranks}


def test_a_percent_of_one_thing_is_not_put_in_place_of_anothers() -> None:
    prices = make_indicator()
    inflation = [
        observed(value, indicator=prices, subject=make_entity(), unit="percent")
        for value in ("12", "30")
    ]
    other = observed("20", indicator=make_indicator(), unit="percent")
    edges = swappable(material_about(*inflation, other))
    assert {frozenset(claim.key for claim in edge) for edge in edges} <= {
        frozenset(claim.key for claim in inflation)
    }


def test_no_time_outlasts_the_year_it_lies_in() -> None:
    short = observed("9", "1946", unit="month")
    long = observed("30", "1941/1945", unit="month")
    assert not fits(short, long)
    assert fits(long, short)
