"""Showing lessons, methods and courses: ``{% load lessons %}``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from olke.evidence.models import Citation
from olke.evidence.templatetags.evidence import CitationLine, citation_line
from olke.exchange.plans.items import LETTERS, answer_text, mixed
from olke.exchange.plans.names import NAMES
from olke.teaching.documents.course import WorkHours
from olke.teaching.documents.items import AnyItem, Choice, Grid, Ordering
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.draft import Shortfall
from olke.teaching.messages import shortfall_said
from olke.teaching.methods.labels import PRIMITIVES
from olke.teaching.methods.method import Method, Range
from olke.teaching.primitives import Primitive

register = template.Library()
NEEDS: dict[str, str | Promise] = {
    "claims": pgettext_lazy("needs of a method", "claims"),
    "observations": _("claims with a number"),
    "events": _("dated events"),
    "series": _("series over time"),
    "pairs": _("pairs of plan and result"),
    "disagreements": _("claims that disagree"),
    "sources": _("different sources"),
    "subjects": _("different subjects"),
}
CHAIN: dict[str, str | Promise] = {
    "goal": _("Goal"),
    "content": _("Content"),
    "teaching": pgettext_lazy("link of a chain", "Teaching"),
    "activity": _("Learner’s activity"),
    "result": _("Result"),
}
GAPS: dict[str, str | Promise] = {
    "topics": _("no topic"),
    "lessons": _("no lesson"),
    "tasks": _("no task"),
}


@register.filter
def named(value: Any) -> str | Promise:
    """``{{ lesson.kind|named }}``: what a form, kind, level, part or strand is called."""
    return NAMES.get(value, str(value)) if value else ""


@register.filter
def named_first(value: Any) -> str:
    """``{{ stage.part|named_first }}``: the same with a capital letter."""
    return capfirst(str(named(value)))


@register.filter
def primitive_name(primitive: Primitive) -> str | Promise:
    """Name a primitive."""
    return PRIMITIVES[primitive]


@register.simple_tag
def answer(item: AnyItem) -> str:
    """``{% answer item %}``: the right answer in words; empty where there is no single one."""
    return answer_text(item, get_language() or "kk")


@register.simple_tag
def lettered(item: AnyItem) -> list[tuple[str, Text, bool]]:
    """Return what is to choose from or to order: letter, text, whether it is right."""
    if isinstance(item, Choice):
        options = zip(LETTERS, enumerate(item.options), strict=False)
        return [(letter, text, at in item.answer) for letter, (at, text) in options]
    if isinstance(item, Ordering):
        shown = zip(LETTERS, mixed(item), strict=False)
        return [(letter, item.entries[at], False) for letter, at in shown]
    return []


@register.simple_tag
def grid_rows(item: Grid) -> list[tuple[Text, list[tuple[Text, bool]]]]:
    """Return the rows of a table to fill in: name, and each cell with whether it is left open."""
    blank = set(item.blank)
    return [
        (name, [(cell, (row, column) in blank) for column, cell in enumerate(cells)])
        for row, (name, cells) in enumerate(zip(item.rows, item.cells, strict=True))
    ]


@register.inclusion_tag("evidence/_citations.html")
def cited(citations: Iterable[Citation]) -> dict[str, list[CitationLine]]:
    """``{% cited shown.citations %}``: each place that something rests on, once."""
    return {"lines": list(dict.fromkeys(citation_line(citation) for citation in citations))}


@register.filter
def range_said(span: Range) -> str:
    """Say a range: ``4–6``, or one number where both ends are the same."""
    return str(span.least) if span.least == span.most else f"{span.least}–{span.most}"


@register.filter
def title_of(method: Method | None) -> str:
    """Say what a method is called."""
    return method.title.said(get_language() or "kk") if method else ""


@register.filter
def need_name(name: str) -> str | Promise:
    """Name what a method needs from the dossier."""
    return NEEDS.get(name, name)


@register.simple_tag
def shortfall(one: Shortfall) -> str:
    """Say what a dossier lacks."""
    return shortfall_said(one)


@register.filter
def hours_of(hours: WorkHours, name: str) -> str:
    """``{{ topic.hours|hours_of:"lecture" }}``: hours of a form of work; empty for none."""
    return str(getattr(hours, name) or "")


@register.filter
def chain_name(name: str) -> str | Promise:
    """Name a link of the chain from goal to result."""
    return CHAIN[name]


@register.filter
def gap_name(name: str) -> str | Promise:
    """Name what an outcome has none of."""
    return GAPS[name]


@register.simple_tag
def tag_gap(name: str) -> SafeString:
    """Mark what an outcome has none of."""
    return format_html('<span class="tag tag-wheat">{}</span>', GAPS[name])
