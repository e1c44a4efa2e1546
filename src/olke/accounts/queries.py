"""Reads of accounts."""

from __future__ import annotations

from django.db.models import QuerySet

from olke.accounts.models import Person


def everybody() -> QuerySet[Person]:
    """Return all accounts by the name shown (one statement; nothing related is read)."""
    return Person.objects.order_by("display_name", "pk")
