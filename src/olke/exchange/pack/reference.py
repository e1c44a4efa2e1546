"""The parts of ``docs/reference/pack.md`` that are made from the declarations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from olke.exchange.pack.messages import ADVICE, REASONS
from olke.exchange.pack.schema import TABLES
from olke.packs.columns import Column, ColumnType, Table


def write_reference(path: Path) -> None:
    """Write the made parts again between their marks in the page; the rest stays."""
    text = path.read_text(encoding="utf-8")
    for mark, made in (("tables", tables_in_markdown()), ("codes", codes_in_markdown())):
        before, rest = text.split(f"<!-- {mark} -->\n")
        after = rest.split(f"<!-- /{mark} -->")[1]
        text = f"{before}<!-- {mark} -->\n{made}<!-- /{mark} -->{after}"
    path.write_text(text, encoding="utf-8")


def tables_in_markdown() -> str:
    """Return one section for each table: its columns, what they hold, which are required."""
    return "\n".join(line for table in TABLES for line in _section(table))


def codes_in_markdown() -> str:
    """Return every code of a check with its reason and its advice, in English."""
    lines = ["| code | reason | advice |", "|---|---|---|"]
    lines += [f"| `{code}` | {text} | {ADVICE.get(code, '')} |" for code, text in REASONS.items()]
    return "\n".join(lines) + "\n"


def _section(table: Table) -> Iterator[str]:
    identity = ", ".join(f"`{name}`" for name in table.identity)
    yield f"### {table.path}\n"
    yield f"{table.meaning.capitalize()}. Unique: {identity}.\n"
    yield "| column | holds | required | meaning |"
    yield "|---|---|---|---|"
    for column in table.columns:
        required = "yes" if column.required else ""
        yield f"| `{column.name}` | {_holds(column)} | {required} | {column.meaning} |"
    yield ""


def _holds(column: Column) -> str:
    if column.type is ColumnType.ENUM:
        return ", ".join(f"`{choice}`" for choice in column.choices)
    if column.type is ColumnType.REFERENCE:
        return f"key of {column.refers_to}.csv"
    if column.type is ColumnType.BOOLEAN:
        return "`true` or empty"
    names = {ColumnType.EDTF: "EDTF", ColumnType.URL: "address"}
    return names.get(column.type, column.type.value)
