"""A table's cells by column, under a header that has been checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from olke.exchange.pack.closest import Closest
from olke.exchange.pack.parsing import Parsed
from olke.exchange.pack.report import Problem, Severity
from olke.packs.columns import Fault, Table


@dataclass(frozen=True)
class Sheet:
    """One table of a pack as it stands in its file.

    ``header`` is the order of the file's columns, ``cells`` every column of the table (one that the
    file lacks is all empty), ``numbers`` the row numbers as a spreadsheet shows them.
    """

    table: Table
    header: tuple[str, ...]
    cells: Mapping[str, list[str]]
    numbers: list[int]

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.numbers)

    @cached_property
    def identities(self) -> list[str]:
        """What each row is known by: its key, or for an owned row the cells of its identity."""
        columns = [self.cells[name] for name in self.table.identity]
        if len(columns) == 1:
            return columns[0]
        return ["\x1f".join(cells) for cells in zip(*columns, strict=True)]

    def rows(self) -> Iterator[dict[str, str]]:
        """Give each row with all its cells."""
        names = self.table.names
        for cells in zip(*(self.cells[name] for name in names), strict=True):
            yield dict(zip(names, cells, strict=True))

    def row(self, index: int) -> dict[str, str]:
        """Return one row."""
        return {name: cells[index] for name, cells in self.cells.items()}

    def problem(self, index: int, fault: Fault) -> Problem:
        """Place a fault in the file."""
        return place(self.table.path, self.numbers[index], fault)


def place(file: str, row: int | None, fault: Fault) -> Problem:
    """Make a problem of a fault by saying where it is."""
    severity = Severity.WARNING if fault.minor else Severity.ERROR
    return Problem(file, fault.code, row, fault.column, fault.details, fault.meant, severity)


def make_sheet(table: Table, parsed: Parsed) -> tuple[Sheet, list[Problem]]:
    """Sort a file's cells under the table's columns, reporting what the header lacks or adds."""
    problems = _header_problems(table, parsed.header) if parsed.header else []
    by_name: dict[str, list[str]] = {}
    columns = zip(*parsed.rows, strict=True) if parsed.rows else [()] * len(parsed.header)
    for name, cells in zip(parsed.header, columns, strict=True):
        if name in table.names and name not in by_name:
            by_name[name] = list(cells)
    empty = [""] * len(parsed.rows)
    header = tuple(name for name in parsed.header if name in by_name)
    found = {name: by_name.get(name, empty) for name in table.names}
    return Sheet(table, header, found, parsed.numbers), problems


def _header_problems(table: Table, header: list[str]) -> list[Problem]:
    problems = []
    missing = [name for name in table.names if name not in header]
    closest = Closest(missing or table.names)
    seen: set[str] = set()
    for name in header:
        if name in seen:
            problems.append(Problem(table.path, "column-twice", 1, name))
        elif name not in table.names:
            problems.append(Problem(table.path, "unknown-column", 1, name, meant=closest.to(name)))
        seen.add(name)
    problems.extend(Problem(table.path, "missing-column", 1, name) for name in missing)
    return problems
