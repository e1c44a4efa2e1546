"""What all handouts are laid out with: the lesson, its evidence, a language, and their parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from olke.exchange.handouts.evidence import item_references
from olke.exchange.handouts.lettering import PRINT, SLIDES
from olke.exchange.plans.citing import Citing
from olke.exchange.plans.evidence import Evidence
from olke.exchange.printing.blocks import (
    Block,
    Card,
    Cards,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Print,
    Run,
    Style,
    Words,
    from_text,
    words,
)
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.items import AnyItem, Exhibit
from olke.teaching.documents.lesson import Activity, Lesson
from olke.teaching.documents.parts import Text
from olke.teaching.methods.library import UnknownMethodError, method_of

CARD_MARGINS = (10.0, 10.0, 10.0, 12.0)
"""Cards are cut out: the page keeps no more than a printer needs."""
SHAPES = ((2, 5), (2, 4), (2, 3), (2, 2), (1, 3), (1, 2), (1, 1))
"""Cards across and down a page, the most first."""
INSET, TEXT, LEAD, TITLE, SMALL = 5.0, 12.0, 13.2, 12.0, 8.5
"""Millimetres inside a card; sizes in points of its text, large text, heading and foot."""
_POINT = 0.3528  # mm
_PITCH = 1.32


@dataclass(frozen=True)
class Laying:
    """A lesson about to be laid out as handouts. ``running`` stands at the foot of each page."""

    lesson: Lesson
    dossiers: Sequence[Dossier]
    evidence: Evidence
    language: str
    running: str = ""
    citing: Citing = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "citing", Citing(self.evidence, self.language))

    def print(
        self, title: str, blocks: Iterable[Block], *, landscape: bool = False, cards: bool = False
    ) -> Print:
        """Return blocks as a document in the handout's language."""
        settled = _without_last_break(tuple(blocks))
        whole = f"{self.say(self.lesson.title)}: {title}"
        if cards:
            return Print(
                whole, self.language, settled, self.running, landscape, margins=CARD_MARGINS
            )
        return Print(whole, self.language, settled, self.running, landscape)

    def say(self, text: Text) -> str:
        """Return a text in the handout's language."""
        return text.said(self.language)

    def title_of(self, activity: Activity) -> str:
        """Return an activity's title, or its method's."""
        if own := self.say(activity.title):
            return own
        try:
            return self.say(method_of(activity.method).title) if activity.method else _("Activity")
        except UnknownMethodError:
            return _("Activity")

    def sources(self, item: AnyItem) -> tuple[Block, ...]:
        """Return the source lines of an item, small."""
        lines = item_references(item, self.evidence, self.language)
        return tuple(Paragraph(words(line), Style.NOTE) for line in lines)

    def foot(self, item: AnyItem) -> Words:
        """Return the source lines of an item for the foot of a card."""
        return words(" ".join(item_references(item, self.evidence, self.language)))

    def questions(self, item: Exhibit) -> tuple[Block, ...]:
        """Return the questions to a text under a heading; nothing where there are none."""
        asked = tuple(words(self.say(question)) for question in item.questions)
        if not asked:
            return ()
        head = Paragraph(words(_("Questions to the text")), Style.LABEL, kept=True)
        return (head, Listing(asked, numbered=True))

    def text(self, text: Text) -> tuple[Block, ...]:
        """Return a text as paragraphs and lists."""
        return from_text(self.say(text))


def heading(level: int, text: str) -> Heading:
    """Return a heading."""
    return Heading(level, words(text))


def name_line(*labels: str) -> Paragraph:
    """Return a line with blanks to fill in: name, class, date. The first has the longest."""
    blanks = (28, *(12 for _label in labels[1:]))
    pairs = zip(labels, blanks, strict=True)
    return Paragraph(words("    ".join(f"{label}: {'_' * blank}" for label, blank in pairs)))


def key_head(text: str) -> tuple[Block, ...]:
    """Return what begins a key: a page of its own that says whose it is."""
    note = Paragraph(words(_("For the teacher: keep it apart.")), Style.NOTE)
    return (PageBreak(), heading(1, text), note)


def set_out(cards: Sequence[Card], backs: Sequence[Card] = ()) -> Cards:
    """Return cards as many a page as their longest text allows; too long ones go on on a next."""
    whole = _width(1), _height(1)
    if any(_card_height(card, whole[0]) > whole[1] for card in (*cards, *backs)):
        cards = [part for card in cards for part in _cut(card)]
        backs = () if backs else backs
    for across, down in SHAPES:
        room, high = _width(across), _height(down)
        if all(_card_height(card, room) <= high for card in (*cards, *backs)):
            return Cards(tuple(cards), across, down, tuple(backs))
    return Cards(tuple(cards), 1, 1, tuple(backs))


def _width(across: int) -> float:
    return (210.0 - CARD_MARGINS[0] - CARD_MARGINS[2]) / across - 2 * INSET


def _height(down: int) -> float:
    return (297.0 - CARD_MARGINS[1] - CARD_MARGINS[3]) / down - 2 * INSET - 2.0


def _card_height(card: Card, room: float) -> float:
    """Estimate a card's height in millimetres; ``room`` is its width inside."""
    points = room / _POINT
    height = 0.0
    if card.title:
        title = _said(card.title)
        height += SLIDES.lines(title, TITLE, points, bold=True) * TITLE * _PITCH + TITLE
    height += sum(_block_height(block, points) for block in card.blocks)
    if card.foot:
        height += SLIDES.lines(_said(card.foot), SMALL, points) * SMALL * _PITCH + TEXT
    return height * _POINT


def _block_height(block: Block, points: float) -> float:
    match block:
        case Paragraph(said, style):
            size = LEAD if style is Style.LEAD else TEXT
            return _lines(said, points, size) * size * _PITCH + 0.8 * size
        case Listing(entries):
            room = points - 2 * TEXT
            return sum(_lines(entry, room, TEXT) * TEXT * _PITCH + 6 for entry in entries)
        case _:
            # Figures and lines to write on are small on cards, and few.
            return getattr(block, "lines", 4) * 8.5 / _POINT
    return 0.0


def _lines(said: Words, points: float, size: float) -> int:
    return sum(PRINT.lines(line, size, points) for line in _said(said).split("\n"))


def _said(said: Words) -> str:
    return "".join(run.text for run in said)


def _cut(card: Card) -> list[Card]:
    """Cut a card whose text fills more than a page into several, numbered."""
    parts: list[list[Block]] = [[]]
    for block in card.blocks:
        trial = Card(card.title, (*parts[-1], block), card.foot)
        if parts[-1] and _card_height(trial, _width(1)) > _height(1):
            parts.append([])
        parts[-1].append(block)
    count = len(parts)
    if count == 1:
        return [card]
    return [
        Card((*card.title, Run(f" {number}/{count}")), tuple(part), card.foot)
        for number, part in enumerate(parts, 1)
    ]


def _without_last_break(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    while blocks and isinstance(blocks[-1], PageBreak):
        blocks = blocks[:-1]
    return blocks
