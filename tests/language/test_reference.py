"""The reference is true."""

import re
from pathlib import Path

import pytest

from olke.language import analyse
from olke.language.kazakh.slots import SLOTS

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "language.md"


@pytest.fixture(scope="module")
def reference() -> str:
    return REFERENCE.read_text(encoding="utf-8")


def test_every_example_of_a_lemma_is_read_so(reference: str) -> None:
    table = reference.partition("| word | lemma | examples |")[2].partition("\n\n")[0]
    examples = re.findall(r"`([^`]+)` ([^`|]+)", table)
    assert len(examples) > 15
    for text, lemmas in examples:
        wanted = lemmas.strip(" ,").split(", ")
        found = analyse(text)
        first = [item.lemmas[0] for item in found]
        assert (first if " " in text else list(found[-1].lemmas))[: len(wanted)] == wanted, text


def test_every_slot_that_is_named_exists(reference: str) -> None:
    table = reference.partition("| slots | suffixes |")[2].partition("\n\n")[0]
    names = {slot.name for slots in SLOTS.values() for slot in slots}
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)} <= names
