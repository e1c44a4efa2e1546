"""Items of activities as blocks: for learners without answers, for the teacher with them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from olke.evidence.sentences import pure_language
from olke.exchange.plans.citing import Citing
from olke.exchange.plans.criteria import points_text
from olke.exchange.printing.blocks import (
    Block,
    Cell,
    Listing,
    Paragraph,
    Ruling,
    Run,
    Style,
    Table,
    Words,
    from_text,
    words,
)
from olke.measures.numerals import write_digits
from olke.teaching.documents.items import (
    AnyItem,
    Choice,
    Estimate,
    Exhibit,
    Grid,
    Item,
    Ordering,
    Prompt,
    Statement,
)
from olke.teaching.documents.parts import Text

LETTERS = "ABCDEFGHIJKL"
"""Options of a choice and things to order are lettered in Latin, as Kazakh tests have them."""


def item_blocks(items: Sequence[AnyItem], citing: Citing, *, answers: bool) -> tuple[Block, ...]:
    """Return numbered items for the teacher, each with what it rests on.

    With ``answers``, answer and explanation stand below each. What the teacher edited says so, all
    of it at once where it is all.
    """
    all_edited = len(items) > 1 and all(item.edited for item in items)
    note = Paragraph(words(_("All edited by the teacher.")), Style.NOTE, kept=True)
    told = tuple(
        block
        for number, item in enumerate(items, 1)
        for block in _told(item, number, citing, answers=answers, edited=not all_edited)
    )
    return (note, *told) if all_edited else told


def task_blocks(item: AnyItem, number: int, citing: Citing) -> tuple[Block, ...]:
    """Return an item for learners, to be kept on one page with the room to answer below it."""
    blocks = tuple(_item(item, number, citing, edited=False))
    return tuple(
        replace(block, kept=True) if isinstance(block, Paragraph | Listing) else block
        for block in blocks
    )


def answer_text(item: AnyItem, language: str) -> str:
    """Say the right answer in the language in force; an empty text where there is no single one."""
    match item:
        case Statement():
            return pgettext("answer", "true") if item.answer else pgettext("answer", "false")
        case Choice():
            return ", ".join(
                f"{LETTERS[number]}) {item.options[number].said(language)}"
                for number in sorted(item.answer)
            )
        case Estimate():
            return _estimate(item, language)
        case Ordering():
            letters = dict(zip(mixed(item), LETTERS, strict=False))
            return " → ".join(letters[place] for place in range(len(item.entries)))
        case Prompt():
            return item.answer.said(language)
        case _:
            return ""


def mixed(item: Ordering) -> tuple[int, ...]:
    """Return the numbers of an ordering's entries as they are shown: mixed, always the same way."""
    places = list(range(len(item.entries)))
    chance = random.Random(f"{item.id}/{item.text.said('kk')}/{len(places)}")  # noqa: S311
    while places == sorted(places):
        chance.shuffle(places)
    return tuple(places)


def _told(
    item: AnyItem, number: int, citing: Citing, *, answers: bool, edited: bool
) -> Iterable[Block]:
    yield from _item(item, number, citing, key=answers, edited=edited)
    if answers:
        yield from _answer(item, citing.language)


def _item(
    item: AnyItem, number: int, citing: Citing, *, key: bool = False, edited: bool
) -> Iterable[Block]:
    language = citing.language
    yield from _question(item, number, citing, edited=edited)
    match item:
        case Choice() | Ordering():
            yield lettered(item, language)
        case Exhibit():
            yield from _questions(item, language)
        case Grid():
            yield grid_table(item, language, key=key)


def _question(item: AnyItem, number: int, citing: Citing, *, edited: bool) -> Iterable[Block]:
    language = citing.language
    rest = _marks(item, citing, edited=edited)
    if isinstance(item, Exhibit):
        title = item.title.said(language)
        named = (Run(f"{number}. {title}", bold=True), *_stand(item))
        yield Paragraph(named, Style.ITEM, kept=True)
        yield from from_text(item.text.said(language))
        if rest:
            yield Paragraph(rest, Style.NOTE)
        return
    first, *others = item.text.said(language).split("\n") or [""]
    yield Paragraph(
        (
            Run(f"{number}. ", bold=True),
            Run(first),
            *(() if others or not rest else (Run("  "), *rest)),
        ),
        Style.ITEM,
        kept=bool(others) or isinstance(item, Choice | Ordering | Grid),
    )
    if others:
        yield from from_text("\n".join(others))
        if rest:
            yield Paragraph(rest, Style.NOTE)


def _marks(item: Item, citing: Citing, *, edited: bool) -> Words:
    """Return what stands small behind an item: level, points, citations."""
    said = [f"({item.level.value})"] if item.level else []
    if item.points:
        said.append(points_text(item.points))
    if cited := citing.claims(item.claims):
        said.append(cited)
    if cited := citing.sources(item.sources):
        said.append(cited)
    if item.edited and edited:
        said.append(_("edited by the teacher"))
    return (Run(" ".join(said), small=True),) if said else ()


def _stand(item: Exhibit) -> Words:
    if not item.stand:
        return ()
    said = pgettext("debate", "for") if item.stand == "for" else pgettext("debate", "against")
    return (Run(f" ({said})"),)


def _questions(item: Exhibit, language: str) -> Iterable[Block]:
    if item.questions:
        asked = tuple(words(question.said(language)) for question in item.questions)
        yield Listing(asked)


def lettered(item: Choice | Ordering, language: str) -> Listing:
    """Return the options of a choice, or what is to be ordered, with letters before them."""
    if isinstance(item, Choice):
        texts = item.options
    else:
        texts = tuple(item.entries[place] for place in mixed(item))
    said = zip(LETTERS, texts, strict=False)
    entries = tuple(words(f"{letter}) {text.said(language)}") for letter, text in said)
    return Listing(entries, marked=False)


def _answer(item: AnyItem, language: str) -> Iterable[Block]:
    answer = answer_text(item, language)
    if answer:
        label = Run(_("Answer:") + " ", bold=True)
        first, *others = answer.split("\n")
        yield Paragraph((label, Run(first)), Style.ASIDE)
        yield from from_text("\n".join(others), Style.ASIDE)
    yield from from_text(item.explanation.said(language), Style.ASIDE)


def _estimate(item: Estimate, language: str) -> str:
    unit = item.unit.said(language)
    numbers = [item.answer] if item.answer_max is None else [item.answer, item.answer_max]
    # A bare number may be a year, which has no mark between its digits.
    said = [
        write_digits(number, pure_language(language)) if unit else format(number, "f")
        for number in numbers
    ]
    return " ".join(filter(None, ["–".join(said), unit]))


def grid_table(item: Grid, language: str, *, key: bool, lines: int = 1) -> Table:
    """Return the table to fill in, ``lines`` of handwriting a cell; with ``key``, filled."""
    blank = frozenset(() if key else item.blank)
    head = (Cell(), *(Cell(_label(column, language), shaded=True) for column in item.columns))
    rows = tuple(
        (
            Cell(_label(name, language), shaded=True),
            *(
                Cell((Ruling(lines, drawn=False),))
                if (row, column) in blank
                else Cell(from_text(cell.said(language)))
                for column, cell in enumerate(cells)
            ),
        )
        for row, (name, cells) in enumerate(zip(item.rows, item.cells, strict=True))
    )
    return Table((1.0,) * len(head), (head, *rows), heads=1)


def _label(text: Text, language: str) -> tuple[Block, ...]:
    return (Paragraph(words(text.said(language)), Style.LABEL),) if text else ()
