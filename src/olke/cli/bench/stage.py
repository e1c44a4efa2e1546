"""Sets the stage in a database of the benchmark's own: a teacher, a class, its learners.

Run in a process of its own, so that the load shares nothing with it:
``python -m olke.cli.bench.stage SIZE`` prints one JSON object, and
``python -m olke.cli.bench.stage held KEY`` what the database holds of a class afterwards.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import Any

from olke.serving import start_django

QUESTIONS = 20
SECONDS = 120
"""That a question is open: longer than anything here takes."""


def lesson() -> dict[str, Any]:
    """Return a lesson of twenty statements on a region that never was."""
    return {
        "key": "bench",
        "title": {"kk": "Өлке шаруашылығы", "ru": "Хозяйство края", "en": "The region's economy"},
        "form": "school",
        "minutes": 45,
        "stages": [{"part": "middle", "activities": [_activity()]}],
    }


def _activity() -> dict[str, Any]:
    return {
        "id": "statements",
        "title": {"kk": "Дұрыс-бұрыс", "ru": "Верно — неверно", "en": "True or false"},
        "method": "true-or-false",
        "minutes": 20,
        "items": [_statement(number) for number in range(1, QUESTIONS + 1)],
    }


def _statement(number: int) -> dict[str, Any]:
    return {
        "id": f"q{number}",
        "kind": "statement",
        "text": {
            "kk": f"{number}-колхозда 1943 жылы егістік көлемі алдыңғы жылдан {number} есе артты.",
            "ru": f"В колхозе № {number} посевы 1943 года были в {number} раз больше прежних.",
            "en": f"Collective farm {number} sowed {number} times more in 1943 than a year before.",
        },
        "explanation": {
            "kk": "Ауданның жылдық есебінде басқа сан келтірілген.",
            "ru": "Годовой отчёт района называет другое число.",
            "en": "The annual report of the district gives another number.",
        },
        "answer": number % 2 == 0,
    }


def set_up(size: int) -> dict[str, Any]:
    """Make a teacher who is signed in, a class that has begun, and learners who have joined."""
    from olke.accounts.domain import create_person
    from olke.accounts.models import Role
    from olke.classroom.access import COOKIE, sealed
    from olke.classroom.domain.starting import start_class
    from olke.classroom.models import Participant, random_code
    from olke.teaching.documents.lesson import Lesson

    teacher = create_person(username="bench-teacher", role=Role.TEACHER, by=None)
    live = start_class(Lesson.model_validate(lesson()), by=teacher)
    now = datetime.now(UTC)
    seats: set[str] = set()
    while len(seats) < size:
        seats.add(random_code(4))
    Participant.objects.bulk_create(
        Participant(live_class=live, seat=seat, joined_at=now, seen_at=now, language="kk")
        for seat in sorted(seats)
    )
    there = Participant.objects.filter(live_class=live)
    return {
        "class": live.pk,
        "key": live.key,
        "cookies": [f"{COOKIE}{live.key}={sealed(one)}" for one in there],
        "session": _signed_in(teacher),
    }


def _signed_in(person: Any) -> str:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def held(key: str) -> dict[str, Any]:
    """Return the value of every answer that the database holds of a class, by submission."""
    from olke.classroom.models import Answer

    rows = Answer.objects.filter(turn__live_class__key=key).values_list("submission", "value")
    return {str(submission): value for submission, value in rows}


if __name__ == "__main__":
    start_django()
    told = held(sys.argv[2]) if sys.argv[1] == "held" else set_up(int(sys.argv[1]))
    print(json.dumps(told))
