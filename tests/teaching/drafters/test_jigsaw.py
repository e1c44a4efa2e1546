"""A jigsaw's portions and the questions at its end."""

from __future__ import annotations

import pytest

from olke.teaching.documents.items import AnyItem, Exhibit
from olke.teaching.drafters.draft import Shortfall
from olke.teaching.drafters.jigsaw import MOST, draft_jigsaw
from tests.records import make_entity
from tests.teaching.drafters.dossiers import (
    foundings,
    happened,
    material_about,
    observed,
    order,
    works_of_many_years,
)

pytestmark = pytest.mark.django_db


def portions(items: tuple[AnyItem, ...]) -> list[Exhibit]:
    return [item for item in items if isinstance(item, Exhibit)]


def test_there_are_as_many_portions_as_groups_and_each_fact_is_in_one() -> None:
    claims = works_of_many_years(count=4, years=3)
    found = portions(draft_jigsaw(material_about(*claims), order(4)).items)
    assert len(found) == 4
    assert sorted(key for one in found for key in one.claims) == sorted(c.key for c in claims)


def test_portions_take_equally_long_to_read() -> None:
    claims = works_of_many_years(count=4, years=3)
    found = portions(draft_jigsaw(material_about(*claims), order(4)).items)
    words = [len(one.text.kk.split()) for one in found]
    assert max(words) <= 1.25 * min(words)


def test_a_portion_is_about_one_subject_and_its_heading_says_so() -> None:
    claims = works_of_many_years(count=3, years=4)
    found = portions(draft_jigsaw(material_about(*claims), order(3)).items)
    subjects = {claim.key: claim.subject for claim in claims}
    for one in found:
        [subject] = {subjects[key] for key in one.claims}
        assert one.title.en == f"{subject.name_en} (1940–1943)"


def test_each_portion_has_two_or_three_questions_and_is_asked_about_at_the_end() -> None:
    claims = works_of_many_years(count=3, years=4)
    items = draft_jigsaw(material_about(*claims), order(3)).items
    check = [item for item in items if not isinstance(item, Exhibit)]
    for one in portions(items):
        assert 2 <= len(one.questions) <= 3
        assert 1 <= sum(item.claims[0] in one.claims for item in check) <= 2
    assert all(item.solution is not None for item in check)


def test_a_fact_that_two_documents_tell_stands_once() -> None:
    claims = foundings("1931", "1935", "1941", "1950")
    again = observed("5", "1946")
    twin = observed("5", "1946", subject=again.subject, indicator=again.indicator)
    items = draft_jigsaw(material_about(*claims, again, twin), order(2)).items
    told = [key for one in portions(items) for key in one.claims]
    assert again.key in told
    assert twin.key not in told


def test_a_dossier_of_a_few_facts_has_fewer_portions_and_says_so() -> None:
    found = draft_jigsaw(material_about(*foundings("1931", "1935", "1941", "1950")), order(4))
    assert len(portions(found.items)) == 2
    assert found.shortfalls == (Shortfall("claims", 8, 4),)
    assert draft_jigsaw(material_about(), order(4)).items == ()


def test_a_large_dossier_is_not_poured_out_onto_the_cards() -> None:
    claims = works_of_many_years(count=8, years=6)
    found = portions(draft_jigsaw(material_about(*claims), order(2)).items)
    assert sum(len(one.claims) for one in found) <= 2 * MOST


def test_the_last_question_of_a_portion_needs_the_experts_on_the_next() -> None:
    claims = works_of_many_years(count=3, years=4)
    found = portions(draft_jigsaw(material_about(*claims), order(3)).items)
    for one, following in zip(found, [*found[1:], found[0]], strict=True):
        assert f"“{following.title.en}”" in one.questions[-1].en
        told = [line for line in one.explanation.en.splitlines() if line]
        assert told[0][2:] in one.text.en
        assert told[1][2:] in following.text.en


def test_events_of_two_portions_are_asked_for_as_cause_and_effect() -> None:
    works = make_entity()
    years = ("1941", "1942", "1944", "1945")
    claims = [happened(year, subject=works) for year in years]
    early, late = portions(draft_jigsaw(material_about(*claims), order(2)).items)
    assert "what happened later" in early.questions[-1].en
    assert "what had happened before" in late.questions[-1].en


def test_of_what_lies_far_apart_no_cause_is_asked() -> None:
    works = make_entity()
    claims = [happened(year, subject=works) for year in ("1931", "1932", "1954", "1955")]
    for one in portions(draft_jigsaw(material_about(*claims), order(2)).items):
        assert "which of their facts explains one of yours" in one.questions[-1].en
        assert not one.explanation
