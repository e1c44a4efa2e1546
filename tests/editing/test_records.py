"""Records are added and corrected without keys, lost words or needless steps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from olke.accounts.models import Role
from olke.entities.models import Entity
from olke.evidence.models import Claim
from olke.history.models import Entry
from tests.editing.test_pages import entered
from tests.records import make_claim, make_entity, make_indicator, make_name, make_pack, make_source

pytestmark = pytest.mark.django_db
ADD = "editing:add"


@pytest.fixture
def desk(client_of: Callable[[Role], Client]) -> Client:
    make_pack()
    return client_of(Role.RESEARCHER)


def test_a_claim_is_entered_as_people_write(desk: Client) -> None:
    make_entity(key="glass-works", name_kk="Шыны зауыты")
    typed = entered(
        key="", subject="Шыны зауыты", value="1 400,5", unit="тонна", period="1948 жылдың 9 айы"
    )
    answer = desk.post(reverse(ADD, args=["claims"]), typed)

    claim = Claim.objects.get()
    assert answer.headers["Location"] == reverse("explore:claim", args=[claim.key])
    assert claim.key == f"glass-works-{claim.indicator.key}-1948"
    assert (str(claim.value), claim.unit, claim.period) == ("1400.5", "t", "1948-01/1948-09")


def test_every_fault_is_named_at_once_and_nothing_typed_is_lost(desk: Client) -> None:
    wrong = entered(value="many", unit="parsec", why="", subject="", **{"citations-0-source": ""})
    answer = desk.post(reverse(ADD, args=["claims"]), wrong | {"wording": "өз сөзі"})

    fields = [error.anchor for error in answer.context["errors"]]
    assert fields == ["id_subject", "id_value", "id_unit", "id_citations-0-source", "id_why"]
    page = answer.content.decode()
    assert page.count('class="error-summary"') == 1
    assert 'value="өз сөзі"' in page
    assert all(f'href="#{field}"' in page for field in fields)
    assert all(f'id="{field}"' in page for field in fields)


def test_an_error_is_read_out_with_its_field(desk: Client) -> None:
    page = desk.post(reverse(ADD, args=["claims"]), entered(value="many")).content.decode()

    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_value_error"' in page
    assert 'id="id_value_error"' in page


def test_a_new_form_ranks_nothing_first_by_itself(desk: Client) -> None:
    form = desk.get(reverse(ADD, args=["claims"])).context["page"].form

    assert (form["rank"].value(), form["review"].value()) == ("normal", "unreviewed")
    assert desk.get(reverse(ADD, args=["entities"])).context["page"].form["kind"].value() is None


def test_a_row_more_and_a_row_less_keep_what_was_typed(desk: Client) -> None:
    url = reverse(ADD, args=["claims"])
    more = desk.post(url, entered(value="1 400", more="citations")).context["page"]
    less = desk.post(url, entered(value="1 400", gone="citations-1")).context["page"]

    assert len(more.owned[0].forms) == 3
    assert len(less.owned[0].forms) == 1
    for page in (more, less):
        assert page.form["value"].value() == "1 400"
        assert page.owned[0].forms[0]["locator"].value() == "32"
        assert page.reason["why"].value() == "read in the archive"
    assert not Claim.objects.exists()


def test_the_next_claim_begins_like_the_last(desk: Client) -> None:
    answer = desk.post(reverse(ADD, args=["claims"]), entered(again="1", wording="words"))
    page = desk.get(answer.headers["Location"]).context["page"]

    claim = Claim.objects.get()
    assert page.form["subject"].value() == claim.subject.key
    assert page.form["unit"].value() == "t"
    assert page.owned[0].forms[0]["locator"].value() == "32"
    assert page.reason["why"].value() == "read in the archive"
    for own in ("key", "value", "wording"):
        assert not page.form[own].value()


def test_an_event_offers_no_number_by_itself(desk: Client) -> None:
    form = desk.get(reverse(ADD, args=["claims"]), {"kind": "event"}).context["page"].form

    assert form["kind"].value() == "event"
    assert not form["aspect"].value()


def test_two_corrections_of_different_fields_are_both_kept(desk: Client) -> None:
    claim = make_claim(value="7646", note="old")
    url = reverse("editing:change", args=["claims", claim.key])
    sent = entered(
        key=claim.key,
        subject=claim.subject.key,
        indicator=claim.indicator.key,
        value="7646",
        unit=claim.unit,
        period=claim.period,
        aspect=claim.aspect,
        measure=claim.measure,
        revision="1",
        **{
            "citations-0-source": claim.citations.get().source.key,
            "citations-0-locator_kind": claim.citations.get().locator_kind,
            "citations-0-locator": claim.citations.get().locator,
        },
    )
    assert desk.post(url, sent | {"note": "theirs"}).status_code == 302

    answer = desk.post(url, sent | {"note": "old", "value": "8000"})

    assert answer.status_code == 409
    form = answer.context["page"].form
    assert (form["value"].value(), form["note"].value()) == ("8000", "theirs")
    assert [(field.old, field.new) for field in answer.context["difference"]] == [("7646", "8000")]
    assert [entry.why for entry in answer.context["others"]] == ["read in the archive"]


def test_a_record_without_a_page_is_found_and_corrected(desk: Client) -> None:
    indicator = make_indicator(label_ru="Выпуск валенок")
    page = desk.get(reverse("editing:records", args=["indicators"]), {"q": "валенок выпуск"})

    assert reverse("editing:change", args=["indicators", indicator.key]) in page.content.decode()
    assert desk.get(reverse("editing:records", args=["citations"])).status_code == 404


@pytest.mark.parametrize("table", ["claims", "entities", "sources", "indicators", "units"])
def test_any_words_may_be_looked_for(desk: Client, table: str) -> None:
    make_claim()
    for words in ("", "%", "'\"", "_", "а" * 500):
        assert desk.get(reverse("editing:records", args=[table]), {"q": words}).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_of_claims_takes_the_same_number_of_statements(
    desk: Client, count: int, django_assert_num_queries: Callable[..., object]
) -> None:
    for _ in range(count):
        make_claim()
    with django_assert_num_queries(7):  # type: ignore[attr-defined]
        desk.get(reverse("editing:records", args=["claims"]))


def test_suggestions_hold_every_word_and_begin_with_the_likeliest(desk: Client) -> None:
    make_entity(key="far", name_kk="Ескі ет комбинаты")
    near = make_entity(key="near", name_kk="Ет комбинаты")
    make_name(entity=near, name="Ет-консерві комбинаты")
    url = reverse("editing:suggestions", args=["entities"])

    items = desk.get(url, {"q": "ет комбинат"}).json()["items"]

    assert [item["value"] for item in items] == ["near", "far"]
    assert len(desk.get(url).json()["items"]) == 2


def test_a_source_with_a_name_like_others_says_where_it_lies(desk: Client) -> None:
    make_source(title="Есеп", fond="103", file="45")
    url = reverse("editing:suggestions", args=["sources"])

    assert "103" in desk.get(url, {"q": "Есеп"}).json()["items"][0]["note"]


def test_an_entity_gets_its_key_and_its_names(desk: Client) -> None:
    row = {
        "kind": "enterprise",
        "name_kk": "Шыны зауыты",
        "name_en": "Glass works",
        "names-count": "1",
        "names-0-name": "Стеклозавод",
        "names-0-language": "ru",
        "names-0-kind": "former",
        "relations-count": "0",
        "why": "read",
    }
    answer = desk.post(reverse(ADD, args=["entities"]), row)

    assert answer.status_code == 302, [str(e) for e in answer.context["errors"]]
    assert Entity.objects.get().key == "glass-works"
    assert Entity.objects.get().names.get().name == "Стеклозавод"
    assert Entry.objects.filter(kind="entity").count() == 1
