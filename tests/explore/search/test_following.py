"""The index follows the evidence."""

from __future__ import annotations

from collections import Counter

import pytest
from django.db import connection, transaction

from olke.entities.models import Entity, Name
from olke.evidence.models import Claim
from olke.evidence.signals import evidence_changed
from olke.explore.models import SearchContent, SearchDocument, SearchName, SearchTerm
from olke.explore.search.command import search_lines
from olke.explore.search.indexing import rebuild_index
from olke.explore.search.marks import is_counted
from olke.sources.models import Repository
from olke.vocabulary.models import Product, Theme
from tests import records
from tests.explore.search.region import make_region

pytestmark = pytest.mark.django_db


def keys(query: str) -> set[str]:
    return {line["key"] for line in search_lines(query, 50)}


def changed(kind: str, *of: str) -> None:
    evidence_changed.send(None, keys={kind: frozenset(of)})


def test_a_new_claim_is_found_at_once() -> None:
    make_region()
    records.make_claim(key="fresh", subject=Entity.objects.get(key="mill"), wording="12 вагон")
    changed("claim", "fresh")
    assert "fresh" in keys("вагоны")


def test_a_new_name_of_a_theme_is_followed_however_deep_a_claim_lies() -> None:
    """A change of what is three levels up gives the index that deriving it anew gives."""
    make_region()
    food = Theme.objects.get(key="food")
    for key in ("works", "trade", "economy"):  # from the inside out
        food.parent = records.make_theme(key=key)
        food.save()
        food = food.parent
    rebuild_index()
    Theme.objects.filter(key="economy").update(label_ru="Хозяйство")
    changed("theme", "economy")
    assert {"economy", "cannery", "output"} <= keys("хозяйство")
    assert_derived_anew()


def test_a_new_name_of_a_product_is_followed_however_deep_a_claim_lies() -> None:
    make_region()
    product = None
    for key in ("food", "meat", "sausage", "smoked"):
        product = records.make_product(key=key, parent=product)
    Claim.objects.filter(key="actual").update(product=product)
    rebuild_index()
    Product.objects.filter(key="food").update(label_ru="Съестное")
    changed("product", "food")
    assert keys("съестное") == {"actual"}
    assert_derived_anew()


def test_a_new_name_of_an_archive_finds_what_it_keeps() -> None:
    make_region()
    archive = records.make_repository(key="archive")
    source = records.make_source(key="file", repository=archive, title="Дело о фабрике")
    records.make_citation(source=source, claim=Claim.objects.get(key="moved"))
    rebuild_index()
    Repository.objects.filter(key="archive").update(name_ru="Облархив")
    changed("repository", "archive")
    assert {"file", "moved"} <= keys("облархив")
    assert_derived_anew()


def test_a_claim_that_is_gone_is_found_no_more() -> None:
    make_region()
    Claim.objects.get(key="moved").delete()
    changed("claim", "moved")
    assert "moved" not in keys("фабрика")


def test_a_new_name_of_a_place_finds_the_claims_of_all_that_lies_in_it() -> None:
    town = make_region()["town"]
    Name.objects.create(entity=town, name="Алаш-қала", language="kk", kind="former")
    changed("entity", "semey")
    assert {"semey", "cannery", "planned", "moved"} <= keys("алаш қала")


def test_a_change_that_is_undone_leaves_the_index_as_it_was() -> None:
    make_region()
    before = snapshot()
    with transaction.atomic():
        Claim.objects.get(key="moved").delete()
        changed("claim", "moved")
        transaction.set_rollback(True)
    assert snapshot() == before
    assert "moved" in keys("фабрика")


@pytest.mark.parametrize("kind", ["entity", "indicator", "claim", "source", "theme", "period"])
def test_following_changes_gives_the_index_that_deriving_it_anew_gives(kind: str) -> None:
    make_region()
    Name.objects.create(
        entity=Entity.objects.get(key="mill"), name="Бұрынғы", language="kk", kind="former"
    )
    changed("entity", "mill")
    for key in SearchDocument.objects.filter(kind=kind).values_list("key", flat=True):
        changed(kind, key)
    assert_derived_anew()


def test_everything_changed_derives_everything_anew() -> None:
    make_region()
    Claim.objects.all().delete()
    evidence_changed.send(None, keys={}, everything=True)
    assert keys("фабрика") == {"mill"}


def test_every_word_and_facet_is_counted_in_as_many_documents_as_hold_it() -> None:
    make_region()
    held: Counter[str] = Counter()
    for terms in SearchContent.objects.values_list("terms", flat=True):
        held.update(term for term in set(terms.split(" ")) if is_counted(term))
    assert dict(SearchTerm.objects.values_list("term", "documents")) == held


def test_the_database_s_own_index_agrees_with_the_documents() -> None:
    make_region()
    changed("entity", "mill", "semey")
    if connection.vendor == "sqlite":
        check = "INSERT INTO explore_search_index (explore_search_index, rank) VALUES (%s, 1)"
        with connection.cursor() as cursor:
            cursor.execute(check, ["integrity-check"])
    assert "mill" in keys("фабрика")


def assert_derived_anew() -> None:
    """The index is what deriving it anew gives."""
    followed = snapshot()
    rebuild_index()
    assert followed == snapshot()


def snapshot() -> tuple[object, ...]:
    documents = [
        (d.pk, d.kind, d.key, d.begins, d.length, d.facets) for d in SearchDocument.objects.all()
    ]
    contents = [(c.pk, frozenset(c.terms.split(" "))) for c in SearchContent.objects.order_by("pk")]
    names = sorted(SearchName.objects.values_list("document", "start", "word", "name", "language"))
    terms = sorted(SearchTerm.objects.values_list("term", "documents"))
    return documents, contents, names, terms
