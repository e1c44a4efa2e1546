"""Prepares what a fault needs, in a process of its own: ``prepare``, ``class SIZE``, ``held KEY``.

Each prints one JSON object.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from olke.cli.bench import stage
from olke.serving import start_django


def class_of(size: int) -> dict[str, Any]:
    """Start a class with some learners; the teacher is the same for every class."""
    from olke.accounts.domain import create_person
    from olke.accounts.models import Person, Role
    from olke.classroom.access import COOKIE, sealed
    from olke.classroom.domain.joining import join
    from olke.classroom.domain.starting import start_class
    from olke.teaching.documents.lesson import Lesson

    teacher = Person.objects.filter(username="teacher").first() or create_person(
        username="teacher", role=Role.TEACHER, by=None
    )
    live = start_class(Lesson.model_validate(stage.lesson()), by=teacher)
    seats = [join(live, name=f"Learner {number}") for number in range(size)]
    return {
        "key": live.key,
        "cookies": [f"{COOKIE}{live.key}={sealed(one)}" for one in seats],
        "session": stage._signed_in(teacher),
    }


if __name__ == "__main__":
    start_django()
    told: dict[str, Any] = {}
    if sys.argv[1] == "class":
        told = class_of(int(sys.argv[2]))
    elif sys.argv[1] == "held":
        told = stage.held(sys.argv[2])
    print(json.dumps(told))
