"""Places on the sheet."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.explore.charts.atlas import (
    Box,
    Projection,
    Site,
    Span,
    box_round,
    layer_of,
    no_taller,
    project_line,
    spots_of,
)
from olke.explore.charts.observations import Named


def site(key: str, latitude: float = 50.0, longitude: float = 80.0, **further) -> Site:
    return Site(Named(key, key), "enterprise", "enterprise", latitude, longitude, **further)


def test_works_of_one_town_share_a_spot_named_after_the_town():
    spots = spots_of(
        [site("mill", borrowed=True, claims=9), site("town", settlement=True), site("far", 49.0)]
    )
    assert [[one.name.key for one in spot.sites] for spot in spots] == [["town", "mill"], ["far"]]
    assert spots[0].name.key == "town"


def test_a_year_counts_the_claims_that_cover_it():
    mill = site("mill", claims=6, spans=(Span(1941, 1945, 2), Span(1943, 1943, 3)))
    (spot,) = spots_of([mill])
    assert [spot.claims_in(year) for year in (1940, 1941, 1943, None)] == [0, 2, 5, 6]


def test_one_point_still_has_a_box():
    box = box_round([(80.25, 50.41)])
    assert box is not None
    assert box.holds(80.25, 50.41)
    assert box.east > box.west


def test_no_points_have_no_box():
    assert box_round([]) is None


def test_north_is_up_and_east_is_right():
    projection = Projection(Box(78, 47, 84, 52), 600)
    north_west, south_east = projection(78, 52), projection(84, 47)
    assert north_west == (0, 0)
    assert south_east == (600, pytest.approx(projection.height))


def test_a_degree_of_latitude_is_longer_than_one_of_longitude():
    projection = Projection(Box(79, 59, 81, 61), 200)
    assert projection.height == pytest.approx(400)  # cos 60° is a half


@given(
    st.lists(st.tuples(st.floats(-170, 170), st.floats(-80, 80)), min_size=1, max_size=20).filter(
        lambda points: box_round(points) is not None
    )
)
def test_every_point_lies_in_the_box_round_all(points):
    box = box_round(points)
    assert all(box.holds(*point) for point in points)


def test_a_tall_box_is_widened_about_its_middle():
    box = no_taller(Box(79, 46, 81, 52), 1.0)
    assert Projection(box, 500).height == pytest.approx(500)
    assert (box.west + box.east) / 2 == pytest.approx(80)


def test_a_line_is_cut_where_it_leaves_the_sheet():
    projection = Projection(Box(78, 47, 84, 52), 600)
    line = [[79, 50], [80, 50], [120, 50], [81, 50], [82, 50]]
    assert [len(part) for part in project_line(line, projection)] == [2, 2]


def test_geometry_of_every_kind_is_read_and_points_are_left_out():
    ring = [[79, 50], [80, 50], [80, 51], [79, 50]]
    features = [
        {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}}
        for kind, coordinates in (
            ("LineString", ring),
            ("MultiLineString", [ring, ring]),
            ("Polygon", [ring]),
            ("MultiPolygon", [[ring], [ring]]),
            ("Point", [79, 50]),
        )
    ]
    layer = layer_of("lakes", json.loads(json.dumps({"features": features})))
    assert len(layer.lines) == 6
    assert layer.closed
