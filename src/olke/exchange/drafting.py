"""What a drafter makes of a dossier as plain data: an object an item, for programs and scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from olke.evidence.models import Citation, Claim
from olke.evidence.queries import complete_claims
from olke.exchange.bibliography.gost import citation_text
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.items import AnyItem
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.draft import Draft
from olke.teaching.drafters.registry import NoDrafterError, draft_items
from olke.teaching.methods.library import UnknownMethodError, method_of
from olke.teaching.models import Document, DocumentKind


class CannotDraftError(LookupError):
    """There is no such method or dossier, or nothing drafts the method; says which, in English."""


def drafted(method_key: str, dossier_key: str, *, seed: int, wanted: int | None = None) -> Draft:
    """Fill a method from a dossier of the database.

    Raises ``CannotDraftError``.
    """
    try:
        method = method_of(method_key)
    except UnknownMethodError:
        raise CannotDraftError(f"there is no method {method_key!r}.") from None
    found = Document.objects.filter(kind=DocumentKind.DOSSIER, key=dossier_key, removed_at=None)
    document = found.first()
    if document is None:
        raise CannotDraftError(f"there is no dossier {dossier_key!r}.")
    dossier = Dossier.model_validate(document.content)
    try:
        return draft_items(method, dossier, seed=seed, wanted=wanted)
    except NoDrafterError:
        raise CannotDraftError(f"the method {method_key!r} needs no drafting.") from None


def draft_lines(draft: Draft, language: str) -> Iterator[dict[str, Any]]:
    """Pass on an object for each item, its words in a language: one statement for all claims.

    ``answer`` is the text of what is right; ``solution`` the same as data, where it is not a text.
    """
    keys = {key for item in draft.items for key in item.claims}
    claims = {claim.key: claim for claim in complete_claims().filter(key__in=keys)}
    for item in draft.items:
        cited = [claims[key] for key in item.claims if key in claims]
        yield {
            "kind": item.kind,
            "id": item.id,
            "text": item.text.said(language),
            "answer": answer_of(item, language),
            "explanation": item.explanation.said(language),
            **_own(item, language),
            "level": item.level,
            "topic": item.topic.said(language),
            "points": item.points,
            "claims": list(item.claims),
            "sources": list(item.sources),
            "citations": list(_citations(cited, language)),
        }


def answer_of(item: AnyItem, language: str) -> Any:
    """Return what is right: a truth, a number or a text; None where an item only shows something.

    Of a choice and an ordering the answer is the options and entries themselves.
    """
    if item.kind == "choice":
        return [item.options[number].said(language) for number in item.answer]
    if item.kind == "ordering":
        return _said(item.entries, language)
    if item.kind == "grid":
        return [_said(row, language) for row in item.cells]
    if item.kind == "prompt":
        return item.answer.said(language)
    return None if item.kind == "exhibit" else item.solution


def _own(item: AnyItem, language: str) -> dict[str, Any]:
    """Return what only items of a kind have."""
    if item.kind == "choice":
        return {"options": _said(item.options, language), "solution": item.solution}
    if item.kind == "estimate":
        most = None if item.answer_max is None else format(item.answer_max, "f")
        tolerance = format(item.tolerance, "f")
        return {"unit": item.unit.said(language), "answer_max": most, "tolerance": tolerance}
    if item.kind == "exhibit":
        title, questions = item.title.said(language), _said(item.questions, language)
        return {"title": title, "stand": item.stand, "questions": questions}
    if item.kind == "grid":
        heads = {"columns": _said(item.columns, language), "rows": _said(item.rows, language)}
        return {**heads, "blank": [list(place) for place in item.blank]}
    return {}


def _said(texts: Iterable[Text], language: str) -> list[str]:
    return [text.said(language) for text in texts]


def _citations(claims: Iterable[Claim], language: str) -> Iterator[dict[str, Any]]:
    for claim in claims:
        for citation in claim.citations.all():
            yield _citation(claim, citation, language)


def _citation(claim: Claim, citation: Citation, language: str) -> dict[str, Any]:
    return {
        "claim": claim.key,
        "source": citation.source.key,
        "locator": citation.locator,
        "through": citation.through.key if citation.through else None,
        "through_locator": citation.through_locator,
        "reference": citation_text(citation, language),
    }
