"""Fields of the forms in which documents are edited: ``{% load editor %}``.

A row (``lessons.state.Row``) knows the name that its fields begin with; a tag gives one field with
its label and with what is wrong with it.
"""

from __future__ import annotations

from typing import Any

from django import template

from olke.exchange.plans.names import NAMES
from olke.planning.lessons.labels import KINDS_OF_ITEMS
from olke.planning.lessons.state import Row
from olke.teaching.documents.lesson import Bloom
from olke.teaching.documents.typed import words_in

register = template.Library()
TEMPLATE = "planning/_typed.html"


@register.inclusion_tag(TEMPLATE)
def words(row: Row, name: str, label: object, rows: int = 0, hint: str = "") -> dict[str, Any]:
    """``{% words row "teacher" label 3 %}``: words in the reader's language; 0 rows: one line."""
    value = words_in(row.value(name), row.language)
    return _field(row, name, label) | {"value": value, "rows": rows, "hint": hint}


@register.inclusion_tag(TEMPLATE)
def plain(row: Row, name: str, label: object, kind: str = "text", hint: str = "") -> dict[str, Any]:
    """``{% plain row "minutes" label "number" %}``: a code or a number as it is."""
    value = row.value(name)
    shown = "" if value in (None, "", 0) and name != "minutes" else value
    return _field(row, name, label) | {"value": shown, "kind": kind, "hint": hint}


@register.inclusion_tag(TEMPLATE)
def choice(row: Row, name: str, label: object, choices: Any, empty: str = "") -> dict[str, Any]:
    """``{% choice row "bloom" label choices %}``: one of several; ``empty`` names none of them."""
    value = row.value(name)
    value = {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value
    return _field(row, name, label) | {"value": str(value), "choices": choices, "empty": empty}


@register.inclusion_tag("planning/_was.html")
def was(row: Row, without: str = "") -> dict[str, str]:
    """``{% was row "items,criteria" %}``: what the row was, so that nothing unseen gets lost."""
    return {"name": row.field("was"), "value": row.was(tuple(filter(None, without.split(","))))}


@register.simple_tag
def rows(row: Row, name: str) -> list[Row]:
    """``{% rows row "criteria" as criteria %}``: the rows of a list."""
    return row.rows(name)


@register.simple_tag
def held(row: Row, name: str) -> Any:
    """``{% held row "edited" %}``: what a field holds."""
    return row.value(name)


@register.simple_tag
def in_words(row: Row, name: str) -> str:
    """``{% in_words row "text" %}``: a text in the reader's language."""
    return words_in(row.value(name), row.language)


@register.simple_tag
def blooms() -> list[tuple[str, object]]:
    """Return the levels of an objective."""
    return [(level.value, NAMES[level]) for level in Bloom]


@register.simple_tag
def kinds_of_items() -> list[tuple[str, object]]:
    """Return the kinds of items a teacher may add."""
    return list(KINDS_OF_ITEMS.items())


@register.filter
def kind_of_item(kind: str) -> object:
    """Name a kind of item."""
    return KINDS_OF_ITEMS.get(kind, kind)


@register.simple_tag
def problems_below(row: Row) -> bool:
    """Tell whether something in the row is wrong, so that it is shown open."""
    return any(name == row.name or name.startswith(f"{row.name}-") for name in row.problems)


@register.simple_tag
def is_answer(row: Row, option: Row) -> bool:
    """Tell whether an option is among the right ones."""
    answer = row.value("answer")
    return isinstance(answer, list) and option.number in answer


@register.filter
def get(mapping: Any, key: str) -> Any:
    """``{{ page.thin|get:row.name }}``: what a mapping has under a key."""
    return mapping.get(key, "")


def _field(row: Row, name: str, label: object) -> dict[str, Any]:
    full = row.field(name)
    return {"name": full, "label": label, "problems": row.problems.get(full, ())}


@register.inclusion_tag(TEMPLATE)
def hours(row: Row, name: str, label: object) -> dict[str, Any]:
    """``{% hours row "lecture" label %}``: academic hours of one form of work."""
    inner = Row(row.field("hours"), row.value("hours") or {}, row.language, row.problems)
    shown = inner.value(name)
    return _field(inner, name, label) | {"value": "" if shown == 0 else shown, "kind": "number"}


@register.simple_tag
def unlisted(chosen: Any, offered: Any) -> list[str]:
    """Return the keys that are chosen and not among the documents that are offered."""
    known = {document.key for document in offered}
    return [key for key in chosen or () if key not in known]
