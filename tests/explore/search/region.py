"""A small fictional region with the words that searching must cope with."""

from __future__ import annotations

from olke.entities.models import Entity, Name, Relation
from olke.evidence.models import Claim
from olke.explore.search.indexing import rebuild_index
from tests import records


def named(**names: str) -> dict[str, str]:
    """Return the three name columns."""
    return {f"name_{code}": name for code, name in names.items()}


def labelled(**labels: str) -> dict[str, str]:
    """Return the three label columns."""
    return {f"label_{code}": label for code, label in labels.items()}


def make_region() -> dict[str, Claim | Entity]:
    """Make a town, its meat cannery and a mill, with claims; index them; return some by name."""
    food = records.make_theme(key="food", **labelled(kk="Тамақ", ru="Пищевая", en="Food"))
    war = records.make_period(key="war", **labelled(kk="Соғыс", ru="Война", en="War"))
    town = records.make_entity(
        key="semey", kind="settlement", **named(kk="Семей", ru="Семей", en="Semey")
    )
    Name.objects.create(entity=town, name="Семипалатинск", language="ru", kind="former")
    cannery = records.make_entity(
        key="cannery",
        theme=food,
        **named(
            kk="Семей ет-консерві комбинаты",
            ru="Семипалатинский мясоконсервный комбинат",
            en="Semey meat cannery",
        ),
    )
    mill = records.make_entity(
        key="mill",
        **named(kk="Шұға фабрикасы", ru="Суконная фабрика", en="Cloth mill"),
    )
    for works in (cannery, mill):
        Relation.objects.create(entity=works, kind="located-in", other=town)
    output = records.make_indicator(
        key="output", theme=food, **labelled(kk="өнім шығару", ru="выпуск продукции", en="output")
    )
    planned = records.make_claim(
        key="planned", subject=cannery, indicator=output, aspect="planned", value="9650"
    )
    actual = records.make_claim(key="actual", subject=cannery, indicator=output)
    moved = records.make_claim(
        key="moved",
        kind="event",
        subject=mill,
        period="1941",
        place=town,
        title_kk="Шұға фабрикасы көшірілді",
        title_ru="Суконная фабрика переехала на ёлочную улицу",
        title_en="The cloth mill was moved",
    )
    rebuild_index()
    return {
        "town": town,
        "cannery": cannery,
        "mill": mill,
        "planned": planned,
        "actual": actual,
        "moved": moved,
        "war": war,  # type: ignore[dict-item]
    }
