"""What slides are made of. Lengths are in points: a slide is 960 by 540."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

WIDTH, HEIGHT = 960.0, 540.0
EDGE = 44.0
ROOM = WIDTH - 2 * EDGE
PITCH = 1.2
"""Lines are this many times their letters' size apart."""
AFTER = 0.35
"""So many times the size stand between paragraphs."""
GAP = 18.0
"""Between pieces."""
SMALLEST = 20
"""Points: the smallest text that is read from the back of a hall."""
FOOT = 12
"""Points of the source line."""
READ = (30, 28, 26, 24, 22, 20)
"""Sizes of text that is read, the largest that fits first."""
ASKED = (40, 36, 32, 30, 28, 26, 24, 22, 20)
"""Sizes of a question, which stands nearly alone."""
HERO = (96, 80, 66, 54, 44, 36, 30)


class Tone(Enum):
    """A colour by what it means; the value is the theme's name for it."""

    INK = "tx1"
    SOFT = "tx2"
    PAPER = "bg1"
    GROUND = "bg2"
    EVIDENCE = "accent1"
    AGAINST = "accent2"
    RIGHT = "accent3"
    DOUBT = "accent4"


class Kind(Enum):
    """What a slide is; the value is the number of its layout."""

    TITLE = 0
    PART = 1
    TEXT = 2
    EVIDENCE = 3
    QUESTION = 4


@dataclass(frozen=True)
class Para:
    """A paragraph. ``mark`` stands before it: a dash, a number, the letter of an answer."""

    text: str
    mark: str = ""
    bold: bool = False
    tone: Tone = Tone.INK


@dataclass(frozen=True)
class Prose:
    """Paragraphs of one size, the largest of ``sizes`` that fits; 0 until it is fitted."""

    paras: tuple[Para, ...]
    sizes: tuple[int, ...] = READ
    size: int = 0


@dataclass(frozen=True)
class Hero:
    """A few words as large as they fit: a value, a date, a verdict."""

    text: str
    tone: Tone = Tone.EVIDENCE
    sizes: tuple[int, ...] = HERO
    size: int = 0


@dataclass(frozen=True)
class Table:
    """A table; ``widths`` are shares. ``strong`` are cells (row, column) in bold.

    ``spare``: so many points are kept free in each row to write in.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    strong: frozenset[tuple[int, int]] = frozenset()
    spare: float = 0.0
    sizes: tuple[int, ...] = (24, 22, 20)
    size: int = 0


@dataclass(frozen=True)
class Image:
    """A picture, as large as its place allows; ``across`` and ``down`` give its proportions."""

    content: bytes
    across: int
    down: int
    says: str


@dataclass(frozen=True)
class Box:
    """A filled box with words; ``link`` is the name of the slide it leads to.

    ``fill`` is a tone, or a colour of its own as six hexadecimal digits.
    """

    text: str
    fill: Tone | str = Tone.GROUND
    ink: Tone = Tone.INK
    bold: bool = True
    link: str = ""


@dataclass(frozen=True)
class Boxes:
    """Rows of boxes, each ``height`` or as high as its words need.

    The first of a row is ``first`` times as wide as the others.
    """

    rows: tuple[tuple[Box, ...], ...]
    height: float = 54.0
    size: int = 24
    first: float = 1.0


Piece = Prose | Hero | Table | Image | Boxes


@dataclass(frozen=True)
class Slide:
    """A slide in plain data.

    ``kicker`` stands small above the title, ``foot`` is the source lines, ``notes`` are for the
    speaker. ``name`` is what boxes of other slides link to, ``back`` the slide that an arrow in
    the corner leads back to.
    """

    kind: Kind
    title: str
    kicker: str = ""
    pieces: tuple[Piece, ...] = ()
    foot: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    name: str = ""
    back: str = ""

    def with_pieces(self, pieces: Iterable[Piece]) -> Slide:
        """Return the slide with other pieces."""
        return replace(self, pieces=tuple(pieces))


def ended(text: str) -> str:
    """Return a text with a full stop, unless it ends with a mark already."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def paras_of(text: str, *, tone: Tone = Tone.INK, bold: bool = False) -> tuple[Para, ...]:
    """Return the paragraphs of a plain text; lines that begin with ``- `` get a dash."""
    found = []
    for line in (line.strip() for line in text.splitlines()):
        if line.startswith(("- ", "• ", "– ")):
            found.append(Para(line[2:].strip(), mark="–", tone=tone, bold=bold))
        elif line:
            found.append(Para(line, tone=tone, bold=bold))
    return tuple(found)


def marked_paras(text: str, mark: str) -> tuple[Para, ...]:
    """Return the paragraphs of an entry of a list: its mark stands before the first alone."""
    first, *others = paras_of(text) or (Para(""),)
    kept = (replace(para, mark=para.mark or " ") for para in others)
    return (replace(first, mark=mark), *kept)


def prose(text: str, *, tone: Tone = Tone.INK, sizes: tuple[int, ...] = READ) -> tuple[Prose, ...]:
    """Return a plain text as a piece; none for an empty one."""
    paras = paras_of(text, tone=tone)
    return (Prose(paras, sizes),) if paras else ()
