"""A claim with something changed, said in three languages.

A changed claim is never saved; it is a statement that is put before a class. What may be changed
stands in a sentence of its own, between words that never change: no two words that stand side by
side tell whether the number belongs to the subject.
"""

from __future__ import annotations

import copy
import re
from typing import Any

from django.utils.translation import gettext, override

from olke.evidence.models import Claim
from olke.evidence.sentences import (
    claim_sentence,
    claim_statement,
    claim_what,
    period_in_sentence,
    period_text,
)
from olke.measures import Registry
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.material import in_three
from olke.teaching.drafters.numbers import bare_number, unit_of
from olke.web.localised import localised

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


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
    """Return the claim with another's number: value, range and bound; the unit stays its own."""
    return altered(
        claim,
        value=donor.value,
        value_max=donor.value_max,
        bound=donor.bound,
        approximate=donor.approximate,
    )


def with_time_of(claim: Claim, donor: Claim) -> Claim:
    """Return the claim with another's time."""
    return altered(claim, period=donor.period, period_wording="")


def names_a_year(claim: Claim) -> bool:
    """Tell whether an event's own title gives its time away."""
    return any(_YEAR.search(title) for title in (claim.title_kk, claim.title_ru, claim.title_en))


def said(claim: Claim, units: Registry) -> Text:
    """Return a claim's sentence in three languages."""
    return in_three(lambda language: claim_sentence(claim, language, units))


def figure_statement(claim: Claim, units: Registry) -> Text:
    """Say an observation in two sentences: what is counted and when, then the number."""

    def say(language: str) -> str:
        heading = heading_of(claim, language, units)
        with override(language):
            text = gettext("%(heading)s. The figure: %(number)s.")
            return text % {"heading": heading, "number": bare_number(claim, language, units)}

    return in_three(say)


def event_statement(claim: Claim) -> Text:
    """Say an event in two sentences: what happened, then when."""

    def say(language: str) -> str:
        with override(language):
            text = gettext("%(event)s. This happened %(when)s.")
            when = period_in_sentence(claim.period, language)
            return text % {"event": claim_statement(claim, language), "when": when}

    return in_three(say)


def heading_of(claim: Claim, language: str, units: Registry) -> str:
    """Say of whom, what, when and in which unit an observation is, without its number."""
    heading, unit = what_and_when(claim, language), unit_of(claim, language, units)
    if not unit:
        return heading
    with override(language):
        return gettext("%(heading)s (unit: %(unit)s)") % {"heading": heading, "unit": unit}


def what_and_when(claim: Claim, language: str) -> str:
    """Say of whom, what and when an observation is, without its number."""
    values = {
        "what": subject_and_what(claim, language),
        "when": period_in_sentence(claim.period, language) if claim.period else "",
        "base": period_text(claim.base_period, language) if claim.base_period else "",
    }
    with override(language):
        if claim.period and claim.base_period:
            return gettext("%(what)s, %(when)s (compared with: %(base)s)") % values
        if claim.base_period:
            return gettext("%(what)s (compared with: %(base)s)") % values
        return gettext("%(what)s, %(when)s") % values if claim.period else values["what"]


def subject_and_what(claim: Claim, language: str) -> str:
    """Say of whom and what an observation is: ``Wool factory: output, cloth``."""
    with override(language):
        subject = localised(claim.subject, "name", language)
        return gettext("%(subject)s: %(what)s") % {
            "subject": subject,
            "what": claim_what(claim, language),
        }
