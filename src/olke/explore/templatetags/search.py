"""Numbers on the first page and in search results."""

from __future__ import annotations

from django import template

from olke.explore.search.page import grouped as grouped_digits

register = template.Library()


@register.filter
def grouped(number: int) -> str:
    """Write a whole number with its thousands apart, as the reader's language does."""
    return grouped_digits(number)
