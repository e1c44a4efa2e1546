"""A CSV file as columns of text, with every slip of its form found in one reading."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from olke.exchange.pack.keeping import Found
from olke.exchange.pack.report import Problem

MOST_QUOTE_FAULTS = 50
DELIMITERS = {";": "semicolon", "\t": "tab", "|": "vertical bar"}
EXCEL_SEPARATOR = re.compile(r'"?sep=.?"?[;,\t]*(\n|\Z)', re.IGNORECASE)
"""What Excel is told, and sometimes writes, in the line before the header."""

LONGEST_CELL = 1024**2

csv.field_size_limit(LONGEST_CELL)


@dataclass
class Parsed:
    """The header and the data rows, each with its row number in a spreadsheet, and the problems.

    Rows are as wide as the header: ragged ones are reported, then cut or filled up, so that their
    other cells can still be checked.
    """

    header: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    problems: Found = field(default_factory=Found)
    delimiter: str = ","


def parse(file: str, text: str) -> Parsed:
    """Read a CSV text. Every problem names ``file``; nothing is raised."""
    parsed = Parsed()
    if not text.strip():
        parsed.problems.append(Problem(file, "empty-file"))
        return parsed
    if "\r" in text:
        text = _report_line_ends(file, text, parsed)
    row = 1
    if EXCEL_SEPARATOR.match(text):
        parsed.problems.append(Problem(file, "sep-line", row))
        text, row = text.partition("\n")[2], 2
    parsed.delimiter = _delimiter(text)
    if parsed.delimiter != ",":
        named = {"found": parsed.delimiter, "name": DELIMITERS[parsed.delimiter]}
        parsed.problems.append(Problem(file, "delimiter", row, details=named))
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + row
        parsed.problems.append(Problem(file, "nul", line))
        text = text.replace("\0", "")
    records = _records(file, text, parsed, row)
    _, parsed.header = next(records, (1, []))
    for number, record in records:
        _take(file, number, record, parsed)
    return parsed


def _report_line_ends(file: str, text: str, parsed: Parsed) -> str:
    first = text.split("\n", 1)[0]
    if first.endswith("\r") or "\n" not in text:
        parsed.problems.append(Problem(file, "line-ends", 1))
        return text.replace("\r\n", "\n").replace("\r", "\n")
    row = text.count("\n", 0, text.index("\r")) + 1
    parsed.problems.append(Problem(file, "carriage-return", row))
    return text.replace("\r\n", "\n").replace("\r", " ")


def _delimiter(text: str) -> str:
    """Take the comma unless the header has none and has another mark that separates columns."""
    header = text.split("\n", 1)[0]
    if "," in header:
        return (
            ","
            if all(header.count(",") >= header.count(other) for other in DELIMITERS)
            else (max(DELIMITERS, key=header.count))
        )
    best = max(DELIMITERS, key=header.count)
    return best if best in header else ","


def _records(file: str, text: str, parsed: Parsed, row: int) -> Iterator[tuple[int, list[str]]]:
    """Give each record with its row number; after a broken quote, go on with the next line."""
    start = faults = 0
    while start < len(text):
        reader = csv.reader(_lines(text, start), delimiter=parsed.delimiter, strict=True)
        used = 0
        try:
            for record in reader:
                yield row, record
                row, used = row + 1, reader.line_num
        except csv.Error as fault:
            code = "oversize" if "limit" in str(fault) else "quote"
            parsed.problems.append(Problem(file, code, row))
            faults += 1
            if faults == MOST_QUOTE_FAULTS:
                parsed.problems.append(Problem(file, "unreadable-rest", row))
                return
            start, row = _after(text, start, used + 1), row + 1
        else:
            return


def _lines(text: str, start: int) -> Iterator[str]:
    """Give the lines from a place on, one at a time: a whole list weighs more than the text."""
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _after(text: str, start: int, lines: int) -> int:
    """Return the place that is so many lines further."""
    for _ in range(lines):
        start = text.find("\n", start) + 1 or len(text)
    return start


def _take(file: str, number: int, record: list[str], parsed: Parsed) -> None:
    width = len(parsed.header)
    # The key comes first and is rarely empty, so that few rows are looked at whole.
    if not record or not (record[0] or any(record)):
        parsed.problems.append(Problem(file, "blank-row", number))
        return
    if len(record) != width:
        details = {"found": str(len(record)), "wanted": str(width)}
        parsed.problems.append(Problem(file, "ragged-row", number, details=details))
        record = (record + [""] * width)[:width]
    parsed.rows.append(record)
    parsed.numbers.append(number)


def write(header: tuple[str, ...], rows: Iterable[Sequence[str]]) -> bytes:
    """Write the canonical form: UTF-8, comma, line feed, quotes only where needed."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()
