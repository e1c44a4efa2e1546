"""Who may do what with a document: every role, as owner, by a share, as a colleague, by a link."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from olke.accounts.access import Somebody
from olke.accounts.models import Membership, Organisation, Person, Role
from olke.teaching.access import may_change, may_own, may_see, may_write, visible_documents
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.parts import Title
from olke.teaching.domain.documents import create_document
from olke.teaching.models import Document, Share, Visibility
from tests.records import make_pack

pytestmark = pytest.mark.django_db

EVERYBODY = set(Role)
TEACHERS = {Role.TEACHER, Role.RESEARCHER, Role.ADMINISTRATOR}
RESEARCHERS = {Role.RESEARCHER, Role.ADMINISTRATOR}
PUBLIC, ORGANISATION = Visibility.PUBLIC, Visibility.ORGANISATION
REMOVED_AT = datetime(2026, 1, 2, tzinfo=UTC)
ANYBODY = AnonymousUser()

# What each may read, change and own, by how they stand to the document; besides what is public.
READ = {
    "owner": dict.fromkeys(Visibility, EVERYBODY),
    "editor": dict.fromkeys(Visibility, EVERYBODY),
    "reader": dict.fromkeys(Visibility, EVERYBODY),
    "colleague": {ORGANISATION: TEACHERS, PUBLIC: EVERYBODY},
    "stranger": {PUBLIC: EVERYBODY},
}
CHANGED: dict[str, set[Role]] = {"owner": TEACHERS, "editor": TEACHERS}
OWNED: dict[str, set[Role]] = {"owner": TEACHERS}

PersonOf = Callable[[Role], Person]


@pytest.fixture
def document(person_of: PersonOf, django_user_model: type[Person]) -> Document:
    """Return the dossier of a teacher of its own, who belongs to the school."""
    owner = django_user_model.objects.create(username="owner", role=Role.TEACHER)
    school = Organisation.objects.create(name="School", kind="school")
    Membership.objects.create(person=owner, organisation=school, role=Role.TEACHER)
    return create_document(Dossier(key="dossier", title=Title(en="Dossier")), by=owner)


@pytest.fixture
def packed(document: Document) -> Document:
    """Return a dossier of the pack."""
    Document.objects.update(owner=None, pack=make_pack(), visibility=PUBLIC)
    return Document.objects.get()


def stand(person: Person, how: str, document: Document) -> Person:
    """Let somebody stand to the document as its owner, by a share, as a colleague, or not."""
    if how == "owner":
        document.owner = person
        document.save()
    elif how == "colleague":
        school = Organisation.objects.get()
        Membership.objects.create(person=person, organisation=school, role=Role.TEACHER)
    elif how != "stranger":
        Share.objects.create(document=document, person=person, may_change=how == "editor")
    return person


def listed(person: Somebody, document: Document) -> bool:
    return list(visible_documents(person)) == [document]


@pytest.mark.parametrize("visibility", Visibility)
@pytest.mark.parametrize("how", READ)
@pytest.mark.parametrize("role", Role)
def test_each_role_reads_changes_and_owns_what_its_standing_allows(
    person_of: PersonOf, document: Document, role: Role, how: str, visibility: Visibility
) -> None:
    document.visibility = visibility
    document.save()
    person = stand(person_of(role), how, document)
    reads = role in READ[how].get(visibility, ())

    assert may_see(person, document) == reads
    assert listed(person, document) == reads
    assert may_change(person, document) == (role in CHANGED.get(how, ()))
    assert may_own(person, document) == (role in OWNED.get(how, ()))


@pytest.mark.parametrize("how", READ)
@pytest.mark.parametrize("role", Role)
def test_a_removed_document_is_its_owners_alone(
    person_of: PersonOf, document: Document, role: Role, how: str
) -> None:
    document.visibility, document.removed_at = PUBLIC, REMOVED_AT
    document.save()
    person = stand(person_of(role), how, document)

    assert may_see(person, document) == (role in OWNED.get(how, ()))
    assert may_change(person, document) == (role in OWNED.get(how, ()))
    assert not listed(person, document)


@pytest.mark.parametrize("role", Role)
def test_a_document_of_a_pack_is_the_researchers_to_change_and_nobodys_own(
    person_of: PersonOf, packed: Document, role: Role
) -> None:
    person = person_of(role)

    assert may_see(person, packed)
    assert listed(person, packed)
    assert may_change(person, packed) == (role in RESEARCHERS)
    assert not may_own(person, packed)


@pytest.mark.parametrize("role", Role)
def test_a_document_that_a_pack_gave_up_is_seen_by_researchers_alone(
    person_of: PersonOf, packed: Document, role: Role
) -> None:
    packed.removed_at = REMOVED_AT
    packed.save()

    assert may_see(person_of(role), packed) == (role in RESEARCHERS)
    assert not listed(person_of(role), packed)


@pytest.mark.parametrize("visibility", Visibility)
def test_who_is_not_signed_in_reads_what_is_public(
    document: Document, visibility: Visibility
) -> None:
    document.visibility = visibility
    document.save()

    assert may_see(ANYBODY, document) == (visibility == PUBLIC)
    assert listed(ANYBODY, document) == (visibility == PUBLIC)
    assert not may_change(ANYBODY, document)
    assert not may_own(ANYBODY, document)
    assert not may_write(ANYBODY)


@pytest.mark.parametrize("how", ["owner", "editor", "reader", "colleague"])
def test_who_may_not_sign_in_any_more_is_nobody(
    person_of: PersonOf, document: Document, how: str
) -> None:
    document.visibility = ORGANISATION
    document.save()
    person = stand(person_of(Role.TEACHER), how, document)
    person.is_active = False
    person.save()

    assert not may_see(person, document)
    assert not listed(person, document)
    assert not may_change(person, document)
    assert not may_own(person, document)


@pytest.mark.parametrize("visibility", Visibility)
def test_a_private_link_opens_what_is_given_by_link_and_puts_it_into_no_list(
    document: Document, visibility: Visibility
) -> None:
    document.visibility = visibility
    document.save()
    opens = visibility in (Visibility.LINK, PUBLIC)

    assert may_see(ANYBODY, document, document.secret) == opens
    assert listed(ANYBODY, document) == (visibility == PUBLIC)
    assert not may_change(ANYBODY, document)


@pytest.mark.parametrize("secret", ["", "x", "қазына", "\udcff", "é" * 22])
def test_a_wrong_link_opens_nothing(document: Document, secret: str) -> None:
    document.visibility = Visibility.LINK
    document.save()

    assert not may_see(ANYBODY, document, secret)


def test_a_document_without_a_secret_has_no_link(document: Document) -> None:
    document.visibility, document.secret = Visibility.LINK, ""
    document.save()

    assert not may_see(ANYBODY, document, "")


def test_a_link_opens_no_removed_document(document: Document) -> None:
    document.visibility, document.removed_at = Visibility.LINK, REMOVED_AT
    document.save()

    assert not may_see(ANYBODY, document, document.secret)


def test_a_colleague_of_two_shared_schools_finds_a_document_once(
    person_of: PersonOf, document: Document
) -> None:
    document.visibility = ORGANISATION
    document.save()
    person = stand(person_of(Role.TEACHER), "colleague", document)
    faculty = Organisation.objects.create(name="Faculty", kind="faculty")
    for pk in (person.pk, document.owner_id):
        Membership.objects.create(person_id=pk, organisation=faculty, role=Role.TEACHER)

    assert listed(person, document)
