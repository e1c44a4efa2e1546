"""The documents of a pack: dossiers, courses and lessons as TOML files, read and judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, urlsplit

from olke.exchange.pack.closest import Closest
from olke.exchange.pack.encodings import decode
from olke.exchange.pack.folder import Folder
from olke.exchange.pack.report import Problem, Severity
from olke.exchange.pack.surroundings import Surroundings
from olke.teaching.documents.dossier import Dossier, DrawingEntry, PictureEntry
from olke.teaching.documents.lesson import Lesson
from olke.teaching.documents.reading import DocumentError, DocumentProblem, read_toml
from olke.teaching.domain.documents import Content
from olke.teaching.domain.pictures import measured
from olke.teaching.errors import PictureError
from olke.teaching.methods.library import methods
from olke.teaching.models import CONTENTS, DocumentKind, UseKind
from olke.teaching.uses import uses_of

FOLDERS: dict[str, DocumentKind] = {
    "dossiers": DocumentKind.DOSSIER,
    "courses": DocumentKind.COURSE,
    "lessons": DocumentKind.LESSON,
}
PICTURES = "pictures"
TABLE_OF = {
    UseKind.CLAIM: "claims",
    UseKind.ENTITY: "entities",
    UseKind.SOURCE: "sources",
}
_DRAWN = {
    "indicator": "indicators",
    "subject": "entities",
    "product": "products",
    "theme": "themes",
    "period": "periods",
}
_FILE = re.compile(r"(dossiers|courses|lessons)/([^/]+)\.toml")


@dataclass(frozen=True)
class PackDocument:
    """A document that could be read: its file, the file's text, its content."""

    path: str
    kind: DocumentKind
    text: str
    content: Content


def is_document(path: str) -> bool:
    """Tell whether a file of the pack is a document by its path."""
    return _FILE.fullmatch(path) is not None


def path_of(kind: str, key: str) -> str:
    """Return the path of a document's file."""
    folder = next(folder for folder, of in FOLDERS.items() if of == kind)
    return f"{folder}/{key}.toml"


def read_documents(folder: Folder) -> tuple[dict[str, PackDocument], list[Problem]]:
    """Return the documents by key, and every problem of their files."""
    found: dict[str, PackDocument] = {}
    problems: list[Problem] = []
    for path in sorted(path for path in folder.files if is_document(path)):
        decoded = decode(folder.files[path])
        if decoded.code:
            details = {"name": decoded.name}
            problems.append(Problem(path, decoded.code, decoded.line, details=details))
        kind = FOLDERS[PurePosixPath(path).parts[0]]
        try:
            content = read_toml(CONTENTS[kind], decoded.text)
        except DocumentError as error:
            problems.extend(_problem(path, problem) for problem in error.problems)
            continue
        problems.extend(_key_problems(path, content.key, found))
        found.setdefault(content.key, PackDocument(path, kind, decoded.text, content))
    return found, problems


def reference_problems(
    documents: Mapping[str, PackDocument], around: Surroundings, folder: Folder
) -> Iterator[Problem]:
    """Report what documents name and the pack does not have."""
    known = {table: around.keys(table) for table in {*TABLE_OF.values(), *_DRAWN.values()}}
    known["documents"] = frozenset(documents)
    known["methods"] = frozenset(methods())
    closest = {table: Closest(keys) for table, keys in known.items()}
    for document in documents.values():
        for table, key in sorted(set(_named(document.content))):
            if key not in known[table]:
                details = {"cell": key, "table": _file_of(table)}
                row = _line_with(document.text, key)
                meant = closest[table].to(key)
                yield Problem(document.path, "dangling", row, table, details, meant)
        yield from _picture_problems(document, folder)


def picture_path(key: str, name: str) -> str:
    """Return the path of a picture of a dossier: ``pictures/<dossier>/<name>``."""
    return f"{PICTURES}/{key}/{name}"


def pictures_in(content: Content) -> list[str]:
    """Return the names of the pictures that a document shows."""
    if not isinstance(content, Dossier):
        return []
    return [entry.picture for entry in content.entries if isinstance(entry, PictureEntry)]


def _named(content: Content) -> Iterator[tuple[str, str]]:
    """Pass on every key that a document names, with the table it should be in."""
    for kind, key in uses_of(content):
        yield TABLE_OF.get(kind, "documents"), key
    if isinstance(content, Dossier):
        for entry in content.entries:
            if isinstance(entry, DrawingEntry):
                yield from _drawn(entry.drawing)
    if isinstance(content, Lesson):
        for activity in content.activities:
            if activity.method:
                yield "methods", activity.method


def _drawn(address: str) -> Iterator[tuple[str, str]]:
    for name, value in parse_qsl(urlsplit(address).query):
        if name in _DRAWN and value:
            yield _DRAWN[name], value


def _key_problems(path: str, key: str, found: Mapping[str, PackDocument]) -> Iterator[Problem]:
    if PurePosixPath(path).stem != key:
        details = {"name": PurePosixPath(path).name}
        yield Problem(path, "name-not-key", 1, "key", details, PurePosixPath(path).stem)
    if key in found:
        details = {"identity": key, "row": found[key].path}
        yield Problem(path, "duplicate-document", 1, "key", details)


def _picture_problems(document: PackDocument, folder: Folder) -> Iterator[Problem]:
    for name in pictures_in(document.content):
        path = picture_path(document.content.key, name)
        row, details = _line_with(document.text, name), {"path": path}
        if path not in folder.files:
            yield Problem(document.path, "missing-picture", row, "picture", details)
            continue
        try:
            measured(folder.files[path])
        except PictureError as error:
            yield Problem(document.path, error.code, row, "picture", details)


def _file_of(table: str) -> str:
    if table == "documents":
        return "/".join(FOLDERS)
    return "methods" if table == "methods" else f"{table}.csv"


def _line_with(text: str, word: str) -> int | None:
    """Return the first line in which a key stands whole: keys are told apart by what is beside."""
    whole = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    return next((n for n, line in enumerate(text.splitlines(), 1) if whole.search(line)), None)


def _problem(path: str, problem: DocumentProblem) -> Problem:
    return Problem(
        path,
        problem.code,
        problem.line,
        problem.place,
        problem.details,
        problem.meant,
        Severity.ERROR,
    )
