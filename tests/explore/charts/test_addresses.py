"""Drawings by address, for print."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from olke.evidence.models import Claim
from olke.exchange.printing.drawings import Drawing
from olke.explore.charts.addresses import draw_address
from tests.records import make_citation, make_claim, make_entity, make_indicator, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def output(db: None) -> Claim:
    """Return one of three claims on the output of a mill, each with a citation."""
    indicator = make_indicator(key="output", label_kk="Өнім", label_ru="Выпуск", label_en="Output")
    mill = make_entity(
        key="mill", name_kk="Фабрика", name_en="Mill", latitude="50.4", longitude="80.2"
    )
    source = make_source(key="book", title="Handbook", reference="7")
    for year, value in (("1945", "10"), ("1946", "12"), ("1947", "15")):
        claim = make_claim(
            key=f"c{year}", indicator=indicator, subject=mill, value=value, period=year, cite=False
        )
        make_citation(claim=claim, source=source, locator_kind="page", locator="32")
    return claim


def drawn(address: str, language: str = "en") -> Drawing:
    """Return a drawing that must be there, its picture whole."""
    drawing = draw_address(address, language)
    assert drawing is not None
    if drawing.svg:
        ET.fromstring(drawing.svg)  # noqa: S314 - our own picture
    return drawing


@pytest.mark.parametrize("page", ["series", "compare"])
def test_a_chart_is_drawn_without_what_stands_round_it_in_print(output: Claim, page: str) -> None:
    drawing = drawn(f"{page}?indicator=output&subject=mill")
    assert "Output" in drawing.title
    assert set(drawing.claims) == {"c1945", "c1946", "c1947"}
    texts = [text.text or "" for text in ET.fromstring(drawing.svg).iter() if text.text]  # noqa: S314
    assert drawing.title not in texts
    assert not any("Handbook" in text or "Sources" in text for text in texts)


def test_a_picture_to_project_has_larger_letters_than_one_to_print(output: Claim) -> None:
    drawing = drawn("series?indicator=output&subject=mill")
    (projected,) = drawing.slides
    assert width(projected) < width(drawing.svg)


def test_panels_that_a_slide_is_too_low_for_stand_in_several_pictures(output: Claim) -> None:
    other = make_indicator(key="staff", label_kk="Жұмысшы", label_ru="Рабочие", label_en="Workers")
    for year, value in (("1945", "100"), ("1946", "120"), ("1947", "150")):
        make_claim(indicator=other, subject=output.subject, value=value, period=year)
    drawing = drawn("series?subject=mill&indicator=output&indicator=staff")
    assert len(drawing.slides) == 2


def width(svg: str) -> float:
    """Return the width of a picture in pixels, the letters being of one size."""
    return float(ET.fromstring(svg).get("width", "0"))  # noqa: S314


def test_a_drawing_speaks_the_language_asked_for(output: Claim) -> None:
    assert drawn("series?indicator=output", "kk").title.startswith("Өнім")
    assert drawn("series?indicator=output", "ru").title.startswith("Выпуск")


def test_a_timeline_tells_its_events_in_words(output: Claim) -> None:
    opened = make_claim(
        key="e1", kind="event", subject=output.subject, period="1931", title_en="The mill opened"
    )
    assert opened.kind == "event"
    (told,) = drawn("timeline?entity=mill").rows
    assert (told.when, told.what) == ("1931", "The mill opened")


def test_a_map_is_drawn_with_a_note_on_its_circles(output: Claim) -> None:
    drawing = drawn("map?year=1946")
    assert "1946" in drawing.title
    assert drawing.notes


@pytest.mark.parametrize(
    "address",
    ["series", "compare", "series?indicator=none&subject=none", "timeline", "map", "home", ""],
)
def test_what_names_nothing_is_not_drawn(db: None, address: str) -> None:
    assert draw_address(address, "kk") is None
