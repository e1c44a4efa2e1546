"""Reading documents: lists, versions, and corrections of what they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from olke.accounts.access import Somebody
from olke.accounts.models import Person
from olke.history.models import Entry
from olke.teaching.access import visible_documents
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson
from olke.teaching.models import Document, DocumentKind, Share, Use, UseKind


@dataclass(frozen=True)
class Correction:
    """Entries of a record's history that a document's teacher has not seen.

    ``entries`` stand oldest first; each has what was before and after.
    """

    kind: str
    key: str
    entries: tuple[Entry, ...]


def documents_for(person: Somebody, kind: DocumentKind, *, form: str = "") -> QuerySet[Document]:
    """Return the documents somebody finds in the list of a kind, newest first: one statement."""
    found = _listed(visible_documents(person).filter(kind=kind))
    return found.filter(form=form) if form else found


def own_documents(person: Somebody) -> QuerySet[Document]:
    """Return somebody's own documents of every kind, the one changed last first."""
    if not isinstance(person, Person):
        return Document.objects.none()
    return _listed(Document.objects.filter(owner=person, removed_at=None))


def dossiers_to_fill(person: Person) -> QuerySet[Document]:
    """Return the dossiers that somebody may add to, the one changed last first: one statement."""
    shared = Share.objects.filter(person=person, may_change=True).values("document")
    mine = Q(owner=person) | Q(pk__in=shared)
    return _listed(Document.objects.filter(mine, kind=DocumentKind.DOSSIER, removed_at=None))


def dossiers_of(lesson: Lesson) -> dict[Document, Dossier]:
    """Return a lesson's dossiers with their contents, in the lesson's order: one statement.

    Whoever may see the lesson sees the evidence that it rests on.
    """
    rows = Document.objects.filter(
        kind=DocumentKind.DOSSIER, key__in=lesson.dossiers, removed_at=None
    )
    by_key = {row.key: row for row in rows}
    found = [by_key[key] for key in lesson.dossiers if key in by_key]
    return {row: content for row in found if isinstance(content := row.parsed(), Dossier)}


def lessons_from(document: Document, person: Somebody) -> QuerySet[Document]:
    """Return the lessons made from a dossier that somebody may find: one statement."""
    found = documents_resting_on(UseKind.DOCUMENT, document.key, person)
    return found.filter(kind=DocumentKind.LESSON)


def corrections_of(document: Document) -> tuple[Correction, ...]:
    """Return what was changed in the evidence since the document's teacher last looked.

    Two statements, however many uses there are.
    """
    uses = {(use.kind, use.key): use.seen for use in document.uses.all()}
    records = {used: seen for used, seen in uses.items() if used[0] != UseKind.DOCUMENT}
    if not records:
        return ()
    oldest = min(records.values())
    found: dict[tuple[str, str], list[Entry]] = {}
    entries = Entry.objects.filter(
        number__gt=oldest,
        kind__in={kind for kind, _ in records},
        key__in={key for _, key in records},
    ).order_by("number")
    for entry in entries:
        seen = records.get((entry.kind, entry.key))
        if seen is not None and entry.number > seen:
            found.setdefault((entry.kind, entry.key), []).append(entry)
    return tuple(Correction(kind, key, tuple(of)) for (kind, key), of in found.items())


def documents_to_update(documents: Iterable[Document]) -> set[int]:
    """Return the primary keys of the documents whose evidence was corrected: one statement."""
    newest = (
        Entry.objects.filter(kind=OuterRef("kind"), key=OuterRef("key"))
        .order_by("-number")
        .values("number")[:1]
    )
    uses = Use.objects.filter(document__in=[d.pk for d in documents]).exclude(kind=UseKind.DOCUMENT)
    late = uses.annotate(newest=Subquery(newest)).filter(newest__gt=F("seen"))
    return set(late.values_list("document", flat=True))


def documents_resting_on(kind: UseKind, key: str, person: Somebody) -> QuerySet[Document]:
    """Return the documents that rest on a record and that somebody may find: one statement."""
    resting = Use.objects.filter(kind=kind, key=key).values("document")
    return _listed(visible_documents(person).filter(pk__in=resting))


def _listed(documents: QuerySet[Document]) -> QuerySet[Document]:
    """Leave out what no list shows: the content of a lesson is a hundred times its title."""
    return documents.select_related("owner", "pack").defer("content", "layout")
