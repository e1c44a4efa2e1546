"""The one button, pressed through a step, with everybody doing what the step asks for."""

from __future__ import annotations

from olke.classroom.wording.console import WORDS
from olke.teaching.documents.lesson import Activity
from olke.teaching.methods.method import Step
from olke.teaching.primitives import Primitive
from tests.e2e.actors import KAZAKH, word
from tests.e2e.playing_alone import Poll, Questions, Queue, Survey, Wall
from tests.e2e.playing_together import Board, Documents, Groups
from tests.e2e.room import Play, Room

NEXT = "console.next."
PLAYS: dict[Primitive, type[Play]] = {
    Primitive.QUESTION: Questions,
    Primitive.QUEUE: Queue,
    Primitive.WALL: Wall,
    Primitive.POLL: Poll,
    Primitive.SURVEY: Survey,
    Primitive.GROUPS: Groups,
    Primitive.DOCUMENT: Documents,
    Primitive.BOARD: Board,
}


def run_step(room: Room, activity: Activity, step: Step | None) -> None:
    """Press the one button through a step, with everybody doing what the step asks for."""
    play = (PLAYS[step.primitive] if step else Play)(room, activity, step)
    happens = {
        "open": play.opened,
        "item": play.went_on,
        "close": play.closed,
        "reveal": play.revealed,
        "own": play.own,
    }
    play.arrived()
    while (does := meaning(room.teacher.does)) in happens:
        if does == "close":
            play.closing()
        room.teacher.next()
        happens[does]()


def meaning(button: str) -> str:
    """Return which kind of next thing the one button names; "end" where there is none."""
    known = {word(KAZAKH, key): key.split(".")[2] for key in WORDS if key.startswith(NEXT)}
    return known.get(button, "own") if button else "end"
