"""Reading a pack's folder: the descriptor, the tables, and the files that are neither."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from olke.exchange.pack.encodings import decode
from olke.exchange.pack.keeping import Found
from olke.exchange.pack.parsing import Parsed, parse
from olke.exchange.pack.report import Problem, Severity
from olke.exchange.pack.schema import BY_PATH, DESCRIPTOR

LARGEST_TABLE = 1024**3
LARGEST_FILE = 20 * 1024**2
MOST_FILES = 500
LONGEST_PATH = 200


@dataclass
class Folder:
    """Everything in a pack's folder, read once; what could not be read is among the problems.

    ``tables`` holds parsed tables by name, ``files`` the bytes of other files by their path inside
    the folder, ``digests`` the SHA-256 of every file but the descriptor, by path.
    """

    path: Path
    descriptor: str = ""
    tables: dict[str, Parsed] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    problems: Found = field(default_factory=Found)


def read_folder(path: Path) -> Folder:
    """Read a folder; a path that is none is a problem too. Files whose name begins with a dot or
    ``~$`` (what version control and spreadsheets leave behind) are no part of the pack."""
    folder = Folder(path)
    if not path.is_dir():
        folder.problems.append(Problem(path.name, "no-folder"))
        return folder
    for inside, found in _walk(path, folder.problems):
        _read_file(folder, inside, found)
    if not folder.descriptor and not any(p.file == DESCRIPTOR for p in folder.problems):
        folder.problems.append(Problem(DESCRIPTOR, "no-descriptor"))
    return folder


def checksum(digests: dict[str, str]) -> str:
    """Return the SHA-256 (hexadecimal) of the lines ``path sha256``, sorted by path.

    The descriptor is left out: it is where the checksum is written.
    """
    lines = sorted(f"{path} {digest}\n" for path, digest in digests.items() if path != DESCRIPTOR)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _walk(root: Path, problems: Found) -> Iterator[tuple[str, Path]]:
    count = 0
    for at, folders, names in os.walk(root):
        here = Path(at)
        folders[:] = sorted(_inside(root, here, folders, problems))
        for name in sorted(_inside(root, here, names, problems)):
            count += 1
            if count > MOST_FILES:
                problems.append(Problem("", "too-many-files", details={"limit": str(MOST_FILES)}))
                return
            yield (here / name).relative_to(root).as_posix(), here / name


def _inside(root: Path, at: Path, names: list[str], problems: Found) -> Iterator[str]:
    """Pass on the names that are the pack's own, reporting links."""
    for name in names:
        if name.startswith((".", "~$")):
            continue
        if (at / name).is_symlink():
            problems.append(Problem((at / name).relative_to(root).as_posix(), "link"))
            continue
        yield name


def _read_file(folder: Folder, inside: str, found: Path) -> None:
    limit = LARGEST_TABLE if inside in BY_PATH else LARGEST_FILE
    try:
        size = found.stat().st_size
        if size > limit or len(inside) > LONGEST_PATH or not found.is_file():
            details = {"limit": f"{limit // 1024**2} MB"}
            folder.problems.append(Problem(inside, "file-too-large", details=details))
            return
        content = found.read_bytes()
    except OSError as fault:
        details = {"why": fault.strerror or str(fault)}
        folder.problems.append(Problem(inside, "unreadable-file", details=details))
        return
    if inside == DESCRIPTOR:
        folder.descriptor = _decode(folder, inside, content)
        return
    folder.digests[inside] = hashlib.sha256(content).hexdigest()
    if inside in BY_PATH:
        _read_table(folder, inside, content)
        return
    if PurePosixPath(inside).suffix.lower() in {".csv", ".xlsx", ".xls", ".ods", ".tsv"}:
        _report_stray_table(folder, inside)
    folder.files[inside] = content


def _read_table(folder: Folder, inside: str, content: bytes) -> None:
    parsed = parse(inside, _decode(folder, inside, content))
    folder.problems.extend(parsed.problems)
    folder.tables[BY_PATH[inside].name] = parsed


def _decode(folder: Folder, inside: str, content: bytes) -> str:
    decoded = decode(content)
    if decoded.code:
        details = {"name": decoded.name}
        folder.problems.append(Problem(inside, decoded.code, decoded.line or 1, details=details))
    return decoded.text


def _report_stray_table(folder: Folder, inside: str) -> None:
    from difflib import get_close_matches  # noqa: PLC0415 - costs 5 ms, needed for a slip only

    close = get_close_matches(inside.lower(), BY_PATH, n=1, cutoff=0.6)
    meant = close[0] if close and "/" not in inside else ""
    problem = Problem(inside, "stray-table", meant=meant, severity=Severity.WARNING)
    folder.problems.append(problem)
