"""Pages of single records and the lists of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from olke.accounts.models import Role
from olke.evidence.models import Claim
from olke.explore.pages import lists
from olke.explore.templatetags.reasons import reason
from olke.history.domain import Change, record_changes
from olke.history.models import Action
from olke.packs.models import PackFile
from olke.sources.models import Source
from olke.vocabulary.models import Indicator
from tests.records import (
    make_citation,
    make_claim,
    make_entity,
    make_indicator,
    make_name,
    make_pack,
    make_period,
    make_relation,
    make_repository,
    make_source,
    make_term,
    make_theme,
)

pytestmark = pytest.mark.django_db
LANGUAGES = ["", "/ru", "/en"]
HOSTILE = "<script>alert('1')</script>&\"><img src=x onerror=alert(2)>"


@pytest.fixture
def region() -> dict[str, Any]:
    """One of everything, joined together."""
    theme = make_theme(key="industry", label_kk="Өнеркәсіп", label_ru="Пром", label_en="Industry")
    indicator = make_indicator(
        key="output", theme=theme, label_kk="өнім", label_ru="выпуск", label_en="output"
    )
    entity = make_entity(
        key="works", theme=theme, name_kk="Комбинат", name_ru="Завод", name_en="Works"
    )
    period = make_period(
        key="war",
        label_kk="Соғыс",
        label_ru="Война",
        label_en="The war",
    )
    source = make_source(key="thesis", kind="dissertation", title="A thesis")
    make_term(key="artel", term_kk="артель", term_ru="артель", term_en="artel")
    return {
        "theme": theme,
        "indicator": indicator,
        "entity": entity,
        "period": period,
        "source": source,
    }


def claims_of(region: dict[str, Any], count: int, **fields: Any) -> list[Claim]:
    """Add so many claims of 1943 about the region's works, each citing its source."""
    made = []
    for number in range(count):
        claim = make_claim(
            subject=region["entity"],
            indicator=fields.pop("indicator", region["indicator"]),
            cite=False,
            **({"period": "1943", "value": str(100 + number)} | fields),
        )
        make_citation(claim=claim, source=region["source"], locator=str(number + 1))
        made.append(claim)
    return made


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return str(answer.content.decode())


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/entities/", ("Комбинат", "Завод", "Works")),
        ("/entities/works/", ("Комбинат", "Завод", "Works")),
        ("/indicators/", ("өнім", "выпуск", "output")),
        ("/indicators/output/", ("өнім", "выпуск", "output")),
        ("/themes/industry/", ("Өнеркәсіп", "Пром", "Industry")),
        ("/periods/war/", ("Соғыс", "Война", "The war")),
        ("/sources/", ("Дереккөздер", "Источники", "Sources")),
        ("/sources/thesis/", ("Осыған сүйенетін", "Утверждения", "Claims that rest on it")),
        ("/glossary/", ("Түсіндірме сөздік", "Глоссарий", "Glossary")),
        ("/about/", ("Деректер туралы", "О данных", "About the evidence")),
    ],
)
def test_a_page_speaks_the_readers_language(
    path: str, words: tuple[str, str, str], client: Client, region: dict[str, Any]
) -> None:
    claims_of(region, 1)
    for prefix, word in zip(LANGUAGES, words, strict=True):
        assert word in read(client, prefix + path)


def test_a_claim_speaks_the_readers_language(client: Client, region: dict[str, Any]) -> None:
    claim = claims_of(region, 1)[0]
    for prefix, word in zip(LANGUAGES, ("1943 жылы", "в 1943 году", "in 1943"), strict=True):
        page = read(client, f"{prefix}/claims/{claim.key}/")
        assert word in page
        assert "A thesis" in page


@pytest.mark.parametrize(
    ("path", "statements"),
    [
        ("/entities/works/", 15),
        ("/entities/", 3),
        ("/sources/", 7),
        ("/sources/thesis/", 8),
        ("/indicators/", 4),
        ("/indicators/output/", 14),
        ("/themes/industry/", 11),
        ("/periods/war/", 11),
        ("/glossary/", 3),
        ("/about/", 9),
    ],
)
@pytest.mark.parametrize("count", [1, 3])
def test_a_page_takes_the_same_number_of_statements_for_one_and_three(
    path: str,
    statements: int,
    count: int,
    client: Client,
    region: dict[str, Any],
    django_assert_num_queries: Any,
) -> None:
    claims_of(region, count)
    claims_of(
        region, count, kind="event", value=None, indicator=make_indicator(kind="event", unit="")
    )
    for _ in range(count):
        make_name(entity=region["entity"], name=f"Name {_}")
        make_relation(other=region["entity"])
        make_term()
    client.get(path)  # what is remembered between requests is remembered now
    with django_assert_num_queries(statements):
        client.get(path)


@pytest.mark.parametrize("count", [1, 3])
def test_a_claims_page_takes_a_known_number_of_statements(
    count: int, client: Client, region: dict[str, Any], django_assert_num_queries: Any
) -> None:
    claim, *_ = claims_of(region, count + 1)
    for number in range(count):
        make_citation(claim=claim, locator=f"again {number}")
        old, new = {"subject": "works"}, {"subject": "works", "rank": str(number)}
        change = Change("claim", claim.key, Action.CHANGED, old, new)
        record_changes([change], by=None, why="")
    with django_assert_num_queries(8):
        client.get(f"/claims/{claim.key}/")


def test_a_withdrawn_claim_is_left_out_everywhere_but_on_its_own_page(
    client: Client, region: dict[str, Any]
) -> None:
    stands, gone = claims_of(region, 2)
    Claim.objects.filter(pk=gone.pk).update(review="withdrawn")

    for path in (
        "/entities/works/",
        "/indicators/output/",
        "/themes/industry/",
        "/periods/war/",
        "/sources/thesis/",
        f"/claims/{stands.key}/",
    ):
        # The table under a chart has every claim that it was asked for, marked for what it is.
        page = re.sub(r"<figure.*?</figure>", "", read(client, path), flags=re.DOTALL)
        assert stands.key in page, path
        assert gone.key not in page, path
    assert "This claim was withdrawn" in read(client, f"/en/claims/{gone.key}/")
    assert "This claim was withdrawn" not in read(client, f"/en/claims/{stands.key}/")


def test_a_withdrawn_claim_is_not_counted(client: Client, region: dict[str, Any]) -> None:
    _stands, gone = claims_of(region, 2)
    Claim.objects.filter(pk=gone.pk).update(review="withdrawn")

    assert lists.entities_by_kind()[0].kinds[0][1][0].claim_count == 1  # type: ignore[attr-defined]
    assert lists.indicators_by_theme()[0].indicators[0].claim_count == 1  # type: ignore[attr-defined]
    assert [source.resting for source in lists.sources_by_group()[0].named] == [1]  # type: ignore[attr-defined]
    assert next(iter(lists.record_counts()))[1] == 1


def test_a_claim_that_cites_a_source_twice_rests_on_it_once(region: dict[str, Any]) -> None:
    claim = claims_of(region, 1)[0]
    make_citation(claim=claim, source=region["source"], locator="9")
    make_citation(claim=claim, source=make_source(title="Other"), through=region["source"])
    direct = make_source(key="direct")
    make_citation(claim=claim, source=direct, locator="1")
    make_citation(claim=claim, source=direct, locator="2")

    resting = {
        source.key: source.resting  # type: ignore[attr-defined]
        for found in lists.sources_by_group()
        for source in found.named
    }

    assert (resting["thesis"], resting["direct"]) == (1, 1)


def test_each_citation_of_a_claim_is_a_chain_of_its_own(
    client: Client, region: dict[str, Any]
) -> None:
    claim = claims_of(region, 1)[0]
    archive = make_repository(name_en="Regional archive")
    file = make_source(
        key="file", title="Report", repository=archive, fond="103", inventory="1", file="27"
    )
    make_citation(
        claim=claim,
        source=region["source"],
        locator="332",
        through=file,
        through_locator_kind="sheet",
        through_locator="14",
    )

    page = read(client, f"/en/claims/{claim.key}/")

    assert page.count('<ol class="chain">') == 2
    chain = page.split('<ol class="chain">')[2].split("</ol>")[0]
    words = " ".join(re.sub(r"<[^>]+>", " ", chain).split())
    assert words == (
        "It is said in A thesis , ¶ 332 which cites Report , sh. 14 "
        "Repository Regional archive Fond 103 Inventory 1 File 27"
    )
    assert 'href="/en/sources/file/?locator=14"' in chain


def test_a_work_known_by_its_number_is_called_by_author_and_number(
    client: Client, region: dict[str, Any]
) -> None:
    Source.objects.filter(key="thesis").update(title="", reference="46", author="A. Author")

    assert "A. Author, item 46 of the bibliography" in read(client, "/en/sources/thesis/")


def test_hostile_text_is_only_text(client: Client, region: dict[str, Any]) -> None:
    source = make_source(key="evil", title=HOSTILE, author=HOSTILE, note=HOSTILE)
    entity = make_entity(key="evil", name_kk=HOSTILE, name_ru=HOSTILE, name_en=HOSTILE)
    make_name(entity=entity, name=HOSTILE)
    make_relation(entity=entity, other=region["entity"])
    claim = make_claim(
        kind="event",
        title_kk=HOSTILE,
        subject=entity,
        wording=HOSTILE,
        note=HOSTILE,
        period="1943",
        cite=False,
    )
    make_citation(claim=claim, source=source, locator=HOSTILE[:60], note=HOSTILE)
    make_term(term_kk=HOSTILE, definition_kk=HOSTILE)
    change = Change("claim", claim.key, Action.CHANGED, {"note": HOSTILE}, {"note": "x"})
    record_changes([change], by=None, why=HOSTILE)
    PackFile.objects.create(pack=make_pack(), path="NOTICE.md", content=HOSTILE.encode())

    for path in (
        f"/claims/{claim.key}/",
        "/entities/evil/",
        "/entities/works/",
        "/entities/",
        "/sources/evil/",
        f"/sources/evil/?locator={HOSTILE}",
        "/sources/",
        "/periods/war/",
        "/glossary/",
        "/about/",
    ):
        page = read(client, path)
        assert "<script>alert" not in page, path
        assert "<img src=x" not in page, path


def test_a_long_list_comes_in_pages(client: Client, region: dict[str, Any]) -> None:
    claims = claims_of(region, 51)

    first, second = (read(client, f"/sources/thesis/?page={number}") for number in (1, 2))

    assert claims[49].key in first
    assert claims[50].key not in first
    assert claims[50].key in second
    assert claims[50].key in read(client, "/sources/thesis/?page=999")
    assert claims[0].key in read(client, "/sources/thesis/?page=first")


def test_a_locator_keeps_what_stands_at_one_place(client: Client, region: dict[str, Any]) -> None:
    one, two, three = claims_of(region, 3)
    make_citation(
        claim=three, through=region["source"], through_locator_kind="page", through_locator="2"
    )

    page = read(client, "/sources/thesis/?locator=2")

    assert [key for key in (one.key, two.key, three.key) if f'id="{key}"' in page] == [
        two.key,
        three.key,
    ]


@pytest.mark.parametrize(
    "kind", ["claims", "entities", "sources", "indicators", "themes", "periods"]
)
def test_an_unknown_key_is_said_in_the_readers_language(kind: str, client: Client) -> None:
    said = [client.get(f"{prefix}/{kind}/no-such-key/") for prefix in LANGUAGES]

    assert [answer.status_code for answer in said] == [404, 404, 404]
    headings = [re.search(r"<h1[^>]*>(.*?)</h1>", answer.content.decode()) for answer in said]
    assert len({found.group(1) for found in headings if found}) == 3
    for code, answer in zip(("kk", "ru", "en"), said, strict=True):
        assert f'<html lang="{code}">' in answer.content.decode()


def test_a_relation_is_seen_from_both_ends(client: Client, region: dict[str, Any]) -> None:
    town = make_entity(key="town", kind="settlement", name_en="Town")
    make_relation(entity=region["entity"], other=town, kind="located-in", period="1934/1991")

    assert "Located in" in read(client, "/en/entities/works/")
    page = read(client, "/en/entities/town/")
    assert "Located here" in page
    assert "/en/entities/works/" in page


def test_the_undated_come_last(client: Client, region: dict[str, Any]) -> None:
    undated = claims_of(region, 1, period="")[0]
    dated = claims_of(region, 1, period="1950")[0]

    page = read(client, "/indicators/output/")
    rows = page[page.rindex("<tbody>") :]

    assert rows.index(f'id="{dated.key}"') < rows.index(f'id="{undated.key}"')
    assert "The source does not say." in read(client, f"/en/claims/{undated.key}/")


def test_what_is_said_of_an_entity_by_others_stands_on_its_page(
    client: Client, region: dict[str, Any]
) -> None:
    role = make_claim(
        kind="role",
        title_kk="",
        title_ru="",
        title_en="",
        subject=make_entity(kind="person", name_en="K. Fedorov"),
        indicator=make_indicator(kind="role", unit="", label_en="director"),
        object=region["entity"],
    )

    assert role.key in read(client, "/en/entities/works/")
    assert "K. Fedorov — director, Works" in read(client, "/en/entities/works/")


def test_an_entity_without_claims_says_so(client: Client, region: dict[str, Any]) -> None:
    assert "No claims yet" in read(client, "/en/entities/works/")


def test_the_history_speaks_of_fields_and_names_not_of_columns_and_keys(
    client: Client, region: dict[str, Any]
) -> None:
    claim = claims_of(region, 1)[0]
    other = make_entity(key="mill", name_ru="Мельница")
    old = {"subject": "works", "citations": [{"source": "thesis", "locator": "1"}]}
    new = {"subject": other.key, "citations": [{"source": "thesis", "locator": "2"}]}
    record_changes([Change("claim", claim.key, Action.CHANGED, old, new)], by=None, why="slip")

    page = read(client, f"/ru/claims/{claim.key}/")

    assert "<del>Завод (works)</del>" in page
    assert "<ins>Мельница (mill)</ins>" in page
    assert "Ссылка 1: место в источнике" in page
    assert "slip" in page


def test_the_glossary_has_a_heading_for_each_letter_of_the_readers_alphabet(
    region: dict[str, Any],
) -> None:
    for word in ("Өнеркәсіп", "обком", "«Прогресс»", "4-ші диспансер", "әкім"):
        make_term(term_kk=word)

    with override("kk"):
        letters = [letter for letter, _terms in lists.terms_by_letter()]

    assert letters == [
        "0–9",
        "А",
        "Ә",
        "О",
        "Ө",
        "П",
    ]


def test_sources_known_by_their_number_alone_are_folded(
    client: Client, region: dict[str, Any]
) -> None:
    make_source(title="", reference="69", group="archive", kind="unknown")

    (archive, unknown) = lists.sources_by_group()

    assert [source.reference for source in archive.numbered] == ["69"]
    assert (archive.named, archive.number) == ([], 1)
    assert [source.key for source in unknown.named] == ["thesis"]
    assert "[69]" in read(client, "/sources/")


def test_the_about_page_has_the_edition_with_its_whole_checksum(
    client: Client, region: dict[str, Any]
) -> None:
    pack = region["entity"].pack
    pack.editions.create(number="1.0", checksum="ab" * 32, at=pack.loaded_at)

    page = read(client, "/en/about/")

    assert "ab" * 32 in page
    assert "1.0" in page


def test_a_researcher_alone_sees_the_ways_to_change_a_record(
    client_of: Callable[..., Client], region: dict[str, Any]
) -> None:
    claim = claims_of(region, 1)[0]
    seen = {
        role: "/en/edit/" in read(client_of(role), f"/en/claims/{claim.key}/")
        for role in (Role.VISITOR, Role.STUDENT, Role.TEACHER, Role.RESEARCHER)
    }

    assert [role for role, ways in seen.items() if ways] == [Role.RESEARCHER]


def test_an_entity_with_very_many_claims_shows_the_first_and_all_on_demand(client: Client) -> None:
    entity, indicator = make_entity(), make_indicator()
    for _ in range(62):
        make_claim(subject=entity, indicator=indicator)
    url = reverse("explore:entity", args=[entity.key])

    first = client.get(url).content.decode()
    whole = client.get(url, {"whole": "1"}).content.decode()

    assert "Барлығын көрсету: 62" in first
    assert "Барлығын көрсету" not in whole
    assert len(whole) > len(first)


def test_a_lone_number_is_not_drawn_and_leaves_no_gap(client: Client) -> None:
    lone = make_claim(period="1946")
    page = read(client, f"/entities/{lone.subject.key}/")
    assert "<figure" not in page
    assert page.index('class="two"') < page.index('id="figures"') < page.index("<aside")


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("pack koktal, edition 0.2 loaded", "Загружено с пакетом «koktal», редакция 0.2"),
        ("pack koktal loaded", "Загружено с пакетом «koktal»"),
        ("The pack koktal loaded badly", "The pack koktal loaded badly"),
    ],
)
def test_the_programs_own_reasons_are_said_in_the_readers_language(why: str, said: str) -> None:
    with override("ru"):
        assert reason(why) == said


def test_every_foot_leads_to_the_pages_that_the_menu_has_no_room_for(
    client: Client, region: dict[str, Any]
) -> None:
    page = read(client, "/en/about/")
    foot = page[page.index('<footer class="foot">') :]
    for address in ("/en/entities/", "/en/glossary/", "/en/about/"):
        assert f'href="{address}"' in foot


def test_a_page_that_is_not_there_offers_to_search(client: Client, region: dict[str, Any]) -> None:
    assert 'role="search"' in client.get("/en/no-such-page/").content.decode()


def test_a_theme_counts_the_indicators_of_the_themes_within_it() -> None:
    within = lists.ThemeIndicators(None, [Indicator(), Indicator()])
    assert lists.ThemeIndicators(None, [Indicator()], [within]).number == 3


def test_who_may_edit_adds_claims_about_an_entity_from_its_page(
    region: dict[str, Any], client_of: Callable[[Role], Client]
) -> None:
    researcher, page = client_of(Role.RESEARCHER), reverse("explore:entity", args=["works"])
    add = f"{reverse('editing:add', args=['claims'])}?subject=works"
    take = f"{reverse('editing:transfer')}?about=works"

    shown = researcher.get(page).content.decode()
    assert f'href="{add}"' in shown
    assert f'href="{take}"' in shown
    assert "Комбинат" in researcher.get(add).content.decode()
    assert "works" in researcher.get(take).content.decode()
    assert add not in client_of(Role.TEACHER).get(page).content.decode()


def test_a_grave_indicator_says_that_it_is_left_out_of_games(client: Client) -> None:
    make_indicator(key="deaths", grave=True)
    make_indicator(key="births")
    told = "Left out: it tells of people who died"

    def page(key: str) -> str:
        return client.get(f"/en/indicators/{key}/").content.decode()

    assert told in page("deaths")
    assert told not in page("births")
