"""Reading classes and class lists of a teacher."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from olke.accounts.access import Somebody, has_role
from olke.accounts.models import Person, Role
from olke.classroom.models import ClassList, LiveClass


def classes_of(person: Somebody) -> QuerySet[LiveClass]:
    """Return a teacher's classes, newest first, each with ``learners``: one statement.

    Those who were taken out are not counted; the script, which is large, is not read. Whoever is
    no teacher has none.
    """
    if not isinstance(person, Person) or not has_role(person, Role.TEACHER):
        return LiveClass.objects.none()
    there = Count("participants", filter=Q(participants__removed_at=None))
    found = LiveClass.objects.filter(teacher=person).annotate(learners=there)
    return found.order_by("-started_at", "-pk").defer("script")


def lists_of(teacher: Person) -> QuerySet[ClassList]:
    """Return a teacher's class lists by name, each with ``number`` of names: one statement."""
    return ClassList.objects.filter(owner=teacher).annotate(number=Count("names")).order_by("name")
