"""Plain forms on a phone without script: ``{% load phone %}``."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import template
from django.middleware.csrf import get_token
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from olke.classroom.domain.grouping import COLOURS

register = template.Library()


@register.simple_tag(takes_context=True)
def answer_fields(
    context: dict[str, Any], *, item: str = "", number: int = 0, shape: str = "text"
) -> SafeString:
    """Return the hidden fields of a form that sends one answer; the form has ``value`` itself.

    ``shape`` says what ``value`` is: bool, text, number, numbers (sent once for each), order (with
    an ``option`` before each place), json.
    """
    hidden = {
        "csrfmiddlewaretoken": get_token(context["request"]),
        "id": uuid4(),
        "turn": context["state"].get("turn", ""),
        "item": item,
        "number": number,
        "shape": shape,
    }
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', _texts(hidden))


@register.simple_tag(takes_context=True)
def own_answer(context: dict[str, Any], *, item: str = "", number: int = 0) -> dict[str, Any]:
    """Return the learner's or group's answer to an item of the open turn; empty: none yet."""
    turn = context["state"].get("turn")
    return next(
        (
            one
            for one in context["mine"].get("answers", [])
            if (one["turn"], one["item"], one["number"]) == (turn, item, number)
        ),
        {},
    )


@register.simple_tag
def sticker(number: int) -> SafeString:
    """Return a group's sticker: its number on its colour."""
    label = _("Group %(number)s") % {"number": number}
    return format_html(
        '<span class="sticker" role="img" data-sticker="{}" aria-label="{}">{}</span>',
        (number - 1) % COLOURS + 1,
        label,
        number,
    )


def _texts(values: dict[str, object]) -> list[tuple[str, SafeString]]:
    return [(name, format_html("{}", str(value))) for name, value in values.items()]
