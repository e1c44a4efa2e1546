"""Events in the order of time."""

from olke.dates import parse
from olke.explore.charts.observations import Named
from olke.explore.charts.timeline import (
    Chapter,
    Event,
    ages_of,
    chapters_of,
    every_year,
    in_order,
    opened,
)

WAR = Named("war", "The war")
PEACE = Named("peace", "After the war")
PERIODS = [(WAR, 1941, 1945), (PEACE, 1946, 1953)]


def event(key: str, period: str) -> Event:
    return Event(key, key, f"/claims/{key}/", parse(period) if period else None, Named("x", "X"))


def test_the_longer_stands_before_what_happened_within_it():
    events = [event("day", "1941-01-01"), event("war", "1941/1945"), event("year", "1941")]
    assert [one.key for one in in_order(events)] == ["war", "year", "day"]


def test_what_has_no_date_comes_last():
    events = [event("never", ""), event("late", "1953"), event("open", "../1942")]
    assert [one.key for one in in_order(events)] == ["open", "late", "never"]


def test_only_what_may_lie_in_several_years_is_loose():
    loose = {text: event("x", text).loose for text in ("1943", "1943-05", "1941/1945", "194X", "")}
    assert loose == {"1943": False, "1943-05": False, "1941/1945": True, "194X": True, "": False}
    assert event("x", "1943~").loose
    assert event("x", "1943?").loose


def test_events_stand_under_their_period_and_year():
    events = in_order([event("a", "1941"), event("b", "1945"), event("c", "1946"), event("d", "")])
    ages = ages_of(events, PERIODS)
    assert [(age.name, [year.number for year in age.years]) for age in ages] == [
        (WAR, [1941, 1945]),
        (PEACE, [1946]),
        (None, [None]),
    ]


def test_empty_years_are_counted_and_years_not_asked_for_are_left_out():
    assert every_year({1941: 2, 1943: 1, 1950: 4}, 1942, 1944) == {1942: 0, 1943: 1, 1944: 0}
    assert every_year({}) == {}


def test_a_timeline_is_read_by_periods_with_what_lies_outside_and_the_undated_last():
    counted = {1900: 1, 1901: 2, 1941: 3, 1945: 4, 1946: 5, 1960: 6, None: 7}
    assert chapters_of(counted, PERIODS) == (
        Chapter("1900-1901", None, 1900, 1901, 3),
        Chapter("war", WAR, 1941, 1945, 7),
        Chapter("peace", PEACE, 1946, 1946, 5),
        Chapter("1960-1960", None, 1960, 1960, 6),
        Chapter("undated", None, None, None, 7),
    )
    assert chapters_of({}, PERIODS) == ()


def test_the_first_year_is_open_and_further_ones_while_there_is_room():
    events = in_order(
        [event(f"{year}-{number}", str(year)) for year in (1941, 1942, 1943) for number in range(3)]
    )
    (age,) = opened(ages_of(events, PERIODS), 6)
    assert [(year.number, year.open) for year in age.years] == [
        (1941, True),
        (1942, True),
        (1943, False),
    ]


def test_a_year_of_many_events_shows_the_first_before_the_rest():
    events = in_order([event(str(number), "1941") for number in range(7)])
    ((year,),) = (age.years for age in opened(ages_of(events, PERIODS), 4))
    assert year.open
    assert len(year.shown) == 2
    assert (*year.shown, *year.rest) == tuple(events)
