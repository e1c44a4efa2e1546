"""Forms spelled by the slots are read back to their lemma."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.language.kazakh.generator import NoSuchFormError, inflect
from olke.language.kazakh.lexicon import Entry, entries
from olke.language.kazakh.readings import readings
from olke.language.kazakh.sounds import has_vowel

_NOUNS = [e for e in entries() if e.pos in ("noun", "adj") and "-" not in e.lemma]
_VERBS = [e for e in entries() if e.pos == "verb"]
_NUMBERS = [(), ("pl",)]
_POSSESSORS = [(), ("poss1",), ("poss2",), ("poss2f",), ("poss3",), ("poss1pl",)]
_CASES = [(), ("gen",), ("acc",), ("dat",), ("loc",), ("abl",), ("ins",), ("loc", "attr")]
_TENSES = [
    ("past",), ("past", "p1"), ("past", "p1pl"), ("cond",), ("cond", "p1"), ("perf",), ("hab",),
    ("conv",), ("impf",), ("impf", "p3"), ("impf", "p1"), ("inf",), ("inf", "dat"),
    ("inf", "poss3", "acc"), ("perf", "poss3", "ins"), ("perf", "abs", "abl"), ("imp3",),
    ("hab", "abs", "poss3", "acc"), ("purp",), ("until",), ("neg", "past"), ("neg", "perf"),
    ("neg", "inf"), ("negaor", "abl"), ("aor",),
]  # fmt: skip


def _lemmas(form: str) -> list[str]:
    return [reading.lemma for reading in readings(form)]


@given(
    st.sampled_from(_NOUNS),
    st.sampled_from(_NUMBERS),
    st.sampled_from(_POSSESSORS),
    st.sampled_from(_CASES),
)
def test_a_declined_noun_is_read_back(
    noun: Entry, number: tuple[str, ...], possessor: tuple[str, ...], case: tuple[str, ...]
) -> None:
    form = inflect(noun, number + possessor + case)
    assert noun.lemma in _lemmas(form), form


@given(st.sampled_from(_VERBS), st.sampled_from(_TENSES))
def test_a_conjugated_verb_is_read_back(verb: Entry, slots: tuple[str, ...]) -> None:
    form = inflect(verb, slots)
    assert verb.lemma in _lemmas(form), form


@pytest.mark.parametrize(
    ("lemma", "slots", "form"),
    [
        ("қала", ("pl", "poss3", "loc", "attr"), "қалаларындағы"),
        ("кітап", ("poss1pl", "gen"), "кітабымыздың"),
        ("халық", ("poss3", "gen"), "халқының"),
        ("сөз", ("ins",), "сөзбен"),
        ("адам", ("abl",), "адамнан"),
        ("мектеп", ("dat",), "мектепке"),
        ("заң", ("pl",), "заңдар"),
        ("көш", ("pl",), "көштер"),
        ("орын", ("poss3", "dat"), "орнына"),
    ],
)
def test_a_noun_is_spelled_by_harmony_and_assimilation(
    lemma: str, slots: tuple[str, ...], form: str
) -> None:
    entry = next(e for e in entries() if e.lemma == lemma and e.pos == "noun")
    assert inflect(entry, slots) == form


@pytest.mark.parametrize(
    ("lemma", "slots", "form"),
    [
        ("оқу", ("impf", "p3"), "оқиды"),
        ("оқу", ("past",), "оқыды"),
        ("қою", ("impf", "p3"), "қояды"),
        ("сүю", ("impf", "p3"), "сүйеді"),
        ("қою", ("inf", "dat"), "қоюға"),
        ("табу", ("past",), "тапты"),
        ("табу", ("conv",), "тауып"),
        ("кию", ("inf",), "кию"),
        ("баю", ("past",), "байыды"),
        ("айту", ("neg", "perf"), "айтпаған"),
        ("көну", ("neg", "past"), "көнбеді"),
        ("бару", ("neg", "negconv"), "бармайынша"),
    ],
)
def test_a_verb_is_spelled_by_harmony_and_assimilation(
    lemma: str, slots: tuple[str, ...], form: str
) -> None:
    entry = next(e for e in entries() if e.lemma == lemma and e.pos == "verb")
    assert inflect(entry, slots) == form


def test_slots_out_of_order_have_no_form() -> None:
    with pytest.raises(NoSuchFormError):
        inflect(next(e for e in entries() if e.lemma == "қала"), ("gen", "pl"))


def test_every_word_of_the_lexicon_is_its_own_reading() -> None:
    missing = [e.lemma for e in entries() if e.lemma not in _lemmas(e.lemma)]
    assert missing == []


def test_every_lemma_is_lower_case_and_can_be_pronounced() -> None:
    wrong = [e.lemma for e in entries() if e.pos != "abbr" and not has_vowel(e.lemma)]
    assert wrong == []
    assert [e.lemma for e in entries() if e.lemma != e.lemma.lower()] == []
