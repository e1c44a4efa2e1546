"""What a drawing shows of a claim."""

from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.explore.charts.assembly import assemble
from olke.explore.charts.drawing.canvas import Canvas
from olke.explore.charts.drawing.lettering import clip, text_width, wrap
from olke.explore.charts.drawing.palette import FILE, NAMES, PAGE
from olke.explore.charts.drawing.ticks import Scale, value_ticks, year_ticks
from olke.explore.charts.figures import Figure
from olke.explore.charts.observations import Named
from olke.explore.charts.series import Break
from olke.explore.charts.wording import number_label, number_labels, tick_labels, years_label
from olke.measures import Bound, builtin_registry

from .evidence import MILL, PLANT, observed

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def _english(settings):
    settings.LANGUAGE_CODE = "en"


def figure(*observations, breaks=()) -> Figure:
    registry = builtin_registry()
    return Figure("Output", assemble(observations, registry, breaks), registry)


def wide(*observations, breaks=()) -> ET.Element:
    return ET.fromstring(figure(*observations, breaks=breaks).wide)  # noqa: S314 - it is our own


def mark(svg: ET.Element, key: str) -> ET.Element:
    return next(link for link in svg.iter(f"{SVG}a") if link.get("data-claim") == key)


THREE = [observed("5", year, key=f"y{year}") for year in ("1941", "1942", "1943")]


def test_plan_is_an_outline_and_actual_a_filling():
    svg = wide(*THREE, observed("9", "1943", aspect="planned", key="plan"))
    plan, actual = (mark(svg, key).find(f"{SVG}rect") for key in ("plan", "y1943"))
    assert (plan.get("fill"), plan.get("stroke")) == ("none", "var(--ink)")
    assert actual.get("fill") == "var(--blue)"
    assert float(plan.get("width")) > float(actual.get("width"))


def test_a_bar_is_as_high_as_its_number():
    svg = wide(*THREE, observed("10", "1944", key="double"))
    heights = [
        float(mark(svg, key).find(f"{SVG}rect").get("height")) for key in ("y1943", "double")
    ]
    assert heights[1] == pytest.approx(2 * heights[0], abs=0.2)


def test_an_approximate_number_is_hatched_and_marked_in_words():
    svg = wide(*THREE, observed("4", "1944", key="about", approximate=True))
    assert mark(svg, "about").find(f"{SVG}rect").get("fill").startswith("url(#")
    assert "≈\u00a04" in [text.text for text in svg.iter(f"{SVG}text")]


def test_a_range_is_drawn_to_both_its_ends():
    svg = wide(*THREE, observed("4..6", "1944", key="between"))
    solid, band = mark(svg, "between").findall(f"{SVG}rect")
    top = float(band.get("y"))
    assert float(solid.get("y")) == pytest.approx(top + float(band.get("height")), abs=0.2)


def test_two_claims_about_a_point_stand_side_by_side():
    svg = wide(*THREE, observed("6", "1943", key="other", position=1))
    first, second = (mark(svg, key).find(f"{SVG}rect") for key in ("y1943", "other"))
    assert float(first.get("x")) + float(first.get("width")) <= float(second.get("x"))


def test_a_questioned_claim_is_edged_in_red_and_says_so():
    svg = wide(*THREE, observed("4", "1944", key="odd", review="questioned"))
    assert mark(svg, "odd").find(f"{SVG}rect").get("stroke") == "var(--red)"
    assert "questioned" in mark(svg, "odd").get("aria-label")


def test_a_line_leaves_out_a_missing_year():
    svg = wide(
        *(
            observed(str(number), year, subject=subject, position=position)
            for position, subject in enumerate((PLANT, MILL))
            for number, year in enumerate(("1940", "1941", "1943", "1944"))
        )
    )
    lines = [line.get("points").split() for line in svg.iter(f"{SVG}polyline")]
    assert [len(points) for points in lines] == [2, 2, 2, 2]


def test_subjects_differ_in_shape_as_well_as_in_colour():
    svg = wide(
        *(
            observed("5", year, subject=subject, key=f"{subject.key}{year}", position=position)
            for position, subject in enumerate((PLANT, MILL))
            for year in ("1940", "1941", "1942")
        )
    )
    assert mark(svg, "plant1940").find(f"{SVG}circle") is not None
    assert mark(svg, "mill1940").find(f"{SVG}rect") is not None


def test_a_break_links_to_what_happened():
    svg = wide(*THREE, breaks=[Break(1942.0, "merged", PLANT.key, "/entities/plant")])
    link = next(link for link in svg.iter(f"{SVG}a") if link.get("href") == "/entities/plant")
    assert link.get("aria-label") == "1942: merged"


def test_money_before_and_after_a_reform_has_no_common_axis():
    rates = [
        observed("5", year, unit="rouble", additive=False, key=year)
        for year in ("1958", "1959", "1960", "1961", "1962", "1963")
    ]
    drawn = figure(*rates)
    years = [[mark.observation.key for mark in panel.marks] for panel in drawn.panels]
    assert years == [["1958", "1959", "1960"], ["1961", "1962", "1963"]]
    assert drawn.notes == [
        "Sums before and after a money reform are other money and are drawn apart."
    ]


def test_unequal_lengths_are_told():
    drawn = figure(*THREE, observed("4", "1944-01/1944-09"))
    assert "Periods of different length are drawn apart: 9 months, 1 year." in drawn.notes


def test_the_patterns_of_two_drawings_have_different_names():
    drawn = figure(*THREE, observed("4", "1944", approximate=True))
    ids = [
        pattern.get("id")
        for svg in (drawn.wide, drawn.narrow)
        for pattern in ET.fromstring(svg).iter(f"{SVG}pattern")  # noqa: S314
    ]
    assert len(set(ids)) == len(ids) == 2


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_text_stays_on_the_sheet(width):
    drawn = figure(
        *(observed(str(v), y) for v, y in ((1200345, "1941"), (99999999, "1942"), (5, "1943"))),
        observed("7", "1944", bound=Bound.MORE_THAN),
    )
    svg = ET.fromstring(getattr(drawn, width))  # noqa: S314
    for text in svg.iter(f"{SVG}text"):
        x, wide_ = float(text.get("x")), text_width(text.text, float(text.get("font-size", 13)))
        left = {"middle": x - wide_ / 2, "end": x - wide_}.get(text.get("text-anchor"), x)
        assert left >= -1, text.text
        assert left + wide_ <= float(svg.get("width")) + 1, text.text


def test_the_page_and_the_file_know_the_same_colours():
    assert set(PAGE) == set(FILE) == set(NAMES)


def test_text_in_a_drawing_is_escaped():
    canvas = Canvas(10, 10, PAGE, identity="x", label='"<&')
    canvas.text(0, 0, "<b>&amp;</b>")
    assert "<b>" not in canvas.markup()


@given(st.floats(-1e9, 1e9), st.floats(0, 1e9))
def test_ticks_cover_the_numbers_in_few_steps(low, extent):
    ticks = value_ticks(low, low + extent)
    assert ticks[0] <= low + max(abs(low), extent, 1e-3) * 1e-6
    assert ticks[-1] >= low + extent - max(abs(low), extent, 1e-3) * 1e-6
    assert 2 <= len(ticks) <= 8


@given(st.integers(1, 2100), st.integers(0, 900), st.integers(2, 40))
def test_year_ticks_are_few_and_inside(first, extent, most):
    ticks = year_ticks(first, first + extent, most=most)
    assert len(ticks) <= most
    assert all(first <= year <= first + extent for year in ticks)


def test_a_scale_maps_ends_to_ends():
    scale = Scale(0, 10, 200, 0)
    assert [scale(0), scale(5), scale(10)] == [200, 100, 0]


@given(st.text("абвқө ", min_size=1, max_size=60), st.integers(40, 300))
def test_wrapped_lines_fit(text, width):
    assert all(text_width(line, 13) <= width for line in wrap(text, 13, width))


def test_clipped_text_ends_in_an_ellipsis():
    assert clip("Қазақстан", 13, 40).endswith("…")


def test_years_are_written_as_runs():
    assert years_label([1943, 1945, 1946, 1947]) == "1943, 1945–1947"


def test_large_axes_say_thousand_and_million():
    assert tick_labels([0, 250000, 500000]) == ["0", "250\u00a0thousand", "500\u00a0thousand"]
    assert tick_labels([0, 5000]) == ["0", "5,000"]


def test_a_number_carries_its_bound_and_its_doubt():
    (panel,) = figure(observed("500", "1946", bound=Bound.MORE_THAN, review="questioned")).panels
    assert panel.marks[0].low == Decimal(500)
    assert number_label(panel.marks[0]) == ">\u00a0500\u00a0?"


def test_numbers_of_one_bar_are_shortened_together_or_not_at_all():
    def said(plan: str, actual: str) -> str:
        claims = (observed(plan, "1970", aspect="planned"), observed(actual, "1970"))
        return number_labels(figure(*claims).panels[0].marks)

    assert said("46800000", "48626000") == "48,626,000 / 46,800,000"
    assert said("2000000", "1500000") == "1.5\u00a0million / 2\u00a0million"
    assert said("2000000", "900000") == "900,000 / 2,000,000"


def test_bars_of_all_panels_begin_at_one_line():
    hands = Named("hands", "Workers", "/indicators/hands")
    far = Named("far", "Artel of the distant valley", "/entities/far")
    svg = wide(
        observed("9", "1946", subject=MILL, key="mill"),
        observed("5", "1946", key="plant"),
        observed("80", "1946", indicator=hands, unit="person", subject=far, key="far"),
    )
    begins = {mark(svg, key).find(f"{SVG}rect").get("x") for key in ("mill", "far")}
    assert len(begins) == 1


def test_the_line_of_the_plan_does_not_cross_a_number():
    svg = wide(
        observed("98", "1946", measure="percent-of-plan", unit="percent", key="near"),
        observed("60", "1946", measure="percent-of-plan", unit="percent", subject=MILL, key="far"),
    )
    number = next(text for text in svg.iter(f"{SVG}text") if text.text == "98")
    hundred = next(line for line in svg.iter(f"{SVG}line") if line.get("stroke-dasharray"))
    assert float(number.get("x")) > float(hundred.get("x1"))


def test_a_number_never_stands_on_the_axis_of_years():
    high = [observed("30000000", "1990", key="high", subject=MILL)]
    low = [observed(f"30000{n}", str(1940 + n), key=f"low{n}") for n in range(1, 7)]
    svg = wide(*high, *low)
    years = [float(text.get("y")) for text in svg.iter(f"{SVG}text") if text.text == "1950"]
    numbers = [text for text in svg.iter(f"{SVG}text") if text.get("paint-order")]
    assert numbers
    assert max(float(text.get("y")) for text in numbers) < min(years) - 15


@pytest.mark.parametrize("last", ["1990", "1989", "1999"])
def test_the_last_year_of_an_axis_is_not_cut_off(last):
    svg = wide(*THREE, observed("7", last, key="last"))
    width = float(svg.get("viewBox").split()[2])
    for text in svg.iter(f"{SVG}text"):
        if text.get("text-anchor") == "middle":
            assert float(text.get("x")) + text_width(text.text, 13) / 2 <= width + 0.1
