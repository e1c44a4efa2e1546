"""The researchers' desk: what is entered is kept, what is wrong is said beside its field."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.forms import BoundField, ChoiceField
from django.test import Client
from django.urls import reverse

from olke.accounts.models import Role
from olke.editing.sections import SECTIONS
from olke.evidence.models import Claim
from olke.exchange.pack.schema import TABLES
from olke.history.models import Entry
from tests.records import (
    make_citation,
    make_claim,
    make_entity,
    make_indicator,
    make_name,
    make_pack,
    make_source,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client_of: Callable[[Role], Client]) -> Client:
    make_pack()
    return client_of(Role.RESEARCHER)


def entered(**cells: str) -> dict[str, str]:
    """Return a form as a browser sends it: a claim with one citation and an empty row."""
    given = {
        "key": "plan-1946",
        "kind": "observation",
        "subject": make_entity().key,
        "indicator": make_indicator().key,
        "value": "9650",
        "unit": "t",
        "period": "1946",
        "aspect": "planned",
        "measure": "absolute",
        "rank": "normal",
        "review": "unreviewed",
        "citations-count": "2",
        "citations-0-source": make_source().key,
        "citations-0-locator_kind": "sheet",
        "citations-0-locator": "32",
        "why": "read in the archive",
    }
    return given | cells


def is_list(field: BoundField) -> bool:
    """Tell whether a browser sends the first choice of a field that nobody touched."""
    return isinstance(field.field, ChoiceField)


def test_a_claim_is_added_through_the_form(desk: Client) -> None:
    answer = desk.post(reverse("editing:add", args=["claims"]), entered())

    assert answer.status_code == 302
    assert Claim.objects.get(key="plan-1946").citations.get().locator == "32"
    assert Entry.objects.get(kind="claim").why == "read in the archive"


def test_a_form_sent_as_it_was_opened_changes_nothing(desk: Client) -> None:
    """Rows that are empty when the form opens must not come back half filled."""
    entity = make_entity()
    make_name(entity=entity)
    url = reverse("editing:change", args=["entities", entity.key])
    opened = desk.get(url).context["page"]
    forms = [opened.form, *(row for part in opened.owned for row in part.forms)]
    sent = {
        field.html_name: field.value() or (field.field.choices[0][0] if is_list(field) else "")
        for form in forms
        for field in form
    }
    counts = {part.count_name: len(part.forms) for part in opened.owned}

    answer = desk.post(url, sent | counts | {"why": "x", "revision": "1"}, follow=True)

    assert answer.status_code == 200
    assert entity.names.count() == 1
    assert not Entry.objects.filter(kind="entity").exists()


def test_a_form_says_what_its_keys_mean(desk: Client) -> None:
    claim = make_claim(subject=make_entity(name_kk="Ет комбинаты"))

    page = desk.get(reverse("editing:change", args=["claims", claim.key])).content.decode()

    assert '<p class="hint" id="id_subject_helptext">Ет комбинаты</p>' in page
    assert '<p class="hint" id="id_citations-0-source_helptext">A book</p>' in page


@pytest.mark.parametrize("count", [1, 3])
def test_a_form_takes_the_same_number_of_statements_for_one_and_three_citations(
    desk: Client, count: int, django_assert_num_queries: Callable[..., object]
) -> None:
    claim = make_claim()
    for number in range(count - 1):
        make_citation(claim=claim, locator=str(number))
    with django_assert_num_queries(15):  # type: ignore[attr-defined]
        desk.get(reverse("editing:change", args=["claims", claim.key]))


def test_every_column_has_its_place_on_a_form() -> None:
    for table in TABLES:
        placed = [
            name for _name, _title, rows in SECTIONS[table.name] for row in rows for name in row
        ]
        wanted = [name for name in table.names if name != table.owned_by]
        assert sorted(placed) == sorted(wanted), table.name


def test_what_is_wrong_stands_beside_its_field_and_what_was_entered_stays(desk: Client) -> None:
    answer = desk.post(
        reverse("editing:add", args=["claims"]), entered(value="9,650", unit="parsec")
    )

    assert answer.status_code == 422
    form = answer.context["page"].form
    assert "9.650" in str(form.errors["value"])
    assert "9650" in str(form.errors["value"])
    assert "parsec" in str(form.errors["unit"])
    assert 'value="9,650"' in answer.content.decode()


def test_a_reason_is_asked_for(desk: Client) -> None:
    answer = desk.post(reverse("editing:add", args=["claims"]), entered(why=""))

    assert answer.status_code == 422
    assert not Claim.objects.exists()


def test_a_correction_opened_before_anothers_is_not_lost(desk: Client) -> None:
    claim = make_claim()
    url = reverse("editing:change", args=["claims", claim.key])
    mine = entered(
        key=claim.key,
        subject=claim.subject.key,
        indicator=claim.indicator.key,
        value="8000",
        revision="1",
    )
    Claim.objects.filter(pk=claim.pk).update(revision=2)

    answer = desk.post(url, mine)

    assert answer.status_code == 409
    assert 'value="8000"' in answer.content.decode()
    again = desk.post(
        url, mine | {"revision": str(answer.context["page"].reason.initial["revision"])}
    )
    assert again.status_code == 302
    assert Claim.objects.get(pk=claim.pk).value_sort == 8000.0


def test_a_claim_is_reviewed_and_withdrawn_from_its_page(desk: Client) -> None:
    claim = make_claim()
    url = reverse("editing:review", args=[claim.key])

    desk.post(url, {"column": "review", "value": "reviewed", "why": "seen", "revision": "1"})
    desk.post(url, {"column": "review", "value": "withdrawn", "why": "a copy", "revision": "2"})

    assert Claim.objects.get(pk=claim.pk).review == "withdrawn"
    assert desk.get(reverse("explore:claim", args=[claim.key])).status_code == 200


def test_a_change_is_taken_back_after_showing_what_would_return(desk: Client) -> None:
    claim = make_claim()
    url = reverse("editing:review", args=[claim.key])
    desk.post(url, {"column": "rank", "value": "deprecated", "why": "old", "revision": "1"})
    revert = reverse("editing:revert", args=[Entry.objects.get(kind="claim").number])

    assert "ескірген" in desk.get(revert).content.decode()
    assert desk.post(revert, {"why": "still good", "revision": "2"}).status_code == 302
    assert Claim.objects.get(pk=claim.pk).rank == "normal"


def test_keys_are_offered_while_a_name_is_typed_in_any_language(desk: Client) -> None:
    entity = make_entity(name_ru="Мясокомбинат", name_kk="Ет комбинаты")
    url = reverse("editing:suggestions", args=["entities"])

    for words in ("мясоком", "Ет ком", entity.key):
        items = desk.get(url, {"q": words}).json()["items"]
        assert [item["value"] for item in items] == [entity.key]


@pytest.mark.parametrize("count", [1, 3])
def test_the_desk_takes_the_same_number_of_statements_for_one_and_three_claims(
    desk: Client, count: int, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for _ in range(count):
        make_claim()
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        desk.get(reverse("editing:desk"))


@pytest.mark.parametrize("role", [Role.VISITOR, Role.STUDENT, Role.TEACHER])
def test_below_a_researcher_nobody_edits_or_reviews(
    role: Role, client_of: Callable[[Role], Client]
) -> None:
    claim = make_claim()
    browser = client_of(role)
    refused = {302} if role == Role.VISITOR else {403}

    add = browser.post(reverse("editing:add", args=["claims"]), entered())
    change = browser.post(reverse("editing:change", args=["claims", claim.key]), entered())
    review = browser.post(
        reverse("editing:review", args=[claim.key]),
        {"column": "review", "value": "reviewed", "why": "x", "revision": "1"},
    )

    assert {add.status_code, change.status_code, review.status_code} == refused
    assert Claim.objects.get().review == "unreviewed"
    assert not Entry.objects.filter(kind="claim").exists()
