"""Whose a key is, and where a new record goes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from olke.history.models import Entry
from olke.packs.domain import EditionExistsError, record_edition
from olke.packs.models import Pack
from olke.packs.queries import keys_of_other_packs, loaded_packs, next_position
from olke.vocabulary.models import Product
from olke.vocabulary.rows import PRODUCTS

pytestmark = pytest.mark.django_db


def make_pack(key: str) -> Pack:
    return Pack.objects.create(key=key, descriptor="{}", loaded_at=datetime.now(UTC))


def test_a_key_of_another_pack_is_named_with_that_pack() -> None:
    mine, other = make_pack("mine"), make_pack("other")
    Product.objects.create(pack=mine, key="felt")
    Product.objects.create(pack=other, key="cloth")
    wanted = frozenset({"felt", "cloth", "rug"})
    assert keys_of_other_packs(PRODUCTS, "mine", wanted) == {"cloth": "other"}
    assert list(loaded_packs()) == [mine, other]


def test_a_new_record_goes_after_the_last() -> None:
    pack = make_pack("mine")
    assert next_position(Product, pack) == 0
    Product.objects.create(pack=pack, key="felt", position=7)
    assert next_position(Product, pack) == 8


def test_an_edition_is_entered_once_with_its_descriptor() -> None:
    pack = make_pack("mine")
    edition = record_edition(
        pack, number="1", checksum="a" * 64, descriptor='{"version": "1"}', by=None, note="first"
    )
    assert pack.editions.get() == edition
    assert Pack.objects.get().descriptor == '{"version": "1"}'
    assert (Entry.objects.get().kind, Entry.objects.get().key) == ("edition", "mine-1")
    with pytest.raises(EditionExistsError) as refused:
        record_edition(pack, number="1", checksum="b" * 64, descriptor="{}", by=None)
    assert refused.value.checksum == "a" * 64


def test_a_number_names_one_edition_of_a_pack() -> None:
    pack, other = make_pack("mine"), make_pack("other")
    at = datetime.now(UTC)
    pack.editions.create(number="1", checksum="a", at=at)
    other.editions.create(number="1", checksum="b", at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        pack.editions.create(number="1", checksum="b", at=at)
