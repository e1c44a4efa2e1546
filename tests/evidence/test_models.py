"""What a claim must hold: the database itself refuses half a number and half a range."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from olke.evidence.models import Claim
from tests.records import make_claim

pytestmark = pytest.mark.django_db

RANGE: dict[str, Any] = {"value": Decimal(10), "value_max": Decimal(12)}


def refused(claim: Claim, columns: dict[str, Any]) -> bool:
    """Tell whether the columns cannot be written past the model that keeps them together."""
    try:
        with transaction.atomic():
            Claim.objects.filter(pk=claim.pk).update(**columns)
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    "columns",
    [
        {"value_max_sort": None},
        {"value_max": None},
        {"value_max_sort": 9.0},
        {"value": None, "value_sort": None},
        {"value_sort": None},
    ],
)
def test_a_range_has_both_its_ends_and_goes_up(columns: dict[str, Any]) -> None:
    assert refused(make_claim(**RANGE), columns)


def test_a_range_may_lose_its_upper_end_whole() -> None:
    assert not refused(make_claim(**RANGE), {"value_max": None, "value_max_sort": None})


@pytest.mark.parametrize("columns", [{"value": Decimal(1)}, {"value_sort": 1.0}])
def test_an_event_has_no_number(columns: dict[str, Any]) -> None:
    assert refused(make_claim(kind="event"), columns)
