"""The points board."""

from __future__ import annotations

from itertools import chain

import pytest

from olke.teaching.documents.dossier import ClaimEntry, Dossier, Section
from olke.teaching.documents.items import Prompt
from olke.teaching.documents.parts import Text, Title
from olke.teaching.drafters.board import POINTS, draft_board, points_of
from olke.teaching.drafters.draft import Shortfall
from olke.teaching.drafters.material import Material, material_of
from olke.teaching.drafters.naming import name_it
from tests.records import make_claim, make_entity, make_indicator
from tests.teaching.drafters.dossiers import (
    happened,
    material_about,
    observed,
    order,
    works_of_many_years,
)

pytestmark = pytest.mark.django_db


def two_sections() -> Material:
    works, others = works_of_many_years(), works_of_many_years()
    role = make_indicator(kind="role", unit="")
    people = [
        make_claim(
            kind="role", subject=make_entity(kind="person"), indicator=role, object=make_entity()
        )
        for _ in range(3)
    ]
    groups = {"Works": [*works, *people[:2]], "Others": [*others, *people[2:]]}
    sections = tuple(
        Section(title=Text(en=title), entries=tuple(ClaimEntry(claim=c.key) for c in group))
        for title, group in groups.items()
    )
    return material_of(Dossier(key="dossier", title=Title(en="Dossier"), sections=sections))


def test_topics_are_sections_and_points_rise_with_difficulty() -> None:
    draft = draft_board(two_sections(), order(8))
    cells = [item for item in draft.items if isinstance(item, Prompt)]
    assert [(cell.topic.en, cell.points) for cell in cells] == [
        (topic, points) for topic in ("Works", "Others") for points in POINTS
    ]
    assert all(cell.answer and cell.explanation and cell.claims for cell in cells)


def test_the_dearest_cell_asks_to_explain_and_the_cheapest_to_name() -> None:
    draft = draft_board(two_sections(), order(8))
    levels = {item.points: item.level for item in draft.items}
    assert levels[10] == "A"
    assert levels[40] == "B"


def test_no_cell_begins_from_the_claims_of_another() -> None:
    draft = draft_board(two_sections(), order(8))
    leading = list(chain.from_iterable(item.claims[:2] for item in draft.items))
    assert len(leading) == len(set(leading))


def test_the_points_are_those_of_the_method() -> None:
    assert points_of("hidden-cells") == (10, 20, 30)
    draft = draft_board(two_sections(), order(6, method="hidden-cells"))
    assert [item.points for item in draft.items] == [10, 20, 30, 10, 20, 30]


def test_a_dossier_of_one_theme_is_divided_by_subject() -> None:
    draft = draft_board(material_about(*works_of_many_years(years=6)), order(8))
    assert len({item.topic.en for item in draft.items}) == 2


@pytest.mark.parametrize("claims", [0, 1])
def test_a_thin_dossier_gives_what_it_lacks(claims: int) -> None:
    made = [happened() for _ in range(claims)]
    draft = draft_board(material_about(*made), order(12))
    assert (draft.items, draft.shortfalls) == ((), (Shortfall("claims", 12, 0),))


def test_the_same_seed_gives_the_same_board() -> None:
    material = two_sections()
    assert draft_board(material, order(8)) == draft_board(material, order(8))


def test_it_is_not_asked_whose_a_number_is_where_nearly_all_are_of_one() -> None:
    town = make_entity()
    many = [observed(str(100 + 37 * n), subject=town, indicator=make_indicator()) for n in range(9)]
    few = [observed(str(900 + 91 * n), indicator=make_indicator()) for n in range(3)]
    material = material_about(*many, *few)
    assert all(name_it(claim, material) is None for claim in (*many, *few))
    assert name_it(few[0], material_about(*many[:2], *few)) is not None
