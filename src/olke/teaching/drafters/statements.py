"""A claim with something changed, said in three languages.

A changed claim is never saved; it is a statement that is put before a class.
"""

from __future__ import annotations

import copy
from typing import Any

from olke.evidence.models import Claim
from olke.evidence.sentences import claim_sentence
from olke.measures import Registry
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.material import in_three


def altered(claim: Claim, **fields: Any) -> Claim:
    """Return a copy of a claim with some fields replaced; the claim itself stays as it is."""
    other = copy.copy(claim)
    other._state = copy.copy(claim._state)  # noqa: SLF001 - the copy needs relations of its own
    other._state.fields_cache = dict(claim._state.fields_cache)  # noqa: SLF001
    for name, value in fields.items():
        setattr(other, name, value)
    other.derive()
    return other


def with_value_of(claim: Claim, donor: Claim) -> Claim:
    """Return the claim with another's number: value, range, bound, and unit as they stand there."""
    return altered(
        claim,
        value=donor.value,
        value_max=donor.value_max,
        bound=donor.bound,
        approximate=donor.approximate,
        unit=donor.unit,
    )


def with_time_of(claim: Claim, donor: Claim) -> Claim:
    """Return the claim with another's time."""
    return altered(claim, period=donor.period, period_wording="")


def said(claim: Claim, units: Registry) -> Text:
    """Return a claim's sentence in three languages."""
    return in_three(lambda language: claim_sentence(claim, language, units))
