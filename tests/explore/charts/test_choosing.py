"""What a reader can ask a chart for, and what is said where it cannot be given."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from olke.explore.charts.absent import absent_from
from olke.explore.charts.adding import Added, subject_suggestions, with_added
from olke.explore.charts.choices import SeriesChoice
from olke.explore.charts.known import named_entity, settled
from olke.explore.charts.partners import comparison_offers
from olke.explore.charts.queries import observations_of
from tests.explore.search.region import make_region
from tests.records import make_claim, make_entity, make_indicator, make_product, make_theme

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture
def output():
    return make_indicator(key="output", label_en="output")


def works(key: str, **fields: object):
    return make_entity(
        key=key, **{f"name_{code}": key.capitalize() for code in ("kk", "ru", "en")}, **fields
    )


def test_an_unknown_key_is_said_and_left_out(output):
    works("cannery")
    choice = SeriesChoice(("output", "nothing"), "zzz", ("nobody", "cannery"))
    known = settled(choice)
    assert known.choice == SeriesChoice(("output",), "", ("cannery",))
    assert [one.key for one in known.subjects] == ["cannery"]
    assert len(known.choice.faults) == 3
    assert all(key in " ".join(known.choice.faults) for key in ("nothing", "zzz", "nobody"))


def test_where_every_subject_is_unknown_nobody_else_is_drawn(output):
    make_claim(indicator=output, subject=works("cannery"))
    known = settled(SeriesChoice(("output",), "", ("nobody",)))
    assert observations_of(known.choice) == []


@pytest.mark.parametrize("page", ["series", "compare"])
def test_a_page_says_which_key_names_nothing(client: Client, output, page):
    make_claim(indicator=output, subject=works("cannery"))
    query = "indicator=output&subject=cannery&subject=nobody&product=zzz"
    text = client.get(f"/en/{page}/?{query}").content.decode()
    assert "is known as “nobody”" in text
    assert "No product is known as “zzz”" in text
    assert "/en/entities/cannery/" in text


def test_a_subject_without_a_figure_is_told_with_what_it_has(output):
    hands = make_indicator(key="hands", label_kk="жұмысшылар")
    mill, cannery = works("mill"), works("cannery")
    make_claim(indicator=output, subject=cannery)
    make_claim(indicator=hands, subject=mill, unit="person")
    make_claim(kind="event", subject=mill)
    found = observations_of(SeriesChoice(("output",), "", ("cannery", "mill")))
    (absent,) = absent_from(found, [named_entity(cannery), named_entity(mill)])
    assert (absent.subject.key, absent.claims) == ("mill", 2)
    (held,) = absent.indicators
    assert (held.label, held.claims) == ("Жұмысшылар", 1)
    assert held.url == "/series/?indicator=hands&subject=mill"


def test_a_comparison_keeps_a_subject_that_has_no_claim(client: Client, output):
    make_claim(indicator=output, subject=works("cannery"))
    make_claim(kind="event", subject=works("mill"))
    page = client.get("/compare/?indicator=output&subject=mill&subject=cannery").content.decode()
    table = page[page.index('<table class="compare folds"') : page.index("</table>")]
    assert "Mill" in table
    assert "дерек жоқ" in table
    assert 'href="/entities/mill/">барлығы 1 дерек' in table


def test_a_missing_subject_has_one_cell_down_its_column(client: Client, output):
    cannery = works("cannery")
    for year in ("1941", "1942", "1943"):
        make_claim(indicator=output, subject=cannery, period=year)
    works("mill")
    page = client.get("/en/compare/?indicator=output&subject=cannery&subject=mill").content.decode()
    assert page.count('<td class="absent" rowspan="3"') == 1
    assert page.count('class="absent"') == 1
    assert "its page" in page


def test_where_no_subject_has_a_claim_each_is_told(client: Client, output):
    works("mill")
    for page in ("series", "compare"):
        text = client.get(f"/en/{page}/?indicator=output&subject=mill").content.decode()
        assert "No claims about this" in text
        assert "no data" in text


def test_a_lone_subject_is_offered_those_who_share_most_with_it(output):
    food = make_theme(key="food")
    meat, bricks = make_product(key="meat"), make_product(key="bricks")
    cannery, bakery = works("cannery", theme=food), works("bakery", theme=food)
    mill, town = works("mill"), works("town", kind="settlement")
    for subject, product, count in ((cannery, meat, 1), (bakery, meat, 2), (mill, bricks, 3)):
        for _ in range(count):
            make_claim(indicator=output, subject=subject, product=product)
    make_claim(indicator=output, subject=town, product=meat)
    make_claim(subject=cannery)
    (offer,) = comparison_offers(SeriesChoice(subjects=("cannery",)))
    assert [(one.name.key, one.claims) for one in offer.partners] == [("bakery", 2), ("mill", 3)]
    assert offer.partners[0].name.url == "/compare/?indicator=output&subject=cannery&subject=bakery"
    assert offer.indicator.url.endswith("&subject=cannery&subject=bakery&subject=mill")


def test_percentages_of_plan_are_alike_whatever_the_product(output):
    percent = {"indicator": output, "measure": "percent-of-plan", "unit": "percent", "value": "90"}
    make_claim(subject=works("cannery"), product=make_product(), **percent)
    make_claim(subject=works("mill"), product=make_product(), **percent)
    works_of_brick = works("brickyard")
    for _ in range(2):
        make_claim(subject=works_of_brick, product=make_product(), indicator=output)
    (offer,) = comparison_offers(SeriesChoice(subjects=("cannery",)))
    assert [one.name.key for one in offer.partners] == ["mill", "brickyard"]


def test_two_subjects_or_one_without_company_are_offered_nothing(output):
    for key in ("cannery", "mill"):
        make_claim(indicator=output, subject=works(key))
    make_claim(subject=works("alone"))
    assert comparison_offers(SeriesChoice(subjects=("cannery", "mill"))) == ()
    assert comparison_offers(SeriesChoice(subjects=("alone",))) == ()
    assert comparison_offers(SeriesChoice(subjects=("nobody",))) == ()


def test_an_enterprise_is_two_clicks_from_a_comparison(client: Client, output):
    for key in ("cannery", "mill"):
        make_claim(indicator=output, subject=works(key), key=f"of-{key}")
    offered = client.get("/en/compare/?subject=cannery").content.decode()
    address = "/en/compare/?indicator=output&amp;subject=cannery&amp;subject=mill"
    assert f'href="{address}"' in offered
    compared = client.get(address.replace("&amp;", "&")).content.decode()
    table = compared[compared.index('<table class="compare folds"') : compared.index("</table>")]
    assert "/en/claims/of-cannery/" in table
    assert "/en/claims/of-mill/" in table


@pytest.mark.parametrize(
    "text", ["cannery", "Семей ет-консерві комбинаты", "semey meat cannery", "мясоконсервный"]
)
def test_a_subject_is_added_by_key_by_name_or_by_the_beginning_of_a_word(text):
    make_region()
    added = with_added(SeriesChoice(subjects=("mill",)), text)
    assert added.choice.subjects == ("mill", "cannery")


def test_a_subject_is_added_by_an_inflected_form(client: Client):
    make_region()
    answer = client.get("/compare/", {"subject": "mill", "add": "комбинатының"})
    assert answer.status_code == 302
    assert answer["Location"] == "/compare/?subject=mill&subject=cannery&by=indicators"
    answer = client.get("/series/", {"indicator": "output", "add": "комбинатының"})
    assert answer["Location"] == "/series/?indicator=output&subject=cannery"


def test_a_name_that_may_mean_several_is_asked_about(client: Client):
    make_region()
    page = client.get("/en/compare/", {"subject": "mill", "add": "sem"}).content.decode()
    assert "Which one do you mean?" in page
    assert 'href="/en/compare/?subject=mill&amp;subject=semey&amp;by=indicators"' in page
    assert 'href="/en/compare/?subject=mill&amp;subject=cannery&amp;by=indicators"' in page


def test_a_subject_that_is_there_already_is_neither_asked_about_nor_added_twice():
    make_region()
    choice = SeriesChoice(subjects=("semey",))
    assert with_added(choice, "sem").choice.subjects == ("semey", "cannery")
    assert with_added(choice, "Semey") == Added(choice)


def test_a_name_of_nothing_is_said(client: Client):
    make_region()
    for page in ("series", "compare"):
        text = client.get(f"/en/{page}/", {"add": "xyzzy"}).content.decode()
        assert "called “xyzzy”" in text


def test_only_what_has_figures_is_suggested(client: Client):
    make_region()
    (item,) = client.get("/en/subjects/suggest/?q=sem").json()["items"]
    assert item["value"] == "Semey meat cannery"
    assert item["note"] == "Enterprise · 2 figures"
    assert subject_suggestions("s") == []
    (inflected,) = client.get("/subjects/suggest/?q=комбинатының").json()["items"]
    assert inflected["value"] == "Семей ет-консерві комбинаты"


@pytest.mark.parametrize("text", ["", " ", "«»", "\x00", "%_'", "a" * 500, "🙂", "NEAR(", "*"])
def test_adding_survives_any_text(client: Client, text):
    make_region()
    assert client.get("/compare/", {"add": text}).status_code in (200, 302)
    assert client.get("/subjects/suggest/", {"q": text}).status_code == 200
