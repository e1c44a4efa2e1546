"""Themes nest, and packs add units."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from olke.vocabulary.models import PackUnit, Theme
from olke.vocabulary.queries import themes_within
from olke.vocabulary.units import unit_registry
from tests.records import make_pack, make_theme

pytestmark = pytest.mark.django_db


def keys_within(key: str) -> set[str]:
    return set(Theme.objects.filter(pk__in=themes_within(key)).values_list("key", flat=True))


def test_a_theme_holds_itself_and_what_lies_in_it_however_deep() -> None:
    industry = make_theme(key="industry")
    food = make_theme(key="food", parent=industry)
    make_theme(key="meat", parent=food)
    make_theme(key="transport")

    assert keys_within("industry") == {"industry", "food", "meat"}
    assert keys_within("meat") == {"meat"}
    assert keys_within("weather") == set()


@pytest.mark.parametrize("several", [1, 3])
def test_what_lies_in_a_theme_is_one_statement(
    several: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    theme = make_theme(key="theme")
    for _ in range(several):
        theme = make_theme(parent=theme)

    with django_assert_num_queries(1):
        assert len(themes_within("theme")) == several + 1


def make_unit(key: str) -> PackUnit:
    labels = ("label_kk", "label_ru_one", "label_ru_few", "label_ru_many")
    labels += ("label_en_one", "label_en_other")
    return PackUnit.objects.create(
        pack=make_pack(), key=key, dimension="count", **dict.fromkeys(labels, key)
    )


@pytest.mark.parametrize("several", [1, 3])
def test_the_units_in_force_are_one_statement(
    several: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(several):
        make_unit(f"yurt-{number}")

    with django_assert_num_queries(1):
        registry = unit_registry()
    assert ("yurt-0" in registry, "t" in registry) == (True, True)


def test_a_unit_that_a_pack_adds_is_in_force_at_once() -> None:
    assert "yurt" not in unit_registry()
    make_unit("yurt")
    assert "yurt" in unit_registry()
