"""Tokens and sentences of Kazakh and Russian text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.language import TokenKind, sentences, tokenise


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("1946-ның жоспары", ["1946-ның", "жоспары"]),
        ("70-жылдардың басы", ["70", "жылдардың", "басы"]),
        ("1943-1945 жж.", ["1943", "1945", "жж"]),
        ("1 400 000 банка", ["1 400 000", "банка"]),
        ("43,7% құраса", ["43,7", "құраса"]),
        ("құрал-жабдық", ["құрал-жабдық"]),
        ("«Рассвет»-тің озаты", ["Рассвет", "тің", "озаты"]),
        ("М.К. Қозыбаев", ["М.К.", "Қозыбаев"]),
        ("тері, жүн т.б. заттар", ["тері", "жүн", "т.б.", "заттар"]),
        ("13356-сы әйелдер", ["13356-сы", "әйелдер"]),
        ("берілді[65].", ["берілді", "65"]),
        ("жұ\u00adмыс", ["жұ\u00adмыс"]),
    ],
)
def test_text_is_cut_into_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenise(text)] == tokens


@given(st.text())
def test_every_token_stands_where_it_says(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= end
        end = token.end


def test_a_suffix_after_a_quotation_is_a_suffix() -> None:
    assert tokenise("«Рассвет»-тің")[1].kind is TokenKind.SUFFIX


@pytest.mark.parametrize(
    "text",
    [
        "1941 ж. қалаға келді.|Тері, жүн т.б. жіберілді.",
        "М.К. Қозыбаев атап көрсетеді.|Ол дұрыс айтты!",
        "Өнім 5 млн. сом болды.|Ал 1942 жылы өсті.",
        "«Неге?»|Ешкім білмеді…",
        "Завод построен в 1941 г. в городе.|Он работает.",
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str) -> None:
    whole = text.replace("|", " ")
    assert [whole[start:end] for start, end in sentences(whole)] == text.split("|")


@given(st.text())
def test_sentences_lie_in_order_inside_the_text(text: str) -> None:
    end = 0
    for start, stop in sentences(text):
        assert end <= start < stop <= len(text)
        end = stop
