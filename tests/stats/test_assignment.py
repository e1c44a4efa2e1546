"""Groups drawn at random, the same again from the seed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.stats import StatsError, assign

PEOPLE = [f"p{number:02}" for number in range(12)]


def test_a_seed_gives_these_very_groups_on_every_platform() -> None:
    # The sequence that seed 1939 must give for ever: a change here breaks registered studies.
    drawn = assign(PEOPLE, ["new", "control"], seed=1939)
    assert drawn.algorithm == "mt19937-permuted-blocks-1"
    assert "".join(group[0] for group in drawn.groups.values()) == "ccccncncnnnn"


def test_the_order_units_come_in_does_not_matter() -> None:
    assert assign(PEOPLE[::-1], ["a", "b"], 7) == assign(PEOPLE, ["a", "b"], 7)


def test_seeds_differ() -> None:
    drawn = {tuple(assign(PEOPLE, ["a", "b"], seed).groups.values()) for seed in range(40)}
    assert len(drawn) > 20


@given(st.integers(1, 60), st.integers(0, 2**64), st.integers(1, 4))
def test_groups_never_drift_apart_by_more_than_half_a_block(
    count: int, seed: int, blocks: int
) -> None:
    units = [str(number) for number in range(count)]
    sizes = assign(units, ["a", "b"], seed, blocks=blocks).sizes
    assert abs(sizes["a"] - sizes["b"]) <= blocks
    assert sum(sizes.values()) == count


def test_shares_of_groups_are_kept_in_full_blocks() -> None:
    assert assign(PEOPLE, {"new": 2, "control": 1}, 3).sizes == {"new": 8, "control": 4}


def test_every_stratum_is_balanced_by_itself() -> None:
    strata = {unit: "history" if int(unit[1:]) < 4 else "geography" for unit in PEOPLE}
    drawn = assign(PEOPLE, ["a", "b"], 5, strata)
    for stratum in ("history", "geography"):
        own = [drawn.groups[unit] for unit in PEOPLE if strata[unit] == stratum]
        assert own.count("a") == own.count("b")


def test_every_unit_is_as_likely_in_either_group() -> None:
    runs = [assign(PEOPLE, ["a", "b"], seed).groups for seed in range(2000)]
    for unit in PEOPLE:
        share = sum(groups[unit] == "a" for groups in runs) / 2000
        assert abs(share - 0.5) < 0.045  # four standard errors


@pytest.mark.parametrize(
    ("code", "units", "groups", "seed"),
    [
        ("no-data", [], ["a", "b"], 1),
        ("duplicate-unit", ["x", "x"], ["a", "b"], 1),
        ("group-count", ["x"], ["a"], 1),
        ("group-count", ["x"], ["a", "a"], 1),
        ("bad-parameter", ["x"], ["a", "b"], -1),
        ("bad-parameter", ["x"], ["a", "b"], True),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    code: str, units: list[str], groups: list[str], seed: int
) -> None:
    with pytest.raises(StatsError) as raised:
        assign(units, groups, seed)
    assert raised.value.code == code
