"""Keeping track of what documents rest on, and of corrections to it."""

from __future__ import annotations

from django.db import transaction

from olke.accounts.models import Person
from olke.history.domain import Change, hold_history, record_changes
from olke.history.models import Action, Head
from olke.teaching.documents.course import Course
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson
from olke.teaching.models import Document, Use
from olke.teaching.uses import uses_of


def follow_uses(document: Document, content: Dossier | Course | Lesson) -> None:
    """Bring the rows of what a document rests on up to date with its content.

    What is new in it was taken from the evidence as it is now; what was in it before keeps the
    number of the entry that its teacher has seen.
    """
    wanted = {(kind.value, key) for kind, key in uses_of(content)}
    stored = {(use.kind, use.key): use.pk for use in document.uses.all()}
    Use.objects.filter(pk__in=[pk for used, pk in stored.items() if used not in wanted]).delete()
    now = newest_entry()
    Use.objects.bulk_create(
        Use(document=document, kind=kind, key=key, seen=now)
        for kind, key in sorted(wanted - stored.keys())
    )


def accept_evidence(document: Document, *, by: Person, why: str = "") -> int:
    """Note that the teacher has seen every correction up to now; return how many there were.

    The document itself stays as it is: what is drafted anew is saved as any other change.
    """
    with transaction.atomic():
        hold_history()
        now = newest_entry()
        seen = document.uses.filter(seen__lt=now).update(seen=now)
        if seen:
            state = {"evidence_seen": now}
            change = Change(document.kind, document.key, Action.REVIEWED, state, state)
            record_changes([change], by=by, why=why)
    return seen


def newest_entry() -> int:
    """Return the number of the newest entry of the history, 0 while there is none."""
    number = Head.objects.values_list("number", flat=True).first()
    return number or 0
