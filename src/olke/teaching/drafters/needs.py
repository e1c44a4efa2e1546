"""What a dossier has of what methods need, and what it lacks for one."""

from __future__ import annotations

from olke.evidence.models import Claim
from olke.teaching.documents.dossier import SourceEntry
from olke.teaching.drafters import series
from olke.teaching.drafters.disagreements import disagreements
from olke.teaching.drafters.draft import Shortfall
from olke.teaching.drafters.material import Material
from olke.teaching.methods.method import Needs

LONG = 3
"""Two values make a comparison, three a series."""


def offered(material: Material) -> Needs:
    """Count what a dossier has of everything that a method can need.

    Counts beyond 500 are told as 500, the most that a method may ask for.
    """
    certain = material.certain
    found = {
        "claims": len(certain),
        "observations": len(material.observations),
        "events": len(material.events),
        "series": sum(len(one.claims) >= LONG for one in series.series(material)),
        "pairs": len(series.plan_pairs(material)),
        "disagreements": len(disagreements(material)),
        "sources": len(_sources(material)),
        "subjects": len({claim.subject_id for claim in certain}),
    }
    return Needs(**{name: min(count, 500) for name, count in found.items()})


def lacking(needs: Needs, material: Material) -> tuple[Shortfall, ...]:
    """Return what a dossier has too little of for a method's needs."""
    has = offered(material)
    return tuple(
        Shortfall(name, wanted, getattr(has, name))
        for name, wanted in needs
        if getattr(has, name) < wanted
    )


def _sources(material: Material) -> set[str]:
    cited = {key for claim in material.certain for key in _cited(claim)}
    named = {e.source for e in material.dossier.entries if isinstance(e, SourceEntry)}
    return cited | named


def _cited(claim: Claim) -> set[str]:
    """Return the document that each citation leads to in the end."""
    return {(citation.through or citation.source).key for citation in claim.citations.all()}
