"""Cutting the typefaces once."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from olke.exchange.printing import typefaces


def test_fonts_are_cut_once_by_whoever_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut: list[str] = []

    def write(one: typefaces.Cut, path: Path) -> None:
        cut.append(one.file_name)
        time.sleep(0)  # let the other one in, if the lock would
        path.write_bytes(b"font")

    monkeypatch.setattr(typefaces, "_write", write)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(typefaces.cut_fonts, [tmp_path] * 4))
    assert sorted(cut) == sorted(one.file_name for one in typefaces.CUTS)


def test_nothing_is_started_where_the_fonts_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    monkeypatch.setattr(typefaces, "_folder", lambda: tmp_path)
    monkeypatch.setattr(typefaces.subprocess, "run", lambda command, **_: started.append(command))
    for one in typefaces.CUTS:
        (tmp_path / one.file_name).write_bytes(b"font")
    typefaces.cut_beforehand()
    assert started == []
    assert typefaces.print_fonts() == tmp_path
