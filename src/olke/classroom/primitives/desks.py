"""What lies before a learner who writes: texts, tasks, tables, the evidence at hand, the key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from olke.classroom.models import PEN
from olke.classroom.moment import Learner, Moment
from olke.classroom.primitives.base import Shown
from olke.classroom.primitives.writing import Work, settings_of, work_of
from olke.classroom.script import Script
from olke.classroom.showing import item_shown, solution_shown
from olke.teaching.documents.items import AnyItem, Level
from olke.teaching.methods.dealing import are_levelled


def work_shown(moment: Moment, items: Iterable[AnyItem], language: str) -> Shown:
    """Return what lies before a learner who sees some items.

    Covered exhibits show where they are from and nothing else.
    """
    step, script = moment.step_number, moment.script
    settings = settings_of(moment.activity, step)
    work = work_of(moment.activity, step, items)
    exhibits = [item_shown(item, script, language) for item in work.exhibits]
    return {
        "fields": _headings(moment, work, language),
        "exhibits": [_covered(one) for one in exhibits] if settings.covered else exhibits,
        "questions": [item_shown(item, script, language) for item in work.questions],
        "tasks": [item_shown(item, script, language) for item in work.tasks],
        "grids": [_grid(item, script, language) for item in work.grids],
        "evidence": _evidence(script, work, language) if settings.needs_evidence else [],
    }


def own_desk(moment: Moment, learner: Learner, language: str) -> Shown:
    """Return what was dealt to a learner or chosen, and who writes for the group."""
    activity, step = moment.activity, moment.step_number
    shown: Shown = {}
    if (writer := _writer(moment, learner)) is not None:
        shown["writer"] = writer
    if activity.steps[step].items not in {"dealt", "chosen"}:
        return shown
    seat = moment.seat_of(learner.id, moment.chosen)
    items = activity.dealt(step, seat)
    shown |= {"items": [], "work": work_shown(moment, items, language)}
    if activity.steps[step].items == "chosen" and are_levelled(activity.shown(step)):
        shown["further"] = _further(moment, items, language)
    return shown


def solutions_shown(moment: Moment, step: int, language: str) -> Shown:
    """Return the key of a step's tasks and tables, and what is explained of its texts, by item."""
    return {
        item.id: solution_shown(item, moment.script, language)
        for item in moment.activity.shown(step)
    }


def _headings(moment: Moment, work: Work, language: str) -> list[str]:
    fields = settings_of(moment.activity, moment.step_number).fields
    return [field.said(language) for field in fields] or [""] * work.fields


def _further(moment: Moment, items: Iterable[AnyItem], language: str) -> list[Shown]:
    """Return the tasks of the other levels, for who is done with the own one."""
    seen = {item.id for item in items}
    rest = [i for i in moment.activity.shown(moment.step_number) if i.id not in seen and i.level]
    return [
        {"level": level.value, "work": work_shown(moment, own, language)}
        for level in Level
        if (own := [item for item in rest if item.level == level])
    ]


def _writer(moment: Moment, learner: Learner) -> str | None:
    """Return who of a learner's group has the pen, as the members call one another."""
    turn = moment.turn
    team = moment.team_of(learner.id, turn.series) if turn and turn.series else None
    if team is None:
        return None
    for kept in moment.answers(turn):
        if kept.item == PEN and kept.group == team.id and kept.participant in moment.learners:
            writer = moment.learners[kept.participant]
            return writer.called
    return ""


def _covered(exhibit: Shown) -> Shown:
    evidence: list[dict[str, Any]] = exhibit["evidence"]
    return {
        "id": exhibit["id"],
        "kind": exhibit["kind"],
        "title": exhibit["title"],
        "covered": True,
        "evidence": [{"claim": one["claim"], "citations": one["citations"]} for one in evidence],
    }


def _grid(item: Any, script: Script, language: str) -> Shown:
    return item_shown(item, script, language) | {"blank": [list(cell) for cell in item.blank]}


def _evidence(script: Script, work: Work, language: str) -> list[Shown]:
    """Return the claims that a line can rest on, each once."""
    return [
        {
            "claim": key,
            "sentence": script.claims[key].sentence.said(language),
            "citations": script.citations([key], language),
        }
        for key in work.claims
        if key in script.claims
    ]
