"""What a form has no place for: which fields those are, and the tables they stand in."""

from __future__ import annotations

from django.utils.translation import gettext as _

from olke.exchange.forms.fields import ActivityField, DocumentType, Field, OutcomeField, TopicField
from olke.exchange.forms.form import (
    ActivityColumn,
    ActivityTable,
    AnyTable,
    Form,
    OutcomeColumn,
    OutcomeTable,
    TopicColumn,
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
    if field is Field.STAGES:
        return ActivityTable(
            over="activities",
            columns=(
                ActivityColumn(label=_text(_("Stage, time")), field=ActivityField.STAGE, width=20),
                ActivityColumn(label=_text(_("Teacher")), field=ActivityField.TEACHER, width=45),
                ActivityColumn(label=_text(_("Learners")), field=ActivityField.LEARNER, width=35),
            ),
        )
    if field is Field.TOPICS:
        return TopicTable(
            over="topics",
            columns=(
                TopicColumn(label=_text("№"), field=TopicField.NUMBER, width=8),
                TopicColumn(label=_text(_("Topic")), field=TopicField.TITLE, width=77),
                TopicColumn(label=_text(_("Hours")), field=TopicField.HOURS, width=15),
            ),
        )
    if field is Field.OUTCOMES:
        return OutcomeTable(
            over="outcomes",
            columns=(
                OutcomeColumn(label=_text(_("Code")), field=OutcomeField.CODE, width=10),
                OutcomeColumn(label=_text(_("Outcome")), field=OutcomeField.TEXT, width=55),
                OutcomeColumn(
                    label=_text(_("Lessons and tasks")), field=OutcomeField.SERVED_BY, width=35
                ),
            ),
        )
    return None


def _text(said: str) -> Text:
    # Said in the language in force: there is no other to fall back from.
    return Text(kk=said, ru=said, en=said)
