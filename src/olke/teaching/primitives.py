"""The eight primitives that every method is made of, and what can be set of each.

A primitive is one thing a class does together. A step of a method names one, sets it, and may take
up what an earlier step brought: questions that were gathered are voted on, posters that were
written are shown. ``docs/howto/add-a-method.md`` lists every setting.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from olke.teaching.documents.parts import Part, Points, Title

Count = Annotated[int, Field(ge=0, le=60)]
Seconds = Annotated[int, Field(ge=5, le=3600)]
Size = Annotated[int, Field(ge=1, le=60)]
"""Learners in a group."""
By = Literal["each", "pair", "group"]
"""Who answers together. A pair are neighbours within the group that stands, or within the class."""
Options = Annotated[tuple[Title, ...], Field(max_length=12)]


class Primitive(StrEnum):
    """What a class can do together."""

    QUEUE = "submission-queue"
    WALL = "card-wall"
    POLL = "choice-poll"
    QUESTION = "timed-question"
    BOARD = "hidden-board"
    GROUPS = "group-assigner"
    DOCUMENT = "rubric-document"
    SURVEY = "survey"


class QueueSettings(Part):
    """Learners submit questions, vote, and the teacher picks from the top.

    Zero ``submissions`` or ``votes`` close that part: a later step takes up what came in.
    """

    submissions: Count = 2
    votes: Count = 3
    pick: Count = 5
    anonymous: bool = True
    answered: bool = False
    """What was picked is shown one after another and answered."""


class WallSettings(Part):
    """Cards on a wall, in columns where there are some. Zero ``cards``: none are added."""

    columns: Options = ()
    cards: Count = 3
    votes: Count = 0
    anonymous: bool = False
    by: By = "each"
    """``group``: each group has its own part of the wall."""
    needs_evidence: bool = False
    """A card names the claim it rests on; one that names none is marked."""
    passed_on: bool = False
    """Each card goes to another learner instead of the wall: a wish to a neighbour."""
    shown: Literal["cards", "words"] = "cards"
    """``words``: short answers, the more often given the larger."""


class PollSettings(Part):
    """A choice of one or several options; without options, of the items that the step shows."""

    options: Options = ()
    multiple: bool = False
    used: bool = False
    """The outcome decides what follows: each learner gets what they chose (``methods.dealing``)."""


class QuestionSettings(Part):
    """Items one after another, each within a time."""

    seconds: Seconds = 30
    points: Points = 1
    """For each right answer, where the item itself has none."""
    by: By = "each"
    aloud: bool = False
    """Answered aloud by whom the teacher calls; phones show the question only."""
    volunteers: bool = False
    """Learners ask for the word, and speak in the order they asked."""


class BoardSettings(Part):
    """Cells that hide an item, by topic and points, chosen by teams in turn."""

    points: Annotated[tuple[Points, ...], Field(min_length=1, max_length=10)] = (10, 20, 30)
    seconds: Seconds = 60
    passed: bool = True
    """What one team cannot answer is offered to the next."""


class Grouping(StrEnum):
    """Which groups a step makes."""

    KEPT = "kept"
    """Those that stand from earlier in the lesson; new ones where there are none."""
    NEW = "new"
    EXPERTS = "experts"
    """One learner of every group that stands, together: the experts of a jigsaw."""
    HOME = "home"
    """Back from the experts to the groups before."""


class GroupSettings(Part):
    """Groups of a size, each with a colour. New ones are drawn by lot, or chosen.

    ``number`` is how many groups there are whatever their size; 0: as many as the size asks for.
    """

    grouping: Grouping = Grouping.KEPT
    least: Size = 4
    most: Size = 6
    number: Count = 0
    chosen: bool = False
    """Learners choose a colour themselves, as stickers are chosen."""
    roles: Options = ()
    """Given to the members of a group in turn: speaker, writer ..."""

    @model_validator(mode="after")
    def _sizes_go_up(self) -> GroupSettings:
        if self.least > self.most:
            raise ValueError("range-goes-down")
        return self


class DocumentSettings(Part):
    """A document that is written alone or together, beside what the step shows.

    ``fields`` are the headings to write under; without any there is one open field. A step that
    takes up documents shows them and adds none. The criteria are the activity's.
    """

    fields: Options = ()
    by: By = "each"
    needs_evidence: bool = False
    """A line names the claim it rests on; one that names none is marked."""
    side_by_side: bool = False
    """Exhibits are shown beside one another."""
    covered: bool = False
    """Exhibits show where they are from; their text stays covered until the next step."""
    assessed: Literal["", "self", "peers", "teacher"] = ""
    """Who gives points by the criteria; ``self``: everybody to their own."""


class SurveySettings(Part):
    """A few questions about the lesson itself. ``options`` are answers to choose one from."""

    options: Options = ()
    anonymous: bool = True
    comment: bool = False
    """A learner may add words."""
    shown: Literal["bars", "tree"] = "bars"
    """``tree``: each answer hangs an apple of its own colour on a tree."""


SETTINGS: dict[Primitive, type[Part]] = {
    Primitive.QUEUE: QueueSettings,
    Primitive.WALL: WallSettings,
    Primitive.POLL: PollSettings,
    Primitive.QUESTION: QuestionSettings,
    Primitive.BOARD: BoardSettings,
    Primitive.GROUPS: GroupSettings,
    Primitive.DOCUMENT: DocumentSettings,
    Primitive.SURVEY: SurveySettings,
}

_ANSWERED = frozenset({"statement", "choice", "estimate", "ordering", "prompt"})
SHOWS: dict[Primitive, frozenset[str]] = {
    Primitive.QUEUE: frozenset({"prompt"}),
    Primitive.WALL: frozenset({"prompt", "exhibit"}),
    Primitive.POLL: frozenset({"choice", "prompt", "exhibit", "grid"}),
    Primitive.QUESTION: _ANSWERED | {"exhibit"},
    Primitive.BOARD: _ANSWERED,
    Primitive.GROUPS: frozenset(),
    Primitive.DOCUMENT: _ANSWERED | {"exhibit", "grid"},
    Primitive.SURVEY: frozenset({"prompt", "choice", "statement"}),
}
"""Kinds of items (``documents.items``) that a primitive can show; others are passed over."""
