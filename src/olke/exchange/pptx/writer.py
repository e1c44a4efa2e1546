"""Writing a lesson as PPTX."""

from __future__ import annotations

import io
from collections.abc import Sequence

from django.utils.translation import override

from olke.exchange.plans.evidence import Evidence
from olke.exchange.pptx.deck import Deck
from olke.exchange.pptx.drawing import Drawer
from olke.exchange.pptx.fitting import fitted
from olke.exchange.pptx.telling import Pictures, Telling
from olke.exchange.pptx.theme import new_deck
from olke.exchange.printing.drawings import Draw, Rasterise
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson


def write_slides(
    lesson: Lesson,
    dossiers: Sequence[Dossier],
    evidence: Evidence,
    language: str,
    draw: Draw,
    rasterise: Rasterise,
    pictures: Pictures | None = None,
) -> bytes:
    """Return a lesson as a presentation.

    ``evidence`` holds what lesson and dossiers rest on (``handouts.evidence.evidence_for``);
    ``pictures`` are the dossiers' own by name. Withdrawn claims are not shown.
    """
    with override(language):
        # In the order in which the lesson names them, however they were read.
        named = {key: place for place, key in enumerate(lesson.dossiers)}
        dossiers = sorted(dossiers, key=lambda dossier: named.get(dossier.key, len(named)))
        telling = Telling(evidence, language, draw, rasterise, pictures or {})
        slides = [
            one for slide in Deck(lesson, dossiers, telling).slides() for one in fitted(slide)
        ]
        deck = new_deck(lesson.title.said(language), language)
        Drawer(deck, language).draw(slides)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()
