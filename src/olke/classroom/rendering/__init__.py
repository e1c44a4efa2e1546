"""What each audience sees of a class, as plain data: rendered once, sent to all.

``docs/reference/classroom-protocol.md`` describes every field. Nobody's name, seat or answer is in
what ``learner`` gets; what one phone alone may show is ``mine``.
"""

from olke.classroom.rendering.own import mine, moment_choices, own_result
from olke.classroom.rendering.screens import team_shown
from olke.classroom.rendering.states import (
    Audience,
    class_of,
    phase_of,
    read_class,
    render,
    rendered,
)

__all__ = [
    "Audience",
    "class_of",
    "mine",
    "moment_choices",
    "own_result",
    "phase_of",
    "read_class",
    "render",
    "rendered",
    "team_shown",
]
