"""Asking the index: which documents hold an expression, in order, how many, with which facets.

What is asked of many matches is bounded: SQLite reads its index in the order of importance and
stops as soon as enough is known. PostgreSQL's GIN index has no order, so every match is visited;
what is visited is short and stands in the order of importance.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Q

from olke.explore.models import SearchTerm
from olke.explore.search.expressions import AllOf, Expression, Term, as_fts5, as_tsquery
from olke.explore.search.marks import JOINT, is_counted

BOUND = 10_000
"""Matches counted one by one; beyond them a number is said as «10 000+»."""
FACETED = 5_000
"""Matches whose facets are counted, the most important ones: 15 ms of a page."""

IN_LEMMAS = 100
"""In the place of a word's number: the name with its words as lemmas."""

_TABLE = "explore_searchdocument"
_INDEX = "explore_search_index"
_MATCHES = "explore_search_terms(id) @@ %s::tsquery"


@dataclass(frozen=True, slots=True)
class Found:
    """A document's number, and how many different words its shortest name has."""

    number: int
    length: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of documents; ``exact`` is False where counting stopped at it."""

    number: int
    exact: bool = True


def find(expression: Expression | None, limit: int, offset: int = 0) -> list[Found]:
    """Return matching documents, the most important first; every document where None is asked."""
    first, arguments = _first(expression, limit, offset)
    sql = f"SELECT d.id, d.length FROM {first} ORDER BY d.id"  # noqa: S608 - built here
    return [Found(*row) for row in _rows(sql, arguments)]


def find_by_time(
    expression: Expression | None, limit: int, offset: int, *, newest: bool
) -> list[Found]:
    """Return the ``BOUND`` most important matches by time, those without a time last."""
    first, arguments = _first(expression, BOUND)
    direction = "DESC" if newest else "ASC"
    sql = (
        f"SELECT d.id, d.length FROM {first}"  # noqa: S608 - built here
        f" ORDER BY d.begins {direction} NULLS LAST, d.id LIMIT %s OFFSET %s"
    )
    return [Found(*row) for row in _rows(sql, [*arguments, limit, offset])]


def anything(expression: Expression) -> bool:
    """Tell whether any document matches."""
    matching, arguments = _numbers(expression)
    return bool(_rows(f"{matching} LIMIT 1", arguments))


def among(expression: Expression | None, numbers: list[int]) -> set[int]:
    """Return those of a few documents that match."""
    if not numbers or expression is None:
        return set(numbers)
    matching, arguments = _numbers(expression)
    places = ", ".join(["%s"] * len(numbers))
    column = "id" if _postgresql() else "rowid"
    rows = _rows(f"{matching} AND {column} IN ({places})", [*arguments, *numbers])
    return {row[0] for row in rows}


def count(expression: Expression | None) -> Counted:
    """Return how many documents match, exactly up to ``BOUND``; a lone term's are always known."""
    if isinstance(expression, Term) and is_counted(expression.text):
        return Counted(document_counts([expression.text]).get(expression.text, 0))
    if expression is None:
        return Counted(sum(n for _, n in type_counts()))
    matching, arguments = _numbers(expression)
    sql = f"SELECT count(*) FROM ({matching} LIMIT %s) m"  # noqa: S608 - built here
    number = int(_rows(sql, [*arguments, BOUND + 1])[0][0])
    return Counted(min(number, BOUND), number <= BOUND)


def named(starts: list[str], limit: int) -> dict[int, int]:
    """Return the documents that have one of these names, folded or in lemmas.

    The value is the place in the list of the first that a document has.
    """
    places = ", ".join(["%s"] * len(starts))
    sql = (
        f"SELECT document, start FROM explore_searchname"  # noqa: S608 - built here
        f" WHERE start IN ({places}) AND word IN (0, {IN_LEMMAS}) ORDER BY document LIMIT %s"
    )
    found: dict[int, int] = {}
    for document, start in _rows(sql, [*starts, limit]):
        place = starts.index(start)
        found[document] = min(place, found.get(document, place))
    return found


def facet_counts(expression: Expression | None) -> Counter[str]:
    """Return how many matching documents each facet term has, among the ``FACETED`` first.

    Without an expression the counts of the whole index are read off its terms: always exact.
    """
    if expression is None:
        known = SearchTerm.objects.filter(starts_with("term", JOINT))
        return Counter(dict(known.values_list("term", "documents")))
    first, arguments = _first(expression, FACETED)
    sql = f"SELECT d.facets, count(*) FROM {first} GROUP BY d.facets"  # noqa: S608 - built here
    counts: Counter[str] = Counter()
    for facets, number in _rows(sql, arguments):
        for facet in facets.split(" "):
            counts[facet] += number
    return counts


def type_counts() -> list[tuple[str, int]]:
    """Return the facet term of each kind of document and how many there are."""
    known = SearchTerm.objects.filter(starts_with("term", f"{JOINT}type{JOINT}"))
    return list(known.values_list("term", "documents"))


def document_counts(terms: list[str]) -> dict[str, int]:
    """Return the number of documents of each term that the index knows (one statement)."""
    if not terms:
        return {}
    places = ", ".join(["%s"] * len(terms))
    sql = f"SELECT term, documents FROM explore_searchterm WHERE term IN ({places})"  # noqa: S608
    return dict(_rows(sql, terms))


def starts_with(field: str, prefix: str) -> Q:
    """Ask for a prefix so that each database uses its index on the column.

    SQLite's LIKE minds no case and no index; PostgreSQL's order of letters is the locale's, and its
    second index serves LIKE.
    """
    if _postgresql():
        return Q(**{f"{field}__startswith": prefix})
    return Q(**{f"{field}__gte": prefix, f"{field}__lt": prefix + "\U0010ffff"})


def joined(*expressions: Expression | None) -> Expression | None:
    """Ask for all of several expressions; parts of equal rank in one list, which is quicker."""
    parts: list[Expression] = []
    for expression in expressions:
        if isinstance(expression, AllOf):
            parts.extend(expression.parts)
        elif expression is not None:
            parts.append(expression)
    if not parts:
        return None
    return AllOf(tuple(dict.fromkeys(parts))) if len(parts) > 1 else parts[0]


def _first(expression: Expression | None, limit: int, offset: int = 0) -> tuple[str, list[Any]]:
    """Return what to select from: the most important matching documents, as ``d``, in any order."""
    matching, arguments = _numbers(expression)
    bounds = [*arguments, limit, offset]
    if expression is None or not _postgresql():
        first = f"{matching} ORDER BY 1 LIMIT %s OFFSET %s"
        return f"({first}) m JOIN {_TABLE} d ON d.id = m.number", bounds
    # OFFSET 0 keeps the planner from walking through all documents in their order and asking each
    # for its terms, which it takes to be quick for words that it believes frequent.
    matching = f"SELECT * FROM {_TABLE} WHERE {_MATCHES} OFFSET 0"  # noqa: S608 - built here
    return f"(SELECT * FROM ({matching}) m ORDER BY id LIMIT %s OFFSET %s) d", bounds  # noqa: S608


def _numbers(expression: Expression | None) -> tuple[str, list[Any]]:
    if expression is None:
        return f"SELECT id AS number FROM {_TABLE} WHERE true", []  # noqa: S608
    if _postgresql():
        matching = f"SELECT id AS number FROM {_TABLE} WHERE {_MATCHES}"  # noqa: S608
        return matching, [as_tsquery(expression)]
    return (
        f"SELECT rowid AS number FROM {_INDEX} WHERE {_INDEX} MATCH %s",  # noqa: S608
        [as_fts5(expression)],
    )


def _rows(sql: str, arguments: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, arguments)
        return list(cursor.fetchall())


def _postgresql() -> bool:
    return connection.vendor == "postgresql"
