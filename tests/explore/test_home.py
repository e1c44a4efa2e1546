"""The first page."""

from __future__ import annotations

from collections import Counter

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from olke.explore.strip import draw_strip
from tests import records
from tests.explore.search.region import make_region

pytestmark = pytest.mark.django_db


def test_the_first_page_counts_what_there_is(client: Client) -> None:
    records.make_pack(span="1939/1950")
    make_region()
    text = client.get("/en/").content.decode()
    assert "<h1>Koktal oblast</h1>" in text
    assert "3 claims" in text
    assert "3 places, organisations and people" in text


def test_a_year_leads_to_its_claims(client: Client) -> None:
    records.make_pack(span="1939/1950")
    make_region()
    text = client.get("/en/").content.decode()
    assert "<title>1946: 2</title>" in text
    assert 'href="/en/search/?q=1946&amp;in=claims"' in text
    assert "planned" in client.get("/en/search/?q=1946&in=claims").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_first_page_takes_fifteen_statements(client: Client, number: int) -> None:
    records.make_pack(span="1939/1950")
    for _ in range(number):
        theme = records.make_theme()
        records.make_claim(indicator=records.make_indicator(theme=theme))
        records.make_period(
            earliest=f"19{40 + number}-01-01", latest="1950-12-31", span="1940/1950"
        )
    client.get("/en/")
    with CaptureQueriesContext(connection) as captured:
        client.get("/en/")
    assert len(captured) == 15


def test_without_a_region_the_page_says_how_to_load_one(client: Client) -> None:
    assert "olke pack load" in client.get("/en/").content.decode()


def test_of_several_regions_one_is_chosen(client: Client) -> None:
    for name in ("Koktal", "Aksu"):
        records.make_pack(key=name.lower(), title_en=name)
    text = client.get("/en/").content.decode()
    assert "Choose a region" in text
    assert '<a href="?region=aksu">Aksu</a>' in text
    assert "<h1>Aksu</h1>" in client.get("/en/?region=aksu").content.decode()


def test_a_single_claim_is_seen_beside_a_year_of_hundreds() -> None:
    strip = draw_strip(Counter({1940: 500, 1945: 1}), 1939, 1950, [], 1000)
    heights = {bar.first: bar.height for bar in strip.bars}
    assert len(strip.bars) == 12
    assert heights[1945] >= 1.5
    assert heights[1941] == 0


def test_a_long_history_is_drawn_in_runs_of_years() -> None:
    strip = draw_strip(Counter({1800: 2, 1801: 3}), 1500, 1999, [], 1000)
    assert len(strip.bars) <= 120
    assert max(bar.number for bar in strip.bars) == 5
    assert {bar.years for bar in strip.bars if bar.number} == {"1800-1804"}


def test_a_period_is_as_wide_as_it_is_long() -> None:
    short = records.make_period(span="1939/1940", earliest="1939-01-01", latest="1940-12-31")
    long = records.make_period()
    for period in (short, long):
        period.refresh_from_db()
    strip = draw_strip(Counter(), 1939, 1945, [short, long], 700)
    assert [(s.x, s.width) for s in strip.stretches] == [(0.0, 198.0), (200.0, 498.0)]
