"""The files of a pack that are not tables: maps, notices, pictures."""

from __future__ import annotations

from olke.exchange.pack.folder import Folder
from olke.packs.models import Pack, PackFile


def store_files(pack: Pack, folder: Folder) -> None:
    """Keep the folder's other files in the database, byte for byte, and drop those it lacks."""
    stored = dict(pack.files.values_list("path", "checksum"))
    pack.files.filter(path__in=[path for path in stored if path not in folder.files]).delete()
    for path, content in folder.files.items():
        checksum = folder.digests[path]
        if stored.get(path) != checksum:
            PackFile.objects.update_or_create(
                pack=pack, path=path, defaults={"content": content, "checksum": checksum}
            )
