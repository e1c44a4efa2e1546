"""Figures inside other pages: ``{% load charts %}``, and ``{% chart_assets %}`` in the head."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from olke.dates import Period
from olke.entities.models import Entity
from olke.explore.charts.building import series_figure as draw_series
from olke.explore.charts.choices import SeriesChoice
from olke.explore.charts.figures import Figure
from olke.explore.charts.remembering import Drawn, remembered
from olke.explore.charts.wording import short_period_label
from olke.vocabulary.models import Indicator

register = template.Library()
MOST_DRAWN = 6  # panels in another page


@register.simple_tag
def chart_assets() -> SafeString:
    """``{% chart_assets %}``: stylesheet and script of figures, which read without them too."""
    return format_html(
        '<link rel="stylesheet" href="{}"><script type="module" src="{}"></script>',
        static("explore/charts.css"),
        static("explore/olke-chart.js"),
    )


@register.simple_tag
def series_figure(
    indicator: str = "", subjects: Iterable[str] = (), product: str = "", most: int = 4
) -> SafeString:
    """``{% series_figure indicator="output" subjects=keys %}``: a figure, or nothing to draw.

    Takes keys; ``most`` panels are drawn, the table has every claim.
    """
    choice = SeriesChoice(
        indicators=(indicator,) if indicator else (), subjects=tuple(subjects), product=product
    )
    return _figure(choice, most)


@register.simple_tag
def entity_figures(entity: Entity) -> SafeString:
    """``{% entity_figures entity %}``: what is counted of an entity, plans first."""
    return _figure(SeriesChoice(subjects=(entity.key,)), MOST_DRAWN)


@register.simple_tag
def indicator_figures(indicator: Indicator) -> SafeString:
    """``{% indicator_figures indicator %}``: an indicator of the subjects that have most claims."""
    return _figure(SeriesChoice(indicators=(indicator.key,)), MOST_DRAWN)


@register.inclusion_tag("explore/_figure.html")
def figure_of(figure: Figure, *, open: bool = False, heading: bool = True) -> dict[str, Any]:  # noqa: A002
    """``{% figure_of figure %}``: a figure that the view has built."""
    return {"figure": figure, "open": open, "heading": heading}


def _figure(choice: SeriesChoice, most: int) -> SafeString:
    """Draw a choice where there is something to draw, or give what was drawn before."""

    def draw() -> Drawn:
        figure = draw_series(choice, most=most)
        context = {"figure": figure if _compares(figure) else None}
        drawn = render_to_string("explore/_figure.html", context).strip()
        return {"title": figure.title, "body": mark_safe(drawn)}  # noqa: S308 - a template made it

    return remembered(f"figure {most} {choice.query}", draw)["body"]


def _compares(figure: Figure) -> bool:
    """Tell whether a drawing sets a number beside another: a lone bar says nothing more."""
    return any(len(panel.marks) > 1 for panel in figure.panels)


@register.simple_tag
def chart_when(period: Period | None) -> str:
    """``{% chart_when period %}``: a period in the reader's language."""
    return short_period_label(period)
