"""Showing what a change changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django import template

from olke.history.models import Entry

register = template.Library()


@dataclass(frozen=True)
class ChangedField:
    """One field of a record before and after a change."""

    name: str
    old: str
    new: str


@register.simple_tag
def changed_fields(entry: Entry) -> list[ChangedField]:
    """Return the fields that an entry changed; nothing for an entry that only added a record."""
    if not entry.old:
        return []
    old, new = _flat(entry.old), _flat(entry.new)
    names = [name for name in {**old, **new} if old.get(name, "") != new.get(name, "")]
    return [ChangedField(name, old.get(name, ""), new.get(name, "")) for name in names]


def _flat(text: str) -> dict[str, str]:
    return dict(_leaves("", json.loads(text))) if text else {}


def _leaves(path: str, value: Any) -> list[tuple[str, str]]:
    if isinstance(value, dict):
        return [leaf for name, part in value.items() for leaf in _leaves(_join(path, name), part)]
    if isinstance(value, list):
        return [
            leaf
            for number, part in enumerate(value, 1)
            for leaf in _leaves(f"{path} {number}", part)
        ]
    return [(path, "" if value is None else str(value))]


def _join(path: str, name: str) -> str:
    return f"{path} {name}".strip()
