"""Claims set out against their subjects."""

from hypothesis import given
from hypothesis import strategies as st

from olke.explore.charts.comparison import By, matrix_of

from .evidence import MEAT, MILL, PLANT, SAUSAGE, observed


def keys(matrix) -> list[list[list[str]]]:
    return [[[one.key for one in cell] for cell in line.cells] for line in matrix.lines]


def test_the_longer_side_makes_the_rows():
    years = [observed("5", str(year), key=str(year)) for year in (1941, 1942, 1943)]
    by_period = matrix_of([*years, observed("6", "1942", subject=MILL, position=1)], By.PERIODS)
    assert by_period.columns == (PLANT, MILL)
    assert [line.heading.key for line in by_period.lines] == ["1941", "1942", "1943"]


def test_many_subjects_of_one_indicator_are_rows():
    matrix = matrix_of(
        [observed("5", "1941"), observed("6", "1941", subject=MILL, position=1)], By.INDICATORS
    )
    assert matrix.subjects_first
    assert [line.heading for line in matrix.lines] == [PLANT, MILL]


def test_a_cell_holds_actual_before_plan_and_every_claim():
    matrix = matrix_of(
        [
            observed("9", "1941", aspect="planned", key="plan"),
            observed("5", "1941", key="actual"),
            observed("6", "1941", key="other", position=1),
        ],
        By.PERIODS,
    )
    assert keys(matrix) == [[["actual", "other", "plan"]]]


def test_an_empty_cell_stays_empty():
    matrix = matrix_of(
        [
            observed("5", "1941", key="a"),
            observed("5", "1942", key="b", subject=MILL, position=1),
        ],
        By.PERIODS,
    )
    assert keys(matrix) == [[["a"], []], [[], ["b"]]]


def test_what_most_subjects_share_stands_first():
    matrix = matrix_of(
        [
            observed("1", "1941", product=SAUSAGE),
            observed("2", "1941", product=MEAT, position=1),
            observed("3", "1941", product=MEAT, subject=MILL, position=2),
        ],
        By.INDICATORS,
    )
    assert [line.heading.label for line in matrix.lines] == ["Output: Meat", "Output: Sausage"]


def test_a_subject_that_was_asked_for_has_a_place_without_claims():
    matrix = matrix_of([observed("5", "1941", key="a")], By.PERIODS, [MILL, PLANT])
    assert matrix.subjects_first
    assert [line.heading for line in matrix.lines] == [PLANT, MILL]
    assert keys(matrix) == [[["a"]], [[]]]


@given(
    st.lists(
        st.builds(
            observed,
            st.just("1"),
            st.sampled_from(["1941", "1942", ""]),
            subject=st.sampled_from([PLANT, MILL]),
            product=st.sampled_from([None, MEAT]),
            review=st.sampled_from(["reviewed", "withdrawn"]),
        ),
        max_size=8,
    ),
    st.sampled_from(By),
)
def test_every_standing_claim_is_in_exactly_one_cell(observations, by):
    matrix = matrix_of(observations, by)
    found = [one for line in matrix.lines for cell in line.cells for one in cell]
    assert sorted(found, key=repr) == sorted((o for o in observations if o.drawn), key=repr)
