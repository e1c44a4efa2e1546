"""A blank table whose blanks cannot be read off the rest."""

from __future__ import annotations

from itertools import combinations

import pytest

from olke.evidence.models import Claim
from olke.teaching.documents.items import Grid
from olke.teaching.drafters.comparison_table import draft_comparison_table, tables
from olke.teaching.drafters.draft import Shortfall
from tests.records import make_entity, make_indicator, make_product, make_relation
from tests.teaching.drafters.dossiers import material_about, observed, order, works_of_many_years

pytestmark = pytest.mark.django_db


def grid_about(*claims: Claim) -> Grid:
    [item] = draft_comparison_table(material_about(*claims), order(1)).items
    assert isinstance(item, Grid)
    return item


def test_the_key_holds_the_numbers_of_the_claims() -> None:
    claims = works_of_many_years(count=3, years=3)
    grid = grid_about(*claims)
    assert [row.en for row in grid.rows] == [claim.subject.name_en for claim in claims[::3]]
    assert [column.en for column in grid.columns] == ["1940", "1941", "1942"]
    assert grid.cells[0][0].en == "1,000\N{NO-BREAK SPACE}t"
    assert set(grid.claims) == {claim.key for claim in claims}
    assert len(grid.blank) == 4


def test_no_blank_is_a_sum_a_difference_or_a_copy_of_what_stands_in_the_table() -> None:
    output = make_indicator(summable="yes")
    numbers = {"a": ("100", "207"), "b": ("200", "411"), "c": ("300", "100")}
    claims = [
        observed(value, year, subject=works, indicator=output)
        for works, values in ((make_entity(), values) for values in numbers.values())
        for value, year in zip(values, ("1940", "1941"), strict=True)
    ]
    values = [int(str(claim.value)) for claim in claims]
    for seed in range(20):
        [grid] = draft_comparison_table(material_about(*claims), order(1, seed)).items
        assert isinstance(grid, Grid)
        for row, column in grid.blank:
            value = values[row * 2 + column]
            others = values[:]
            others.remove(value)
            assert value not in others
            assert all(value not in (a + b, abs(a - b)) for a, b in combinations(others, 2))


def test_a_part_and_its_whole_are_never_two_rows() -> None:
    output = make_indicator(summable="yes")
    whole, part, third = make_entity(), make_entity(), make_entity()
    make_relation(entity=part, other=whole, kind="part-of")
    claims = [
        observed(value, year, subject=works, indicator=output)
        for works, values in (
            (whole, ("900", "970")),
            (part, ("300", "311")),
            (third, ("50", "71")),
        )
        for value, year in zip(values, ("1940", "1941"), strict=True)
    ]
    [table] = tables(material_about(*claims))
    rows = {claim.subject for claim in table.rows}
    assert len(rows & {whole, part}) == 1
    assert third in rows


def test_times_that_overlap_are_never_two_columns() -> None:
    output = make_indicator(summable="yes")
    claims = [
        observed(value, period, subject=works, indicator=output)
        for works, start in ((make_entity(), 100), (make_entity(), 510))
        for value, period in (
            (str(start), "1946"),
            (str(start - 31), "1946-01/1946-09"),
            (str(start + 23), "1947"),
        )
    ]
    [table] = tables(material_about(*claims))
    assert len(table.columns) == 2


def test_numbers_that_share_no_time_make_a_table_of_time_and_figure() -> None:
    output = make_indicator()
    claims = [observed(str(100 + 31 * n), f"{1940 + n}", indicator=output) for n in range(5)]
    grid = grid_about(*claims)
    assert [column.en for column in grid.columns] == ["When", "Figure"]
    assert grid.cells[1][0].en == "1941"
    assert len({row for row, _ in grid.blank}) == len(grid.blank) == 2


def test_a_time_that_stands_in_another_row_is_never_blank() -> None:
    output = make_indicator()
    works = make_entity()
    claims = [
        observed(str(100 + 31 * n), "1946", subject=works, indicator=output, product=make_product())
        for n in range(5)
    ]
    for seed in range(10):
        [grid] = draft_comparison_table(material_about(*claims), order(1, seed)).items
        assert isinstance(grid, Grid)
        assert {column for _, column in grid.blank} == {1}


def test_a_dossier_without_numbers_to_compare_says_so() -> None:
    found = draft_comparison_table(material_about(observed("7")), order(1))
    assert (found.items, found.shortfalls) == ((), (Shortfall("tables", 1, 0),))
