"""Making, saving, restoring, copying and removing documents; what they rest on."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from olke.accounts.models import Person, Role
from olke.history.domain import Change, record_changes
from olke.history.models import Action, Entry
from olke.history.queries import find_break
from olke.teaching.documents.arranging import with_entry
from olke.teaching.documents.dossier import ClaimEntry, Dossier
from olke.teaching.domain import documents as domain
from olke.teaching.domain.drafts import discard_draft, keep_draft
from olke.teaching.domain.evidence import accept_evidence
from olke.teaching.domain.sharing import (
    renew_link,
    set_visibility,
    share_with,
    stop_sharing,
)
from olke.teaching.errors import ChangedMeanwhileError, NothingChangedError
from olke.teaching.models import Document, Share, Visibility
from olke.teaching.queries import corrections_of, documents_resting_on, documents_to_update
from tests.records import make_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(person_of: Callable[[Role], Person]) -> Person:
    """Return somebody who makes documents."""
    return person_of(Role.TEACHER)


def dossier(*claims: str, title: str = "Соғыс") -> Dossier:
    """Return the content of a dossier with these claims."""
    entries = [{"claim": key} for key in claims]
    given = {"key": "new", "title": {"kk": title}, "sections": [{"entries": entries}]}
    return Dossier.model_validate(given)


def corrected(claim: str) -> None:
    """Enter a correction of a claim in the history."""
    change = Change("claim", claim, Action.CHANGED, {"value": "7646"}, {"value": "7640"})
    record_changes([change], by=None, why="misread")


def test_a_new_document_is_private_has_one_version_and_one_entry(teacher: Person) -> None:
    document = domain.create_document(dossier(), by=teacher)
    assert (document.visibility, document.revision) == ("private", 1)
    assert document.versions.get().by == teacher
    assert Entry.objects.filter(kind="dossier", key=document.key, action="added").count() == 1


def test_two_documents_of_one_title_have_keys_of_their_own(teacher: Person) -> None:
    one, other = (domain.create_document(dossier(), by=teacher) for _ in range(2))
    assert one.key != other.key
    assert one.key.startswith("soghys-")


def test_saving_adds_a_version_and_uses_the_draft_up(teacher: Person) -> None:
    document = domain.create_document(dossier(), by=teacher)
    keep_draft(document, {"title": "half"}, revision=1, by=teacher)
    version = domain.save_document(document, dossier(title="Тың"), revision=1, by=teacher)
    assert (version.number, document.title_kk) == (2, "Тың")
    assert not document.drafts.exists()
    assert document.versions.count() == 2
    assert find_break() is None


def test_who_saves_on_top_of_somebody_elses_work_is_told(teacher: Person) -> None:
    document = domain.create_document(dossier(), by=teacher)
    domain.save_document(document, dossier(title="Бірінші"), revision=1, by=teacher)
    with pytest.raises(ChangedMeanwhileError) as told:
        domain.save_document(document, dossier(title="Екінші"), revision=1, by=teacher)
    assert told.value.newest == 2
    document.refresh_from_db()
    assert document.title_kk == "Бірінші"


def test_saving_what_is_there_already_adds_nothing(teacher: Person) -> None:
    document = domain.create_document(dossier(), by=teacher)
    with pytest.raises(NothingChangedError):
        domain.save_document(document, dossier(), revision=1, by=teacher)
    assert document.versions.count() == 1


def test_an_earlier_version_comes_back_and_none_is_lost(teacher: Person) -> None:
    document = domain.create_document(dossier(title="Ескі"), by=teacher)
    domain.save_document(document, dossier(title="Жаңа"), revision=1, by=teacher)
    domain.restore_version(document, 1, revision=2, by=teacher)
    assert (document.title_kk, document.revision) == ("Ескі", 3)
    titles = [version.content["title"]["kk"] for version in document.versions.all()]
    assert titles == ["Ескі", "Жаңа", "Ескі"]


@pytest.mark.django_db(transaction=True)
def test_of_two_that_add_at_once_both_are_kept(person_of: Callable[[Role], Person]) -> None:
    teacher = person_of(Role.TEACHER)
    document = domain.create_document(dossier(), by=teacher)
    start = Barrier(2)

    def add(key: str) -> None:
        start.wait()
        try:
            found = Document.objects.get(pk=document.pk)
            domain.change_document(
                found, lambda content: with_entry(content, ClaimEntry(claim=key)), by=teacher
            )
        finally:
            connection.close()

    threads = [Thread(target=add, args=(key,)) for key in ("1-01", "1-02")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    document.refresh_from_db()
    assert set(document.parsed().claims) == {"1-01", "1-02"}
    assert document.revision == 3


def test_a_copy_is_the_copiers_own_and_remembers_where_it_is_from(
    teacher: Person, person_of: Callable[[Role], Person]
) -> None:
    document = domain.create_document(dossier("1-01"), by=teacher)
    set_visibility(document, Visibility.PUBLIC, by=teacher)
    copy = domain.copy_document(document, by=person_of(Role.RESEARCHER))
    assert (copy.owner, copy.visibility) == (person_of(Role.RESEARCHER), "private")
    assert (copy.copied_from, copy.parsed().claims) == (document, ("1-01",))


def test_a_removed_document_comes_back_as_it_was(teacher: Person) -> None:
    document = domain.create_document(dossier("1-01"), by=teacher)
    domain.remove_document(document, by=teacher)
    assert document.removed_at
    domain.bring_back(document, by=teacher)
    document.refresh_from_db()
    assert document.removed_at is None
    assert document.parsed().claims == ("1-01",)
    with pytest.raises(NothingChangedError):
        domain.bring_back(document, by=teacher)


def test_a_draft_is_kept_for_each_person_apart(
    teacher: Person, person_of: Callable[[Role], Person]
) -> None:
    document = domain.create_document(dossier(), by=teacher)
    keep_draft(document, {"n": 1}, revision=1, by=teacher)
    keep_draft(document, {"n": 2}, revision=1, by=teacher)
    keep_draft(document, {"n": 3}, revision=1, by=person_of(Role.RESEARCHER))
    assert sorted(draft.data["n"] for draft in document.drafts.all()) == [2, 3]
    discard_draft(document, by=teacher)
    assert [draft.data["n"] for draft in document.drafts.all()] == [3]


def test_a_correction_of_the_evidence_is_shown_until_it_has_been_seen(teacher: Person) -> None:
    claim = make_claim()
    document = domain.create_document(dossier(claim.key), by=teacher)
    assert corrections_of(document) == ()
    corrected(claim.key)
    (correction,) = corrections_of(document)
    assert (correction.key, len(correction.entries)) == (claim.key, 1)
    assert documents_to_update([document]) == {document.pk}
    assert accept_evidence(document, by=teacher) == 1
    assert corrections_of(document) == ()
    assert documents_to_update([document]) == set()


def test_a_correction_made_before_a_claim_was_taken_is_none(teacher: Person) -> None:
    claim, other = make_claim(), make_claim()
    document = domain.create_document(dossier(other.key), by=teacher)
    corrected(claim.key)
    domain.save_document(document, dossier(other.key, claim.key), revision=1, by=teacher)
    assert corrections_of(document) == ()


def test_corrections_are_found_in_two_statements(
    teacher: Person, django_assert_num_queries
) -> None:
    for number in (1, 3):
        claims = [make_claim().key for _ in range(number)]
        document = domain.create_document(dossier(*claims), by=teacher)
        for claim in claims:
            corrected(claim)
        with django_assert_num_queries(2):
            assert len(corrections_of(document)) == number


def test_documents_that_rest_on_a_claim_are_found_from_it(
    teacher: Person, person_of: Callable[[Role], Person]
) -> None:
    claim = make_claim()
    document = domain.create_document(dossier(claim.key), by=teacher)
    assert list(documents_resting_on("claim", claim.key, teacher)) == [document]
    assert not documents_resting_on("claim", claim.key, person_of(Role.STUDENT)).exists()


def test_every_change_of_who_may_read_stands_in_the_history(
    teacher: Person, person_of: Callable[[Role], Person]
) -> None:
    document, colleague = domain.create_document(dossier(), by=teacher), person_of(Role.RESEARCHER)
    before = Entry.objects.count()
    set_visibility(document, Visibility.LINK, by=teacher)
    share_with(document, colleague, may_change=False, by=teacher)
    share_with(document, colleague, may_change=True, by=teacher)
    assert Share.objects.get().may_change
    stop_sharing(document, colleague, by=teacher)
    stop_sharing(document, colleague, by=teacher)
    assert Entry.objects.count() == before + 4
    assert find_break() is None


def test_a_renewed_link_is_another_one(teacher: Person) -> None:
    document = domain.create_document(dossier(), by=teacher)
    before = document.secret
    renew_link(document, by=teacher)
    assert document.secret != before
    assert len(document.secret) >= 22
