"""Reading classes and class lists of a teacher."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from olke.accounts.models import Person
from olke.classroom.models import ClassList, LiveClass


def classes_of(teacher: Person) -> QuerySet[LiveClass]:
    """Return a teacher's classes, newest first, each with ``learners``: one statement.

    Those who were taken out are not counted; the script, which is large, is not read.
    """
    there = Count("participants", filter=Q(participants__removed_at=None))
    return LiveClass.objects.filter(teacher=teacher).annotate(learners=there).defer("script")


def lists_of(teacher: Person) -> QuerySet[ClassList]:
    """Return a teacher's class lists by name, each with ``number`` of names: one statement."""
    return ClassList.objects.filter(owner=teacher).annotate(number=Count("names"))
