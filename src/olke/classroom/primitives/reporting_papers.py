"""What the report says of documents: each heading, task and table with what was written there."""

from __future__ import annotations

from collections.abc import Sequence

from olke.classroom.models import LATE, Turn
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives.base import Shown
from olke.classroom.primitives.papers import is_written
from olke.classroom.primitives.writing import FIELD, settings_of
from olke.classroom.showing import solution_shown, value_said
from olke.teaching.documents.items import AnyItem, Exhibit


def rows_of(moment: Moment, language: str) -> list[Shown]:
    """Return a row for each heading and each item that was written on."""
    turn = moment.turn
    kept = moment.all_answers(turn)
    return [*_fields(moment, turn, kept, language), *_items(moment, kept, language)]


def _fields(moment: Moment, turn: Turn | None, kept: Sequence[Kept], language: str) -> list[Shown]:
    if turn is None:
        return []
    headings = [field.said(language) for field in settings_of(moment.activity, turn.step).fields]
    open_field = moment.step.title.said(language) if moment.step else ""
    found = []
    for number, heading in enumerate(headings or [open_field]):
        written = [k for k in kept if k.item.removesuffix(LATE) == FIELD and k.number == number]
        if headings or written:
            found.append(_row(moment, f"{FIELD}-{number + 1}", heading, None, written, language))
    return found


def _items(moment: Moment, kept: Sequence[Kept], language: str) -> list[Shown]:
    found = []
    for item in moment.activity.shown(moment.step_number):
        written = [one for one in kept if one.item.removesuffix(LATE) == item.id]
        if written and not isinstance(item, Exhibit):
            row = _row(moment, item.id, item.text.said(language), item, written, language)
            found.append(row | solution_shown(item, moment.script, language))
    return found


def _row(
    moment: Moment,
    name: str,
    text: str,
    item: AnyItem | None,
    written: Sequence[Kept],
    language: str,
) -> Shown:
    judged = [one for one in written if one.right is not None and not one.late]
    return {
        "item": name,
        "text": text,
        "answered": len({one.party for one in written if not one.late and is_written(one.value)}),
        "right": sum(bool(one.right) for one in judged) if judged else None,
        "judged": len(judged),
        "entries": [
            {
                "id": one.id,
                "text": str(value_said(item, one.value, language)),
                "by": moment.named(one),
                "note": one.note,
                "late": one.late,
            }
            for one in written
            if is_written(one.value)
        ],
    }
