"""Words for relations."""

from __future__ import annotations

from django import template

from olke.entities.labels import inverse_label

register = template.Library()


@register.simple_tag
def inverse_relation(kind: str) -> str:
    """``{% inverse_relation kind %}``: heading for what stands in a relation to this entity."""
    return inverse_label(kind)
