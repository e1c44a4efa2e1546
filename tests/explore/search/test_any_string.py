"""Any string is a query."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from olke.explore.search.answering import how_many, results, understand
from olke.explore.search.expressions import AllOf, AnyOf, Except, Term, as_fts5, as_tsquery
from olke.explore.search.matching import anything
from olke.explore.search.nearest import nearest_names
from olke.explore.search.parsing import LONGEST_QUERY, readable
from olke.explore.search.selections import Selection
from olke.explore.search.suggesting import suggestions
from olke.explore.search.terms import clean
from tests.explore.search.region import make_region

pytestmark = pytest.mark.django_db
OPERATORS = [
    "AND",
    "OR",
    "NOT",
    "NEAR(",
    "^",
    "*",
    ":",
    '"',
    "'",
    "(",
    ")",
    "-",
    "·",
    "†",
    "\\",
    "%",
]
WORDS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [*OPERATORS, "terms", "комбинат", "1946", "\x00", "\ud800", "🐎", "ё", "1941-"]
    ),
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_no_string_breaks_the_search(query: str) -> None:
    question = understand(readable(query))
    hits = results(question, Selection(), limit=5)
    assert len(hits) <= how_many(question, Selection()).number
    nearest_names(query)
    suggestions(query, "kk")


@pytest.mark.parametrize(
    "query",
    ["\x00", "\ud800", "🐎" * 50, '"' * 999, "комбинат " * 12_000, "a" * 100_000, "-", "--", "«"],
)
def test_strange_strings_are_answered_too(query: str) -> None:
    make_region()
    assert len(readable(query)) <= LONGEST_QUERY
    results(understand(readable(query)), Selection(), limit=5)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=9).map(clean).filter(bool))
def test_a_term_is_never_an_operator(text: str) -> None:
    unwanted = Except(AnyOf((Term(text), Term("x"))), AllOf((Term(text), Term("y"))))
    assert not anything(Term(text))
    assert not anything(unwanted)


def test_both_databases_are_asked_the_same() -> None:
    asked = Except(AllOf((Term("a"), AnyOf((Term("b"), Term("c'\""))))), Term("d\\"))
    assert as_fts5(asked) == '(("a" AND ("b" OR "c\'""")) NOT "d\\")'
    assert as_tsquery(asked) == "(('a' & ('b' | 'c''\"')) & !'d\\\\')"
