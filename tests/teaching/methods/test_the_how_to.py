"""``docs/howto/add-a-method.md`` is tried as it is written."""

from __future__ import annotations

import re
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from olke.teaching.documents.reading import read_toml
from olke.teaching.methods.checking import texts_in
from olke.teaching.methods.library import method_of, methods
from olke.teaching.methods.method import Method, Needs, Step
from olke.teaching.primitives import SETTINGS, Grouping, Primitive

HOW_TO = Path(__file__).parents[3] / "docs" / "howto" / "add-a-method.md"
TEXT = HOW_TO.read_text(encoding="utf-8")


def block(mark: str) -> str:
    found = re.search(rf"<!-- {mark} -->\s*```toml\n(.*?)```", TEXT, re.DOTALL)
    assert found
    return textwrap.dedent(
        "  " + found[1] if mark == "package" and found[1][0] != " " else found[1]
    )


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install the package of the how-to as its ``pyproject.toml`` says."""
    project = tomllib.loads(block("package"))
    (package,) = project["tool"]["setuptools"]["packages"]
    name = project["project"]["name"].replace("-", "_")
    folder = tmp_path / package
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "gallery-walk.toml").write_text(block("method"), encoding="utf-8")
    metadata = tmp_path / f"{name}-{project['project']['version']}.dist-info"
    metadata.mkdir()
    metadata.joinpath("METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    lines = [
        f"[{group}]\n" + "\n".join(f"{key} = {value}" for key, value in points.items())
        for group, points in project["project"]["entry-points"].items()
    ]
    metadata.joinpath("entry_points.txt").write_text("\n".join(lines) + "\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    methods.cache_clear()
    yield
    methods.cache_clear()
    sys.modules.pop(package, None)


def test_the_method_of_the_how_to_reads_and_is_complete_in_three_languages() -> None:
    method = read_toml(Method, block("method"))
    texts = [text for _, text in texts_in(method) if text]
    assert len(texts) == 14
    assert all(text.kk and text.ru and text.en for text in texts)


@pytest.mark.usefixtures("installed")
def test_the_package_of_the_how_to_offers_its_method() -> None:
    assert method_of("gallery-walk").title.kk == "Галерея аралау"


@pytest.mark.parametrize("primitive", Primitive)
def test_every_setting_of_a_primitive_is_told_with_what_holds_where_nothing_is_set(
    primitive: Primitive,
) -> None:
    (row,) = [line for line in TEXT.splitlines() if line.startswith(f"| `{primitive}`")]
    for name, field in SETTINGS[primitive].model_fields.items():
        value = field.get_default()
        if value in ((), None) or (isinstance(value, tuple) and not value):
            assert f"`{name}`" in row
            continue
        plain = list(value) if isinstance(value, tuple) else value
        said = f'"{plain}"' if isinstance(plain, str) else str(plain).lower()
        assert f"`{name}` = {said}" in row


def test_every_field_and_grouping_is_told() -> None:
    names = {*Method.model_fields, *Step.model_fields, *Needs.model_fields}
    assert {name for name in names if f"`{name}`" not in TEXT} == set()
    assert {name for name in Grouping if f'"{name}"' not in TEXT} == set()
