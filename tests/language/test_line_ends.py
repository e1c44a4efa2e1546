"""Words hyphenated over a line end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.language import analyse, lemmas, match_spans, query_terms, search_terms
from olke.language.kazakh.lexicon import entries

_PIECES = st.sampled_from(
    [
        "өнер",
        "кәсіп",
        "құрал",
        "жабдық",
        "и",
        "МТС",
        "Семей",
        "town",
        "1946",
        "-",
        "\u00ad",
        "\n",
        " ",
    ]
)
_PAIRS = [e.lemma for e in entries() if e.lemma.count("-") == 1 and e.lemma.islower()]


def _read(text: str) -> list[tuple[str, str]]:
    return [(item.token.text, item.lemmas[0]) for item in analyse(text)]


@pytest.mark.parametrize(
    ("broken", "lemma"),
    [
        ("өнер-\nкәсіптің", "өнеркәсіп"),
        ("ӨНЕР-\nКӘСІП", "өнеркәсіп"),
        ("мемле-\nкеттік", "мемлекеттік"),
        ("жұмыс-\nшылар", "жұмысшы"),
        ("өнер\u2010\r\n  кәсіп", "өнеркәсіп"),
        ("өнер-  \rкәсіп", "өнеркәсіп"),
        ("өнер\u00ad\nкәсіп", "өнеркәсіп"),
        ("республика-\nлардың", "республика"),
        ("ин-\nду-\nстрия", "индустрия"),
        ("Қайырбе-\nков", "қайырбеков"),
        ("Ахмет-\nжан", "ахметжан"),
    ],
)
def test_a_word_broken_at_a_line_end_is_one_token_as_written(broken: str, lemma: str) -> None:
    found = _read(f"Бұл {broken} туралы")
    assert found[1] == (broken, lemma)
    assert len(found) == 3


def test_a_broken_russian_word_is_read_whole() -> None:
    broken = "про-\nмышленности"
    assert (broken, "промышленность") in _read(f"о развитии {broken} и сельского хозяйства")


@pytest.mark.parametrize(
    ("written", "lemma"),
    [
        ("құрал-\nжабдықтары", "құрал-жабдық"),
        ("құрал-жаб-\nдықтары", "құрал-жабдық"),
        ("құрал\u00ad\nжабдықтары", "құрал-жабдық"),
        ("азық-\nтүлікпен", "азық-түлік"),
        ("қазақ-\nнеміс", "қазақ-неміс"),
        ("северо-\nвосточный", "северо-восточный"),
        ("из-\nза", "из-за"),
        ("күшімен-\nақ", "күш"),
    ],
)
def test_a_hyphen_of_the_word_itself_stays(written: str, lemma: str) -> None:
    assert _read(written) == [(written, lemma)]


def test_every_hyphenated_word_of_the_lexicon_is_read_over_a_line_end_as_on_one_line() -> None:
    assert len(_PAIRS) > 200
    for pair in _PAIRS:
        (item,) = analyse(pair.replace("-", "-\n"))
        assert item.lemmas == analyse(pair)[0].lemmas


@pytest.mark.parametrize(
    "text",
    [
        "Семей-\nАстана",
        "КСРО-\nның",
        "тепло-\nи электростанции",
        "ұн-\nжәне жарма",
        "өнер -\nкәсіп",
        "өнер-\n\nкәсіп",
        "өнер\nкәсіп",
        "1946-\nжылы",
        "town-\nhouse",
    ],
)
def test_words_of_their_own_stay_apart(text: str) -> None:
    assert not any("\n" in token for token, _ in _read(text))


def test_a_soft_hyphen_parts_a_word_even_where_both_parts_are_words() -> None:
    assert _read("баспа\u00ad\nорын")[0][1] == "баспаорын"


def test_a_search_finds_a_word_over_a_line_end_and_marks_it_whole() -> None:
    text = "Бұл өнер-\nкәсіптің жайы"
    assert "онеркасип" in search_terms(text)
    assert match_spans("өнеркәсіп", text) == [(4, 18)]
    assert match_spans("өнер-\nкәсіп", "өнеркәсіп") == [(0, 9)]
    assert [word.text for word in query_terms("өнер-\nкәсіп")] == ["өнер-\nкәсіп"]


def test_a_word_alone_is_read_over_its_line_end() -> None:
    assert lemmas("өнер-\nкәсіптің", "kk") == lemmas("өнеркәсіптің", "kk")


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_every_token_still_stands_where_it_says(text: str) -> None:
    end = 0
    for item in analyse(text):
        token = item.token
        assert text[token.start : token.end] == token.text
        assert token.start >= end
        end = token.end


def test_very_many_broken_lines_are_read_at_once() -> None:
    assert len(analyse("кә-\n" * 50_000)) < 50_000
