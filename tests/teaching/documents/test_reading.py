"""Reading documents from TOML: every fault at once, with its line and what was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson
from olke.teaching.documents.lines import line_of
from olke.teaching.documents.reading import DocumentError, read_toml, write_toml

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(
    lambda words: words.strip()
)
ENTRIES = st.one_of(
    st.builds(lambda n: {"claim": f"{n}-01"}, st.integers(1, 999)),
    st.builds(lambda w: {"words": {"kk": w}}, WORDS),
    st.builds(lambda w, r: {"quotation": w, "reference": r}, WORDS, WORDS),
    st.just({"drawing": "series?indicator=output"}),
)


@given(WORDS, st.lists(st.lists(ENTRIES, max_size=4), max_size=3))
def test_what_is_written_is_read_the_same(title: str, sections: list[list[dict]]) -> None:
    given_ = {
        "key": "a-dossier",
        "title": {"kk": title},
        "sections": [{"entries": entries} for entries in sections],
    }
    dossier = Dossier.model_validate(given_)
    assert read_toml(Dossier, write_toml(dossier)) == dossier


def faults(text: str, kind: type = Lesson) -> list[tuple[int | None, str, str, str]]:
    """Return line, place, code and what was meant of each fault."""
    with pytest.raises(DocumentError) as refused:
        read_toml(kind, text)
    return [(p.line, p.place, p.code, p.meant) for p in refused.value.problems]


def test_every_fault_is_told_at_once() -> None:
    text = """\
key = "Lesson 8"
form = "lectur"
minutes = "long"

[title]
kk = ""

[[stages]]
part = "beginning"
[[stages.activities]]
id = "a1"
titel = { kk = "x" }
"""
    assert faults(text) == [
        (1, "key", "not-text", ""),
        (5, "title", "title-empty", ""),
        (2, "form", "enum", "lecture"),
        (3, "minutes", "not-number", ""),
        (12, "stages[1].activities[1].titel", "unknown-field", "title"),
    ]


@pytest.mark.parametrize(
    ("text", "line"), [("key = ", 1), ('key = "a"\n[title\n', 2), ("a = 1\na = 2\n", 2)]
)
def test_what_is_no_toml_is_told_with_its_line(text: str, line: int) -> None:
    assert faults(text) == [(line, "", "toml", "")]


def test_a_kind_belongs_to_its_form() -> None:
    text = 'key = "l"\nform = "seminar"\nkind = "mixed"\ntitle.kk = "С"\n'
    assert [fault[2] for fault in faults(text)] == ["kind-of-other-form"]


def test_a_quotation_says_where_it_is_from() -> None:
    text = 'key = "d"\ntitle.kk = "Т"\n[[sections]]\nentries = [{ quotation = "Сөз" }]\n'
    assert [fault[2] for fault in faults(text, Dossier)] == ["quotation-without-source"]


def test_a_line_is_found_past_texts_of_several_lines() -> None:
    text = 'a = """\nb = 1\n[c]\n"""\nb = 2\n[[s]]\nx = 1\n[[s]]\ny = 2\n'
    assert line_of(text, ("b",)) == 5
    assert line_of(text, ("s", 1, "y")) == 9
    assert line_of(text, ("s", 1, "gone")) == 8
