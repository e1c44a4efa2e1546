"""The report as tables: who was there, each question, every answer, times against the plan.

Who sent what in an anonymous step is in none of them, and such answers stand in the order of their
words, not of their coming.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from olke.classroom.domain.answers import PEN
from olke.classroom.models import LiveClass, Turn
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives.registry import play_of
from olke.classroom.report.reading import Report
from olke.classroom.showing import value_said
from olke.exchange.tables.sheets import Cell, Sheet

TABLES = ("people", "items", "answers", "times")


def sheets_of(report: Report, language: str) -> dict[str, Sheet]:
    """Return every table of a report by its name in addresses."""
    with override(language):
        return {
            "people": _people(report),
            "items": _items(report),
            "answers": _answers(report.live, language),
            "times": _times(report),
        }


def _people(report: Report) -> Sheet:
    header = [
        _("Seat"),
        _("Name"),
        _("Joined"),
        _("Last seen"),
        _("Sent"),
        _("Right"),
        _("Judged"),
        _("Points"),
        _("Taken out"),
    ]
    rows: list[list[Cell]] = [
        [p.seat, p.name, p.joined_at, p.seen_at, p.sent, p.right, p.asked, p.points, p.removed]
        for p in report.people
    ]
    return Sheet(_("Attendance"), header, rows)


def _items(report: Report) -> Sheet:
    header = [
        _("Activity"),
        _("Step"),
        _("Attempt"),
        _("Question"),
        _("Answered"),
        _("Judged"),
        _("Right"),
        _("Right answer"),
        _("Evidence"),
    ]
    rows: list[list[Cell]] = [
        [
            activity.title,
            turn.title,
            turn.turn.attempt,
            str(row.get("text", "")),
            row.get("answered"),
            row.get("judged"),
            row.get("right"),
            str(row.get("answer", "")),
            "; ".join(c for claim in row.get("evidence", ()) for c in claim["citations"]),
        ]
        for activity in report.activities
        for turn in activity.turns
        for row in turn.rows
    ]
    return Sheet(_("Questions"), header, rows)


def _times(report: Report) -> Sheet:
    header = [
        _("Activity"),
        _("Step"),
        _("Attempt"),
        _("Opened"),
        _("Planned, s"),
        _("Taken, s"),
    ]
    rows: list[list[Cell]] = [
        [a.title, t.title, t.turn.attempt, t.opened_at, t.planned, t.seconds]
        for a in report.activities
        for t in a.turns
    ]
    return Sheet(_("Times"), header, rows)


def _answers(live: LiveClass, language: str) -> Sheet:
    header = [
        _("Seat"),
        _("Name"),
        pgettext("of learners", "Group"),
        _("Activity"),
        _("Step"),
        _("Attempt"),
        _("Item"),
        _("Question"),
        _("Answer"),
        _("Right"),
        _("Points"),
        _("Late"),
        _("Received"),
    ]
    moment = Moment(live)
    moment.answers(*moment.turns)
    rows = [row for turn in moment.turns for row in _rows_of(moment, turn, language)]
    return Sheet(_("Answers"), header, rows)


def _rows_of(moment: Moment, turn: Turn, language: str) -> Iterable[list[Cell]]:
    activity = moment.script.activity(turn.activity)
    play = play_of(activity, turn.step)
    hidden = play.is_anonymous(activity, turn.step) if play else False
    step = activity.steps[turn.step].title.said(language) if activity.steps else ""
    called = _namer(moment)

    def row(kept: Kept) -> list[Cell]:
        item = activity.item(kept.item)
        seat, name = ("", "") if hidden else called(kept)
        return [
            seat,
            name,
            None if hidden or kept.group is None else _group_number(moment, kept.group),
            activity.title.said(language),
            step,
            turn.attempt,
            kept.item,
            item.text.said(language) if item else "",
            value_said(item, kept.value, language),
            kept.right,
            kept.points,
            kept.late,
            None if hidden else localtime(kept.received_at),
        ]

    rows = [row(kept) for kept in moment.all_answers(turn) if kept.item != PEN]
    return sorted(rows, key=lambda cells: str(cells[8])) if hidden else rows


def _namer(moment: Moment) -> Callable[[Kept], tuple[str, str]]:
    @cache
    def called(participant: int) -> tuple[str, str]:
        learner = moment.learners.get(participant)
        return (learner.seat, learner.name) if learner else ("", "")

    return lambda kept: called(kept.participant)


def _group_number(moment: Moment, group: int) -> int | None:
    return next((team.number for team in moment.teams if team.id == group), None)
