"""A dossier's facts, each said once, however many documents say it."""

from __future__ import annotations

from olke.evidence.models import Claim
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.material import Material, found_once
from olke.teaching.drafters.statements import said


@found_once
def distinct(material: Material) -> list[Claim]:
    """Return the certain claims, the first of those that are said in the same words."""
    first: dict[str, Claim] = {}
    for claim in material.certain:
        first.setdefault(sentence(claim, material).kk, claim)
    return list(first.values())


def sentence(claim: Claim, material: Material) -> Text:
    """Return a claim's sentence; it is made once however often it is asked for."""
    known = _sentences(material)
    if claim.pk not in known:
        known[claim.pk] = said(claim, material.units)
    return known[claim.pk]


@found_once
def _sentences(_: Material) -> dict[int, Text]:
    return {}  # filled as it is asked for
