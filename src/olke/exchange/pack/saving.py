"""Saving a pack: the files that were loaded, byte for byte, with what changed since."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from olke.exchange.pack.describe import describe, descriptor_text
from olke.exchange.pack.document_saving import document_files
from olke.exchange.pack.parsing import write
from olke.exchange.pack.past import last_entry
from olke.exchange.pack.schema import DESCRIPTOR, TABLES
from olke.exchange.pack.stored import Keys, stored_rows
from olke.history.domain import hold_history
from olke.packs.columns import Table
from olke.packs.models import Pack


@dataclass(frozen=True)
class Saved:
    """What a save did: the folder, the files it wrote and those that were as they should be."""

    folder: Path
    written: tuple[str, ...]
    unchanged: tuple[str, ...]

    def as_text(self) -> str:
        """Say it in a line."""
        count = len(self.written)
        said = ngettext(
            "%(folder)s: %(count)d file written", "%(folder)s: %(count)d files written", count
        ) % {"folder": self.folder, "count": count}
        rest = _("%(count)d unchanged") % {"count": len(self.unchanged)}
        return f"{said}, {rest}."


def save_folder(pack: Pack, path: Path) -> Saved:
    """Write a pack into a folder, which is made where it does not exist.

    Each file is complete or as it was before: it is written beside the folder's files and then put
    in place. Files that are not the pack's are left alone. Raises ``OSError``.
    """
    contents = pack_files(pack)
    path.mkdir(parents=True, exist_ok=True)
    changed = {
        name: content for name, content in contents.items() if not _holds(path / name, content)
    }
    with tempfile.TemporaryDirectory(prefix=".saving-", dir=path) as beside:
        for number, content in enumerate(changed.values()):
            _write(Path(beside) / str(number), content)
        for number, name in enumerate(changed):
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(beside) / str(number)).replace(path / name)
    return Saved(path, tuple(changed), tuple(name for name in contents if name not in changed))


def pack_files(pack: Pack) -> dict[str, bytes]:
    """Return every file of a pack with its bytes, as the database holds it at one moment."""
    with transaction.atomic():
        hold_history()  # on PostgreSQL each statement sees what others have finished before it
        pack = Pack.objects.get(pk=pack.pk)
        contents = _tables(pack)
        contents |= {file.path: bytes(file.content) for file in pack.files.all()}
        contents |= document_files(pack)
        contents[DESCRIPTOR] = _descriptor(pack, digests_of(contents)).encode()
    return contents


def digests_of(contents: Mapping[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 of each file but the descriptor."""
    return {
        path: hashlib.sha256(content).hexdigest()
        for path, content in contents.items()
        if path != DESCRIPTOR
    }


def _tables(pack: Pack) -> dict[str, bytes]:
    keys, layout = Keys(pack), pack.layout.get("tables", {})
    contents: dict[str, bytes] = {}
    for table in TABLES:
        rows = [stored.row for stored in stored_rows(table, pack, keys)]
        if rows or table.name in layout:
            header = _header(table, layout.get(table.name, ()), rows)
            contents[table.path] = write(header, ([row[n] for n in header] for row in rows))
    return contents


def _header(table: Table, loaded: list[str], rows: list[dict[str, str]]) -> tuple[str, ...]:
    """Keep the columns in the order of the file, and add those that have something to say now."""
    if not loaded:
        return table.names
    added = [n for n in table.names if n not in loaded and any(row[n] for row in rows)]
    return (*loaded, *added)


def _descriptor(pack: Pack, digests: Mapping[str, str]) -> str:
    """Return the descriptor as it was loaded, brought up to date only where something changed."""
    if digests == pack.layout.get("digests"):
        return pack.descriptor
    data: dict[str, Any] = json.loads(pack.descriptor)
    hashed = any("hash" in resource for resource in data.get("resources", []))
    described = describe(data, digests, hashes=hashed)
    described["olke"]["saved"] = last_entry()
    return descriptor_text(described)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
