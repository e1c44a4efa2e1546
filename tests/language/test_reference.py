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
    examples = re.findall(r"`([^`]+)` ([^`|]+?)(?:,|\s*\|)(?= |\n|$)", table)
    assert len(examples) > 15
    for text, lemma in examples:
        found = analyse(text)[-1].lemmas
        wanted = lemma.split(", ")[-1:] if " " in text else [lemma.split(", ")[0]]
        assert found[0] == wanted[0], text


def test_every_slot_that_is_named_exists(reference: str) -> None:
    table = reference.partition("| slots | suffixes |")[2].partition("\n\n")[0]
    names = {slot.name for slots in SLOTS.values() for slot in slots}
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)} <= names
