"""Collation and transliteration."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.language import collation_key, fold, from_latin, slug, transliterate

_ALPHABET = "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я"


def test_kazakh_letters_sort_by_the_kazakh_alphabet() -> None:
    letters = _ALPHABET.split()
    backwards = list(reversed(letters))
    assert sorted(backwards, key=collation_key) == letters


def test_kazakh_words_sort_as_in_a_dictionary() -> None:
    words = ["аю", "әже", "Бала", "ғалым", "Ертіс", "қала", "қалам", "өзен", "ұл", "үй", "іс"]
    backwards = list(reversed(words))
    assert sorted(backwards, key=collation_key) == words


def test_russian_sorts_yo_after_ye() -> None:
    assert sorted(["ёлка", "ель", "жук"], key=lambda x: collation_key(x, "ru")) == [
        "ель",
        "ёлка",
        "жук",
    ]


def test_english_ignores_case_and_marks() -> None:
    assert sorted(["Zoo", "élan", "eat"], key=lambda x: collation_key(x, "en")) == [
        "eat",
        "élan",
        "Zoo",
    ]


@given(st.lists(st.text()))
def test_anything_can_be_sorted(words: list[str]) -> None:
    assert sorted(sorted(words), key=collation_key) == sorted(words, key=collation_key)


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Қазақстан", "Qazaqstan"),
        ("Өскемен", "Öskemen"),
        ("Шыңғыстау", "Şyñğystau"),
        ("Ұлы Отан", "Ūly Otan"),
        ("ИІ иі", "İI iı"),
        ("Ғылым", "Ğylym"),
        ("чемпион", "tşempion"),
    ],
)
def test_kazakh_is_written_in_the_latin_alphabet_of_2021(cyrillic: str, latin: str) -> None:
    assert transliterate(cyrillic) == latin


def test_a_key_is_made_of_plain_letters() -> None:
    assert slug("Семей ет-консерві комбинаты, 1941 ж.") == "semey-et-konservi-kombinaty-1941-zh"
    assert slug("…") == ""


@pytest.mark.parametrize("word", ["семей", "өскемен", "шар", "алматы", "қарағанды", "жаңа"])
def test_a_word_typed_in_latin_comes_back(word: str) -> None:
    assert fold(from_latin(transliterate(word))) == fold(word)


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("jáne", "және"),
        ("úkimet", "үкімет"),
        ("bilim", "билим"),
        ("semey", "семей"),
        ("qazaq", "қазақ"),
    ],
)
def test_latin_letters_are_read_by_the_alphabet_they_come_from(latin: str, cyrillic: str) -> None:
    assert from_latin(latin) == cyrillic


@given(st.text())
def test_a_slug_is_a_key(text: str) -> None:
    assert all(part.isalnum() and part.isascii() for part in slug(text).split("-") if slug(text))
