"""Documents as cards of a list: what each is about and how much evidence it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import get_language

from olke.teaching.documents.typed import words_in
from olke.teaching.models import Document, UseKind
from olke.teaching.queries import documents_to_update

TOLD = ("question", "audience", "level", "kind", "credits")
"""What a card tells of a document's content: fields that one kind of document has or another."""


@dataclass(frozen=True)
class Card:
    """A document in a list. ``corrected``: the evidence behind it was, since its owner looked."""

    document: Document
    about: str
    kind: str
    credits: int
    claims: int
    corrected: bool = False


def cards_of(documents: Iterable[Document], *, mine: bool = False) -> list[Card]:
    """Return the cards of documents, in their order: one statement more than the documents.

    Where they are the reader's own, a second one asks which rest on corrected evidence.
    """
    listed = list(documents)
    if not listed:
        return []
    late = documents_to_update(listed) if mine else set()
    claims = Count("uses", filter=Q(uses__kind=UseKind.CLAIM))
    fields = [f"content__{name}" for name in TOLD]
    rows = Document.objects.filter(pk__in=[document.pk for document in listed]).order_by()
    told = {
        pk: row for pk, *row in rows.annotate(claims=claims).values_list("pk", "claims", *fields)
    }
    return [_card(document, told[document.pk], late) for document in listed]


def _card(document: Document, row: list[Any], late: set[int]) -> Card:
    claims, question, audience, level, kind, worth = row
    about = words_in(question or audience or level, get_language() or "kk")
    return Card(document, about, kind or "", worth or 0, claims, document.pk in late)
