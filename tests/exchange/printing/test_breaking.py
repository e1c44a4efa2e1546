"""Where words are broken that have no room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.exchange.printing.breaking import SOFT_HYPHEN, SOFT_SPACE, Breaking, syllables


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("материал", "мате-риал"),
        ("қатысушылар", "қаты-су-шы-лар"),
        ("байланыстар", "бай-ла-ныс-тар"),
        ("раздаточный", "раз-да-точ-ный"),
        ("resources", "resour-ces"),
        ("сот", "сот"),
        ("", ""),
    ],
)
def test_words_are_parted_between_syllables_three_letters_from_either_end(
    word: str, broken: str
) -> None:
    parted = syllables(word).split(SOFT_HYPHEN)
    assert all(len(part) >= 3 for part in (parted[0], parted[-1])) or len(parted) == 1
    assert "-".join(parted) == broken


def test_a_word_that_has_room_is_left_alone() -> None:
    breaking = Breaking()
    with breaking.within(40):
        assert breaking.of("байланыстар мен материалдар") == "байланыстар мен материалдар"
    with breaking.within(20):
        assert SOFT_HYPHEN in breaking.of("байланыстар")
    assert breaking.of("байланыстар") == "байланыстар"


def test_a_compound_breaks_at_its_own_hyphen_alone() -> None:
    breaking = Breaking()
    with breaking.within(34):
        assert breaking.of("әлеуметтік-экономикалық") == "әлеуметтік-экономикалық"


def test_an_entry_of_a_list_has_less_room_than_its_column() -> None:
    breaking = Breaking()
    with breaking.within(26), breaking.narrowed(5):
        assert SOFT_HYPHEN in breaking.of("Қарсыластың")
    with breaking.within(26):
        assert breaking.of("Қарсыластың") == "Қарсыластың"


def test_an_address_is_broken_where_its_column_ends() -> None:
    breaking = Breaking()
    with breaking.within(22):
        assert max(map(len, breaking.of("0123456789" * 5).split(SOFT_SPACE))) == 10


@given(st.text(max_size=200), st.floats(1, 200))
def test_breaking_adds_nothing_that_is_seen(text: str, room: float) -> None:
    plain = text.replace(SOFT_HYPHEN, "").replace(SOFT_SPACE, "")
    breaking = Breaking()
    with breaking.within(room):
        broken = breaking.of(plain)
    assert broken.replace(SOFT_HYPHEN, "").replace(SOFT_SPACE, "") == plain
