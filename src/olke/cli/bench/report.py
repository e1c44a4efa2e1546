"""What a run found, as one JSON object and as lines for people."""

from __future__ import annotations

import os
import platform
import sqlite3
from importlib.metadata import version
from typing import Any

from olke.cli.bench.lesson import Measured, percentile
from olke.cli.bench.run import Asked, Found

VERSIONS = ("django", "python-socketio", "redis", "uvicorn", "uvloop", "websockets")
LESSON = 20
"""Questions of the lesson whose bytes are counted."""


def as_object(asked: Asked, found: Found) -> dict[str, Any]:
    """Return everything that was found, times in milliseconds."""
    return {
        "participants": asked.participants,
        "window_s": asked.window,
        "processes": asked.processes,
        "questions": asked.questions,
        "lost": found.lost,
        **_times(found.ours),
        "reference": {"lost": found.reference_lost, **_times(found.reference)},
        "bytes_to_phone_20_questions": round(found.bytes_to_phone / asked.questions * LESSON),
        "frames_per_question": round(found.frames_to_phone / asked.questions, 2),
        "memory_per_participant_kb": round(found.memory / asked.participants / 1000, 1),
        "processor_s_per_question": round(found.processor / asked.questions, 3),
        "back_alone_ms": _ms(max(found.back_alone)),
        "back_together_p95_ms": _ms(percentile(found.back_together, 0.95)),
        "load": [round(one, 2) for one in os.getloadavg()],
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "versions": {
            "python": platform.python_version(),
            "sqlite": sqlite3.sqlite_version,
            **{name: version(name) for name in VERSIONS},
        },
    }


def _times(measured: Measured) -> dict[str, Any]:
    return {
        "ack_p95_ms": _ms(percentile(measured.answers, 0.95)),
        "question_p95_ms": _ms(percentile(measured.questions, 0.95)),
        "ack_median_ms": _ms(percentile(measured.answers, 0.5)),
        "question_median_ms": _ms(percentile(measured.questions, 0.5)),
        "unanswered": measured.unanswered,
        "refused": measured.refused,
        "unseen": measured.unseen,
    }


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 1)


def as_lines(told: dict[str, Any]) -> list[str]:
    """Return the figures as a table for people."""
    peer = told["reference"]
    rows = [
        ("answers acknowledged and then missing", told["lost"], peer["lost"]),
        ("acknowledgement, p95, ms", told["ack_p95_ms"], peer["ack_p95_ms"]),
        ("question on every phone, p95, ms", told["question_p95_ms"], peer["question_p95_ms"]),
        ("bytes to a phone, 20 questions", told["bytes_to_phone_20_questions"], ""),
        ("frames to a phone for a question", told["frames_per_question"], ""),
        ("memory for a participant, kB", told["memory_per_participant_kb"], ""),
        ("a phone is back after, ms", told["back_alone_ms"], ""),
        ("all phones at once are back after, p95, ms", told["back_together_p95_ms"], ""),
    ]
    head = f"{'':44}{'Olke':>12}{'python-socketio':>18}"
    return [head, *(f"{name:44}{ours:>12}{theirs:>18}" for name, ours, theirs in rows)]
