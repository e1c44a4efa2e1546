"""What the fields of a lesson are called in its editor."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FIELDS: dict[str, str | Promise] = {
    "title": _("Title"),
    "form": _("Form of the lesson"),
    "kind": _("Kind"),
    "number": _("Number"),
    "subject": _("Subject of study"),
    "section": _("Section of the programme"),
    "audience": _("Class or programme"),
    "course": _("Course"),
    "minutes": _("Minutes"),
    "dossiers": _("Dossiers"),
    "aims": _("Aims"),
    "objectives": _("Objectives"),
    "competences": _("Competences"),
    "plan": _("Questions of the plan"),
    "values": _("Values"),
    "links": _("Links with other subjects"),
    "equipment": _("Equipment"),
    "prior": _("Prior knowledge"),
    "stages": _("Course of the lesson"),
    "activities": _("Activities"),
    "teacher": pgettext_lazy("who acts", "Teacher"),
    "learner": pgettext_lazy("who acts", "Learner"),
    "assessment": _("Assessment"),
    "resources": _("Resources"),
    "support": pgettext_lazy("differentiation", "Support"),
    "challenge": pgettext_lazy("differentiation", "Challenge"),
    "items": _("Items"),
    "text": _("Text"),
    "answer": _("Answer"),
    "explanation": _("Explanation"),
    "options": _("Options"),
    "questions": _("Questions"),
    "consolidation": _("Questions for consolidation"),
    "homework": _("Homework"),
    "reading": pgettext_lazy("literature", "Reading"),
    "forms_of_work": _("Forms to choose from"),
    "criteria": _("Criteria of assessment"),
    "descriptors": _("Descriptors"),
    "reflection": _("Reflection"),
    "points": _("Points"),
    "level": _("Level"),
    "bloom": _("Bloom’s level"),
    "code": _("Code"),
}
KINDS_OF_ITEMS: dict[str, str | Promise] = {
    "prompt": _("Question with an open answer"),
    "choice": _("Question with options"),
    "statement": _("Statement, true or false"),
    "estimate": _("Number to estimate"),
    "ordering": _("Things to order"),
    "exhibit": _("Text to read"),
    "grid": _("Table to fill in"),
}
