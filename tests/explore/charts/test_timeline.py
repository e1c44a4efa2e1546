"""Events in the order of time."""

from olke.dates import parse
from olke.explore.charts.observations import Named
from olke.explore.charts.timeline import Event, ages_of, every_year, in_order

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
