"""Items: the questions, statements, tasks and texts that fill an activity.

Each names the claims it rests on; where a citation is shown it is made from the claim as it is
then. ``edited`` says that a teacher changed what a drafter wrote, ``explanation_stale`` that what
is explained was changed since its explanation was written.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from olke.teaching.documents.parts import NO_TEXT, Key, Part, Points, Text, Title

MOST_ITEMS = 200
MOST_OPTIONS = 12


class Level(StrEnum):
    """How demanding an item is: name it, explain it, judge it."""

    A = "A"
    B = "B"
    C = "C"


class Item(Part):
    """What every item has.

    ``id`` is unique in its activity and stays when the item is edited or moved: answers refer to
    it. ``text`` is what learners read, ``explanation`` what is revealed afterwards. ``claims`` are
    keys of the claims it rests on, ``sources`` of sources it shows without a claim.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    text: Text
    explanation: Text = NO_TEXT
    claims: tuple[Key, ...] = ()
    sources: tuple[Key, ...] = ()
    level: Level | None = None
    topic: Text = NO_TEXT
    points: Points = 0
    edited: bool = False
    explanation_stale: bool = False

    @model_serializer(mode="wrap")
    def _with_kind(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        # Its kind is an item's default and would be left out of plain data; nothing else tells
        # one from another.
        return {"kind": type(self).model_fields["kind"].default, **written(self)}

    @property
    def solution(self) -> object:
        """The right answer as plain data, None where there is no single one."""
        return None


class Statement(Item):
    """True or false."""

    kind: Literal["statement"] = "statement"
    answer: bool

    @property
    def solution(self) -> object:
        """Whether the statement is true."""
        return self.answer


class Choice(Item):
    """One of several answers, or several of them; ``answer`` counts options from 0."""

    kind: Literal["choice"] = "choice"
    options: Annotated[tuple[Text, ...], Field(min_length=2, max_length=MOST_OPTIONS)]
    answer: Annotated[tuple[int, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _answers_are_options(self) -> Choice:
        if any(not 0 <= number < len(self.options) for number in self.answer):
            raise ValueError("answer-no-option")
        if len(set(self.answer)) != len(self.answer):
            raise ValueError("answer-twice")
        return self

    @property
    def solution(self) -> object:
        """The numbers of the right options."""
        return list(self.answer)


class Estimate(Item):
    """A number to guess; right within ``tolerance`` (a share of the answer, 0.1 is ten percent)."""

    kind: Literal["estimate"] = "estimate"
    answer: Decimal
    answer_max: Decimal | None = None
    unit: Text = NO_TEXT
    tolerance: Annotated[Decimal, Field(ge=0, le=1)] = Decimal("0.1")

    @property
    def solution(self) -> object:
        """The number, as text with all its digits."""
        return format(self.answer, "f")


class Ordering(Item):
    """Things to bring into order; ``entries`` stand in the right one."""

    kind: Literal["ordering"] = "ordering"
    entries: Annotated[tuple[Text, ...], Field(min_length=2, max_length=MOST_OPTIONS)]

    @property
    def solution(self) -> object:
        """The order: entry 0 first."""
        return list(range(len(self.entries)))


class Prompt(Item):
    """A question or task with an open answer; ``answer`` is what a good one would say."""

    kind: Literal["prompt"] = "prompt"
    answer: Text = NO_TEXT

    @property
    def solution(self) -> object:
        """What a good answer would say."""
        return self.answer.model_dump() if self.answer else None


class Exhibit(Item):
    """Something to read: facts with their source, a portion of a jigsaw, a side of a debate.

    ``title`` is the heading of the card; ``stand`` is ``for`` or ``against`` in a debate;
    ``questions`` are asked of it.
    """

    kind: Literal["exhibit"] = "exhibit"
    title: Title
    stand: Literal["", "for", "against"] = ""
    questions: tuple[Text, ...] = ()


class Grid(Item):
    """A table to fill in; ``cells`` are the key, ``blank`` the cells (row, column) left open."""

    kind: Literal["grid"] = "grid"
    columns: Annotated[tuple[Text, ...], Field(min_length=1, max_length=MOST_OPTIONS)]
    rows: Annotated[tuple[Text, ...], Field(min_length=1, max_length=40)]
    cells: tuple[tuple[Text, ...], ...]
    blank: tuple[tuple[int, int], ...] = ()

    @model_validator(mode="after")
    def _cells_fill_the_grid(self) -> Grid:
        width = len(self.columns)
        if len(self.cells) != len(self.rows) or any(len(row) != width for row in self.cells):
            raise ValueError("grid-not-full")
        if any(not (0 <= r < len(self.rows) and 0 <= c < width) for r, c in self.blank):
            raise ValueError("blank-outside")
        return self

    @property
    def solution(self) -> object:
        """The key: each cell in three languages, row by row."""
        return [[cell.model_dump() for cell in row] for row in self.cells]


AnyItem = Annotated[
    Statement | Choice | Estimate | Ordering | Prompt | Exhibit | Grid,
    Field(discriminator="kind"),
]
Items = Annotated[tuple[AnyItem, ...], Field(max_length=MOST_ITEMS)]
