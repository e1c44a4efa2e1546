"""The eight primitives that every method is made of, and what can be set of each."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from olke.teaching.documents.parts import Part, Points, Text

Count = Annotated[int, Field(ge=1, le=60)]
Seconds = Annotated[int, Field(ge=5, le=3600)]


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
    """Learners submit questions, vote, and the teacher picks from the top."""

    submissions: Count = 2
    votes: Count = 3
    pick: Count = 5
    anonymous: bool = True


class WallSettings(Part):
    """Cards on a wall in columns; a card may have to name the evidence it rests on."""

    columns: tuple[Text, ...] = ()
    cards: Count = 3
    by_group: bool = False
    needs_evidence: bool = False
    passed_on: bool = False
    """Each card goes to another learner instead of the wall: a wish to a neighbour."""


class PollSettings(Part):
    """A choice of one or several options; ``used`` says that the outcome sets what follows."""

    options: tuple[Text, ...] = ()
    multiple: bool = False
    used: bool = False


class QuestionSettings(Part):
    """Items one after another, each within a time."""

    seconds: Seconds = 30
    points: Points = 1
    by_group: bool = False
    aloud: bool = False
    """Answered aloud by whom the teacher calls; phones show the question only."""


class BoardSettings(Part):
    """Cells that hide an item, by topic and points, chosen by teams in turn."""

    points: tuple[Points, ...] = (10, 20, 30)
    seconds: Seconds = 60


class GroupSettings(Part):
    """Random groups of a size, each with a colour; ``regrouped`` makes experts of home groups."""

    least: Count = 4
    most: Count = 6
    chosen: bool = False
    """Learners choose a colour themselves, as stickers are chosen."""
    regrouped: bool = False


class DocumentSettings(Part):
    """A document with fields that is written alone or by a group, and judged by a rubric."""

    by_group: bool = False
    side_by_side: bool = False
    """Exhibits are shown beside one another while writing."""


class SurveySettings(Part):
    """A few questions about the lesson itself."""

    anonymous: bool = True


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
