"""What a dossier is about."""

from __future__ import annotations

import pytest

from olke.evidence.models import Claim
from olke.teaching.documents.dossier import ClaimEntry, Dossier, Section
from olke.teaching.documents.parts import Text, Title
from olke.teaching.drafters.material import Material, material_of
from olke.teaching.drafters.titles import quoting
from olke.teaching.drafters.topics import topics
from tests.records import make_entity, make_indicator, make_period, make_theme
from tests.teaching.drafters.dossiers import material_about, observed

pytestmark = pytest.mark.django_db


def sections(**named: list[Claim]) -> Material:
    made = tuple(
        Section(title=Text(en=title), entries=tuple(ClaimEntry(claim=c.key) for c in claims))
        for title, claims in named.items()
    )
    return material_of(Dossier(key="dossier", title=Title(en="Dossier"), sections=made))


def titles(material: Material, wanted: int = 2) -> list[str]:
    return [topic.title.en for topic in topics(material, wanted)]


def numbers(count: int, period: str = "1946", **fields: object) -> list[Claim]:
    return [observed(str(100 + 37 * n), period, **fields) for n in range(count)]


def test_sections_are_the_topics_the_largest_first() -> None:
    assert titles(sections(Meat=numbers(2), Wool=numbers(3))) == ["Wool", "Meat"]


def test_without_enough_sections_the_themes_are() -> None:
    claims = [
        claim
        for name in ("Trade", "Crops")
        for claim in numbers(2, indicator=make_indicator(theme=make_theme(label_en=name)))
    ]
    assert sorted(titles(material_about(*claims))) == ["Crops", "Trade"]


def test_where_all_is_of_one_theme_the_historical_periods_are() -> None:
    make_period(label_en="War")
    make_period(label_en="Peace", span="1946/1953", earliest="1946-01-01", latest="1953-12-31")
    output = make_indicator()
    claims = numbers(2, "1943", indicator=output) + numbers(3, "1947", indicator=output)
    assert titles(material_about(*claims)) == ["Peace", "War"]


def test_where_all_is_of_one_time_the_subjects_are() -> None:
    one, other = make_entity(name_en="Mill"), make_entity(name_en="Mine")
    claims = numbers(2, subject=one) + numbers(2, subject=other)
    assert sorted(titles(material_about(*claims))) == ["Mill", "Mine"]


def test_a_dossier_of_single_facts_is_one_topic() -> None:
    assert titles(sections(Meat=numbers(1), Wool=numbers(1))) == ["Dossier"]
    assert titles(material_about()) == []


def test_quotation_marks_of_a_name_become_inner_ones() -> None:
    name = Text(kk="«Силикат» зауыты", en="The “Silikat” works")
    said = quoting(lambda: "%(name)s", name=name)
    assert (said.kk, said.en) == ("„Силикат“ зауыты", "The ‘Silikat’ works")
