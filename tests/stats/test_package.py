"""The room as a whole: light to import, its README and reference true, its results plain."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import olke.stats
from olke.stats import chi_square, count_by_group, mcnemar, paired_t
from olke.stats.errors import REASONS

ROOM = Path(olke.stats.__file__).parent
REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "statistics.md"


def test_importing_the_room_costs_no_scientific_library() -> None:
    code = (
        "import olke.stats, sys;"
        "print([m for m in ('numpy', 'scipy', 'pandas', 'statsmodels', 'django') "
        "if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_the_readme_lists_every_public_name() -> None:
    listed = re.search(r"Public names: (.*)", (ROOM / "README.md").read_text(encoding="utf-8"))
    assert listed is not None
    assert sorted(re.findall(r"`(\w+)`", listed[1])) == sorted(olke.stats.__all__)


CODES = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"')
METHODS = re.compile(r'(?:method=|method = )"([a-z0-9-]+)"')


def test_the_reference_names_every_error_method_and_code() -> None:
    reference = REFERENCE.read_text(encoding="utf-8")
    found = set(REASONS)
    for path in ROOM.glob("*.py"):
        if path.name != "assignment.py":
            found |= set(CODES.findall(path.read_text(encoding="utf-8")))
    assert sorted(code for code in found if f"`{code}`" not in reference) == []


def test_a_result_is_plain_values_for_json() -> None:
    for found in (
        paired_t([1, 2, 3, None], [2, 4, 4, 1]),
        mcnemar([1, 0, 1], [1, 1, 0]),
        chi_square(count_by_group(["y", "n", "y"], ["a", "b", "b"])),
    ):
        told = json.loads(json.dumps(found.as_dict(), allow_nan=False))
        assert told["method"] == found.method
        assert told["estimate"]["value"] == pytest.approx(found.estimate.value)
