"""Making slides fit: the largest size that does, and what does not goes on the next slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from olke.exchange.handouts.lettering import SLIDES
from olke.exchange.pptx.pieces import (
    AFTER,
    FOOT,
    GAP,
    HEIGHT,
    PITCH,
    ROOM,
    Box,
    Boxes,
    Hero,
    Image,
    Kind,
    Para,
    Piece,
    Prose,
    Slide,
    Table,
)
from olke.language.sentences import sentences

KICKER_TOP, KICKER = 26.0, 20
TITLE_TOP = 56.0
TITLES = (36, 32, 28, 24)
"""Sizes of a title: the first that takes two lines at most, or else the last."""
FOOT_ROOM = ROOM - 76.0
"""Sources leave room for the slide's number and the arrow back."""
FOOT_BOTTOM = HEIGHT - 20.0
FOOT_MOST = 7
"""Lines of sources; more go on a slide of their own."""
CELL = 7.0
"""Inside a cell of a table, on every side."""
BETWEEN, INSIDE = 8.0, 6.0
"""Between boxes, and inside of them."""
LEAST_IMAGE = 230.0
MARKED = 1.35
"""A marked paragraph is set in by so many times its size."""
TOPS = {Kind.TITLE: 150.0, Kind.PART: 110.0}
OPENING = frozenset({Kind.TITLE, Kind.PART})
"""Slides that open something stand lower and say less."""


@dataclass(frozen=True)
class Frame:
    """Where things stand on a slide: the title, the body, and the top of the foot."""

    title_top: float
    title_size: int
    title_height: float
    body_top: float
    body_height: float
    foot_top: float


def frame_of(slide: Slide) -> Frame:
    """Measure what surrounds a slide's body."""
    counts = {size: SLIDES.lines(slide.title, size, ROOM, bold=True) for size in TITLES}
    size = next((size for size, count in counts.items() if count <= 2), TITLES[-1])
    height = counts[size] * size * PITCH if slide.title else 0.0
    top = TOPS.get(slide.kind, TITLE_TOP)
    body = top + height + (26.0 if slide.kind in OPENING else GAP)
    foot = foot_height(slide.foot)
    foot_top = FOOT_BOTTOM - foot
    bottom = foot_top - 14.0 if foot else HEIGHT - 40.0
    return Frame(top, size, height, body, bottom - body, foot_top)


def foot_height(foot: Sequence[str]) -> float:
    """Return the height of the source lines."""
    return sum(_foot_lines(line) for line in foot) * FOOT * PITCH


def fitted(slide: Slide) -> tuple[Slide, ...]:
    """Return the slide, or the slides it is spread over, with every size settled."""
    slide, rest = _with_short_foot(slide)
    room = frame_of(slide).body_height
    whole = _largest(slide.pieces, room)
    if whole is not None:
        return (slide.with_pieces(whole), *rest)
    pages = _paged(slide.pieces, room)
    last = len(pages)
    spread = [_page(slide, number, last, pieces) for number, pieces in enumerate(pages, 1)]
    return (*spread, *rest)


def height_of(piece: Piece) -> float:
    """Return the height of a piece whose size is settled."""
    match piece:
        case Prose(paras, _, size):
            return sum(_para_height(para, size) for para in paras) - size * AFTER
        case Hero(text, _, _, size):
            return SLIDES.lines(text, size, ROOM, bold=True) * size * PITCH
        case Table():
            return sum(row_heights(piece))
        case Image():
            return min(LEAST_IMAGE, natural_height(piece))
        case Boxes(rows):
            return sum(box_row_height(piece, row) for row in rows) + (len(rows) - 1) * BETWEEN


def box_widths(boxes: Boxes, row: Sequence[Box]) -> list[float]:
    """Return the widths of a row's boxes."""
    shares = [boxes.first, *(1.0 for _ in row[1:])]
    room = ROOM - BETWEEN * (len(row) - 1)
    return [room * share / sum(shares) for share in shares]


def box_row_height(boxes: Boxes, row: Sequence[Box]) -> float:
    """Return the height of a row of boxes."""
    counts = [
        SLIDES.lines(box.text, boxes.size, width - 2 * INSIDE, bold=box.bold)
        for box, width in zip(row, box_widths(boxes, row), strict=True)
    ]
    return max(boxes.height, max(counts) * boxes.size * PITCH + 2 * INSIDE)


def natural_height(image: Image) -> float:
    """Return the height of a picture that is as wide as the slide allows."""
    return ROOM * image.down / image.across


def row_heights(table: Table) -> list[float]:
    """Return the heights of a table's rows, its head first."""
    head = [table.head] if table.head else []
    rows = [(row, -1) for row in head] + [(row, at) for at, row in enumerate(table.rows)]
    return [_row_height(table, row, at) for row, at in rows]


def column_widths(table: Table) -> list[float]:
    """Return the widths of a table's columns."""
    return [ROOM * share / sum(table.widths) for share in table.widths]


def stacked(pieces: Iterable[Piece]) -> float:
    """Return the height of pieces one under the other."""
    heights = [height_of(piece) for piece in pieces]
    return sum(heights) + GAP * max(len(heights) - 1, 0)


def _largest(pieces: tuple[Piece, ...], room: float) -> tuple[Piece, ...] | None:
    """Settle the sizes as large as the room allows; None where the smallest do not fit."""
    steps = max((len(p.sizes) for p in pieces if not isinstance(p, Image | Boxes)), default=1)
    for step in range(steps):
        settled = tuple(_settled(piece, step) for piece in pieces)
        if stacked(settled) <= room:
            return settled
    return None


def _settled(piece: Piece, step: int) -> Piece:
    if isinstance(piece, Image | Boxes):
        return piece
    if isinstance(piece, Hero):
        # A value in one line is read at a glance; only then two.
        one = (s for s in piece.sizes if SLIDES.width(piece.text, s, bold=True) <= ROOM)
        largest = next(one, piece.sizes[-1])
        sizes = [size for size in piece.sizes if size <= max(largest, 36)]
        return replace(piece, size=sizes[min(step, len(sizes) - 1)])
    return replace(piece, size=piece.sizes[min(step, len(piece.sizes) - 1)])


def _paged(pieces: tuple[Piece, ...], room: float) -> list[tuple[Piece, ...]]:
    """Spread pieces at their smallest over as few pages as they take, about evenly filled."""
    atoms = [atom for piece in pieces for atom in _atoms(_settled(piece, 99), room)]
    pages = _filled(atoms, room)
    even = stacked(_joined(atoms)) / len(pages)
    for limit in (even * 1.05, even * 1.15, even * 1.3):
        if limit < room and len(found := _filled(atoms, limit)) == len(pages):
            pages = found
            break
    return [_largest(page, room) or page for page in pages]


def _filled(atoms: Sequence[Piece], room: float) -> list[tuple[Piece, ...]]:
    pages: list[list[Piece]] = [[]]
    for atom in atoms:
        if pages[-1] and stacked(_joined([*pages[-1], atom])) > room:
            pages.append([])
        pages[-1].append(atom)
    return [_joined(page) for page in pages]


def _atoms(piece: Piece, room: float) -> Iterator[Piece]:
    """Cut a piece into the smallest that may stand alone: paragraphs, rows of a table."""
    match piece:
        case Prose(paras):
            for para in paras:
                for part in _cut(para, piece.size, room):
                    yield replace(piece, paras=(part,))
        case Table(rows=rows):
            for at, row in enumerate(rows):
                strong = frozenset((0, column) for r, column in piece.strong if r == at)
                yield replace(piece, rows=(row,), strong=strong)
        case Boxes(rows=lines):
            for line in lines:
                yield replace(piece, rows=(line,))
        case _:
            yield piece


def _joined(atoms: Iterable[Piece]) -> tuple[Piece, ...]:
    """Put neighbouring paragraphs, and rows of one table, together again."""
    found: list[Piece] = []
    for atom in atoms:
        last = found[-1] if found else None
        if isinstance(last, Prose) and isinstance(atom, Prose) and last.sizes == atom.sizes:
            found[-1] = replace(last, paras=last.paras + atom.paras)
        elif isinstance(last, Table) and isinstance(atom, Table) and last.head == atom.head:
            down = len(last.rows)
            strong = last.strong | {(row + down, column) for row, column in atom.strong}
            found[-1] = replace(last, rows=last.rows + atom.rows, strong=strong)
        elif isinstance(last, Boxes) and isinstance(atom, Boxes):
            found[-1] = replace(last, rows=last.rows + atom.rows)
        else:
            found.append(atom)
    return tuple(found)


def _cut(para: Para, size: int, room: float) -> Iterator[Para]:
    """Cut a paragraph that fills most of a page into sentences, and a long sentence by words."""
    if _para_height(para, size) <= room / 2:
        yield para
        return
    spans = sentences(para.text)
    ends = [*(start for start, _ in spans[1:]), len(para.text)]
    starts = [0, *(start for start, _ in spans[1:])]
    mark = para.mark
    for start, end in zip(starts, ends, strict=True):
        for text in _by_words(para.text[start:end].strip(), size, room):
            yield replace(para, text=text, mark=mark)
            mark = ""


def _by_words(text: str, size: int, room: float) -> Iterator[str]:
    most = max(int(room / 2 / (size * PITCH)), 1)
    words = text.split()
    while words:
        take = len(words)
        while take > 1 and SLIDES.lines(" ".join(words[:take]), size, ROOM * 0.95) > most:
            take = max(1, take * 3 // 4)
        yield " ".join(words[:take])
        words = words[take:]


def _page(slide: Slide, number: int, last: int, pieces: tuple[Piece, ...]) -> Slide:
    counted = f"{number}/{last}"
    kicker = f"{slide.kicker} ({counted})" if slide.kicker else counted
    name = slide.name if number == 1 else ""
    return replace(slide, kicker=kicker, pieces=pieces, name=name)


def _with_short_foot(slide: Slide) -> tuple[Slide, tuple[Slide, ...]]:
    """Move sources that would fill half the slide onto a slide after it."""
    counts = [_foot_lines(line) for line in slide.foot]
    if sum(counts) <= FOOT_MOST:
        return slide, ()
    kept, total = 0, 0
    while kept < len(counts) and total + counts[kept] <= FOOT_MOST - 1:
        total += counts[kept]
        kept += 1
    rest = slide.foot[kept:]
    paras = tuple(Para(line) for line in rest)
    after = replace(
        slide, kind=Kind.TEXT, pieces=(Prose(paras, (20,)),), foot=(), notes=(), name=""
    )
    return replace(slide, foot=slide.foot[:kept]), fitted(after)


def _foot_lines(line: str) -> int:
    return SLIDES.lines(line, FOOT, FOOT_ROOM)


def _para_height(para: Para, size: int) -> float:
    room = ROOM - (size * MARKED if para.mark else 0)
    return SLIDES.lines(para.text, size, room, bold=para.bold) * size * PITCH + size * AFTER


def _row_height(table: Table, row: Sequence[str], at: int) -> float:
    widths = column_widths(table)
    counts = [
        SLIDES.lines(
            text, table.size, width - 2 * CELL, bold=at < 0 or (at, column) in table.strong
        )
        for column, (text, width) in enumerate(zip(row, widths, strict=True))
    ]
    spare = table.spare if at >= 0 else 0.0
    return max(counts) * table.size * PITCH + 2 * CELL + spare
