"""How a series is set out."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from olke.evidence.models import Aspect, Rank, Review
from olke.explore.charts.assembly import assemble
from olke.explore.charts.observations import Named
from olke.explore.charts.series import Break, Series, Style
from olke.explore.charts.spans import Length
from olke.measures import builtin_registry

from .evidence import MEAT, MILL, OUTPUT, PLANT, SAUSAGE, observed

UNITS = builtin_registry()
HANDS, SHOPS, GOODS = (Named(key, key) for key in ("hands", "shops", "goods"))


def series(*observations, breaks=()) -> Series:
    return assemble(observations, UNITS, breaks)


def years(runs) -> list[list[float]]:
    return [[mark.extent.start for mark in run] for run in runs]


def test_plan_and_actual_of_one_year_share_a_panel():
    drawn = series(observed("9650", "1946", aspect="planned"), observed("7646", "1946"))
    (panel,) = drawn.panels
    assert [track.aspect for track in panel.tracks] == [Aspect.ACTUAL, Aspect.PLANNED]
    assert panel.style is Style.ROWS


def test_a_line_joins_neighbouring_years_only():
    drawn = series(*(observed("5", year) for year in ("1940", "1941", "1944", "1945", "1946")))
    (panel,) = drawn.panels
    assert years(panel.tracks[0].runs) == [[1940, 1941], [1944, 1945, 1946]]
    assert panel.missing_years == (1942, 1943)


def test_nine_months_never_stand_on_the_axis_of_a_year():
    drawn = series(observed("7", "1946-01/1946-09"), observed("9", "1945"), observed("8", "1944"))
    assert [panel.length for panel in drawn.panels] == [Length(months=12), Length(months=9)]


def test_a_leap_year_is_as_long_as_any_other():
    (panel,) = series(observed("7", "1944"), observed("9", "1945")).panels
    assert panel.length == Length(months=12)


def test_a_rate_may_be_stated_for_periods_of_any_length():
    drawn = series(
        observed("7", "1944", additive=False), observed("9", "1945-05-01", additive=False)
    )
    (panel,) = drawn.panels
    assert panel.length is None
    assert panel.lengths == (Length(days=1), Length(months=12))
    assert panel.tracks[0].runs == ()


def test_a_state_on_each_first_of_january_makes_one_line():
    drawn = series(*(observed("5", f"19{year}-01-01", additive=False) for year in (40, 41, 42, 44)))
    assert years(drawn.panels[0].tracks[0].runs) == [[1940, 1941, 1942]]


def test_units_that_convert_share_an_axis_in_the_usual_unit():
    drawn = series(
        observed("90", "1945", unit="centner", usual_unit="t"),
        observed("7", "1946", usual_unit="t"),
    )
    (panel,) = drawn.panels
    assert panel.unit == "t"
    assert [mark.low for mark in panel.marks] == [Decimal(9), Decimal(7)]


def test_units_that_do_not_convert_are_drawn_apart():
    drawn = series(observed("90", "1945", unit="head"), observed("7", "1946"))
    assert [panel.unit for panel in drawn.panels] == ["head", "t"]


def test_a_percentage_has_its_own_panel():
    drawn = series(
        observed("7", "1946"), observed("79.4", "1946", measure="percent-of-plan", unit="percent")
    )
    assert {panel.measure for panel in drawn.panels} == {"absolute", "percent-of-plan"}


def test_plan_beside_actual_stands_first_then_the_longest_series_then_percent_of_plan():
    drawn = series(
        observed("3", "1940", indicator=HANDS, key="lone", unit="person"),
        observed("80", "1943", indicator=HANDS, measure="percent-of-plan", unit="percent"),
        *(observed("5", year, indicator=SHOPS, unit="head") for year in ("1941", "1942", "1943")),
        *(observed("5", f"195{n}", indicator=GOODS, unit="head") for n in range(5)),
        observed("9650", "1946", aspect="planned"),
        observed("7646", "1946"),
    )
    order = [(panel.indicator, panel.measure.value) for panel in drawn.panels]
    assert order == [
        (OUTPUT, "absolute"),
        (GOODS, "absolute"),
        (SHOPS, "absolute"),
        (HANDS, "percent-of-plan"),
        (HANDS, "absolute"),
    ]


def test_changes_with_a_base_each_stand_last():
    drawn = series(
        *(
            observed("5", year, measure="change-percent", unit="percent")
            for year in ("1941", "1943", "1945", "1947")
        ),
        observed("6", "1947", measure="change-percent", unit="percent", aspect="planned"),
        observed("3", "1940", indicator=HANDS, unit="person"),
    )
    assert [panel.measure.value for panel in drawn.panels] == ["absolute", "change-percent"]


def test_a_second_claim_about_a_point_does_not_move_its_panel_forward():
    drawn = series(
        observed("1", "1959", indicator=SHOPS, key="a"),
        observed("1", "1959", indicator=SHOPS, key="b", position=1),
        observed("2", "1959", indicator=GOODS, key="c", product=MEAT, position=2),
        observed("3", "1959", indicator=GOODS, key="d", product=SAUSAGE, position=3),
    )
    assert [panel.indicator for panel in drawn.panels] == [GOODS, SHOPS]


def test_two_claims_about_one_point_are_both_drawn_the_preferred_first():
    drawn = series(
        observed("5", "1945", key="a", position=1),
        observed("6", "1945", key="b", position=2, rank=Rank.PREFERRED),
        observed("7", "1946", key="c"),
    )
    marks = drawn.panels[0].tracks[0].marks
    assert [(mark.observation.key, mark.turn, mark.turns) for mark in marks] == [
        ("b", 0, 2),
        ("a", 1, 2),
        ("c", 0, 1),
    ]
    assert [[m.observation.key for m in run] for run in drawn.panels[0].tracks[0].runs] == [
        ["b", "c"]
    ]


def test_withdrawn_and_deprecated_claims_are_set_aside_not_drawn():
    withdrawn = observed("5", "1945", review=Review.WITHDRAWN, key="w")
    deprecated = observed("5", "1945", rank=Rank.DEPRECATED, key="d")
    drawn = series(withdrawn, deprecated, observed("6", "1945", key="s"))
    assert {one.key for one in drawn.set_aside} == {"w", "d"}
    assert [mark.observation.key for mark in drawn.panels[0].marks] == ["s"]


def test_a_claim_without_a_date_is_kept_apart():
    undated = observed("5", "")
    assert series(undated).undated == (undated,)


def test_a_line_breaks_where_a_district_merged():
    gap = Break(1942.0, "merged", PLANT.key)
    drawn = series(
        *(observed("5", year) for year in ("1940", "1941", "1942", "1943")), breaks=[gap]
    )
    assert years(drawn.panels[0].tracks[0].runs) == [[1940, 1941], [1942, 1943]]
    assert drawn.panels[0].breaks == (gap,)


def test_a_merger_of_another_subject_breaks_nothing():
    gap = Break(1942.0, "merged", MILL.key)
    drawn = series(*(observed("5", year) for year in ("1941", "1942")), breaks=[gap])
    assert years(drawn.panels[0].tracks[0].runs) == [[1941, 1942]]
    assert drawn.panels[0].breaks == ()


def test_several_subjects_over_time_are_dots():
    drawn = series(
        *(observed("5", year) for year in ("1941", "1942", "1943")),
        observed("4", "1942", subject=MILL, position=1),
    )
    assert drawn.panels[0].style is Style.DOTS
    assert drawn.panels[0].names == (PLANT, MILL)


def test_two_periods_are_rows_with_their_dates():
    (panel,) = series(observed("5", "1941"), observed("9", "1960")).panels
    assert panel.style is Style.ROWS
    assert [str(period) for period in panel.periods] == ["1941", "1960"]


def test_products_of_one_period_are_rows_of_one_panel():
    drawn = series(
        observed("5", "1946", product=MEAT), observed("2", "1946", product=SAUSAGE, key="s")
    )
    (panel,) = drawn.panels
    assert panel.names == (MEAT, SAUSAGE)
    assert panel.product is None


def test_an_open_period_joins_nothing():
    drawn = series(observed("5", "../1942", additive=False), observed("5", "1943", additive=False))
    assert drawn.panels[0].tracks[0].runs == ()


periods = st.sampled_from(
    ["1941", "1942", "1944", "1941/1945", "1946-01/1946-09", "../1942", "195X", "1946-05-09", ""]
)


@given(
    st.lists(
        st.builds(
            observed,
            st.sampled_from(["1", "2.5", "3..4"]),
            periods,
            aspect=st.sampled_from(list(Aspect)),
            unit=st.sampled_from(["t", "centner", "head", "percent"]),
            additive=st.booleans(),
            rank=st.sampled_from(list(Rank)),
            review=st.sampled_from(list(Review)),
            product=st.sampled_from([None, MEAT, SAUSAGE]),
            subject=st.sampled_from([PLANT, MILL]),
        ),
        max_size=12,
    )
)
def test_every_claim_is_drawn_undated_or_set_aside_exactly_once(observations):
    shown = series(*observations).observations
    assert sorted(shown, key=repr) == sorted(observations, key=repr)


def test_plan_beside_actual_comes_first():
    drawn = series(
        *(observed("5", year, product=SAUSAGE, key=year) for year in ("1941", "1942", "1943")),
        observed("9", "1946", product=MEAT, aspect="planned"),
        observed("8", "1946", product=MEAT),
    )
    assert [panel.product for panel in drawn.panels] == [MEAT, SAUSAGE]
