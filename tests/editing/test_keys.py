"""A record that is added without a key is given one that says what it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from olke.editing.keys import LONGEST, proposed_key
from olke.entities.rows import ENTITIES
from olke.evidence.rows import CLAIMS
from olke.exchange.pack.cells import KEY
from olke.exchange.pack.schema import KEYED
from olke.sources.rows import SOURCES
from olke.vocabulary.rows import GLOSSARY


def test_a_claim_is_named_after_subject_indicator_and_year() -> None:
    row = {"subject": "glass-works", "indicator": "output", "period": "1948-01/1948-09"}

    assert proposed_key(CLAIMS, row, set()) == "glass-works-output-1948"
    assert proposed_key(CLAIMS, row, {"glass-works-output-1948"}) == "glass-works-output-1948-2"


def test_an_archival_file_is_named_after_its_place_in_the_archive() -> None:
    row = {"repository": "state-archive", "fond": "103", "inventory": "2", "file": "45"}

    assert proposed_key(SOURCES, row, set()) == "state-archive-103-2-45"


def test_a_book_is_named_after_author_year_and_title() -> None:
    row = {"author": "Әуезов М.", "year": "1942", "title": "Абай"}

    assert proposed_key(SOURCES, row, set()) == "auezov-1942-abay"


def test_a_name_in_latin_letters_is_preferred_and_any_other_will_do() -> None:
    assert (
        proposed_key(ENTITIES, {"name_kk": "Шыны", "name_en": "Glass works"}, ()) == "glass-works"
    )
    assert proposed_key(GLOSSARY, {"term_kk": "Қап"}, ()) == "qap"


@given(
    st.sampled_from(KEYED),
    st.dictionaries(
        st.sampled_from(["name_kk", "label_ru", "title", "author", "subject", "period", "fond"]),
        st.text(max_size=200),
    ),
)
def test_whatever_was_entered_the_key_is_one(table: object, row: dict[str, str]) -> None:
    key = proposed_key(table, row, set())  # type: ignore[arg-type]

    assert KEY.fullmatch(key)
    assert len(key) <= LONGEST
