"""Normalised text matches however it was typed, and leads back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.language import fold, normalise, normalise_with_offsets, variant_key

_TEXT = st.text(
    alphabet=st.sampled_from("абйқңөіүёЁІӘиcCoOaiхT HК\u00a0\u00ad\u0306\u0308-‑’1aZ.\n")
)


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("өнеркәсiп", "өнеркәсіп"),
        ("ӨНЕРКӘСІП", "өнеркәсіп"),
        ("Ёлка", "елка"),
        ("жұ\u00adмыс", "жұмыс"),
        ("1\u00a0946 жыл", "1 946 жыл"),
        ("и\u0306од", "йод"),
        ("құрал‑жабдық", "құрал-жабдық"),
        ("Семeй", "семей"),
        ("cело", "село"),
        ("hыдыр", "һыдыр"),
        ("Ќазаќстан", "қазақстан"),
        ("soсiety", "socіety".replace("і", "i")),
        ("meat", "meat"),
        ("əн", "ән"),
        ("İzmir", "izmir"),
    ],
)
def test_text_is_normalised_for_matching(typed: str, normal: str) -> None:
    assert normalise(typed) == normal


@given(_TEXT)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_any_text_can_be_normalised(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(_TEXT)
def test_the_short_way_agrees_with_the_way_that_keeps_offsets(text: str) -> None:
    assert normalise(text) == normalise_with_offsets(text).text


@given(_TEXT)
def test_every_character_leads_back_to_the_original(text: str) -> None:
    found = normalise_with_offsets(text)
    assert len(found.starts) == len(found.ends) == len(found.text)
    assert list(found.starts) == sorted(found.starts)
    assert all(0 <= s < e <= len(text) for s, e in zip(found.starts, found.ends, strict=True))


def test_a_quotation_keeps_the_original_wording() -> None:
    found = normalise_with_offsets("Ескі өнер\u00adкәсiп орны")
    start = found.text.index("өнеркәсіп")
    assert found.quote(start, start + len("өнеркәсіп")) == "өнер\u00adкәсiп"


@pytest.mark.parametrize(
    ("typed", "written"),
    [("кызылорда", "Қызылорда"), ("онеркасип", "өнеркәсіп"), ("азыктулик", "азық-түлік")],
)
def test_plain_letters_fold_to_the_same_key(typed: str, written: str) -> None:
    assert fold(typed) == fold(written)


def test_spelling_variants_share_a_looser_key() -> None:
    assert variant_key("Байқоңыр") == variant_key("Байконыр") == variant_key("Байқонир")
    assert variant_key("территориясы") == variant_key("териториясы")
