"""Every problem of a pack, in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from olke.exchange.pack.cells import cell_faults
from olke.exchange.pack.closest import Closest
from olke.exchange.pack.descriptor import Descriptor, read_descriptor
from olke.exchange.pack.documents import PackDocument, read_documents, reference_problems
from olke.exchange.pack.folder import Folder, read_folder
from olke.exchange.pack.form import form_problems
from olke.exchange.pack.keeping import Found
from olke.exchange.pack.report import Problem, Report, in_reading_order
from olke.exchange.pack.schema import BY_NAME, BY_PATH, DESCRIPTOR, KEYED, TABLES
from olke.exchange.pack.sheets import Sheet, make_sheet
from olke.exchange.pack.surroundings import ANY_KEY, Surroundings
from olke.exchange.pack.wholes import whole_problems
from olke.packs.columns import Fault, Rule, Table

LOOKED_INTO = ("indicators",)
UNREAD = {
    "missing-file",
    "link",
    "file-too-large",
    "unreadable-file",
    "empty-file",
    "unreadable-rest",
}
"""Problems after which nobody knows which keys a table has."""

Taken = Callable[[Table, str, frozenset[str]], Mapping[str, str]]
"""Gives, of some keys of a table, those that another pack than the named one owns, and which."""


@dataclass(frozen=True)
class Checked:
    """A folder that has been read and judged."""

    folder: Folder
    descriptor: Descriptor
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    documents: Mapping[str, PackDocument] = field(default_factory=dict)
    report: Report = field(default_factory=lambda: Report(""))


def check_folder(path: Path, taken: Taken | None = None) -> Checked:
    """Read a pack's folder and find every problem. Writes nothing, raises nothing.

    ``taken`` asks the database for keys that other packs own; without it none do.
    """
    folder = read_folder(path)
    problems = Found(folder.problems)
    descriptor, found = read_descriptor(folder)
    problems.extend(found)
    sheets: dict[str, Sheet] = {}
    for table in TABLES:
        if table.name in folder.tables:
            sheets[table.name], found = make_sheet(table, folder.tables[table.name])
            problems.extend(found)
    unread = _unread(problems, sheets)
    around = surroundings_of(sheets, unread)
    for sheet in sheets.values():
        problems.extend(sheet_problems(sheet, around))
        problems.extend(form_problems(sheet, folder))
    problems.extend(whole_problems(sheets, around, unread))
    problems.extend(_region_problems(descriptor, around))
    documents, found = read_documents(folder)
    problems.extend(found)
    problems.extend(reference_problems(documents, around, folder))
    if taken:
        problems.extend(_taken_keys(sheets, descriptor.name, taken))
    rows = {name: len(sheet) for name, sheet in sheets.items()}
    ordered = in_reading_order(problems)
    report = Report(descriptor.name or path.name, ordered, rows, left_out=problems.left_out)
    return Checked(folder, descriptor, sheets, documents, report)


def _unread(problems: Iterable[Problem], sheets: Mapping[str, Sheet]) -> frozenset[str]:
    """Return the tables that are meant to be there and whose keys could not all be read."""
    broken = {
        problem.details.get("path", problem.file) for problem in problems if problem.code in UNREAD
    }
    keyless = {
        name for name, sheet in sheets.items() if sheet.table.identity[0] not in sheet.header
    }
    return frozenset({BY_PATH[path].name for path in broken if path in BY_PATH} | keyless)


def surroundings_of(
    sheets: Mapping[str, Sheet], unread: frozenset[str] = frozenset()
) -> Surroundings:
    """Collect what the cells of these sheets are judged against."""
    known = {
        table.name: ANY_KEY if table.name in unread else frozenset(sheets[table.name].cells["key"])
        for table in KEYED
        if table.name in sheets or table.name in unread
    }
    indexed = {
        name: dict(zip(sheets[name].cells["key"], sheets[name].rows(), strict=True))
        for name in LOOKED_INTO
        if name in sheets
    }
    return Surroundings(known, indexed, sheets["units"].rows() if "units" in sheets else ())


def sheet_problems(sheet: Sheet, around: Surroundings) -> Iterator[Problem]:
    """Judge every cell, every row and the identities of one table."""
    present = frozenset(sheet.header)
    for column in sheet.table.columns:
        if column.name in present:
            for index, fault in cell_faults(sheet.table, column, sheet.cells[column.name], around):
                yield sheet.problem(index, fault)
    for rule in sheet.table.rules:
        if present.issuperset(rule.columns):
            yield from _rule_problems(sheet, rule, around)
    yield from _repeated(sheet)


def rule_faults(table: Table, row: Mapping[str, str], around: Surroundings) -> Iterator[Fault]:
    """Judge one row by every rule of its table."""
    for rule in table.rules:
        yield from rule.judge(tuple(row.get(name, "") for name in rule.columns), around.look)


def _rule_problems(sheet: Sheet, rule: Rule, around: Surroundings) -> Iterator[Problem]:
    combined = list(zip(*(sheet.cells[name] for name in rule.columns), strict=True))
    wrong = {
        cells: faults for cells in set(combined) if (faults := list(rule.judge(cells, around.look)))
    }
    if wrong:
        for index, cells in enumerate(combined):
            for fault in wrong.get(cells, ()):
                yield sheet.problem(index, fault)


def _repeated(sheet: Sheet) -> Iterator[Problem]:
    identities = sheet.identities
    if len(set(identities)) == len(identities):
        return
    first: dict[str, int] = {}
    for index, identity in enumerate(identities):
        if not identity.strip("\x1f"):
            continue  # an empty key is reported as such
        if identity in first:
            said = identity.replace("\x1f", ", ").strip(", ")
            details = {"identity": said, "row": str(sheet.numbers[first[identity]])}
            yield sheet.problem(index, Fault(sheet.table.identity[0], "duplicate", details))
        first.setdefault(identity, index)


def _region_problems(descriptor: Descriptor, around: Surroundings) -> Iterator[Problem]:
    region, known = descriptor.region, around.keys("entities")
    if region and region not in known:
        details = {"cell": region, "table": BY_NAME["entities"].path}
        meant = Closest(known).to(region)
        yield Problem(DESCRIPTOR, "dangling", None, "olke.region", details, meant)


def _taken_keys(sheets: Mapping[str, Sheet], pack: str, taken: Taken) -> Iterator[Problem]:
    for table in KEYED:
        if table.name not in sheets:
            continue
        sheet = sheets[table.name]
        owners = taken(table, pack, frozenset(sheet.cells["key"]))
        for index, key in enumerate(sheet.cells["key"] if owners else ()):
            if key in owners:
                details = {"key": key, "pack": owners[key]}
                yield sheet.problem(index, Fault("key", "key-of-other-pack", details))


def all_faults(
    table: Table, row: Mapping[str, str], around: Surroundings, *, without: str = ""
) -> Iterable[Fault]:
    """Judge one row alone: its cells, one column's left out, then its rules."""
    for column in table.columns:
        if column.name == without:
            continue
        for _, fault in cell_faults(table, column, [row.get(column.name, "")], around):
            yield fault
    yield from rule_faults(table, row, around)
