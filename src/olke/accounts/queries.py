"""Reads of accounts."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from olke.accounts.models import Membership, Organisation, Person

SUGGESTED = 10


def everybody() -> QuerySet[Person]:
    """Return all accounts by the name shown (one statement; nothing related is read)."""
    return Person.objects.filter(erased_at=None).order_by("display_name", "pk")


def people_called(words: str) -> QuerySet[Person]:
    """Return a few accounts whose sign-in name or name shown holds ``words`` (one statement)."""
    written = {words, words.lower(), words.upper(), words.title()}
    condition = Q(username__contains=words.casefold())
    for some in written:  # SQLite ignores case in Latin letters only
        condition |= Q(display_name__contains=some)
    return everybody().filter(condition)[:SUGGESTED]


def organisations() -> QuerySet[Organisation]:
    """Return all organisations by name, each with ``members``, their number (one statement)."""
    return Organisation.objects.annotate(members=Count("memberships")).order_by("name")


def members_of(organisation: Organisation) -> QuerySet[Membership]:
    """Return who belongs to an organisation, by the name shown (one statement)."""
    members = organisation.memberships.select_related("person")
    return members.order_by("person__display_name", "person_id")


def memberships_of(person: Person) -> QuerySet[Membership]:
    """Return where somebody belongs, by the organisation's name (one statement)."""
    return person.memberships.select_related("organisation").order_by("organisation__name")
