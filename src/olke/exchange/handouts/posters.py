"""Whole pages: texts for groups, posters of a debate, tasks by level, signs of groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from olke.exchange.handouts.colours import COLOURS, Colour, groups_of, roles_of
from olke.exchange.handouts.drawings import sign
from olke.exchange.handouts.kinds import Used, dealt_steps, texts_of, used_in
from olke.exchange.handouts.laying import Laying, heading, name_line
from olke.exchange.handouts.sheets import room_for
from olke.exchange.plans.citing import Citing
from olke.exchange.plans.items import task_blocks
from olke.exchange.printing.blocks import (
    Block,
    Cell,
    Figure,
    Listing,
    PageBreak,
    Paragraph,
    Ruling,
    Style,
    Table,
    from_text,
    words,
)
from olke.teaching.documents.items import Exhibit, Level
from olke.teaching.methods.dealing import Seat, dealt
from olke.teaching.primitives import DocumentSettings

POSTER_LINES = 17
"""Lines to write on that a poster has room for, its headings apart."""


def portion_pages(laying: Laying) -> Iterator[Block]:
    """Pass on a page for each text that is dealt, with the colours of the groups that get it."""
    for used in dealt_steps(laying.lesson):
        texts = texts_of(used)
        count = groups_of(used.activity) or len(texts)
        for text in texts:
            takers = [
                colour
                for number, colour in enumerate(COLOURS[:count])
                if text in dealt(texts, Seat(number, count))
            ]
            yield from _portion(laying, used, text, takers)
            yield PageBreak()


def poster_pages(laying: Laying) -> Iterator[Block]:
    """Pass on a poster for each side: its evidence at the left, room for its case at the right."""
    for activity in laying.lesson.activities:
        for item in activity.items:
            if isinstance(item, Exhibit) and item.stand:
                used = [one for one in used_in(laying.lesson) if one.activity.id == activity.id]
                yield from _poster(laying, item, _fields(laying, used))
                yield PageBreak()


def level_pages(laying: Laying) -> Iterator[Block]:
    """Pass on a page for each level with its tasks and room to write."""
    for used in used_in(laying.lesson):
        if used.step.items != "chosen":
            continue
        for level in Level:
            tasks = [item for item in used.items if item.level is level]
            if not tasks:
                continue
            citing = Citing(laying.evidence, laying.language)
            yield heading(1, _("Level %(level)s") % {"level": level.value})
            yield Paragraph(words(_asks(level)), Style.LEAD)
            yield name_line(pgettext("of a learner", "Name"), _("Class"), _("Date"))
            for number, item in enumerate(tasks, 1):
                yield from task_blocks(item, number, citing)
                yield Ruling(room_for(item))
            yield from citing.blocks()
            yield PageBreak()


def sign_pages(laying: Laying) -> Iterator[Block]:
    """Pass on a sign for each group of the lesson, with the roles of its members."""
    activities = laying.lesson.activities
    count = max((groups_of(activity) for activity in activities), default=0)
    roles = next((found for one in activities if (found := roles_of(one, laying.language))), ())
    for colour in COLOURS[:count]:
        name = str(colour.name)
        yield Figure(sign(colour).encode(), "image/svg+xml", 260.0, says=name, centred=True)
        if roles:
            yield _role_lines(roles)
        yield PageBreak()


def _portion(laying: Laying, used: Used, text: Exhibit, takers: list[Colour]) -> Iterator[Block]:
    names = ", ".join(str(colour.name) for colour in takers)
    yield Paragraph(words(laying.title_of(used.activity)), Style.NOTE)
    yield heading(1, laying.say(text.title))
    if names:
        yield Paragraph(words(_("Group: %(names)s") % {"names": names}, bold=True), Style.LEAD)
    yield from laying.text(text.text)
    yield from laying.sources(text)
    yield from laying.questions(text)
    fields = used.settings.fields if isinstance(used.settings, DocumentSettings) else ()
    for label in fields:
        yield Paragraph(words(laying.say(label)), Style.LABEL, kept=True)
        yield Ruling(3)
    if not fields:
        yield Ruling(2 * len(text.questions))


def _role_lines(roles: Sequence[str]) -> Table:
    """Return the roles with lines for names, two beside one another."""
    cells = [Cell((Paragraph(words(f"{role}: {'_' * 24}"), Style.LEAD),)) for role in roles]
    cells += [Cell()] * (len(cells) % 2)
    rows = tuple(zip(cells[::2], cells[1::2], strict=True))
    return Table((1.0, 1.0), rows, ruled=False, large=True)


def _poster(laying: Laying, item: Exhibit, fields: tuple[str, ...]) -> Iterator[Block]:
    side = pgettext("debate", "For") if item.stand == "for" else pgettext("debate", "Against")
    yield heading(1, f"{side}: {laying.say(item.title)}")
    left = (
        Paragraph(words(_("Evidence")), Style.LABEL),
        *from_text(laying.say(item.text), Style.LEAD),
        *laying.sources(item),
        *_asked(laying, item),
    )
    rows = max(2, POSTER_LINES // len(fields))
    right = tuple(
        block
        for label in fields
        for block in (Paragraph(words(label), Style.LABEL, kept=True), Ruling(rows, drawn=False))
    )
    yield Table((1.15, 1.0), ((Cell(left), Cell(right)),), large=True)
    yield Paragraph(words(_("Enlarged to 141 %, this page fills A3.")), Style.NOTE)


def _asked(laying: Laying, item: Exhibit) -> tuple[Block, ...]:
    asked = tuple(words(laying.say(question)) for question in item.questions)
    return (Listing(asked, numbered=True),) if asked else ()


def _fields(laying: Laying, used: list[Used]) -> tuple[str, ...]:
    for one in used:
        if isinstance(one.settings, DocumentSettings) and one.settings.fields:
            return tuple(laying.say(label) for label in one.settings.fields)
    return (_("Our arguments"), _("Causes"), _("Our conclusion"))


def _asks(level: Level) -> str:
    return {
        Level.A: _("Find it in the evidence and name it."),
        Level.B: _("Explain it from the evidence."),
        Level.C: _("Judge it: weigh the sources against one another."),
    }[level]
