"""The reference is true."""

import re
from pathlib import Path

import pytest

from olke.measures import builtin_registry
from olke.measures.errors import REASONS

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "measures.md"


@pytest.fixture(scope="module")
def reference() -> str:
    return REFERENCE.read_text(encoding="utf-8")


def test_every_unit_stands_in_the_row_of_its_dimension(reference: str) -> None:
    table = reference.partition("| dimension | units |")[2].partition("\n\n")[0]
    for unit in builtin_registry():
        (row,) = [
            row for row in table.splitlines() if re.search(rf"[|,;(] ?{unit.key}[ ,;)|]", row)
        ]
        assert re.search(rf"\b{unit.dimension}\b", row)


def test_every_error_code_is_named(reference: str) -> None:
    assert [code for code in REASONS if f"`{code}`" not in reference] == []
