"""What may stand in one cell, by the type of its column; each distinct cell is judged once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from urllib.parse import urlsplit

from olke.dates import EdtfError, parse
from olke.exchange.pack.closest import Closest, plain_key
from olke.exchange.pack.numbers import EXPONENT, NUMBER, point_form
from olke.exchange.pack.surroundings import Surroundings
from olke.packs.columns import KEY_PATTERN, Column, ColumnType, Fault, Table

KEY = re.compile(KEY_PATTERN)
# What Excel makes of 5-01, 1.5 or may-46: a day and a month, by number or by name.
DATE_LIKE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|\d{1,2}[./ -][^\W\d]{3,8}\.?([./ -]\d{2,4})?"
    r"|[^\W\d]{3,8}\.?[./ -]\d{2,4}"
)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ufffd]|\t")

Judge = Callable[[str], Fault | None]


def cell_faults(
    table: Table, column: Column, cells: list[str], around: Surroundings
) -> Iterator[tuple[int, Fault]]:
    """Give the index and the fault of every wrong cell of a column."""
    judge = judge_of(table, column, around)
    wrong = {cell: fault for cell in set(cells) if (fault := judge(cell))}
    if wrong:
        for index, cell in enumerate(cells):
            if cell in wrong:
                yield index, wrong[cell]


def judge_of(table: Table, column: Column, around: Surroundings) -> Judge:
    """Return the function that judges a cell of a column."""
    name, longest = column.name, table.longest(column.name)
    by_type = _BY_TYPE[column.type](column, around)

    def judge(cell: str) -> Fault | None:
        if not cell:
            return Fault(name, "required", meant=_usual(column)) if column.required else None
        if longest is not None and len(cell) > longest:
            details = {"length": str(len(cell)), "longest": str(longest)}
            return Fault(name, "too-long", details)
        if CONTROL.search(cell):
            return Fault(name, "control-character")
        return by_type(cell)

    return judge


def _usual(column: Column) -> str:
    """Return the value that a required cell holds most often, where there is one."""
    usual = {"rank": "normal", "review": "unreviewed"}
    return usual.get(column.name, "")


def _text(column: Column, _: Surroundings) -> Judge:
    def judge(cell: str) -> Fault | None:
        if cell != cell.strip():
            return Fault(column.name, "spaces-around", meant=cell.strip(), minor=True)
        return None

    return judge


def _key(column: Column, _: Surroundings) -> Judge:
    def judge(cell: str) -> Fault | None:
        if KEY.fullmatch(cell):
            return None
        if DATE_LIKE.fullmatch(cell):
            return Fault(column.name, "became-date", {"cell": cell})
        meant = re.sub(r"[^a-z0-9]+", "-", plain_key(cell)).strip("-")
        return Fault(column.name, "bad-key", {"cell": cell}, meant)

    return judge


def _edtf(column: Column, _: Surroundings) -> Judge:
    def judge(cell: str) -> Fault | None:
        try:
            parse(cell)
        except EdtfError as fault:
            return Fault(column.name, _edtf_code(fault), {"cell": cell}, fault.suggestion or "")
        return None

    return judge


def _edtf_code(fault: EdtfError) -> str:
    return f"edtf-{fault.code}" if fault.code in {"month", "day", "reversed"} else "edtf"


def _decimal(column: Column, _: Surroundings) -> Judge:
    def judge(cell: str) -> Fault | None:
        if NUMBER.fullmatch(cell):
            return None
        if EXPONENT.fullmatch(cell):
            return Fault(column.name, "exponent", {"cell": cell}, point_form(cell))
        if DATE_LIKE.fullmatch(cell):
            return Fault(column.name, "became-date", {"cell": cell})
        code = "decimal-comma" if "," in cell else "decimal"
        return Fault(column.name, code, {"cell": cell}, point_form(cell))

    return judge


def _boolean(column: Column, _: Surroundings) -> Judge:
    def judge(cell: str) -> Fault | None:
        if cell == "true":
            return None
        meant = "true" if cell.strip().lower() in {"true", "истина", "ақиқат", "1", "yes"} else ""
        return Fault(column.name, "boolean", {"cell": cell}, meant)

    return judge


def _enum(column: Column, _: Surroundings) -> Judge:
    known, closest = frozenset(column.choices), Closest(column.choices, likeness=0.5)

    def judge(cell: str) -> Fault | None:
        if cell in known:
            return None
        details = {"cell": cell, "choices": ", ".join(column.choices)}
        return Fault(column.name, "enum", details, closest.to(cell))

    return judge


def _reference(column: Column, around: Surroundings) -> Judge:
    known = around.keys(column.refers_to)
    closest = Closest(known)

    def judge(cell: str) -> Fault | None:
        if cell in known:
            return None
        details = {"cell": cell, "table": f"{column.refers_to}.csv"}
        return Fault(column.name, "dangling", details, closest.to(cell))

    return judge


def _unit(column: Column, around: Surroundings) -> Judge:
    def judge(cell: str) -> Fault | None:
        if cell in around.units:
            return None
        return Fault(column.name, "unit", {"cell": cell}, around.closest_unit(cell))

    return judge


def _url(column: Column, _: Surroundings) -> Judge:
    def judge(cell: str) -> Fault | None:
        try:
            parts = urlsplit(cell)
        except ValueError:
            return Fault(column.name, "url", {"cell": cell})
        if parts.scheme in {"http", "https"} and parts.netloc and " " not in cell:
            return None
        meant = f"https://{cell}" if cell.startswith("www.") else ""
        return Fault(column.name, "url", {"cell": cell}, meant)

    return judge


def _coordinate(column: Column, _: Surroundings) -> Judge:
    def judge(cell: str) -> Fault | None:
        if not NUMBER.fullmatch(cell):
            code = "decimal-comma" if "," in cell else "decimal"
            return Fault(column.name, code, {"cell": cell}, point_form(cell))
        degrees = Decimal(cell)
        if abs(degrees) > column.largest:
            return Fault(column.name, "off-earth", {"cell": cell, "limit": str(column.largest)})
        plain = format(round(degrees, 5).normalize(), "f")
        if plain != cell:
            return Fault(column.name, "coordinate-form", {"cell": cell}, plain, minor=True)
        return None

    return judge


_BY_TYPE: dict[ColumnType, Callable[[Column, Surroundings], Judge]] = {
    ColumnType.KEY: _key,
    ColumnType.TEXT: _text,
    ColumnType.EDTF: _edtf,
    ColumnType.DECIMAL: _decimal,
    ColumnType.BOOLEAN: _boolean,
    ColumnType.ENUM: _enum,
    ColumnType.REFERENCE: _reference,
    ColumnType.UNIT: _unit,
    ColumnType.URL: _url,
    ColumnType.COORDINATE: _coordinate,
}
