"""Names in the reader's language out of rows that a database has grouped."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import get_language

from olke.web.localised import ORDER


def columns_of(field: str) -> list[str]:
    """Name the columns to group by, so that ``label_in`` finds a label in a row."""
    return [f"{field}_{code}" for code in _languages()]


def label_in(row: Mapping[str, object], field: str) -> str:
    """Give a row's label in the reader's language, or the nearest that is filled."""
    return next((str(text) for column in columns_of(field) if (text := row[column])), "")


def _languages() -> tuple[str, ...]:
    return ORDER.get((get_language() or "kk")[:2], ORDER["kk"])
