"""The README lists the public names."""

import re
from pathlib import Path

import olke.language


def test_the_readme_lists_every_public_name() -> None:
    readme = Path(olke.language.__file__).with_name("README.md").read_text(encoding="utf-8")
    listed = re.search(r"Public names: (.*)", readme)
    assert listed is not None
    assert sorted(re.findall(r"`(\w+)`", listed[1])) == sorted(olke.language.__all__)
