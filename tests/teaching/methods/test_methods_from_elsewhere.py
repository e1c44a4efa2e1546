"""Methods of installed packages and of the school's own folder."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

from olke.teaching.methods.library import (
    UnknownMethodError,
    built_in_methods,
    method_of,
    methods,
)
from tests.teaching.methods.walk import METHOD

Install = Callable[..., Path]


@pytest.fixture(autouse=True)
def _library_read_anew() -> Iterator[None]:
    methods.cache_clear()
    yield
    methods.cache_clear()


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Lay a package out as an installer does: its folder, and metadata with the entry point."""
    site = tmp_path / "site-packages"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    before = set(sys.modules)

    def lay_out(name: str, files: dict[str, str | bytes], point: str = "") -> Path:
        folder = site / name
        folder.mkdir()
        for file, content in {"__init__.py": "", **files}.items():
            data = content if isinstance(content, bytes) else content.encode()
            (folder / file).write_bytes(data)
        metadata = site / f"{name}-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        points = f"[olke.methods]\n{name} = {point or name}\n"
        (metadata / "entry_points.txt").write_text(points)
        return folder

    yield lay_out
    for module in set(sys.modules) - before:
        del sys.modules[module]


def added() -> list[str]:
    return sorted(set(methods()) - set(built_in_methods()))


def test_an_installed_package_adds_its_methods(install: Install) -> None:
    install("olke_walks", {"walk.toml": METHOD})
    assert added() == ["walk"]
    assert method_of("walk").title.en == "A walk"


def test_a_broken_file_is_logged_and_left_out_and_its_neighbour_stays(
    install: Install, caplog: pytest.LogCaptureFixture
) -> None:
    broken = METHOD.replace("card-wall", "cardwall").replace('"walk"', '"ride"')
    install("olke_walks", {"walk.toml": METHOD, "ride.toml": broken, "run.toml": b"\xff\xfe"})
    assert added() == ["walk"]
    said = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert said == [
        "olke.methods olke_walks, ride.toml: steps[2].primitive: enum",
        "olke.methods olke_walks, run.toml cannot be read",
    ]


@pytest.mark.parametrize(
    "code", ["raise RuntimeError('broken')", "import no_such_module_anywhere", "def"]
)
def test_a_package_that_cannot_be_imported_is_logged_and_left_out(
    code: str, install: Install, caplog: pytest.LogCaptureFixture
) -> None:
    install("olke_broken", {"__init__.py": code, "walk.toml": METHOD})
    install("olke_walks", {"walk.toml": METHOD})
    assert added() == ["walk"]
    assert [r.getMessage() for r in caplog.records] == [
        "olke.methods olke_broken cannot be imported"
    ]


def test_an_entry_point_that_leads_nowhere_is_logged_and_left_out(
    install: Install, caplog: pytest.LogCaptureFixture
) -> None:
    install("olke_walks", {"walk.toml": METHOD}, point="olke_walks.nowhere")
    assert added() == []
    assert "olke.methods olke_walks cannot be imported" in caplog.text


def test_a_foreign_method_does_not_replace_a_built_in_one(
    install: Install, caplog: pytest.LogCaptureFixture
) -> None:
    before = built_in_methods()["jigsaw"]
    install("olke_walks", {"jigsaw.toml": METHOD.replace('"walk"', '"jigsaw"')})
    assert added() == []
    assert method_of("jigsaw") == before
    assert "there is a method jigsaw already" in caplog.text


def test_a_file_in_the_data_folder_is_a_method_of_the_school(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Environment:
        data = tmp_path

    monkeypatch.setattr(settings, "ENVIRONMENT", Environment)
    assert added() == []
    methods.cache_clear()
    folder = tmp_path / "methods"
    folder.mkdir()
    (folder / "walk.toml").write_text(METHOD, encoding="utf-8")
    (folder / "notes.txt").write_text("not a method", encoding="utf-8")
    (folder / "ride.toml").write_text("key = ", encoding="utf-8")
    assert added() == ["walk"]
    assert "methods of the data folder, ride.toml: : toml" in caplog.text


def test_a_key_that_is_no_methods_is_told() -> None:
    with pytest.raises(UnknownMethodError, match="séance"):
        method_of("séance")
