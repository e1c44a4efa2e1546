"""The files of a pack that are not tables: maps, notices, pictures."""

from __future__ import annotations

from collections.abc import Mapping

from olke.exchange.pack.documents import (
    PackDocument,
    is_document,
    picture_path,
    pictures_in,
)
from olke.exchange.pack.folder import Folder
from olke.packs.models import Pack, PackFile


def store_files(pack: Pack, folder: Folder, documents: Mapping[str, PackDocument]) -> None:
    """Keep the folder's other files in the database, byte for byte, and drop those it lacks.

    Documents and the pictures they show are kept as such, and not as files.
    """
    kept = {
        picture_path(key, name)
        for key, document in documents.items()
        for name in pictures_in(document.content)
    }
    files = {p: c for p, c in folder.files.items() if not is_document(p) and p not in kept}
    stored = dict(pack.files.values_list("path", "checksum"))
    pack.files.filter(path__in=[path for path in stored if path not in files]).delete()
    for path, content in files.items():
        checksum = folder.digests[path]
        if stored.get(path) != checksum:
            PackFile.objects.update_or_create(
                pack=pack, path=path, defaults={"content": content, "checksum": checksum}
            )
