"""An uploaded pack is hostile until proven."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from olke.editing.archives import ArchiveRefusedError, unpack


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def refused(content: bytes, into: Path) -> str:
    with pytest.raises(ArchiveRefusedError) as found:
        unpack(content, into)
    return found.value.code


def test_the_folder_with_the_descriptor_is_found_however_deep(tmp_path: Path) -> None:
    content = zipped(("a/pack/datapackage.json", b"{}"), ("a/pack/claims.csv", b"key\n"))

    assert unpack(content, tmp_path) == tmp_path / "a" / "pack"
    assert (tmp_path / "a" / "pack" / "claims.csv").read_bytes() == b"key\n"


@pytest.mark.parametrize(
    "name", ["../outside.csv", "/etc/outside.csv", "a/../../outside.csv", "..\\outside.csv", "C:x"]
)
def test_no_file_leaves_the_folder(name: str, tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()

    assert refused(zipped((name, b"x"), ("datapackage.json", b"{}")), inside) == "leaves-folder"
    assert list(tmp_path.rglob("outside*")) == []


def test_a_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("claims.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert refused(zipped((link, b"/etc/passwd")), tmp_path) == "leaves-folder"


def test_a_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("olke.editing.archives.LARGEST_UNPACKED", 1024**2)

    assert refused(zipped(("zeros", bytes(2 * 1024**2))), tmp_path) == "too-large"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"not a zip", zipped(("datapackage.json", b"{}"))[:40]])
def test_what_is_no_zip_is_refused(content: bytes, tmp_path: Path) -> None:
    assert refused(content, tmp_path) == "not-zip"


def test_a_zip_without_a_pack_is_refused(tmp_path: Path) -> None:
    assert refused(zipped(("claims.csv", b"key\n")), tmp_path) == "no-pack"


@pytest.mark.parametrize(
    "names",
    [
        ("pack/claims.csv", "pack/claims.csv"),
        ("pack", "pack/claims.csv"),
        (".", "claims.csv"),
        ("a" * 256, "claims.csv"),
        ("ж" * 128, "claims.csv"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_cannot_stand_in_one_folder_are_refused(
    names: tuple[str, str], tmp_path: Path
) -> None:
    members = [(name, b"x") for name in names]

    assert refused(zipped(*members, ("datapackage.json", b"{}")), tmp_path) == "names"
    assert not list(tmp_path.iterdir())


def damaged(form: int) -> bytes:
    """Return a ZIP whose directory is whole and whose packed bytes are not."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", form) as archive:
        archive.writestr("datapackage.json", b"{}" * 500)
    content = bytearray(out.getvalue())
    packed = content.index(b"datapackage.json") + len("datapackage.json")
    content[packed : packed + 12] = b"\xff" * 12
    return bytes(content)


@pytest.mark.parametrize(
    "form", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_damaged_content_is_refused(form: int, tmp_path: Path) -> None:
    assert refused(damaged(form), tmp_path) == "not-zip"


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    content = zipped(("ж.csv", b"x"), ("datapackage.json", b"{}"))

    assert refused(content.replace("ж".encode(), b"\xff\xfe"), tmp_path) == "not-zip"
