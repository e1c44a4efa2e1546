"""The reference is true."""

import re
from pathlib import Path

import pytest

from olke.dates import format_period, named_spans, parse, read
from olke.dates.errors import REASONS
from olke.dates.wording.stamp import roman

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "dates.md"


@pytest.fixture(scope="module")
def reference() -> str:
    return REFERENCE.read_text(encoding="utf-8")


def test_every_form_of_edtf_that_is_shown_is_read(reference: str) -> None:
    table = reference.partition("| written | means |")[2].partition("\n\n")[0]
    texts = re.findall(r"`([^`]+)`", table)
    assert len(texts) > 30
    assert [str(parse(text)) for text in texts] == texts


def test_every_error_code_is_named(reference: str) -> None:
    assert [code for code in REASONS if f"`{code}`" not in reference] == []


def test_every_doubt_that_a_row_names_is_what_the_reader_says(reference: str) -> None:
    table = reference.partition("| wording | period | doubt |")[2].partition("\n\n")[0]
    rows = re.findall(
        r"^\| (\d[^|]*?) \| `([^`]+)`[^|]*\| (?:`([a-z-]+)`)?[^|]*\|$", table, re.MULTILINE
    )
    assert len(rows) > 15
    for wordings, edtf, doubt in rows:
        first = re.split(r", (?!\d)|:| without| after", wordings)[0]
        (found,) = read(first)
        assert str(found.period).replace("XXXX", "") == edtf.replace("XXXX", "")
        assert found.doubts == ((doubt,) if doubt else ())


def test_the_plans_are_those_of_the_data(reference: str) -> None:
    for span in named_spans():
        if span.number:
            pattern = rf"\| {roman(span.number)}(?: \(seven-year\))? \| {span.period} "
            assert re.search(pattern, reference)


def test_the_forms_shown_are_those_written(reference: str) -> None:
    table = reference.partition("| period | full | short | locative |")[2]
    rows = re.findall(r"^\| `([^`]+)` (kk|ru|en) \| (.+) \| (.+) \| (.+) \|$", table, re.MULTILINE)
    assert len(rows) == 8
    for edtf, language, *forms in rows:
        period = parse(edtf)
        styles = ("full", "short", "locative")
        assert [format_period(period, language, style) for style in styles] == forms
