"""Handouts of a lesson as documents to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import override

from olke.exchange.handouts import cards, posters, sheets
from olke.exchange.handouts.kinds import LABELS, HandoutKind, handouts_of
from olke.exchange.handouts.laying import Laying
from olke.exchange.plans.evidence import Evidence
from olke.exchange.printing.blocks import Block, Print
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson

__all__ = ["HandoutKind", "NoHandoutError", "handout", "handouts_of"]


class NoHandoutError(LookupError):
    """The lesson has nothing for a handout of that kind."""


@dataclass(frozen=True)
class Form:
    """How a kind is laid out."""

    blocks: Callable[[Laying], Iterator[Block]]
    landscape: bool = False
    cards: bool = False


FORMS = {
    HandoutKind.STUDENT: Form(sheets.student_sheet),
    HandoutKind.ANSWERS: Form(sheets.answer_sheet),
    HandoutKind.LEVELS: Form(posters.level_pages),
    HandoutKind.PORTIONS: Form(posters.portion_pages),
    HandoutKind.BOARD: Form(cards.board_cards, cards=True),
    HandoutKind.STATEMENTS: Form(cards.statement_cards, cards=True),
    HandoutKind.POSTERS: Form(posters.poster_pages, landscape=True),
    HandoutKind.SIGNS: Form(posters.sign_pages, landscape=True, cards=True),
    HandoutKind.APPLES: Form(cards.apple_cards, cards=True),
    HandoutKind.MICROPHONE: Form(cards.microphone_cards, cards=True),
    HandoutKind.GRIDS: Form(sheets.grid_sheets),
    HandoutKind.BESIDE: Form(sheets.side_by_side, landscape=True),
}


def handout(
    lesson: Lesson,
    kind: HandoutKind,
    language: str,
    *,
    dossiers: Sequence[Dossier],
    evidence: Evidence,
    running: str = "",
) -> Print:
    """Return a lesson's handout of a kind; raises ``NoHandoutError``.

    ``evidence`` holds what lesson and dossiers rest on (``evidence.evidence_for``); ``running``
    stands at the foot of every page.
    """
    if kind not in handouts_of(lesson):
        raise NoHandoutError(kind.value)
    with override(language):
        laying = Laying(lesson, dossiers, evidence, language, running)
        form = FORMS[kind]
        return laying.print(
            str(LABELS[kind]), form.blocks(laying), landscape=form.landscape, cards=form.cards
        )
