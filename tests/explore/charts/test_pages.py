"""Chart pages without script, their files, and how many statements they cost."""

from __future__ import annotations

import csv
import gzip
import io
import re
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests.records import (
    make_citation,
    make_claim,
    make_entity,
    make_indicator,
    make_period,
    make_source,
)

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def output():
    return make_indicator(
        key="output", label_kk="Өнім", label_ru="Продукция", label_en="Output", summable="yes"
    )


@pytest.fixture
def cannery():
    return make_entity(
        key="cannery",
        name_kk="Ет комбинаты",
        name_ru="Мясокомбинат",
        name_en="Meat cannery",
        latitude="50.41",
        longitude="80.25",
    )


@pytest.fixture
def years(output, cannery):
    """Plan and actual for 1945 and 1946, and the actual of 1949."""
    source = make_source(reference="46", title="Plan")
    given = {"indicator": output, "subject": cannery, "cite": False}
    claims = [
        make_claim(key="p45", value="9000", period="1945", aspect="planned", **given),
        make_claim(key="a45", value="8100", period="1945", **given),
        make_claim(key="p46", value="9650", period="1946", aspect="planned", **given),
        make_claim(key="a46", value="7646", period="1946", **given),
        make_claim(key="a49", value="9900", period="1949", approximate=True, **given),
    ]
    thesis = make_source(key="thesis", kind="dissertation")
    for claim in claims:
        make_citation(
            claim=claim,
            source=thesis,
            through=source,
            through_locator_kind="page",
            through_locator="32",
        )
    return claims


def drawings(response) -> list[ET.Element]:
    markup = response.content.decode()
    return [parsed(svg) for svg in re.findall(r"<svg .*?</svg>", markup, re.DOTALL)]


def parsed(svg: str | bytes) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - it is our own


def marks(svg: ET.Element) -> list[ET.Element]:
    return [link for link in svg.iter(f"{SVG}a") if link.get("class") == "mark"]


def test_a_series_is_drawn_and_tabled_without_script(client: Client, years):
    page = client.get("/en/series/?indicator=output&subject=cannery")
    wide, narrow = drawings(page)[:2]
    assert (wide.get("width"), narrow.get("width")) == ("760", "340")
    assert {mark.get("href") for mark in marks(wide)} == {
        f"/en/claims/{claim.key}/" for claim in years
    }
    text = page.content.decode()
    assert "<table" in text
    assert text.count("[46, p. 32]") >= 5


def test_every_mark_names_subject_value_time_and_citation(client: Client, years):
    wide = drawings(client.get("/en/series/?indicator=output&subject=cannery"))[0]
    mark = next(mark for mark in marks(wide) if mark.get("data-claim") == "a46")
    name = mark.get("aria-label")
    assert name == "Meat cannery. Output (actual): 7,646\u00a0t, 1946. [46, p. 32] · ¶ 332"
    assert mark.findtext(f"{SVG}title") == name


def test_a_drawing_carries_no_style_and_no_script(client: Client, years):
    for svg in drawings(client.get("/series/?indicator=output")):
        for element in svg.iter():
            assert "style" not in element.attrib
            assert element.tag != f"{SVG}script"
            assert not any(name.startswith("on") for name in element.attrib)


def test_a_name_that_looks_like_markup_stays_text(client: Client, output):
    plant = make_entity(key="odd", name_en="<script>alert(1)</script>", name_kk="x", name_ru="x")
    for year in ("1941", "1942", "1943"):
        make_claim(indicator=output, subject=plant, period=year)
    page = client.get("/en/series/?indicator=output&subject=odd")
    assert b"<script>alert" not in page.content


def test_missing_years_are_told(client: Client, years):
    page = client.get("/en/series/?indicator=output&subject=cannery")
    assert b"No figure for 1947\xe2\x80\x931948." in page.content


def test_an_impossible_year_is_told_and_left_out(client: Client, years):
    page = client.get("/en/series/?indicator=output&from=soon&to=1946")
    assert "“soon” is no year" in page.content.decode()
    assert len(marks(drawings(page)[0])) == 4


def test_years_turned_round_are_swapped(client: Client, years):
    page = client.get("/en/series/?indicator=output&from=1946&to=1945")
    assert "they were swapped" in page.content.decode()
    assert len(marks(drawings(page)[0])) == 4


def test_an_unknown_indicator_says_what_to_do(client: Client, years):
    page = client.get("/en/series/?indicator=nothing")
    assert page.status_code == 200
    assert "No claims about this" in page.content.decode()


def test_the_empty_form_offers_the_strongest_series(client: Client, years):
    page = client.get("/en/series/")
    assert "indicator=output&amp;subject=cannery" in page.content.decode()


def test_percent_alone_leaves_absolute_numbers_out(client: Client, years, output, cannery):
    make_claim(
        key="percent",
        indicator=output,
        subject=cannery,
        value="79.2",
        unit="percent",
        measure="percent-of-plan",
    )
    page = client.get("/en/series/?indicator=output&measure=percent")
    assert {mark.get("data-claim") for mark in marks(drawings(page)[0])} == {"percent"}


def test_withdrawn_claims_stand_in_the_table_only(client: Client, output, cannery, years):
    make_claim(key="gone", indicator=output, subject=cannery, review="withdrawn", value="1")
    page = client.get("/en/series/?indicator=output&subject=cannery")
    assert "gone" not in {mark.get("data-claim") for mark in marks(drawings(page)[0])}
    assert "/en/claims/gone/" in page.content.decode()


def test_csv_has_claim_keys_and_citations(client: Client, years):
    answer = client.get("/en/series.csv?indicator=output&subject=cannery")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {row["claim"] for row in rows} == {claim.key for claim in years}
    row = next(row for row in rows if row["claim"] == "a46")
    assert row["value"] == "7646"
    assert row["citations"] == "[46, p. 32] · ¶ 332"
    assert row["sources"] == "thesis 332"
    assert row["address"] == "http://testserver/en/claims/a46/"


def test_no_cell_of_a_download_is_a_formula(client: Client, output):
    plant = make_entity(key="evil", name_en='=HYPERLINK("x")', name_kk="x", name_ru="x")
    make_claim(indicator=output, subject=plant, value="-5", note="+1+1")
    query = "?indicator=output&subject=evil"
    (row,) = csv.DictReader(
        io.StringIO(client.get(f"/en/series.csv{query}").content.decode("utf-8-sig"))
    )
    assert row["subject_label"] == '\'=HYPERLINK("x")'
    assert (row["value"], row["note"]) == ("-5", "'+1+1")
    book = load_workbook(io.BytesIO(client.get(f"/en/series.xlsx{query}").content))
    cells = [cell for line in book.active.iter_rows(min_row=2) for cell in line]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n"}
    assert -5 in [cell.value for cell in cells]


@pytest.mark.parametrize("address", ["series.svg?indicator=output&subject=cannery", "map.svg"])
def test_a_drawing_as_a_file_says_whose_evidence_it_shows(client: Client, years, address):
    make_entity(kind="settlement", latitude=50, longitude=80)
    svg = parsed(client.get(f"/en/{address}").content)
    words = " ".join(text.text or "" for text in svg.iter(f"{SVG}text"))
    assert "Koktal oblast" in words


def test_a_drawing_as_a_file_stands_by_itself(client: Client, years):
    svg = parsed(client.get("/en/series.svg?indicator=output&subject=cannery").content)
    words = " ".join(text.text or "" for text in svg.iter(f"{SVG}text"))
    assert "Output" in words
    assert "Sources: [46, p. 32] · ¶ 332" in words
    assert not any("var(" in value for element in svg.iter() for value in element.attrib.values())
    assert not list(svg.iter(f"{SVG}a"))


def test_a_png_is_a_picture_two_pixels_to_the_point(client: Client, years):
    answer = client.get("/series.png?indicator=output")
    assert answer["Content-Type"] == "image/png"
    assert answer.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(answer.content[16:20], "big") == 2000


@pytest.mark.parametrize("form", ["csv", "xlsx", "svg", "png"])
def test_a_file_of_nothing_is_not_found(client: Client, form):
    assert client.get(f"/series.{form}?indicator=nothing").status_code == 404


@pytest.mark.parametrize("more", [1, 3])
@pytest.mark.parametrize(
    ("address", "statements"),
    [
        ("/series/?indicator=output", 12),
        ("/series/?indicator=output&subject=cannery", 12),
        ("/compare/?indicator=output&subject=cannery", 14),
        ("/compare/?subject=cannery", 10),
        ("/timeline/", 10),
        ("/map/", 10),
    ],
)
def test_a_page_costs_the_same_for_one_and_for_three(
    client: Client, django_assert_num_queries, years, output, more, address, statements
):
    for _ in range(more):
        subject = make_entity(latitude="49", longitude="79")
        make_claim(indicator=output, subject=subject)
        make_claim(kind="event", subject=subject)
    with django_assert_num_queries(statements):
        client.get(address)


def test_a_comparison_puts_subjects_side_by_side(client: Client, years, output):
    mill = make_entity(key="mill", name_en="Wool mill", name_kk="Жүн", name_ru="Шерсть")
    make_claim(key="m46", indicator=output, subject=mill, period="1946", value="500")
    page = client.get("/en/compare/?indicator=output&subject=cannery&subject=mill").content.decode()
    table = page[page.index('<table class="compare folds"') : page.index("</table>")]
    assert table.index("Meat cannery") < table.index("Wool mill")
    assert "/en/claims/a46/" in table
    assert "/en/claims/m46/" in table
    assert "[46, p. 32]" in table
    assert 'href="/en/compare/?indicator=output&amp;subject=cannery&amp;by=periods"' in table


def test_a_comparison_before_any_choice_offers_subjects(client: Client, years):
    page = client.get("/en/compare/").content.decode()
    assert 'name="subject" value="cannery"' in page


def test_the_timeline_says_which_events_are_not_exactly_dated(client: Client):
    make_period(span="1941/1945", label_en="The war")
    make_claim(kind="event", key="exact", period="1943-05-05", title_en="Exactly then")
    make_claim(kind="event", key="loose", period="1941/1945", title_en="Some time then")
    make_claim(kind="event", key="never", period="", title_en="Nobody knows")
    page = client.get("/en/timeline/").content.decode()
    order = [page.index(f'<li id="{key}"') for key in ("loose", "exact", "never")]
    assert order == sorted(order)
    assert page.count("not exactly dated") == 1
    assert 'id="y1943"' in page
    assert "The war" in page
    assert "Without a date" in page


def test_the_timeline_is_narrowed_by_entity_and_year(client: Client, cannery):
    make_claim(kind="event", key="here", subject=cannery, period="1943")
    make_claim(kind="event", key="elsewhere", period="1943")
    make_claim(kind="event", key="later", subject=cannery, period="1950")
    page = client.get("/timeline/?entity=cannery&to=1945").content.decode()
    assert '<li id="here"' in page
    assert '<li id="elsewhere"' not in page
    assert '<li id="later"' not in page


@pytest.fixture
def long_history():
    """Fifty events of the war, three after it and one without a date."""
    make_period(key="war", span="1941/1945", label_en="The war")
    for number in range(50):
        make_claim(kind="event", key=f"war-{number:02}", period="1941" if number < 45 else "1943")
    for number in range(3):
        make_claim(kind="event", key=f"later-{number}", period="1950")
    make_claim(kind="event", key="never", period="")


def test_a_long_timeline_opens_at_its_first_period(client: Client, long_history):
    page = client.get("/en/timeline/").content.decode()
    assert 'href="?chapter=war#events" aria-current="page"' in page
    assert "1941–1943</span><span>50 entries" in page
    assert 'href="?chapter=1950-1950#events"' in page
    assert 'href="?chapter=undated#events"' in page
    assert '<details class="year" id="y1941" open>' in page
    assert '<details class="year" id="y1943">' in page
    assert '<li id="war-49"' in page
    assert '<li id="later-0"' not in page
    assert "25 more" in page


def test_a_timeline_is_read_chapter_by_chapter(client: Client, long_history):
    later = client.get("/en/timeline/?chapter=1950-1950").content.decode()
    assert (later.count('<li id="later-'), later.count('<li id="war-')) == (3, 0)
    undated = client.get("/en/timeline/?chapter=undated").content.decode()
    assert (undated.count('<li id="never"'), undated.count('<li id="later-')) == (1, 0)
    unknown = client.get("/en/timeline/?chapter=nothing").content.decode()
    assert unknown.count('<li id="war-') == 50


def test_a_whole_timeline_stands_unfolded_on_one_page(client: Client, long_history):
    page = client.get("/en/timeline/?whole=1").content.decode()
    assert page.count("<li id=") >= 54
    assert page.count('<details class="year" id="y') == 3
    assert page.count(" open>") >= 3
    assert "more</summary>" not in page


@pytest.mark.parametrize("form", ["csv", "xlsx", "svg", "png"])
def test_the_timeline_and_map_are_had_as_files(client: Client, years, form):
    make_claim(kind="event")
    for name in ("timeline", "map"):
        answer = client.get(f"/{name}.{form}")
        assert answer.status_code == 200
        assert answer["Content-Disposition"].endswith(f'.{form}"')


def test_the_map_counts_the_claims_of_a_year(client: Client, years):
    whole = drawings(client.get("/en/map/"))[0]
    of_1946 = drawings(client.get("/en/map/?year=1946"))[0]
    assert marks(whole)[0].get("aria-label") == "Meat cannery: 5 claims"
    assert marks(of_1946)[0].get("aria-label") == "Meat cannery: 2 claims"
    assert marks(of_1946)[0].get("data-spans") == "1945-1945x2 1946-1946x2 1949-1949x1"


def test_the_map_lists_what_has_no_coordinates(client: Client, output):
    make_claim(indicator=output, subject=make_entity(key="lost", name_en="Lost works"))
    page = client.get("/en/map/").content.decode()
    assert "No place has coordinates" in page
    assert 'id="lost"' in page


def test_the_api_gives_the_claims_of_a_series_in_time(client: Client, years):
    answer = client.get("/api/series?indicator=output&subject=cannery&aspect=actual").json()
    assert answer["count"] == 3
    assert [item["key"] for item in answer["items"]] == ["a45", "a46", "a49"]
    through = answer["items"][1]["citations"][0]["through"]
    assert (through["reference"], through["locator"]) == ("46", "32")


def test_chart_pages_stay_light(client: Client, years):
    for address in ("/series/?indicator=output", "/compare/", "/timeline/", "/map/"):
        assert len(gzip.compress(client.get(address).content)) < 100_000
