"""A lesson on a topic of one's own: what is found, what is ticked, what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from olke.accounts.models import Role
from olke.evidence.models import Claim
from olke.explore.search.indexing import rebuild_index
from olke.planning.lessons.finding import MOST_CHOSEN, MOST_FOUND, dossier_on, found_on
from olke.teaching.documents.dossier import DrawingEntry
from olke.teaching.documents.lesson import Lesson
from olke.teaching.models import Document
from tests.records import make_claim, make_entity, make_indicator

pytestmark = pytest.mark.django_db
ADDRESS = "/teaching/lessons/new/"
CHOICES = {"form": "school", "minutes": "45", "language": "kk", "topic": "Шұға фабрикасы"}


@pytest.fixture
def mill(db: None) -> list[Claim]:
    """Return what a mill made in four years, and an event of elsewhere; all of it is found."""
    works = make_entity(name_kk="Шұға фабрикасы", name_ru="Суконная фабрика", name_en="Cloth mill")
    output = make_indicator(label_kk="өнім шығару")
    years = range(1940, 1944)
    claims = [
        make_claim(subject=works, indicator=output, period=str(year), value=str(100 + 7 * number))
        for number, year in enumerate(years)
    ]
    other = make_claim(kind="event", period="1939", title_kk="Шұға фабрикасының негізі қаланды")
    rebuild_index()
    return [*claims, other]


@pytest.fixture
def browser(client_of: Callable[[Role], Client]) -> Client:
    return client_of(Role.TEACHER)


def ticked(page: str) -> list[str]:
    return re.findall(r'name="claims" value="([^"]+)" checked', page)


def test_without_a_dossier_the_evidence_on_the_topic_is_shown_first(
    mill: list[Claim], browser: Client
) -> None:
    page = browser.post(ADDRESS, CHOICES).content.decode()

    assert set(ticked(page)) == {claim.key for claim in mill}
    assert not Document.objects.exists()


def test_what_stays_ticked_becomes_a_dossier_and_the_lesson_rests_on_it(
    mill: list[Claim], browser: Client
) -> None:
    keys = [claim.key for claim in mill[1:]]

    answer = browser.post(ADDRESS, {**CHOICES, "do": "propose", "claims": keys})

    lesson = Document.objects.get(kind="lesson")
    dossier = Document.objects.get(kind="dossier")
    content = lesson.parsed()
    assert isinstance(content, Lesson)
    assert answer.headers["Location"] == f"{ADDRESS.removesuffix('new/')}{lesson.key}/"
    assert content.dossiers == (dossier.key,)
    assert dossier.title_kk == "Шұға фабрикасы"
    assert {use.key for use in dossier.uses.filter(kind="claim")} == set(keys)
    assert any(item.claims for activity in content.activities for item in activity.items)


def test_other_words_are_searched_and_what_was_ticked_stays(
    mill: list[Claim], browser: Client
) -> None:
    kept = make_claim(title_kk="Басқа дерек", kind="event").key

    sent = {**CHOICES, "do": "look", "words": "шұға", "claims": [kept]}
    page = browser.post(ADDRESS, sent).content.decode()

    assert ticked(page)[0] == kept
    assert set(ticked(page)) == {kept, *(claim.key for claim in mill)}
    assert 'name="topic" value="Шұға фабрикасы"' in page


def test_where_nothing_is_found_stages_and_minutes_are_proposed(browser: Client) -> None:
    rebuild_index()

    page = browser.post(ADDRESS, {**CHOICES, "topic": "Жұлдыздар"}).content.decode()
    assert "«Жұлдыздар» бойынша ештеңе табылмады" in page
    browser.post(ADDRESS, {**CHOICES, "topic": "Жұлдыздар", "do": "bare"})

    lesson = Document.objects.get().parsed()
    assert isinstance(lesson, Lesson)
    assert lesson.dossiers == ()
    assert lesson.planned_minutes == 45


def test_a_claim_in_doubt_is_found_and_left_for_the_teacher_to_tick(mill: list[Claim]) -> None:
    Claim.objects.filter(pk=mill[0].pk).update(review="questioned")
    Claim.objects.filter(pk=mill[1].pk).update(review="withdrawn")
    rebuild_index()

    found = {one.claim.key: one.chosen for one in found_on("Шұға фабрикасы", "kk").claims}

    assert found[mill[0].key] is False
    assert mill[1].key not in found
    assert found[mill[2].key] is True


def test_no_more_is_ticked_than_fits_a_lesson(mill: list[Claim]) -> None:
    for number in range(MOST_FOUND + 5):
        make_claim(subject=mill[0].subject, value=str(1000 + number))
    rebuild_index()

    found = found_on("Шұға фабрикасы", "kk")

    assert len(found.claims) == MOST_FOUND
    assert found.chosen == MOST_CHOSEN


def test_claims_with_some_of_the_words_are_shown_and_none_of_them_is_ticked(
    mill: list[Claim], browser: Client
) -> None:
    sent = {**CHOICES, "topic": "Шұға фабрикасының театры"}

    page = browser.post(ADDRESS, sent).content.decode()

    assert f'value="{mill[0].key}"' in page
    assert ticked(page) == []
    assert "«театры»" in page


def test_proposing_with_nothing_ticked_is_asked_about(mill: list[Claim], browser: Client) -> None:
    answer = browser.post(ADDRESS, {**CHOICES, "do": "propose"})

    assert answer.status_code == 422
    assert "Ештеңе белгіленбеген" in answer.content.decode()
    assert not Document.objects.exists()


def test_a_dossier_has_a_section_for_each_thing_and_a_chart_of_its_series(
    mill: list[Claim],
) -> None:
    made = dossier_on("Шұға", [claim.key for claim in reversed(mill)], "kk")

    assert made
    works, rest = made.sections
    assert works.title.ru == "Суконная фабрика"
    assert [getattr(entry, "claim", "") for entry in works.entries[:4]] == [
        claim.key for claim in mill[:4]
    ]
    assert isinstance(works.entries[4], DrawingEntry)
    assert mill[0].indicator.key in works.entries[4].drawing
    assert [getattr(entry, "claim", "") for entry in rest.entries] == [mill[4].key]


@pytest.mark.parametrize("keys", [[], ["no-such-claim"], ["no such key!"]])
def test_without_a_claim_that_stands_there_is_no_dossier(keys: list[str]) -> None:
    assert dossier_on("Шұға", keys, "kk") is None


def test_the_page_asks_the_same_number_of_statements_for_one_claim_and_three(
    mill: list[Claim], browser: Client, django_assert_max_num_queries: Any
) -> None:
    counts = []
    browser.post(ADDRESS, CHOICES)
    for keys in ([mill[0].key], [claim.key for claim in mill[:3]]):
        with django_assert_max_num_queries(40) as seen:
            browser.post(ADDRESS, {**CHOICES, "do": "look", "words": "қ", "claims": keys})
        counts.append(len(seen))

    assert counts[0] == counts[1]
