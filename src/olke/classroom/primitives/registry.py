"""Which play belongs to which primitive."""

from __future__ import annotations

from olke.classroom.primitives.base import Play
from olke.classroom.primitives.boards import Boards
from olke.classroom.primitives.documents import Documents
from olke.classroom.primitives.groups import Groups
from olke.classroom.primitives.polls import Polls
from olke.classroom.primitives.questions import Questions
from olke.classroom.primitives.queues import Queues
from olke.classroom.primitives.surveys import Surveys
from olke.classroom.primitives.walls import Walls
from olke.classroom.script import ScriptActivity
from olke.teaching.primitives import Primitive

PLAYS: dict[Primitive, Play] = {
    play.primitive: play
    for play in (
        Questions(),
        Groups(),
        Boards(),
        Documents(),
        Polls(),
        Queues(),
        Surveys(),
        Walls(),
    )
}


def play_of(activity: ScriptActivity, step: int) -> Play | None:
    """Return the play of a step; None where an activity has no method and the teacher speaks."""
    if not activity.steps:
        return None
    return PLAYS[activity.steps[step].primitive]
