"""What can be written in a document: fields, tasks, cells of a table, each line with its claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from olke.classroom.errors import RefusedError
from olke.classroom.primitives.base import Asked, Checked, Sent
from olke.classroom.primitives.questions import judged, number_of, points_for
from olke.classroom.script import ScriptActivity
from olke.teaching.documents.items import AnyItem, Exhibit, Grid, Prompt
from olke.teaching.documents.parts import Text
from olke.teaching.primitives import DocumentSettings, Primitive

FIELD = "field"
"""The item of what stands under a heading; its number counts the headings from 0."""
LONGEST_FIELD = 16_000
LONGEST_LINE = 600
MOST_LINES = 40
LONGEST_CELL = 300


@dataclass(frozen=True)
class Work:
    """What lies before a learner: to read (``exhibits``, ``questions``) and to write on.

    ``fields`` is how many headings there are to write under; without headings, tasks or tables
    there is one field, open.
    """

    fields: int
    exhibits: tuple[Exhibit, ...] = ()
    questions: tuple[AnyItem, ...] = ()
    tasks: tuple[AnyItem, ...] = ()
    grids: tuple[Grid, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """Keys of the evidence at hand: that of the exhibits, or else of everything else."""
        return _keys(self.exhibits) or _keys((*self.questions, *self.tasks, *self.grids))


def work_of(activity: ScriptActivity, step: int, items: Iterable[AnyItem]) -> Work:
    """Return what a learner who sees some items has to read and to write on.

    Under headings of their own, questions are read and not answered one by one; those that another
    step asks are left to it.
    """
    settings = settings_of(activity, step)
    seen = list(items)
    exhibits = tuple(item for item in seen if isinstance(item, Exhibit))
    grids = tuple(item for item in seen if isinstance(item, Grid))
    asked = tuple(item for item in seen if not isinstance(item, Exhibit | Grid))
    if settings.fields:
        questions = () if _asks_elsewhere(activity) else asked
        return Work(len(settings.fields), exhibits, questions, (), grids)
    return Work(0 if asked or grids else 1, exhibits, (), asked, grids)


def settings_of(activity: ScriptActivity, step: int) -> DocumentSettings:
    """Return the settings of a step that writes or shows documents."""
    settings = activity.settings(step)
    assert isinstance(settings, DocumentSettings)  # noqa: S101 - by the step's primitive
    return settings


def check_writing(asked: Asked, sent: Sent) -> Checked:
    """Return what was written as it is kept. Empty means that it was wiped out.

    Raises ``RefusedError`` for what has no place here, is too long, or names a claim that the
    activity does not show.
    """
    settings = settings_of(asked.activity, asked.step)
    if sent.item == FIELD and sent.number < max(1, len(settings.fields)):
        return Checked(_field(asked, sent.value, lines=settings.needs_evidence))
    if isinstance(asked.item, Grid) and sent.number < len(asked.item.blank):
        return _cell(asked.item, sent)
    if asked.item is not None and not isinstance(asked.item, Exhibit | Grid):
        return _task(asked, asked.item, sent.value)
    raise RefusedError("item-unknown")


def is_right_cell(key: Text, value: str) -> bool | None:
    """Tell whether a cell was filled as in the key.

    Words are compared without regard to case and spaces, in any of the key's languages; words that
    differ may still be right: None. Numbers are right or wrong.
    """
    said = [text for text in (key.kk, key.ru, key.en) if text]
    if _plain(value) in {_plain(text) for text in said}:
        return True
    number = _number(value)
    numbers = {_number(text) for text in said} - {None}
    if number is None or not numbers:
        return None
    return number in numbers


def _keys(items: Sequence[AnyItem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for item in items for key in item.claims))


def _asks_elsewhere(activity: ScriptActivity) -> bool:
    return any(one.primitive == Primitive.QUESTION and one.items for one in activity.steps)


def _field(asked: Asked, value: object, *, lines: bool) -> str | list[dict[str, str]]:
    if not lines:
        return _text(value, LONGEST_FIELD)
    if not isinstance(value, list):
        raise RefusedError("value-misshapen")
    if len(value) > MOST_LINES:
        raise RefusedError("too-many")
    kept = [_line(asked, line) for line in value]
    return [line for line in kept if line["text"]]


def _line(asked: Asked, line: object) -> dict[str, str]:
    if not isinstance(line, dict) or not set(line) <= {"text", "claim"}:
        raise RefusedError("value-misshapen")
    text = _text(line.get("text"), LONGEST_LINE)
    return {"text": text, "claim": _claim(asked, line.get("claim", ""))}


def _task(asked: Asked, item: AnyItem, value: object) -> Checked:
    if not isinstance(value, dict) or not set(value) <= {"answer", "claim"}:
        raise RefusedError("value-misshapen")
    claim, answer = _claim(asked, value.get("claim", "")), value.get("answer")
    if isinstance(item, Prompt):
        return Checked({"answer": _text(answer, LONGEST_FIELD), "claim": claim})
    kept, right, share = judged(item, answer)
    return Checked({"answer": kept, "claim": claim}, right, points_for(item, 0, share))


def _cell(grid: Grid, sent: Sent) -> Checked:
    text = _text(sent.value, LONGEST_CELL)
    row, column = grid.blank[sent.number]
    right = is_right_cell(grid.cells[row][column], text) if text else None
    share = Decimal(1) / len(grid.blank) if right else Decimal(0)
    return Checked(text, right, points_for(grid, 0, share))


def _claim(asked: Asked, value: object) -> str:
    """Return the key of a claim of this activity, or "" for none."""
    if not isinstance(value, str):
        raise RefusedError("value-misshapen")
    if value and not any(value in item.claims for item in asked.activity.items):
        raise RefusedError("claim-unknown")
    return value


def _text(value: object, longest: int) -> str:
    if not isinstance(value, str):
        raise RefusedError("value-misshapen")
    text = value.replace("\0", "").strip()
    if len(text) > longest:
        raise RefusedError("too-long", longest=longest)
    return text


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split()).strip(" .")


def _number(text: str) -> Decimal | None:
    try:
        return number_of(text)
    except RefusedError:
        return None
