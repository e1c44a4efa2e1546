"""The vocabulary's tables: themes, periods, units, indicators, products, glossary."""

from __future__ import annotations

from collections.abc import Iterable

from olke.dates import EdtfError, parse
from olke.packs.columns import (
    Column,
    ColumnType,
    Fault,
    Look,
    Rule,
    Table,
    days_of,
    edtf,
    enum,
    in_three,
    key,
    reference,
    text,
    translated,
)
from olke.vocabulary.models import (
    HistoricalPeriod,
    Indicator,
    IndicatorKind,
    PackUnit,
    Polarity,
    Product,
    Summable,
    Term,
    TermKind,
    Theme,
)


def _span_is_closed(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    try:
        period = parse(cells[0])
    except EdtfError:
        return  # the column's own fault
    if period.earliest is None or period.latest is None:
        yield Fault("span", "open-span")


def _quantity_is_measured(cells: tuple[str, ...], look: Look) -> Iterable[Fault]:
    kind, unit, dimension, summable = cells
    if kind == IndicatorKind.QUANTITY:
        if not summable:
            yield Fault("summable", "required")
        of_unit = look("units", unit, "dimension") if unit else ""
        if of_unit and dimension and of_unit != dimension:
            details = {"unit": unit, "of_unit": of_unit, "dimension": dimension}
            yield Fault("dimension", "other-dimension", details, meant=of_unit)
        return
    for column, cell in zip(("unit", "dimension", "summable"), cells[1:], strict=True):
        if cell and kind:
            yield Fault(column, "only-for-quantity", {"kind": kind})


def _factor_needs_base(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    base, factor = cells
    if factor and not base:
        yield Fault("base", "factor-needs-base")


THEMES = Table(
    "themes",
    "theme",
    Theme,
    (
        key(),
        reference("parent", "themes", "the wider theme"),
        *in_three("label"),
        *in_three("description"),
    ),
    rules=(translated("label"),),
    meaning="fields of regional life; they nest",
)
PERIODS = Table(
    "periods",
    "period",
    HistoricalPeriod,
    (
        key(),
        *in_three("label"),
        edtf("span", "closed EDTF interval; spans do not overlap", required=True),
        *in_three("description"),
    ),
    rules=(translated("label"), Rule(("span",), _span_is_closed)),
    derived=days_of("span"),
    meaning="the region's historical periods",
)
UNITS = Table(
    "units",
    "unit",
    PackUnit,
    (
        key(),
        text("dimension", "what it measures, for instance mass or count", required=True),
        text("base", "the unit it is expressed in, built in or an earlier row"),
        Column("factor", ColumnType.DECIMAL, meaning="how many of the base make one"),
        text("label_kk", "nominative", required=True),
        text("label_ru_one", "after 1", required=True),
        text("label_ru_few", "after 2 to 4", required=True),
        text("label_ru_many", "after 5 and more", required=True),
        text("label_en_one", "after 1", required=True),
        text("label_en_other", "after any other number", required=True),
    ),
    rules=(Rule(("base", "factor"), _factor_needs_base),),
    meaning="units beyond the built-in ones, mostly counted nouns",
)
INDICATORS = Table(
    "indicators",
    "indicator",
    Indicator,
    (
        key(),
        enum("kind", IndicatorKind, "what sort of claim it is for", required=True),
        reference("theme", "themes", "where it is listed"),
        *in_three("label"),
        Column("unit", ColumnType.UNIT, meaning="usual unit of a quantity"),
        text("dimension", "what a quantity measures; the unit's own"),
        enum("summable", Summable, "what may be added up: required for a quantity"),
        enum("polarity", Polarity, "whether more of it, or that it happened, is a gain or a harm"),
        Column("grave", ColumnType.BOOLEAN, meaning="deaths, illness, deportation: not for games"),
        *in_three("description"),
    ),
    rules=(
        translated("label"),
        Rule(("kind", "unit", "dimension", "summable"), _quantity_is_measured),
    ),
    meaning="what is counted, what happens, what somebody is",
)
PRODUCTS = Table(
    "products",
    "product",
    Product,
    (key(), reference("parent", "products", "the wider product"), *in_three("label")),
    rules=(translated("label"),),
    meaning="what is produced, grown, kept or sold; they nest",
)
GLOSSARY = Table(
    "glossary",
    "term",
    Term,
    (
        key(),
        enum("kind", TermKind, required=True),
        *in_three("term"),
        *in_three("definition"),
    ),
    rules=(translated("term"), translated("definition")),
    meaning="terms and abbreviations explained",
)
