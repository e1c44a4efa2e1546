"""What a form has no place for: which fields those are, and the tables they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from olke.exchange.forms.fields import ActivityField, DocumentType, Field, OutcomeField, TopicField
from olke.exchange.forms.form import (
    ActivityTable,
    AnyTable,
    Column,
    Form,
    OutcomeTable,
    Told,
    TopicTable,
)
from olke.teaching.documents.parts import Text

LONG = frozenset(
    {
        Field.STAGES,
        Field.TASKS,
        Field.CONSOLIDATION,
        Field.TOPICS,
        Field.OUTCOMES,
        Field.EVIDENCE,
        Field.CRITERIA,
    }
)
"""Fields that stand under a heading of their own; the others share one table."""


def told_elsewhere(form: Form) -> frozenset[Field]:
    """Return the fields that need no place: the title, and what the tables say anyway."""
    always = {Field.TITLE, Field.SOURCES, Field.FORM, Field.MINUTES}
    with_stages = {Field.METHODS, Field.DIFFERENTIATION}  # the table of stages has them always
    kind = {Field.KIND} if form.document is DocumentType.COURSE else set()
    return frozenset(always | with_stages | kind)


def default_table(field: Field) -> AnyTable | None:
    """Return the table in which a field stands where its form has none."""
    tables: dict[Field, Callable[[], AnyTable]] = {
        Field.STAGES: _stages,
        Field.TOPICS: _topics,
        Field.OUTCOMES: _outcomes,
    }
    return tables[field]() if field in tables else None


def _stages() -> ActivityTable:
    told = (
        (_("Stage, time"), ActivityField.STAGE, 20),
        (_("Teacher"), ActivityField.TEACHER, 45),
        (_("Learners"), ActivityField.LEARNER, 35),
    )
    return ActivityTable(over="activities", columns=_columns(Column[ActivityField], told))


def _topics() -> TopicTable:
    told = (
        ("№", TopicField.NUMBER, 8),
        (_("Topic"), TopicField.TITLE, 77),
        (_("Hours"), TopicField.HOURS, 15),
    )
    return TopicTable(over="topics", columns=_columns(Column[TopicField], told))


def _outcomes() -> OutcomeTable:
    told = (
        (_("Code"), OutcomeField.CODE, 10),
        (_("Outcome"), OutcomeField.TEXT, 55),
        (_("Lessons and tasks"), OutcomeField.SERVED_BY, 35),
    )
    return OutcomeTable(over="outcomes", columns=_columns(Column[OutcomeField], told))


def _columns(
    kind: type[Column[Told]], told: Iterable[tuple[str, Told, int]]
) -> tuple[Column[Told], ...]:
    return tuple(kind(label=_text(said), field=field, width=width) for said, field, width in told)


def _text(said: str) -> Text:
    # Said in the language in force: there is no other to fall back from.
    return Text(kk=said, ru=said, en=said)
