"""The short name of each primitive: of its modules, templates, words and elements."""

from __future__ import annotations

from olke.teaching.primitives import Primitive

SHORT: dict[str, str] = {
    Primitive.QUEUE.value: "queue",
    Primitive.WALL.value: "wall",
    Primitive.POLL.value: "poll",
    Primitive.QUESTION.value: "question",
    Primitive.BOARD.value: "board",
    Primitive.GROUPS.value: "groups",
    Primitive.DOCUMENT.value: "document",
    Primitive.SURVEY.value: "survey",
    "talk": "talk",
}
