"""Items keep what they are when they are written and read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import TypeAdapter

from olke.teaching.documents.items import (
    AnyItem,
    Choice,
    Estimate,
    Exhibit,
    Grid,
    Ordering,
    Prompt,
    Statement,
)
from olke.teaching.documents.parts import Text, Title

WORDS = Text(kk="а", ru="б")
ITEMS: tuple[AnyItem, ...] = (
    Statement(id="i1", text=WORDS, answer=False, edited=True),
    Choice(id="i2", text=WORDS, options=(WORDS, Text(kk="в")), answer=(0,)),
    Estimate(id="i3", text=WORDS, answer=Decimal("79.2")),
    Ordering(id="i4", text=WORDS, entries=(WORDS, Text(kk="в"))),
    Prompt(id="i5", text=WORDS),
    Exhibit(id="i6", text=WORDS, title=Title(kk="а"), stand="for"),
    Grid(id="i7", text=WORDS, columns=(WORDS,), rows=(WORDS,), cells=((WORDS,),), blank=((0, 0),)),
)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_an_item_is_read_as_the_kind_it_was_written_as(item: AnyItem) -> None:
    adapter: TypeAdapter[AnyItem] = TypeAdapter(AnyItem)

    assert item.plain()["kind"] == item.kind
    assert adapter.validate_python(item.plain()) == item
    assert adapter.validate_json(item.model_dump_json()) == item
