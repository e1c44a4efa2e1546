"""What must hold of a document's terms, said once and written for FTS5 or as a tsquery.

Terms come from arbitrary text, so each is quoted by the rule of its database; no operator of either
query language can enter through one.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """The document holds this term, which is as ``terms.clean`` leaves it: no ASCII marks."""

    text: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; there is at least one."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Some part holds; there is at least one."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Except:
    """The first holds and the second does not."""

    wanted: Expression
    unwanted: Expression


Expression = Term | AllOf | AnyOf | Except


def all_of(*parts: Expression | None) -> Expression | None:
    """Join what is there; None where nothing is asked."""
    wanted = tuple(dict.fromkeys(part for part in parts if part is not None))
    if len(wanted) > 1:
        return AllOf(wanted)
    return wanted[0] if wanted else None


def any_of(*parts: Expression) -> Expression:
    """Join alternatives, each once."""
    different = tuple(dict.fromkeys(parts))
    return AnyOf(different) if len(different) > 1 else different[0]


def as_fts5(expression: Expression) -> str:
    """Write an expression in the query language of SQLite's FTS5."""
    match expression:
        case Term(text):
            return '"' + text.replace('"', '""') + '"'
        case AllOf(parts):
            return "(" + " AND ".join(map(as_fts5, parts)) + ")"
        case AnyOf(parts):
            return "(" + " OR ".join(map(as_fts5, parts)) + ")"
        case Except(wanted, unwanted):
            return f"({as_fts5(wanted)} NOT {as_fts5(unwanted)})"


def as_tsquery(expression: Expression) -> str:
    """Write an expression as a PostgreSQL tsquery literal, to be cast, not parsed as text."""
    match expression:
        case Term(text):
            return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
        case AllOf(parts):
            return "(" + " & ".join(map(as_tsquery, parts)) + ")"
        case AnyOf(parts):
            return "(" + " | ".join(map(as_tsquery, parts)) + ")"
        case Except(wanted, unwanted):
            return f"({as_tsquery(wanted)} & !{as_tsquery(unwanted)})"
