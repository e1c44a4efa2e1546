"""Answers that come as a form, from a phone without script."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from django.db import InterfaceError, OperationalError
from django.http import QueryDict

from olke.classroom.domain.answers import Receipt, Submission, keep_answers
from olke.classroom.errors import RefusedError
from olke.classroom.live.announce import announce_answers
from olke.classroom.live.frames import FrameError, clean
from olke.classroom.models import Answer, Membership, Participant, Turn

PRESENCE = timedelta(seconds=20)


def keep_form(sent: QueryDict, participant: Participant) -> Receipt:
    """Keep the answer of a form: ``turn``, ``item``, ``number``, ``shape`` and ``value``.

    ``id`` makes pressing a button twice one answer. The newest form is the newest answer. Raises
    ``RefusedError``.
    """
    submission = _submission(sent, participant)
    try:
        (receipt,) = keep_answers([submission])
    except (OperationalError, InterfaceError) as fault:
        raise RefusedError("not-kept") from fault
    if receipt.status == "refused":
        raise RefusedError(receipt.code)
    groups = [receipt.group] if receipt.group else []
    announce_answers(receipt.live_class, groups, [participant.pk])
    return receipt


def note_presence(participant: Participant) -> None:
    """Note that a learner is there, now and then."""
    now = datetime.now(UTC)
    if now - participant.seen_at > PRESENCE:
        Participant.objects.filter(pk=participant.pk).update(seen_at=now)


def _submission(sent: QueryDict, participant: Participant) -> Submission:
    try:
        turn, number = int(sent.get("turn", "")), int(sent.get("number") or 0)
        name = UUID(sent.get("id")) if sent.get("id") else uuid4()
        value = clean(_SHAPES[sent.get("shape", "text")](sent))
    except (ValueError, KeyError, IndexError, FrameError) as fault:
        raise RefusedError("value-misshapen") from fault
    item = sent.get("item", "")
    edit = _edit(participant, turn, item, number, name)
    now = datetime.now(UTC)
    return Submission(name, participant.pk, turn, item, number, value, now, edit)


def _edit(participant: Participant, turn: int, item: str, number: int, name: UUID) -> int:
    """Return the number of this change: one more than what the learner or group has there."""
    parties = [f"p{participant.pk}"]
    series = Turn.objects.filter(pk=turn).values_list("series", flat=True).first()
    if series:
        found = Membership.objects.filter(participant=participant, series=series)
        parties = [f"g{group}" for group in found.values_list("group_id", flat=True)] or parties
    stored = Answer.objects.filter(turn=turn, party__in=parties, item=item, number=number)
    edits = stored.exclude(submission=name).values_list("edit", flat=True)
    return max(edits, default=-1) + 1


def _bool(sent: QueryDict) -> bool:
    return {"true": True, "false": False}[sent.get("value", "")]


def _order(sent: QueryDict) -> list[int]:
    """Return the options by the places that were given to them; unfinished where two share one."""
    options = [int(one) for one in sent.getlist("option")]
    places = [int(one) for one in sent.getlist("value")]
    if len(set(places)) != len(options) or len(places) != len(options):
        raise RefusedError("order-unfinished")
    return [option for _, option in sorted(zip(places, options, strict=True))]


def _numbers(sent: QueryDict) -> list[int]:
    chosen = [int(one) for one in sent.getlist("value")]
    if not chosen:
        raise RefusedError("nothing-chosen")
    return chosen


def _lines(sent: QueryDict) -> list[dict[str, str]]:
    """Return the lines of a document with the evidence of each."""
    pairs = zip(sent.getlist("text"), sent.getlist("claim"), strict=True)
    return [{"text": text, "claim": claim} for text, claim in pairs if text.strip()]


def _task(sent: QueryDict) -> dict[str, object]:
    """Return an answer with its evidence; ``answer`` says what shape it has."""
    return {"answer": _SHAPES[sent.get("answer", "text")](sent), "claim": sent.get("claim", "")}


def _points(sent: QueryDict) -> dict[str, object]:
    """Return points by criteria: each has as many descriptors as ``size`` says."""
    points = [int(one) for one in sent.getlist("value")]
    given, begun = [], 0
    for size in (int(one) for one in sent.getlist("size")):
        given.append(points[begun : begun + size])
        begun += size
    return {"points": given, "comment": sent.get("comment", "")}


_SHAPES: dict[str, Callable[[QueryDict], object]] = {
    "bool": _bool,
    "text": lambda sent: sent.get("value", ""),
    "number": lambda sent: sent.get("value", ""),
    "numbers": _numbers,
    "order": _order,
    "lines": _lines,
    "task": _task,
    "points": _points,
    "json": lambda sent: json.loads(sent.get("value", "")),
}
