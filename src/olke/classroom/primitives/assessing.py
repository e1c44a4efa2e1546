"""Points by criteria: what a document can earn, who gave what, and what it comes to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from olke.classroom.errors import CommandError, RefusedError
from olke.classroom.models import Award
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives.base import Shown
from olke.classroom.primitives.papers import ASSESSMENT, Paper
from olke.teaching.documents.lesson import Criterion

LONGEST_COMMENT = 600


def criteria_shown(criteria: Sequence[Criterion], language: str) -> list[Shown]:
    """Return the criteria with their descriptors and the points that each can earn."""
    return [
        {
            "text": criterion.text.said(language),
            "points": criterion.points,
            "descriptors": [
                {"text": one.text.said(language), "points": one.points}
                for one in criterion.descriptors
            ],
        }
        for criterion in criteria
    ]


def most_points(criteria: Iterable[Criterion]) -> int:
    """Return the most that a document can earn."""
    return sum(criterion.points for criterion in criteria)


def checked_points(value: object, criteria: Sequence[Criterion]) -> list[list[int]]:
    """Return points for each descriptor of each criterion. Raises ``RefusedError``."""
    if not isinstance(value, list) or len(value) != len(criteria):
        raise RefusedError("value-misshapen")
    return [_of_one(given, criterion) for given, criterion in zip(value, criteria, strict=True)]


def checked_assessment(value: object, criteria: Sequence[Criterion]) -> dict[str, Any]:
    """Return an assessment as it is kept: points and a comment. Raises ``RefusedError``."""
    if not isinstance(value, dict) or not set(value) <= {"points", "comment"}:
        raise RefusedError("value-misshapen")
    comment = value.get("comment", "")
    if not isinstance(comment, str):
        raise RefusedError("value-misshapen")
    comment = comment.replace("\0", "").strip()
    if len(comment) > LONGEST_COMMENT:
        raise RefusedError("too-long", longest=LONGEST_COMMENT)
    return {"points": checked_points(value.get("points"), criteria), "comment": comment}


def given_to(moment: Moment, number: int) -> list[Kept]:
    """Return the assessments of a document in the turn that is shown."""
    kept = moment.answers(moment.turn)
    return [one for one in kept if one.item == ASSESSMENT and one.number == number]


def average(given: Sequence[Kept]) -> Decimal | None:
    """Return the mean of what was given to a document, None where nobody gave anything."""
    if not given:
        return None
    return Decimal(sum(total(one.value["points"]) for one in given)) / len(given)


def total(points: Iterable[Iterable[int]]) -> int:
    """Return what the points of all descriptors sum up to."""
    return sum(sum(some) for some in points)


def by_teacher(moment: Moment, number: int) -> list[list[int]] | None:
    """Return the points that the teacher gave to a document; they are final."""
    found: Mapping[str, Any] = moment.turn.data.get("teacher", {}) if moment.turn else {}
    return found.get(str(number))


def points_of_paper(moment: Moment, number: int) -> float | None:
    """Return what a document earned: the teacher's points, or else the mean of the others'."""
    final = by_teacher(moment, number)
    if final is not None:
        return float(total(final))
    mean = average(given_to(moment, number))
    return None if mean is None else round(float(mean), 1)


def assess_by_teacher(moment: Moment, paper: Paper, points: str) -> None:
    """Give a document the teacher's points, which count at once. Raises ``CommandError``."""
    if moment.turn is None:
        raise CommandError("nothing-open")
    try:
        given = checked_points(json.loads(points), moment.activity.criteria)
    except (ValueError, RefusedError):
        raise CommandError("value-misshapen") from None
    before = moment.turn.data.get("teacher", {})
    moment.turn.data = {**moment.turn.data, "teacher": {**before, str(paper.number): given}}
    moment.turn.save(update_fields=["data"])
    award(moment, paper, Decimal(total(given)))


def award_means(moment: Moment, papers: Iterable[Paper]) -> None:
    """Give every document the mean of its assessments, in whole points, but for the teacher's."""
    for paper in papers:
        mean = average(given_to(moment, paper.number))
        if mean is not None and by_teacher(moment, paper.number) is None:
            award(moment, paper, mean)


def award(moment: Moment, paper: Paper, points: Decimal) -> None:
    """Let a document's points count for its authors, in place of what it had from this turn."""
    to = {("group_id" if paper.party[0] == "g" else "participant_id"): int(paper.party[1:])}
    Award.objects.filter(live_class=moment.live, turn=moment.turn, **to).delete()
    whole = int(points.quantize(Decimal(1), ROUND_HALF_UP))
    if whole:
        Award.objects.create(
            live_class=moment.live, turn=moment.turn, points=whole, at=datetime.now(UTC), **to
        )


def _of_one(given: object, criterion: Criterion) -> list[int]:
    if not isinstance(given, list) or len(given) != len(criterion.descriptors):
        raise RefusedError("value-misshapen")
    for points, descriptor in zip(given, criterion.descriptors, strict=True):
        if type(points) is not int or not 0 <= points <= descriptor.points:
            raise RefusedError("value-misshapen")
    return list(given)
