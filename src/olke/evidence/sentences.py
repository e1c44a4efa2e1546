"""A claim said in a sentence of Kazakh, Russian or English. Sentences are made, never stored.

Subjects keep their dictionary form and stand before a colon: names of enterprises run to six words
with quotation marks and numbers, and no inflector declines them reliably in two languages.
"""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext, override, pgettext

from olke.dates import Language, Style, format_period, parse
from olke.evidence.models import Aspect, Claim, ClaimKind, Measure
from olke.measures import Bound as QuantityBound
from olke.measures import Quantity, Registry, format_quantity
from olke.vocabulary.units import unit_registry
from olke.web.localised import localised


def claim_sentence(claim: Claim, language: str, registry: Registry | None = None) -> str:
    """Say a claim in one sentence.

    ``registry`` holds the units in force; pass it when many claims are said in a row, otherwise it
    costs one statement a sentence. Subject, indicator, product and object must be loaded.
    """
    with override(language):
        if claim.kind == ClaimKind.OBSERVATION:
            sentence = _observation(claim, language, registry)
        else:
            sentence = claim_statement(claim, language)
        if not claim.period:
            return gettext("%(sentence)s.") % {"sentence": sentence}
        return gettext("%(sentence)s, %(when)s.") % {
            "sentence": sentence,
            "when": period_in_sentence(claim.period, language),
        }


def claim_what(claim: Claim, language: str) -> str:
    """Say what is counted, or what happened: indicator, product, and plan, norm or estimate."""
    with override(language):
        what = localised(claim.indicator, "label", language)
        if claim.product:
            what = f"{what}, {localised(claim.product, 'label', language)}"
        return _noted(what, claim)


def claim_detail(claim: Claim, language: str) -> str:
    """Say what ``claim_what`` says without the indicator, for a list under its heading."""
    with override(language):
        if claim.product:
            return _noted(localised(claim.product, "label", language), claim)
        return ", ".join(_notes(claim)) or str(claim.get_aspect_display())


def claim_statement(claim: Claim, language: str) -> str:
    """Say an event or a role without its time, for a place that shows the time beside it."""
    with override(language):
        if claim.kind == ClaimKind.ROLE:
            return _role(claim, language)
        return localised(claim, "title", language)


def claim_value(claim: Claim, language: str, registry: Registry | None = None) -> str:
    """Say a claim's value with unit, bounds and what it is compared with; "" without a value."""
    text = claim_number(claim, language, registry)
    if not text or not claim.base_period:
        return text
    with override(language):
        return gettext("%(value)s compared with %(period)s") % {
            "value": text,
            "period": period_text(claim.base_period, language),
        }


def claim_number(claim: Claim, language: str, registry: Registry | None = None) -> str:
    """Say a claim's value with unit and bounds alone; growth has a sign; "" without a value."""
    if claim.value is None:
        return ""
    quantity = claim_quantity(claim)
    units = registry or unit_registry()
    text = format_quantity(quantity, pure_language(language), "exact", registry=units)
    grows = claim.measure == Measure.CHANGE_PERCENT and quantity.value > Decimal(0)
    return f"+{text}" if grows and quantity.bound is None else text


def claim_quantity(claim: Claim) -> Quantity:
    """Return a claim's value as a quantity; it must have one."""
    if claim.value is None:
        raise ValueError(f"Claim {claim.key} has no value.")
    return Quantity(
        claim.value,
        claim.unit,
        upper=claim.value_max,
        approximate=claim.approximate,
        bound=QuantityBound(claim.bound) if claim.bound else None,
    )


def period_text(edtf: str, language: str) -> str:
    """Say an EDTF period by itself: ``first nine months of 1946``."""
    return format_period(parse(edtf), pure_language(language))


def period_short(edtf: str, language: str) -> str:
    """Say an EDTF period as a table has it: ``Jan–Sep 1946``."""
    return format_period(parse(edtf), pure_language(language), Style.SHORT)


def period_in_sentence(edtf: str, language: str) -> str:
    """Say an EDTF period as a part of a sentence: ``in the first nine months of 1946``."""
    return format_period(parse(edtf), pure_language(language), Style.LOCATIVE)


def _observation(claim: Claim, language: str, registry: Registry | None) -> str:
    return gettext("%(subject)s: %(what)s — %(value)s") % {
        "subject": localised(claim.subject, "name", language),
        "what": claim_what(claim, language),
        "value": claim_value(claim, language, registry),
    }


def _role(claim: Claim, language: str) -> str:
    title = localised(claim, "title", language)
    if title:
        return title
    person = localised(claim.subject, "name", language)
    role = localised(claim.indicator, "label", language)
    if not claim.object:
        return f"{person} — {role}"
    return f"{person} — {role}, {localised(claim.object, 'name', language)}"


def _noted(what: str, claim: Claim) -> str:
    notes = _notes(claim)
    return f"{what} ({', '.join(notes)})" if notes else what


def _notes(claim: Claim) -> list[str]:
    return [note for note in (_aspect_note(claim), _measure_note(claim)) if note]


def _aspect_note(claim: Claim) -> str:
    return {
        Aspect.PLANNED: pgettext("aspect", "planned"),
        Aspect.NORM: pgettext("aspect", "norm"),
        Aspect.ESTIMATE: pgettext("aspect", "estimate"),
    }.get(Aspect(claim.aspect) if claim.aspect else Aspect.ACTUAL, "")


def _measure_note(claim: Claim) -> str:
    return {
        Measure.PERCENT_OF_PLAN: pgettext("measure", "percent of plan"),
        Measure.SHARE: pgettext("measure", "share"),
        Measure.CHANGE_PERCENT: pgettext("measure", "change"),
        Measure.CHANGE_TIMES: pgettext("measure", "change"),
    }.get(Measure(claim.measure) if claim.measure else Measure.ABSOLUTE, "")


def pure_language(code: str) -> Language:
    """Narrow a language code for the pure packages; pages are only ever in one of the three."""
    return "ru" if code == "ru" else "en" if code == "en" else "kk"
