"""Items on slides: a question, and after it what is revealed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from olke.evidence.sentences import claim_number, pure_language
from olke.exchange.handouts.evidence import certainty, claims_of, item_references
from olke.exchange.plans.criteria import points_text
from olke.exchange.plans.evidence import Evidence
from olke.exchange.plans.items import LETTERS, mixed
from olke.exchange.pptx.pieces import (
    ASKED,
    READ,
    Box,
    Boxes,
    Hero,
    Kind,
    Para,
    Piece,
    Prose,
    Slide,
    Table,
    Tone,
    prose,
)
from olke.measures import format_number
from olke.teaching.documents.items import (
    AnyItem,
    Choice,
    Estimate,
    Exhibit,
    Grid,
    Ordering,
    Prompt,
    Statement,
)
from olke.teaching.documents.parts import Text

STATED = (32, 30, 28, 26, 24, 22, 20)


@dataclass(frozen=True)
class Asking:
    """What items are asked with. ``kicker`` names the activity, ``seconds`` is for one item.

    ``back`` names the slide an arrow leads back to; ``levels``: the level of an item is told.
    """

    evidence: Evidence
    language: str
    kicker: str
    seconds: int = 0
    back: str = ""
    levels: bool = False

    def slides(self, items: Sequence[AnyItem]) -> Iterator[Slide]:
        """Pass on each item's question, and after it what is revealed."""
        for number, item in enumerate(items, 1):
            yield self.question(item, number, len(items))
            yield from self.reveal(item, number, len(items))

    def question(self, item: AnyItem, number: int, count: int, name: str = "") -> Slide:
        """Return the slide that asks; what it shows as evidence has its source."""
        foot = item_references(item, self.evidence, self.language) if _shows(item) else ()
        return Slide(
            Kind.EVIDENCE if isinstance(item, Exhibit) else Kind.QUESTION,
            self._title(item),
            self._kicker(item, number, count),
            tuple(self._asked(item)),
            foot,
            self._notes(item),
            name=name,
            back=self.back,
        )

    def reveal(self, item: AnyItem, number: int, count: int) -> Iterator[Slide]:
        """Pass on the slide that answers; none where there is nothing to say."""
        pieces = tuple(self._answered(item))
        if not pieces:
            return
        yield Slide(
            Kind.EVIDENCE,
            self._title(item) if isinstance(item, Exhibit | Grid) else _("Answer"),
            self._kicker(item, number, count),
            pieces,
            item_references(item, self.evidence, self.language),
            self._sure(item),
            back=self.back,
        )

    def said(self, item: AnyItem) -> str:
        """Return an item's own words."""
        return item.text.said(self.language)

    def answer(self, item: AnyItem) -> str:
        """Say the right answer in words, for the speaker's notes; nothing where there is none."""
        match item:
            case Statement():
                return verdict(item)
            case Choice(options=options, answer=right):
                told = (f"{LETTERS[at]}. {options[at].said(self.language)}" for at in right)
                return "; ".join(told)
            case Estimate():
                return self._number(item)
            case Ordering(entries=entries):
                letters = dict(zip(mixed(item), LETTERS, strict=False))
                return " → ".join(letters[place] for place in range(len(entries)))
            case Prompt(answer=answer):
                return answer.said(self.language)
        return ""

    def _title(self, item: AnyItem) -> str:
        if isinstance(item, Exhibit):
            return item.title.said(self.language)
        if isinstance(item, Prompt):
            return item.topic.said(self.language) or pgettext("an item", "Question")
        return task_of(item)

    def _kicker(self, item: AnyItem, number: int, count: int) -> str:
        parts = [self.kicker]
        if count > 1:
            parts.append(f"{number}/{count}")
        if item.level and self.levels:
            parts.append(_("level %(level)s") % {"level": item.level.value})
        if isinstance(item, Exhibit) and item.stand:
            parts.append(stand_of(item))
        if item.points:
            parts.append(points_text(item.points))
        return " · ".join(filter(None, parts))

    def _asked(self, item: AnyItem) -> Iterator[Piece]:
        match item:
            case Statement():
                yield from prose(self.said(item), sizes=ASKED)
                yield Boxes(((Box(true_word()), Box(false_word())),))
            case Choice(options=options):
                yield from prose(self.said(item), sizes=STATED)
                yield Prose(
                    tuple(
                        Para(option.said(self.language), mark=f"{LETTERS[at]}.")
                        for at, option in enumerate(options)
                    )
                )
            case Estimate(unit=unit):
                yield from prose(self.said(item), sizes=ASKED)
                yield Hero(f"? {unit.said(self.language)}".strip(), Tone.SOFT, (54, 44, 36, 30))
            case Ordering():
                yield from prose(self.said(item), sizes=STATED)
                yield self._shuffled(item)
            case Exhibit(questions=questions):
                yield from prose(self.said(item))
                if questions:
                    yield _questions([one.said(self.language) for one in questions])
            case Grid():
                yield from prose(self.said(item), sizes=READ)
                yield from self._grid(item, key=False)
            case _:
                yield from prose(self.said(item), sizes=ASKED)

    def _answered(self, item: AnyItem) -> Iterator[Piece]:
        explained = prose(item.explanation.said(self.language), sizes=READ)
        match item:
            case Statement(answer=right):
                yield Hero(verdict(item), Tone.RIGHT if right else Tone.AGAINST, (66, 54, 44))
                yield from prose(self.said(item), tone=Tone.SOFT, sizes=READ)
                yield from explained
            case Choice(options=options, answer=right):
                yield from prose(self.said(item), tone=Tone.SOFT, sizes=READ)
                yield self._options(options, right)
                yield from explained
            case Estimate():
                yield Hero(self._number(item), Tone.RIGHT, (96, 80, 66, 54, 44, 36, 30))
                yield from prose(self.said(item), tone=Tone.SOFT, sizes=READ)
                yield from explained
            case Ordering(entries=entries):
                yield Prose(
                    tuple(
                        Para(entry.said(self.language), mark=f"{place}.")
                        for place, entry in enumerate(entries, 1)
                    )
                )
                yield from explained
            case Prompt(answer=answer):
                if answer or explained:
                    yield from prose(self.said(item), tone=Tone.SOFT, sizes=READ)
                    yield from answered(answer.said(self.language))
                    yield from explained
            case Grid():
                yield from self._grid(item, key=True)
                yield from explained
            case Exhibit():
                yield from explained

    def _options(self, options: Sequence[Text], right: tuple[int, ...]) -> Prose:
        """Show the options with the right ones in bold and named as right, not coloured alone."""
        paras = []
        for at, option in enumerate(options):
            text = option.said(self.language)
            if at in right:
                marked = _("%(option)s – right") % {"option": text}
                paras.append(Para(marked, f"{LETTERS[at]}.", bold=True, tone=Tone.RIGHT))
            else:
                paras.append(Para(text, f"{LETTERS[at]}.", tone=Tone.SOFT))
        return Prose(tuple(paras))

    def _shuffled(self, item: Ordering) -> Prose:
        entries = mixed(item)
        return Prose(
            tuple(
                Para(item.entries[at].said(self.language), mark=f"{LETTERS[place]}.")
                for place, at in enumerate(entries)
            )
        )

    def _grid(self, item: Grid, *, key: bool) -> Iterator[Table]:
        """Show a table, so many columns at a time as are read from the back."""
        width = len(item.columns)
        for first in range(0, width, MOST_COLUMNS):
            chosen = range(first, min(first + MOST_COLUMNS, width))
            head = ("", *(item.columns[column].said(self.language) for column in chosen))
            rows = tuple(
                (name.said(self.language), *(self._cell(item, at, c, key=key) for c in chosen))
                for at, name in enumerate(item.rows)
            )
            strong = {(row, c - first + 1) for row, c in item.blank if c in chosen and key}
            names = frozenset((row, 0) for row in range(len(item.rows)))
            yield Table(head, rows, (1.2, *(1.0 for _c in chosen)), names | frozenset(strong))

    def _cell(self, item: Grid, row: int, column: int, *, key: bool) -> str:
        if not key and (row, column) in item.blank:
            return "…"
        return item.cells[row][column].said(self.language)

    def _number(self, item: Estimate) -> str:
        return estimated(item, self.evidence, self.language)

    def _notes(self, item: AnyItem) -> tuple[str, ...]:
        told = []
        if self.seconds:
            told.append(_("Time for an answer: %(seconds)s s.") % {"seconds": self.seconds})
        if answer := self.answer(item):
            told.append(_("Answer: %(answer)s") % {"answer": answer})
        return (*told, *self._sure(item))

    def _sure(self, item: AnyItem) -> tuple[str, ...]:
        told = []
        if explanation := item.explanation.said(self.language):
            told.append(explanation)
        if sure := certainty(claims_of(item, self.evidence)):
            told.append(_("How sure this is: %s") % " ".join(sure))
        return tuple(told)


FEW = 60
"""Letters: an answer that short is shown large."""
MOST_COLUMNS = 4
"""Columns of a table beside the names of its rows."""


def task_of(item: Statement | Choice | Estimate | Ordering | Grid) -> str:
    """Say what is to be done with an item."""
    match item:
        case Statement():
            return _("True or false?")
        case Choice(answer=right):
            return _("Choose all that are right") if len(right) > 1 else _("Choose one")
        case Estimate():
            return _("What is your estimate?")
        case Ordering():
            return _("Bring them into order")
        case Grid():
            return _("Fill in the table")


def verdict(item: Statement) -> str:
    """Say whether a statement is true."""
    return true_word() if item.answer else false_word()


def answered(text: str) -> tuple[Piece, ...]:
    """Return an answer as pieces: large where it is a few words."""
    if len(text) <= FEW and "\n" not in text and text:
        return (Hero(text, Tone.RIGHT, (66, 54, 44, 36, 30)),)
    return prose(text, sizes=STATED)


def true_word() -> str:
    """Return what learners call a true statement."""
    return pgettext("statement", "True")


def false_word() -> str:
    """Return what learners call a false statement."""
    return pgettext("statement", "False")


def stand_of(item: Exhibit) -> str:
    """Name the side of a debate that a text takes."""
    return pgettext("debate", "for") if item.stand == "for" else pgettext("debate", "against")


def estimated(item: Estimate, evidence: Evidence, language: str) -> str:
    """Say the answer of an estimate with its unit, as its claim says it where it has one."""
    for claim in claims_of(item, evidence):
        if claim.value == item.answer and claim.value_max == item.answer_max:
            return claim_number(claim, language, evidence.units)
    bounds = [bound for bound in (item.answer, item.answer_max) if bound is not None]
    number = "–".join(_grouped(bound, language) for bound in bounds)
    return f"{number} {item.unit.said(language)}".strip()


def _questions(questions: Sequence[str]) -> Prose:
    head = Para(_("Questions to the text"), bold=True, tone=Tone.EVIDENCE)
    return Prose((head, *(Para(text, f"{n}.") for n, text in enumerate(questions, 1))))


def _shows(item: AnyItem) -> bool:
    """Tell whether an item shows evidence before anything is answered."""
    return isinstance(item, Exhibit | Grid)


def _grouped(number: Decimal, language: str) -> str:
    return format_number(number, pure_language(language), "exact")
