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

from olke.evidence.models import Claim, ClaimKind
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

STEM = 5
"""So many letters of a name stay whatever its case."""
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def altered(claim: Claim, **fields: Any) -> Claim:
    """Return a copy of a claim with some fields replaced; the claim itself stays as it is."""
    # Thousands are made for one draft: ``copy.copy`` would pickle each.
    other = Claim.__new__(Claim)
    other.__dict__.update(claim.__dict__)
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

    def say(language: str) -> str:
        sentence = claim_sentence(claim, language, units)
        return capitalised(f"{_holder(claim, language)}{sentence}")

    return in_three(say)


def happening(claim: Claim, language: str) -> str:
    """Say an event or a role without its time."""
    return capitalised(f"{_holder(claim, language)}{claim_statement(claim, language)}")


def _holder(claim: Claim, language: str) -> str:
    """Name the person of a role whose title leaves the name out; "" for all other claims."""
    title = localised(claim, "title", language).casefold()
    if claim.kind != ClaimKind.ROLE or not title:
        return ""
    person = localised(claim.subject, "name", language)
    # Names are inflected in titles: what they begin with stays. Brackets tell namesakes apart.
    bare = re.sub(r"\(.*?\)", "", person.casefold())
    stems = [word[:STEM] for word in re.findall(r"\w{3,}", bare)]
    told = re.findall(r"\w+", title)
    if any(word.startswith(stem) for stem in stems for word in told):
        return ""
    return f"{person} — "


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
            return text % {"event": happening(claim, language), "when": when}

    return in_three(say)


def heading_of(claim: Claim, language: str, units: Registry) -> str:
    """Say of whom, when, what and in which unit an observation is, without its number."""
    heading, unit = when_and_what(claim, language), unit_of(claim, language, units)
    if not unit:
        return heading
    return f"{heading} ({unit})"


def when_and_what(claim: Claim, language: str, *, of_whom: bool = True) -> str:
    """Say of whom, when and what an observation is, without its number.

    ``Wool factory, in 1942: output, cloth``; without whose it is ``In 1942: output, cloth``.
    """
    lead = [localised(claim.subject, "name", language)] if of_whom else []
    if claim.period:
        lead.append(period_in_sentence(claim.period, language))
    what = _compared_what(claim, language)
    if not lead:
        return capitalised(what)
    with override(language):
        return gettext("%(subject)s: %(what)s") % {
            "subject": capitalised(", ".join(lead)),
            "what": what,
        }


def _compared_what(claim: Claim, language: str) -> str:
    what = claim_what(claim, language)
    if not claim.base_period:
        return what
    base = period_text(claim.base_period, language)
    with override(language):
        return gettext("%(what)s, compared with: %(base)s") % {"what": what, "base": base}


def capitalised(words: str) -> str:
    """Return words as a sentence begins: the first letter great, the others as they are."""
    return words[:1].upper() + words[1:]


def subject_and_what(claim: Claim, language: str) -> str:
    """Say of whom and what an observation is: ``Wool factory: output, cloth``."""
    with override(language):
        subject = localised(claim.subject, "name", language)
        return gettext("%(subject)s: %(what)s") % {
            "subject": capitalised(subject),
            "what": claim_what(claim, language),
        }
