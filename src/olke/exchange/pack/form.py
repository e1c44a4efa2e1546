"""Files that hold the right cells in a form that saving would rewrite."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from olke.exchange.pack.folder import Folder
from olke.exchange.pack.parsing import write
from olke.exchange.pack.report import Problem, Severity
from olke.exchange.pack.sheets import Sheet

FORMAL = frozenset(
    {
        "bom",
        "encoding",
        "broken-utf8",
        "delimiter",
        "sep-line",
        "line-ends",
        "carriage-return",
        "nul",
        "quote",
        "oversize",
        "blank-row",
        "ragged-row",
        "empty-file",
        "unreadable-rest",
        "unknown-column",
        "column-twice",
    }
)


def form_problems(sheet: Sheet, folder: Folder) -> Iterator[Problem]:
    """Warn when writing the cells again gives other bytes: quotes too many, no last line feed.

    Says nothing where a problem that is already reported explains it.
    """
    path = sheet.table.path
    if any(p.file == path and p.code in FORMAL for p in folder.problems):
        return
    if not sheet.header or len(sheet.header) != len(folder.tables[sheet.table.name].header):
        return
    columns = [sheet.cells[name] for name in sheet.header]
    content = write(sheet.header, zip(*columns, strict=True))
    if hashlib.sha256(content).hexdigest() != folder.digests[path]:
        yield Problem(path, "not-canonical", severity=Severity.WARNING)
