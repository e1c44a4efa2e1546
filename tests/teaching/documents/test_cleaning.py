"""What is left of a text that was pasted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.teaching.documents.cleaning import cleaned, cleaned_line


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("ет ком\u00adби\u00adнаты", "ет комбинаты"),
        ("7\u00a0646 тонна\u00a0ет", "7\u00a0646 тонна ет"),
        ("79,2\u202f% орындалды", "79,2\u00a0% орындалды"),
        ("бір\r\nекі\rүш\u2028төрт\vбес", "бір\nекі\nүш\nтөрт\nбес"),
        ("•\tбірінші\r\n\uf0b7\tекінші\n–\tүшінші", "- бірінші\n- екінші\n- үшінші"),
        ("\ufeffбасы\u200b \u200eсоңы\x07", "басы соңы"),
        ("и\u0306од", "йод"),
        ("бір  \n\n\n\n екі", "бір\n\n екі"),
        ("1941–1945 – соғыс", "1941–1945 – соғыс"),
        ("- өзі жазған тізім", "- өзі жазған тізім"),
        ("\ud800", ""),
        ("1)\tбірінші", "1) бірінші"),
    ],
)
def test_paste_becomes_plain_text(pasted: str, kept: str) -> None:
    assert cleaned(pasted) == kept


@given(st.text())
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@given(st.text())
def test_a_title_is_one_line(text: str) -> None:
    assert "\n" not in cleaned_line(text)
    assert cleaned_line(cleaned_line(text)) == cleaned_line(text)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P"]), max_size=60))
def test_letters_and_figures_stay(text: str) -> None:
    letters = [c for c in text if c.isalnum()]
    assert len([c for c in cleaned(text) if c.isalnum()]) <= len(letters)
    if text.isascii() and not text.startswith("*"):
        assert cleaned(text) == text
