"""What explore derives from the evidence so that it is found at once. No truth of its own."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

LONGEST_TERM = 150


class TermsField(models.TextField):  # type: ignore[type-arg]
    """The index terms of a document, separated by single spaces; a term may stand twice.

    Text on SQLite, where triggers keep the FTS5 table ``explore_search_index`` in step with it;
    ``tsvector`` without positions on PostgreSQL. Both hold exactly the same terms: no parser or
    dictionary of the database takes part.
    """

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """Name the column's type."""
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def get_placeholder(self, _value: Any, _compiler: Any, connection: BaseDatabaseWrapper) -> str:
        """Make a vector of a list where the database has vectors."""
        if connection.vendor == "postgresql":
            return "array_to_tsvector(string_to_array(%s, ' '))"
        return "%s"

    def select_format(self, compiler: Any, sql: str, params: Any) -> tuple[str, Any]:
        """Read the terms back as text."""
        if compiler.connection.vendor == "postgresql":
            return f"array_to_string(tsvector_to_array({sql}), ' ')", params
        return sql, params


class SearchDocument(models.Model):
    """One record as the search sees it.

    ``id`` holds importance, kind and the record's own number (``search.numbering``), so that
    reading the index in its own order gives the most important documents first. ``facets`` are the
    facet terms among its terms; ``begins`` sorts by time; ``length`` is how many different words
    its names have.
    """

    # Given, never counted up; the type makes it SQLite's own row number, which is read directly.
    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=12)
    key = models.CharField(max_length=120)
    begins = models.DateField(null=True)
    length = models.PositiveSmallIntegerField()
    facets = models.TextField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="search_document_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class SearchContent(models.Model):
    """The terms of a document, under the same number.

    Apart from the document, whose facets are counted ten thousand at a time: with a kilobyte of
    terms beside them that takes twice as long.
    """

    id = models.BigAutoField(primary_key=True)
    terms = TermsField()

    def __str__(self) -> str:
        return str(self.pk)


class SearchTerm(models.Model):
    """An index term and the number of documents that hold it; facet terms included."""

    term = models.CharField(primary_key=True, max_length=LONGEST_TERM)
    documents = models.IntegerField()

    def __str__(self) -> str:
        return self.term


class SearchName(models.Model):
    """A name under which a record is looked up, from one of its words onward.

    ``start`` is the folded name from word number ``word`` on; the whole name where ``word`` is 0,
    the whole with its words as lemmas where ``word`` is 100.
    """

    document = models.BigIntegerField(db_index=True)
    start = models.CharField(max_length=250, db_index=True)
    word = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=250)
    language = models.CharField(max_length=2)

    class Meta:
        ordering = ["document", "pk"]

    def __str__(self) -> str:
        return self.name


class SearchState(models.Model):
    """One row: when the index last changed, in nanoseconds; what is remembered goes by this."""

    version = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.version)
