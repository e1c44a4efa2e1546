"""Language and lemmas of tokens in their context."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.language import Language, analyse, lemmas, preload


def _first(text: str) -> dict[str, str]:
    return {item.token.text: item.lemmas[0] for item in analyse(text)}


@pytest.mark.parametrize(
    ("text", "token", "lemma"),
    [
        ("1941 жылы тағы да", "жылы", "жыл"),
        ("«Рассвет»-тің озаты", "тің", "рассвет"),
        ("КСРО –ның құрамы", "ның", "ксро"),
        ("1946-ның жоспары", "1946-ның", "1946"),
        ("азық-түлікпен қамтамасыз", "азық-түлікпен", "азық-түлік"),
        ("өз күшімен-ақ жасады", "күшімен-ақ", "күш"),
        ("МТС-тердің саны", "МТС-тердің", "мтс"),
        ("техникалык база", "техникалык", "техникалық"),
        ("зауыт жұмысшыларының еңбегі", "еңбегі", "еңбек"),
        ("әлеуметтік жағдай", "әлеуметтік", "әлеуметтік"),
        ("ортағасырларға тән", "ортағасырларға", "ортағасыр"),
        ("етконсервінің бағасы", "етконсервінің", "етконсерві"),
        ("болмысы мен тарихы", "болмысы", "болмыс"),
        ("Назарбаевтың сөзі", "Назарбаевтың", "назарбаев"),
    ],
)
def test_a_token_has_its_lemma_first(text: str, token: str, lemma: str) -> None:
    assert _first(text)[token] == lemma


@pytest.mark.parametrize("word", ["еткомбинатының", "ортағасырларға", "бейнефильмдер", "алды"])
def test_a_lemma_that_two_readings_share_is_given_once(word: str) -> None:
    found = analyse(word)[0].lemmas
    assert len(set(found)) == len(found) > 1


def test_both_readings_of_an_ambiguous_form_are_kept() -> None:
    assert set(lemmas("алды", "kk")) >= {"алу", "алд"}


def test_a_passive_has_its_own_infinitive_and_then_the_base() -> None:
    assert lemmas("салынды", "kk")[:2] == ("салыну", "салу")


def test_russian_inside_kazakh_is_read_as_russian() -> None:
    text = "Ғалым «о развитии промышленности и сельского хозяйства» атты еңбек жазды"
    found = {item.token.text: item for item in analyse(text)}
    assert found["промышленности"].lang is Language.RUSSIAN
    assert found["промышленности"].lemmas[0] == "промышленность"
    assert found["еңбек"].lang is Language.KAZAKH


def test_a_loan_is_kazakh_among_kazakh_and_russian_among_russian() -> None:
    kazakh = {a.token.text: a.lang for a in analyse("жаңа комбинат салынды, республика өсті")}
    russian = {a.token.text: a.lang for a in analyse("новый комбинат построен и открыт весной")}
    assert kazakh["комбинат"] is Language.KAZAKH
    assert russian["комбинат"] is Language.RUSSIAN


def test_english_is_read_as_english() -> None:
    found = {a.token.text: a for a in analyse("Factories were evacuated to Semey cities")}
    assert found["Factories"].lang is Language.ENGLISH
    assert [found[x].lemmas[0] for x in ("Factories", "were", "evacuated", "cities")] == [
        "factory",
        "be",
        "evacuate",
        "city",
    ]


def test_a_roman_numeral_belongs_to_no_language() -> None:
    assert analyse("XX ғасыр")[0].lang is Language.UNDETERMINED


@given(st.text())
def test_no_token_is_left_without_a_lemma(text: str) -> None:
    assert all(item.lemmas and all(item.lemmas) for item in analyse(text))


@given(st.text(alphabet=st.sampled_from("абвгдеқңөүұіһәйыуюяьл-")))
def test_no_kazakh_word_is_left_without_a_lemma(text: str) -> None:
    assert all(item.lemmas and all(item.lemmas) for item in analyse(text))


@pytest.mark.parametrize("letters", ["қ", "а", "а-", "а\u0301", "-ақ", "А.", "1 "])
def test_a_run_of_letters_without_end_is_given_back_at_once(letters: str) -> None:
    text = letters * 20_000
    assert all(item.lemmas and item.lemmas[0] for item in analyse(text))


@pytest.mark.parametrize("text", ["", "\x00", "😀", "---", "\u00ad", "\u0301", " \n\t"])
def test_what_has_no_word_has_no_token(text: str) -> None:
    assert analyse(text) == []


def test_loading_everything_beforehand_changes_no_reading() -> None:
    text = "совхоздардың жоспары орындалды, завод построен"
    before = analyse(text)
    preload()
    assert analyse(text) == before
