"""A form speaks of fields in the reader's language, never of cells, rows and files."""

from __future__ import annotations

import pytest
from django.utils import translation

from olke.editing.saying import SAID, sentence_of
from olke.evidence.rows import CLAIMS
from olke.exchange.pack.messages import REASONS
from olke.packs.columns import Fault
from tests.records import make_entity

pytestmark = pytest.mark.django_db
DETAILS = {
    "cell": "1,400",
    "choices": "a, b",
    "column": "unit",
    "dimension": "mass",
    "end": "1941",
    "found": "event",
    "high": "1",
    "identity": "a",
    "indicator": "output",
    "kind": "role",
    "length": "9",
    "limit": "90",
    "locator": "5",
    "longest": "5",
    "low": "2",
    "measure": "share",
    "of_unit": "count",
    "other": "value",
    "row": "2",
    "start": "1945",
    "table": "x.csv",
    "unit": "t",
    "wanted": "percent",
}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("code", sorted(SAID))
def test_every_fault_is_one_sentence_with_what_to_do(code: str, language: str) -> None:
    with translation.override(language):
        said = sentence_of(Fault("subject", code, DETAILS), CLAIMS)

    assert said.endswith((".", "?"))
    assert "%(" not in said
    assert ".csv" not in said


def test_every_code_is_one_that_a_check_gives() -> None:
    assert set(SAID) <= set(REASONS)


def test_likely_records_are_offered_by_name_and_key() -> None:
    make_entity(key="bread-plant", name_en="Semey bread plant")
    make_entity(key="bread-shop", name_en="Semey bread shop")

    with translation.override("en"):
        said = sentence_of(Fault("subject", "dangling", {"cell": "bread"}), CLAIMS)

    assert "Semey bread plant (bread-plant)" in said
    assert "Semey bread shop (bread-shop)" in said


def test_a_comma_before_three_digits_is_shown_in_both_readings() -> None:
    with translation.override("en"):
        said = sentence_of(Fault("value", "decimal-comma", {"cell": "1,400"}), CLAIMS)

    assert "1.400" in said
    assert "1400" in said
