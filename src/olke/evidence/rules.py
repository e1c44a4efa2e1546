"""What must hold between the cells of a claim and of a citation."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from olke.dates import EdtfError, parse
from olke.evidence.models import ClaimKind, Measure
from olke.packs.columns import Fault, Look, Rule
from olke.vocabulary.models import IndicatorKind

INDICATOR_OF = {
    ClaimKind.OBSERVATION: IndicatorKind.QUANTITY,
    ClaimKind.EVENT: IndicatorKind.EVENT,
    ClaimKind.ROLE: IndicatorKind.ROLE,
}
COMPARED = frozenset({Measure.CHANGE_PERCENT, Measure.CHANGE_TIMES, Measure.SHARE})
UNIT_OF = {
    Measure.PERCENT_OF_PLAN: ("percent",),
    Measure.SHARE: ("percent",),
    Measure.CHANGE_PERCENT: ("percent",),
    Measure.CHANGE_TIMES: ("times",),
}
MEASURED = ("value", "unit", "aspect", "measure")


def _observation_is_measured(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    kind, *measured = cells
    for column, cell in zip(MEASURED, measured, strict=True):
        if kind == ClaimKind.OBSERVATION and not cell:
            yield Fault(column, "observation-needs", {"column": column})
        if kind in {ClaimKind.EVENT, ClaimKind.ROLE} and cell:
            yield Fault(column, "only-for-observation", {"kind": kind})


def _event_has_titles(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    kind, *titles = cells
    for code, title in zip(("kk", "ru", "en"), titles, strict=True):
        if kind == ClaimKind.EVENT and not title:
            yield Fault(f"title_{code}", "event-needs-title")


def _indicator_fits_kind(cells: tuple[str, ...], look: Look) -> Iterable[Fault]:
    kind, indicator = cells
    found = look("indicators", indicator, "kind")
    if found and kind in INDICATOR_OF and found != INDICATOR_OF[ClaimKind(kind)]:
        details = {"kind": kind, "indicator": indicator, "found": found}
        yield Fault("indicator", "indicator-of-other-kind", details)


def _unit_fits_indicator(cells: tuple[str, ...], look: Look) -> Iterable[Fault]:
    indicator, unit, measure = cells
    if measure and measure in UNIT_OF:
        wanted = UNIT_OF[Measure(measure)]
        if unit and unit not in wanted:
            details = {"measure": measure, "unit": unit, "wanted": wanted[0]}
            yield Fault("unit", "unit-of-measure", details, meant=wanted[0])
        return
    of_unit = look("units", unit, "dimension") if unit else ""
    usual = look("indicators", indicator, "unit")
    dimension = look("indicators", indicator, "dimension") or (
        look("units", usual, "dimension") if usual else ""
    )
    if of_unit and dimension and of_unit != dimension:
        details = {"unit": unit, "of_unit": of_unit, "dimension": dimension}
        yield Fault("unit", "other-dimension", details, meant=usual)


def _range_goes_up(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    low, high = cells
    if not high:
        return
    if not low:
        yield Fault("value", "needs-other", {"other": "value_max"})
        return
    try:
        reversed_ = Decimal(high) < Decimal(low)
    except InvalidOperation:
        return  # the column's own fault
    if reversed_:
        yield Fault("value_max", "range-goes-down", {"low": low, "high": high})


def _number_is_qualified(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    value, bound, approximate = cells
    for column, cell in (("bound", bound), ("approximate", approximate)):
        if cell and not value:
            yield Fault(column, "needs-other", {"other": "value"})


def _base_belongs_to_a_change(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    measure, base = cells
    if base and measure not in COMPARED:
        yield Fault("base_period", "base-needs-change", {"measure": measure})


def _period_is_known(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    wording, period = cells
    if wording and not period:
        yield Fault("period", "wording-without-period", {"wording": wording}, minor=True)


def _base_comes_before(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    period, base = cells
    if not period or not base:
        return
    try:
        same = parse(period) == parse(base)
    except EdtfError:
        return  # the column's own fault
    if same:
        yield Fault("base_period", "base-is-period", minor=True)


def _locator_has_kind(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    kind, locator, through, through_kind, through_locator = cells
    if locator and not kind:
        yield Fault("locator_kind", "locator-needs-kind", {"locator": locator})
    if through_locator and not through_kind:
        yield Fault("through_locator_kind", "locator-needs-kind", {"locator": through_locator})
    if (through_locator or through_kind) and not through:
        yield Fault("through", "locator-needs-source")


def _source_does_not_cite_itself(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    if cells[0] and cells[0] == cells[1]:
        yield Fault("through", "cites-itself")


CLAIM_RULES = (
    Rule(("kind", "indicator"), _indicator_fits_kind),
    Rule(("kind", *MEASURED), _observation_is_measured),
    Rule(("kind", "title_kk", "title_ru", "title_en"), _event_has_titles),
    Rule(("indicator", "unit", "measure"), _unit_fits_indicator),
    Rule(("value", "value_max"), _range_goes_up),
    Rule(("value", "bound", "approximate"), _number_is_qualified),
    Rule(("measure", "base_period"), _base_belongs_to_a_change),
    Rule(("period_wording", "period"), _period_is_known),
    Rule(("period", "base_period"), _base_comes_before),
)
CITATION_RULES = (
    Rule(
        ("locator_kind", "locator", "through", "through_locator_kind", "through_locator"),
        _locator_has_kind,
    ),
    Rule(("source", "through"), _source_does_not_cite_itself),
)
