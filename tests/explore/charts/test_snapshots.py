"""Panels of one period that become rows of one panel."""

from olke.explore.charts.assembly import assemble
from olke.explore.charts.observations import Named
from olke.explore.charts.series import Panel, Style
from olke.explore.charts.snapshots import MOST_ROWS, join_percentages
from olke.measures import builtin_registry

from .evidence import MEAT, MILL, PLANT, SAUSAGE, observed

UNITS = builtin_registry()
PERCENT = {"measure": "percent-of-plan", "unit": "percent"}
CANS, BRICKS = Named("cans", "Cans"), Named("bricks", "Bricks")


def panels(*observations) -> tuple[Panel, ...]:
    return assemble(observations, UNITS).panels


def rows(panel: Panel) -> list[tuple[str, str]]:
    return [
        (mark.observation.key, track.name.label) for track in panel.tracks for mark in track.marks
    ]


def test_the_largest_product_stands_first():
    (panel,) = panels(
        observed("1284", "1946", product=SAUSAGE, key="s"),
        observed("1640", "1946", product=SAUSAGE, key="sp", aspect="planned"),
        observed("7646", "1946", product=MEAT, key="m"),
        observed("9650", "1946", product=MEAT, key="mp", aspect="planned"),
    )
    assert [name.label for name in panel.names] == ["Meat", "Sausage"]


def test_a_panel_of_two_periods_is_parted_where_both_parts_find_company():
    drawn = panels(
        observed("100", "1943", product=CANS, key="c43", **PERCENT),
        observed("24", "1946", product=CANS, key="c46", **PERCENT),
        observed("101", "1943", product=SAUSAGE, key="s43", **PERCENT),
        observed("79", "1946", product=MEAT, key="m46", **PERCENT),
    )
    assert [rows(panel) for panel in drawn] == [
        [("s43", "Sausage"), ("c43", "Cans")],
        [("m46", "Meat"), ("c46", "Cans")],
    ]


def test_a_panel_of_two_periods_stays_whole_where_one_part_would_be_alone():
    drawn = panels(
        observed("100", "1943", product=CANS, key="c43", **PERCENT),
        observed("24", "1946", product=CANS, key="c46", **PERCENT),
        observed("79", "1946", product=MEAT, key="m46", **PERCENT),
    )
    assert sorted(sorted(key for key, _ in rows(panel)) for panel in drawn) == [
        ["c43", "c46"],
        ["m46"],
    ]


def test_percentages_of_plan_of_several_subjects_are_compared_whatever_the_product():
    drawn = panels(
        observed("79", "1946", product=MEAT, key="meat", **PERCENT),
        observed("103", "1970", product=BRICKS, key="bricks", subject=MILL, position=1, **PERCENT),
        observed("5", "1970", product=BRICKS, key="tonnes", subject=MILL, position=2),
    )
    joined = join_percentages(drawn)
    assert [rows(panel) for panel in joined] == [
        [("meat", f"{PLANT.label}: Meat"), ("bricks", f"{MILL.label}: Bricks")],
        [("tonnes", MILL.label)],
    ]
    assert joined[0].style is Style.ROWS


def test_percentages_of_one_subject_or_too_many_stay_as_they_are():
    alone = panels(
        observed("79", "1946", product=MEAT, **PERCENT),
        observed("78", "1947", product=SAUSAGE, **PERCENT),
    )
    assert join_percentages(alone) == list(alone)
    years = [str(1900 + number) for number in range(MOST_ROWS)]
    many = panels(
        *(observed("79", year, product=MEAT, **PERCENT) for year in years),
        observed("78", "1947", product=BRICKS, subject=MILL, **PERCENT),
    )
    assert join_percentages(many) == list(many)
