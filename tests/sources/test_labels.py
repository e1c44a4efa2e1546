"""Names of sources, short beside a number and long in a heading."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from olke.sources.labels import archive_label, locator_label, long_label, short_label
from tests.records import make_repository, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def test_a_work_of_a_list_is_its_number_in_brackets() -> None:
    assert short_label(make_source(reference="46", title="A plan")) == "[46]"


def test_an_archive_source_is_its_shelf() -> None:
    archive = make_repository(abbreviation_en="CDNI")
    source = make_source(
        title="", repository=archive, fond="103", inventory="1", file="27", sheet="14"
    )

    assert archive_label(source) == "CDNI, fond 103, inventory 1, file 27, sheet 14"
    assert short_label(source) == long_label(source) == archive_label(source)


def test_an_archive_without_abbreviation_goes_by_its_name() -> None:
    archive = make_repository(
        abbreviation_kk="", abbreviation_ru="", abbreviation_en="", name_en="Abai Museum"
    )

    assert archive_label(make_source(repository=archive, fond="1")) == "Abai Museum, fond 1"


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"title": "A plan", "reference": "46"}, "A plan"),
        (
            {"title": "", "reference": "46", "author": "A. Author"},
            "A. Author, item 46 of the bibliography",
        ),
        ({"title": "", "reference": "46"}, "Item 46 of the bibliography"),
        ({"title": "", "author": "A. Author"}, "A. Author"),
        ({"title": "", "key": "nameless"}, "nameless"),
    ],
)
def test_a_heading_says_the_best_that_is_known(fields: dict[str, str], label: str) -> None:
    assert long_label(make_source(**fields)) == label


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("kk", ["32 б.", "¶ 332"]),
        ("ru", ["с. 32", "¶ 332"]),
        ("en", ["p. 32", "¶ 332"]),
    ],
)
def test_a_place_is_written_as_the_language_does(language: str, labels: list[str]) -> None:
    with override(language):
        assert [locator_label("page", "32"), locator_label("paragraph", "332")] == labels


def test_no_place_is_no_text() -> None:
    assert locator_label("page", "") == ""
