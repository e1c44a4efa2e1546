"""Writing documents to the index tables, the same rows on every database."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from time import time_ns
from typing import Any

from django.db import connection

from olke.explore.models import SearchContent, SearchDocument, SearchName, SearchState, SearchTerm
from olke.explore.search import statements
from olke.explore.search.documents import Document, NameEntry
from olke.explore.search.marks import is_counted
from olke.explore.search.matching import IN_LEMMAS
from olke.explore.search.terms import folded_words, lemma_name

BATCH = 1000
LONGEST_NAME = 250
MOST_STARTS = 12
"""Words of a name from which it can be looked up."""
Cursor = Any  # Django's; that of PostgreSQL has ``copy`` too


def store_documents(documents: Iterable[Document]) -> None:
    """Add documents that the index does not have, their names and their terms' counts."""
    counts: Counter[str] = Counter()
    # FTS5 writes what it holds in memory to disk whenever a number is below the one before it.
    for batch in _batches(sorted(documents, key=lambda document: document.number)):
        with connection.cursor() as cursor:
            _insert(cursor, batch)
        for document in batch:
            counts.update(set(document.terms.split()))
    _add_counts(counts)


def drop_documents(numbers: list[int]) -> None:
    """Take documents out of the index."""
    counts: Counter[str] = Counter()
    for start in range(0, len(numbers), BATCH):
        some = numbers[start : start + BATCH]
        contents = SearchContent.objects.filter(pk__in=some)
        for terms in contents.values_list("terms", flat=True):
            counts.subtract(set(terms.split()))
        contents.delete()
        SearchName.objects.filter(document__in=some).delete()
        SearchDocument.objects.filter(pk__in=some).delete()
    _add_counts(counts)
    SearchTerm.objects.filter(documents__lte=0).delete()


def replace_documents(documents: Iterable[Document]) -> int:
    """Put these documents in the place of all there are, and return how many they are.

    Streams: at most ``BATCH`` documents are held at a time, and the index is written at the end, in
    the order of its numbers; on SQLite the triggers rest meanwhile.
    """
    stored = 0
    put = _copy if connection.vendor == "postgresql" else _insert
    with connection.cursor() as cursor:
        for statement in statements.EMPTY[connection.vendor]:
            cursor.execute(statement)
        for batch in _batches(documents):
            put(cursor, batch)
            stored += len(batch)
        for statement in statements.FILL[connection.vendor]:
            cursor.execute(statement)
    return stored


def next_version() -> None:
    """Let go of everything remembered of the index as it was."""
    SearchState.objects.update_or_create(pk=1, defaults={"version": time_ns()})


def _insert(cursor: Cursor, batch: list[Document]) -> None:
    # Contents first: PostgreSQL looks them up for the index over the documents.
    contents = [(document.number, document.terms) for document in batch]
    cursor.executemany(statements.CONTENT[connection.vendor], contents)
    cursor.executemany(statements.DOCUMENT, [_row(document) for document in batch])
    cursor.executemany(statements.NAME, list(_names(batch)))


def _copy(cursor: Cursor, batch: list[Document]) -> None:
    with cursor.copy(statements.COPY_ARRIVED) as rows:
        for document in batch:
            rows.write_row((*_row(document), document.terms))
    with cursor.copy(statements.COPY_NAMES) as rows:
        for name in _names(batch):
            rows.write_row(name)


def _add_counts(counts: Counter[str]) -> None:
    rows = sorted((term, n) for term, n in counts.items() if n and is_counted(term))
    with connection.cursor() as cursor:
        cursor.executemany(statements.COUNT, rows)


def _row(document: Document) -> tuple[int, str, str, dt.date | None, int, str]:
    return (
        document.number,
        document.kind.code,
        document.key,
        document.begins,
        min(document.length, 32_767),
        document.facets,
    )


def _names(batch: list[Document]) -> Iterator[tuple[int, str, int, str, str]]:
    for document in batch:
        wholes: dict[str, NameEntry] = {}
        tails: dict[str, tuple[int, NameEntry]] = {}
        lemmas: dict[str, NameEntry] = {}
        for entry in document.names:
            whole, *rest = _starts(entry.name) or [""]
            wholes.setdefault(whole, entry)
            lemmas.setdefault(lemma_name(entry.name)[:LONGEST_NAME], entry)
            for word, tail in enumerate(rest, 1):
                tails.setdefault(tail, (word, entry))
        rows = [(start, 0, entry) for start, entry in wholes.items()]
        rows += [(start, *at) for start, at in tails.items() if start not in wholes]
        rows += [(start, IN_LEMMAS, e) for start, e in lemmas.items() if start not in wholes]
        for start, word, entry in rows:
            if start:
                yield document.number, start, word, entry.name[:LONGEST_NAME], entry.language


def _starts(name: str) -> list[str]:
    """Return a name from each of its words on."""
    words = folded_words(name)
    return [" ".join(words[i:])[:LONGEST_NAME] for i in range(min(len(words), MOST_STARTS))]


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    iterator = iter(documents)
    while batch := list(islice(iterator, BATCH)):
        yield batch
