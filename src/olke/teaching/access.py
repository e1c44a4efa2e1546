"""Who may do what with a document: one door for each."""

from __future__ import annotations

import hmac

from django.db.models import Q, QuerySet

from olke.accounts.access import Somebody, has_role
from olke.accounts.models import Membership, Person, Role
from olke.teaching.models import Document, Share, Visibility


def may_write(person: Somebody) -> bool:
    """May make documents of one's own: teachers and above."""
    return has_role(person, Role.TEACHER)


def may_see(person: Somebody, document: Document, secret: str = "") -> bool:
    """May read a document; ``secret`` is what a private link carried."""
    if may_change(person, document):
        return True
    if document.removed_at:
        return False
    if document.visibility == Visibility.LINK and _opens(document, secret):
        return True
    return document.visibility == Visibility.PUBLIC or _is_let_in(person, document)


def may_change(person: Somebody, document: Document) -> bool:
    """May save, illustrate and draft: the owner and those it is shared with for changing; a pack's
    documents are the researchers'."""
    if not isinstance(person, Person) or not may_write(person):
        return False
    if document.owner_id is None:
        return has_role(person, Role.RESEARCHER)
    if document.owner_id == person.pk:
        return True
    if document.removed_at:
        return False
    return document.shares.filter(person=person, may_change=True).exists()


def may_own(person: Somebody, document: Document) -> bool:
    """May share, publish and remove: the owner alone."""
    return isinstance(person, Person) and may_write(person) and document.owner_id == person.pk


def visible_documents(person: Somebody) -> QuerySet[Document]:
    """Return the documents that somebody finds in lists: those behind a link are not among them."""
    found = Q(visibility=Visibility.PUBLIC)
    if isinstance(person, Person) and person.is_active:
        shared = Share.objects.filter(person=person).values("document")
        found |= Q(owner=person) | Q(pk__in=shared)
        if may_write(person):
            mine = Membership.objects.filter(person=person).values("organisation")
            colleagues = Membership.objects.filter(organisation__in=mine).values("person")
            found |= Q(visibility=Visibility.ORGANISATION, owner__in=colleagues)
    return Document.objects.filter(found, removed_at=None)


def _opens(document: Document, secret: str) -> bool:
    # As bytes: an address may carry any letters, and compare_digest takes only ASCII as text.
    given, kept = (text.encode(errors="surrogatepass") for text in (secret, document.secret))
    return bool(kept) and hmac.compare_digest(given, kept)


def _is_let_in(person: Somebody, document: Document) -> bool:
    if not isinstance(person, Person) or not person.is_active:
        return False
    if document.owner_id == person.pk:  # who is no teacher any more still reads what is theirs
        return True
    if document.visibility == Visibility.ORGANISATION and _colleagues(person, document):
        return True
    return document.shares.filter(person=person).exists()


def _colleagues(person: Person, document: Document) -> bool:
    if not may_write(person) or document.owner_id is None:
        return False
    mine = Membership.objects.filter(person=person).values("organisation")
    return Membership.objects.filter(organisation__in=mine, person=document.owner_id).exists()
