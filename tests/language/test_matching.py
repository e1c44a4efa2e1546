"""A query finds a text however either is typed and inflected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.language import match_spans, query_terms, search_terms

_CANNERY = "Семей ет-консерві комбинаты"


def _finds(query: str, text: str) -> bool:
    terms = set(search_terms(text))
    return all(
        any(terms.issuperset(alternative) for alternative in token.alternatives)
        for token in query_terms(query)
    )


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("еткомбинатының", _CANNERY),
        ("ет комбинаты", _CANNERY),
        ("ет-консерві", _CANNERY),
        ("консерви комбинаты", _CANNERY),
        ("кызылорда", "Қызылорда қаласында"),
        ("кызылорданын", "Қызылорда қаласында"),
        ("Семейдің", "семей қаласы"),
        ("semey", "Семейдегі зауыт"),
        ("öskemen", "Өскеменнің тұрғындары"),
        ("совхозы", "совхоздардың малы"),
        ("совхоз", "облыстың совхоздарында"),
        ("елка", "ёлка"),
        ("завода", "Кеме жөндеу заводының жоспары"),
        ("завод", "кеме жөндеу зауыты"),
        ("өнеркәсіп", "өнеркәсiптiң дамуы"),
        ("мектептер", "мектебіміздің оқушысы"),
        ("халық", "халқының саны"),
        ("салу", "үй салынды"),
        ("1946", "1946-ның жоспары"),
        ("азыктулик", "азық-түлікпен"),
        ("консервного", "мясоконсервный консервный цех"),
    ],
)
def test_a_query_finds_the_text(query: str, text: str) -> None:
    assert _finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [("ет комбинаты", "Семей тері комбинаты"), ("зауыт", "мектеп"), ("1946", "1947 жыл")],
)
def test_a_query_does_not_find_another_thing(query: str, text: str) -> None:
    assert not _finds(query, text)


def test_matches_are_marked_where_they_stand() -> None:
    text = "Ет комбинатының ұжымы, комбинат пен зауыт"
    marked = [text[start:end] for start, end in match_spans("комбинаттар", text)]
    assert marked == ["комбинатының", "комбинат"]


def test_a_text_is_indexed_under_no_more_terms_than_it_needs() -> None:
    assert search_terms("Семей") == ["семей"]


@given(st.text())
def test_any_query_can_be_asked(query: str) -> None:
    assert all(token.alternatives for token in query_terms(query))


@given(st.text())
def test_terms_are_words_an_index_can_hold(text: str) -> None:
    assert all(term and " " not in term for term in search_terms(text))
