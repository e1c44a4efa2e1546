"""What a chart says in words, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, ngettext, pgettext

from olke.dates import Period, format_period
from olke.evidence.models import Aspect, Measure, Rank, Review
from olke.explore.charts.observations import Observation
from olke.explore.charts.series import Mark, Panel
from olke.explore.charts.spans import Length
from olke.measures import Bound, Language, Quantity, Registry, Scale, format_number, format_quantity

SIGNS = {
    Bound.AT_LEAST: "≥",
    Bound.AT_MOST: "≤",
    Bound.MORE_THAN: ">",
    Bound.LESS_THAN: "<",
}
MILLION = 1_000_000  # from here a number beside a mark does
LARGE = 100_000  # from here an axis says thousand and million in words


def language() -> Language:
    """Return the reader's language as the pure packages name it."""
    code = (get_language() or "kk")[:2]
    return "ru" if code == "ru" else "en" if code == "en" else "kk"


def quantity_text(quantity: Quantity, registry: Registry) -> str:
    """Say a quantity with its unit, exactly: 9 650 т."""
    return format_quantity(quantity, language(), Scale.EXACT, registry=registry)


def number_labels(marks: Sequence[Mark]) -> str:
    """Write the numbers of marks at one place, all shortened or none: ``7 646 / 9 650``."""
    short = all(_is_short(value) for mark in marks for value in (mark.low, mark.high))
    return " / ".join(number_label(mark, Scale.AUTO if short else Scale.EXACT) for mark in marks)


def _is_short(value: Decimal) -> bool:
    """Tell whether a number becomes shorter by a word such as million, losing nothing."""
    if abs(value) < MILLION:
        return False
    written = [format_number(value, language(), scale) for scale in (Scale.AUTO, Scale.EXACT)]
    return written[0] != written[1]


def number_label(mark: Mark, scale: Scale | None = None) -> str:
    """Write a mark's number beside it, without its unit: ``≈ 7 646``, ``12–15``, ``> 500``.

    scale: how large numbers are written, by default in millions where nothing is lost.
    """
    scale = scale or Scale.AUTO
    if abs(mark.high) < MILLION:
        scale = Scale.EXACT
    digits = [format_number(value, language(), scale) for value in (mark.low, mark.high)]
    signs = "≈\u00a0" if mark.observation.quantity.approximate else ""
    bound = mark.observation.quantity.bound
    signs += f"{SIGNS[bound]}\u00a0" if bound else ""
    query = "\u00a0?" if mark.observation.review is Review.QUESTIONED else ""
    return signs + "–".join(dict.fromkeys(digits)) + query


def tick_labels(ticks: Iterable[float]) -> list[str]:
    """Write the numbers of an axis, all in the same manner."""
    values = [Decimal(repr(tick)) for tick in ticks]
    large = max(map(abs, values), default=Decimal(0)) >= LARGE
    scale = Scale.ROUNDED if large else Scale.EXACT
    return [format_number(_plain(value), language(), scale) for value in values]


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def period_label(period: Period | None) -> str:
    """Say when; a claim without a date says so."""
    if period is None:
        return gettext("no date")
    return format_period(period, language())


def short_period_label(period: Period | None) -> str:
    """Say when, as a table or a row of a chart has it: ``Jan–Sep 1946``."""
    if period is None:
        return gettext("no date")
    return format_period(period, language(), "short")


def length_label(length: Length) -> str:
    """Say how long a period lasts: a year, 9 months, 5 years, a day."""
    if length.is_open:
        return gettext("a period without a known beginning or end")
    if length.months and length.months % 12 == 0:
        years = length.months // 12
        return ngettext("%(count)d year", "%(count)d years", years) % {"count": years}
    if length.months:
        months = ngettext("%(count)d month", "%(count)d months", length.months)
        return months % {"count": length.months}
    return ngettext("%(count)d day", "%(count)d days", length.days) % {"count": length.days}


def aspect_label(aspect: Aspect) -> str:
    """Say whether a number was reached, planned, required or guessed."""
    return {
        Aspect.ACTUAL: pgettext("aspect", "actual"),
        Aspect.PLANNED: pgettext("aspect", "plan"),
        Aspect.NORM: pgettext("aspect", "norm"),
        Aspect.ESTIMATE: pgettext("aspect", "estimate"),
    }[aspect]


def measure_label(measure: Measure) -> str:
    """Say how a number is expressed; an absolute one needs no word."""
    return {
        Measure.ABSOLUTE: "",
        Measure.PERCENT_OF_PLAN: pgettext("axis", "percent of plan"),
        Measure.SHARE: pgettext("axis", "share, percent"),
        Measure.CHANGE_PERCENT: pgettext("axis", "change, percent"),
        Measure.CHANGE_TIMES: pgettext("axis", "change, times"),
    }[measure]


def what_label(observation: Observation) -> str:
    """Say what is counted: indicator and product, as a heading has it."""
    product = observation.product
    label = capfirst(observation.indicator.label)
    return f"{label}: {product.label}" if product else label


def panel_title(panel: Panel) -> str:
    """Say what a panel shows: its indicator and product."""
    return (
        what_label(panel.marks[0].observation) if panel.product else capfirst(panel.indicator.label)
    )


def panel_scale(panel: Panel, registry: Registry) -> str:
    """Say what a panel's axis counts: measure or unit, and the length of its periods."""
    unit = measure_label(panel.measure) or registry[panel.unit].label(language())
    if len(panel.periods) == 1:
        return f"{unit} · {period_label(panel.periods[0])}"
    if panel.length is None:
        return unit
    return f"{unit} · {over_label(panel.length)}"


def over_label(length: Length) -> str:
    """Say over how long a total was reached: a year, over 9 months, over 5 years."""
    if length.is_open:
        return length_label(length)
    if length.months == 12:
        return pgettext("axis", "a year")
    if length.months and length.months % 12 == 0:
        years = length.months // 12
        said = ngettext("over %(count)d year", "over %(count)d years", years)
        return said % {"count": years}
    if length.months:
        said = ngettext("over %(count)d month", "over %(count)d months", length.months)
        return said % {"count": length.months}
    return ngettext("over %(count)d day", "over %(count)d days", length.days) % {
        "count": length.days
    }


def mark_label(observation: Observation, registry: Registry) -> str:
    """Name a mark: subject, what, how much, when, where stated."""
    qualities = [aspect_label(observation.aspect), measure_label(observation.measure)]
    qualities += standing_labels(observation)
    said = ", ".join(quality for quality in qualities if quality)
    value = quantity_text(observation.quantity, registry)
    where = "; ".join(cited.label for cited in observation.citations)
    return (
        f"{observation.subject.label}. {what_label(observation)} ({said}): {value}, "
        f"{period_label(observation.period)}. {where}"
    ).strip()


def standing_labels(observation: Observation) -> list[str]:
    """Say what a reader must know of a claim's standing; nothing for an ordinary one."""
    labels = []
    if observation.rank is Rank.PREFERRED:
        labels.append(pgettext("rank", "preferred"))
    if observation.rank is Rank.DEPRECATED:
        labels.append(pgettext("rank", "deprecated"))
    if observation.review is Review.QUESTIONED:
        labels.append(pgettext("review", "questioned"))
    if observation.review is Review.WITHDRAWN:
        labels.append(pgettext("review", "withdrawn"))
    return labels


def years_label(years: Iterable[int]) -> str:
    """Write years shortly: 1943, 1945–1949."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
