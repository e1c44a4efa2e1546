"""A claim's number without its unit, as a column of a table has it, and the unit by itself."""

from __future__ import annotations

from django.utils.translation import gettext, override, pgettext

from olke.evidence.models import Claim, Measure
from olke.evidence.sentences import claim_number, pure_language
from olke.measures import Bound, Registry, format_number
from olke.measures.formatting import PREFIXES, ROUGHLY, SUFFIXES_KK
from olke.measures.kazakh import ablative


def bare_number(claim: Claim, language: str, units: Registry) -> str:
    """Say a number with its bounds: ``about 7,646``, ``500-ден астам``.

    An absolute number has no unit here (``unit_of`` names it); shares and growth keep their sign.
    """
    if claim.measure != Measure.ABSOLUTE:
        return claim_number(claim, language, units)
    ends = [claim.value] if claim.value_max is None else [claim.value, claim.value_max]
    code = pure_language(language)
    digits = "–".join(dict.fromkeys(format_number(end, code) for end in ends if end is not None))
    return _bounded(digits, claim, code)


def _bounded(digits: str, claim: Claim, language: str) -> str:
    words = []
    if claim.approximate:
        words.append(ROUGHLY[language] if claim.bound else PREFIXES[language][None])
    bound = Bound(claim.bound) if claim.bound else None
    if bound and bound in PREFIXES[language]:
        words.append(PREFIXES[language][bound])
    elif bound in SUFFIXES_KK:
        return " ".join((*words, ablative(digits, ""), SUFFIXES_KK[bound]))
    return " ".join((*words, digits))


def unit_of(claim: Claim, language: str, units: Registry) -> str:
    """Name the unit of an absolute number as a heading has it; "" where the number bears it."""
    if claim.measure != Measure.ABSOLUTE:
        return ""
    return units[claim.unit].label(pure_language(language))


def how_many(claim: Claim, language: str, units: Registry) -> str:
    """Ask for a number by its unit: ``how many tonnes``, ``what percentage``."""
    unit = units[claim.unit]
    with override(language):
        if claim.measure == Measure.CHANGE_PERCENT:
            return gettext("by what percentage")
        if claim.unit == "percent":
            return gettext("what percentage")
        if claim.unit == "times":
            return gettext("how many times")
        if unit.pattern_kk and language == "kk":
            return unit.pattern_kk.format(pgettext("number", "how many"))
        words = {"units": unit.label(pure_language(language))}
        return gettext("how many %(units)s") % words
