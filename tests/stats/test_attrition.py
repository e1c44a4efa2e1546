"""Who stayed, who left, and codes without a partner."""

import pytest

from olke.stats import StatsError, attrition, link, mcnemar


def test_two_rounds_are_put_together_by_code() -> None:
    found = link([("a", 1), ("b", 0), ("c", 1)], [("c", 0), ("a", 1), ("d", 1)])
    assert found.codes == ("a", "b", "c", "d")
    assert (found.before, found.after) == ((1, 0, 1, None), (1, None, 0, 1))
    assert (found.only_before, found.only_after) == (("b",), ("d",))
    assert mcnemar(found.before, found.after).used == 2


def test_a_code_given_twice_may_be_two_people_and_is_set_apart() -> None:
    found = link([("a", 1), ("a", 0), ("b", 1)], [("a", 1), ("b", 0)])
    assert (found.codes, found.twice) == (("b",), ("a",))


def test_every_group_is_followed_and_compared() -> None:
    enrolled = {"a": "new", "b": "new", "c": "new", "d": "old", "e": "old"}
    found = attrition(enrolled, ["a", "b", "d", "x"], ["a", "d", "e", "y"])
    new, old = found.flows
    assert (new.enrolled, new.both, new.only_before, new.only_after, new.neither) == (3, 1, 1, 0, 1)
    assert (old.enrolled, old.both, old.only_after) == (2, 1, 1)
    assert (found.unmatched_before, found.unmatched_after) == (("x",), ("y",))
    assert found.differences[0].value == pytest.approx(1 / 2 - 1 / 3)
    assert new.kept.interval is not None
    assert new.kept.value in new.kept.interval


def test_nobody_enrolled_is_refused() -> None:
    with pytest.raises(StatsError):
        attrition({}, [], [])
    assert link([], []).codes == ()
