"""Writing the documents of a pack back into files."""

from __future__ import annotations

from olke.exchange.pack.documents import path_of, picture_path
from olke.packs.models import Pack
from olke.teaching.documents.reading import DocumentError, read_toml, write_toml
from olke.teaching.domain.documents import plain_content
from olke.teaching.models import CONTENTS, Document


def document_files(pack: Pack) -> dict[str, bytes]:
    """Return the files of a pack's documents and their pictures, by path.

    A document that is as it was loaded is written as it was loaded, comments and all.
    """
    found: dict[str, bytes] = {}
    documents = Document.objects.filter(pack=pack, removed_at=None).prefetch_related("pictures")
    for document in documents.order_by("kind", "key"):
        found[path_of(document.kind, document.key)] = _text(document).encode()
        for picture in document.pictures.all():
            found[picture_path(document.key, picture.name)] = bytes(picture.content)
    return found


def _text(document: Document) -> str:
    if document.layout and _says(document) == document.content:
        return document.layout
    return write_toml(document.parsed())


def _says(document: Document) -> dict[str, object] | None:
    """Return what the loaded text says; None where this Olke cannot read it any more."""
    try:
        content = read_toml(CONTENTS[document.kind], document.layout)
    except DocumentError:
        return None
    return plain_content(content, content.key)
