"""A pack as one ZIP file: what a page hands out and takes in."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from olke.exchange.pack.saving import pack_files
from olke.exchange.pack.schema import DESCRIPTOR
from olke.packs.models import Pack

LARGEST = 50 * 1024**2
LARGEST_UNPACKED = 300 * 1024**2
MOST_FILES = 1000
LONGEST_NAME = 255
"""Bytes that a file's name may take on the file systems in use."""
READ = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class ArchiveRefusedError(Exception):
    """The file is no pack that can be unpacked safely; ``code`` names why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def pack_archive(pack: Pack) -> bytes:
    """Return a pack as a ZIP whose bytes depend on its content only."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in sorted(pack_files(pack).items()):
            # The earliest time that ZIP knows, so that equal packs give equal files.
            member = zipfile.ZipInfo(f"{pack.key}/{path}", (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
    return out.getvalue()


def unpack(content: bytes, into: Path) -> Path:
    """Unpack an uploaded pack and return the folder that holds its ``datapackage.json``.

    Nothing is written outside ``into``. Raises ``ArchiveRefusedError`` (``not-zip``,
    ``too-large``, ``too-many``, ``leaves-folder``, ``names``, ``no-pack``).
    """
    if len(content) > LARGEST:
        raise ArchiveRefusedError("too-large")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _judge(archive)
            _extract(archive, into)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,  # a password is wanted
        EOFError,
        UnicodeDecodeError,
        zlib.error,
    ) as error:
        raise ArchiveRefusedError("not-zip") from error
    found = sorted(into.rglob(DESCRIPTOR), key=lambda path: len(path.parts))
    if not found:
        raise ArchiveRefusedError("no-pack")
    return found[0].parent


def _judge(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MOST_FILES:
        raise ArchiveRefusedError("too-many")
    if sum(member.file_size for member in members) > LARGEST_UNPACKED:
        raise ArchiveRefusedError("too-large")
    if any(member.compress_type not in READ for member in members):
        raise ArchiveRefusedError("not-zip")
    for member in members:
        path = _path(member)
        link = stat.S_ISLNK(member.external_attr >> 16)
        if link or path.is_absolute() or ".." in path.parts or ":" in member.filename:
            raise ArchiveRefusedError("leaves-folder")
    _judge_names([_path(member) for member in members if not member.is_dir()])


def _path(member: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(member.filename.replace("\\", "/"))


def _judge_names(paths: list[PurePosixPath]) -> None:
    """Refuse names that cannot stand in one folder: the last of two would silently win."""
    folders = {parent for path in paths for parent in path.parents}
    too_long = any(len(part.encode()) > LONGEST_NAME for path in paths for part in path.parts)
    if too_long or len(set(paths)) < len(paths) or not folders.isdisjoint(paths):
        raise ArchiveRefusedError("names")


def _extract(archive: zipfile.ZipFile, into: Path) -> None:
    """Write the files, counting what really comes out: a header may lie about its size."""
    left = LARGEST_UNPACKED
    for member in archive.infolist():
        if member.is_dir():
            continue
        target = into / _path(member)
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(member) as packed, target.open("wb") as file:
            while piece := packed.read(1024**2):
                left -= len(piece)
                if left < 0:
                    raise ArchiveRefusedError("too-large")
                file.write(piece)
