"""Cards to cut out: cells of a board, statements, questions, apples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from olke.exchange.handouts.drawings import apple, large_number
from olke.exchange.handouts.kinds import board_steps, items_of, spoken_steps, trees
from olke.exchange.handouts.laying import Laying, key_head, set_out
from olke.exchange.plans.criteria import points_text
from olke.exchange.plans.items import answer_text, lettered
from olke.exchange.printing.blocks import (
    Block,
    Card,
    Cards,
    Cell,
    Figure,
    PageBreak,
    Paragraph,
    Run,
    Style,
    Table,
    from_text,
    words,
)
from olke.teaching.documents.items import AnyItem, Choice, Ordering, Statement


def board_cards(laying: Laying) -> Iterator[Block]:
    """Pass on the cells as cards, points in front and the question behind, then the key."""
    for used in board_steps(laying.lesson):
        fronts = [_front(laying, item) for item in used.items]
        backs = [Card(_topic(laying, item), _asked(laying, item)) for item in used.items]
        yield set_out(fronts, backs)
    for used in board_steps(laying.lesson):
        yield from key_head(_("Key to the board"))
        yield _key(laying, used.items)


def statement_cards(laying: Laying) -> Iterator[Block]:
    """Pass on statements as numbered cards to sort, then the key."""
    statements = [item for item in items_of(laying.lesson) if isinstance(item, Statement)]
    cards = [
        Card(words(str(number)), _asked(laying, item)) for number, item in enumerate(statements, 1)
    ]
    yield set_out(cards)
    yield from key_head(_("Key to the statements"))
    yield _key(laying, statements)


def microphone_cards(laying: Laying) -> Iterator[Block]:
    """Pass on the questions that are answered into the microphone, then the key."""
    items = [item for used in spoken_steps(laying.lesson) for item in used.items]
    cards = [Card(words(str(number)), _asked(laying, item)) for number, item in enumerate(items, 1)]
    yield set_out(cards)
    if any(answer_text(item, laying.language) or item.explanation for item in items):
        yield from key_head(_("Key to the questions"))
        yield _key(laying, items)


def apple_cards(laying: Laying) -> Iterator[Block]:
    """Pass on a page of apples for each answer of the tree."""
    for settings in trees(laying.lesson):
        for option in settings.options:
            said = laying.say(option)
            drawn = Figure(apple().encode(), "image/svg+xml", 38.0, says=said, centred=True)
            card = Card((), (drawn, Paragraph(words(said), Style.CENTRED)))
            yield Cards((card,) * 12, across=3, down=4)
            yield PageBreak()


def _front(laying: Laying, item: AnyItem) -> Card:
    points = str(item.points or "?")
    drawn = large_number(points).encode()
    number = Figure(drawn, "image/svg+xml", 60.0, says=points, centred=True)
    return Card(_topic(laying, item), (number,))


def _topic(laying: Laying, item: AnyItem) -> tuple[Run, ...]:
    topic = laying.say(item.topic)
    points = points_text(item.points) if item.points else ""
    return words(" · ".join(filter(None, (topic, points))))


def _asked(laying: Laying, item: AnyItem, style: Style = Style.LEAD) -> tuple[Block, ...]:
    """Return a question without its answer: the options of a choice, entries in mixed order."""
    said = from_text(laying.say(item.text), style)
    if isinstance(item, Choice | Ordering):
        return (*said, lettered(item, laying.language))
    return said


def _key(laying: Laying, items: Sequence[AnyItem]) -> Table:
    head = tuple(
        Cell((Paragraph(words(text), Style.LABEL),), shaded=True)
        for text in ("№", _("Question"), _("Answer and explanation"), _("Sources"))
    )
    rows = tuple(_key_row(laying, number, item) for number, item in enumerate(items, 1))
    return Table((0.5, 2.6, 3.2, 2.4), (head, *rows), heads=1)


def _key_row(laying: Laying, number: int, item: AnyItem) -> tuple[Cell, ...]:
    topic = laying.say(item.topic)
    above = (Paragraph(_topic(laying, item), Style.LABEL),) if topic or item.points else ()
    answer = answer_text(item, laying.language)
    short = "\n" not in answer
    told = (Paragraph(words(answer, bold=True)),) if answer and short else from_text(answer)
    return (
        Cell((Paragraph(words(str(number))),)),
        Cell((*above, *_asked(laying, item, Style.BODY))),
        Cell((*told, *laying.text(item.explanation))),
        Cell(laying.sources(item)),
    )
