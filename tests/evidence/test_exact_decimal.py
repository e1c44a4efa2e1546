"""Numbers keep the digits of their source, on both databases."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from olke.evidence.fields import ExactDecimalField
from olke.evidence.models import Claim
from tests.records import make_claim

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("written", ["1.50", "0.10", "2116186000", "-13.6", "12345678901234567.89"])
def test_a_value_comes_back_with_every_digit(written: str) -> None:
    claim = make_claim(value=written)

    stored = Claim.objects.get(pk=claim.pk).value

    assert stored is not None
    assert format(stored, "f") == written


def test_an_exponent_is_written_out() -> None:
    assert ExactDecimalField().get_prep_value(Decimal("1.5E+6")) == "1500000"


class Ordering(TestCase):
    """Property: the database orders values as numbers."""

    @settings(max_examples=20, deadline=None)
    @given(st.lists(st.decimals(-(10**9), 10**9, places=3), min_size=2, max_size=5, unique=True))
    def test_values_sort_as_numbers(self, values: list[Decimal]) -> None:
        for value in values:
            make_claim(value=value, cite=False)
        stored = list(Claim.objects.order_by("value_sort").values_list("value", flat=True))
        assert stored == sorted(values)
        Claim.objects.all().delete()
