"""What a check or a load has to say: each problem with file, row, column, reason, suggestion."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from olke.exchange.pack.messages import advice_on, reason_for

SHOWN_ALIKE = 20


class Severity(StrEnum):
    """An error stops the load; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Alike(NamedTuple):
    """What problems have in common that differ in their rows alone."""

    severity: Severity
    file: str
    code: str
    column: str


@dataclass(frozen=True)
class Problem:
    """One thing wrong. ``row`` counts as a spreadsheet does: the header is row 1.

    ``details`` are what the sentence mentions; ``meant`` is the cell that was probably meant.
    ``reason`` and ``suggestion`` are said in the language that is active when they are read.
    """

    file: str
    code: str
    row: int | None = None
    column: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    meant: str = ""
    severity: Severity = Severity.ERROR

    @property
    def alike(self) -> Alike:
        """What it has in common with the same problem of other rows."""
        return Alike(self.severity, self.file, self.code, self.column)

    @property
    def reason(self) -> str:
        """What is wrong, as a sentence."""
        return reason_for(self.code, self.details)

    @property
    def suggestion(self) -> str:
        """What to do about it; empty where the reason says it all."""
        if self.meant:
            return _("Did you mean “%(meant)s”?") % {"meant": self.meant}
        return advice_on(self.code, self.details)

    @property
    def place(self) -> str:
        """File, row and column in one word, as an editor understands it: ``claims.csv:12:unit``."""
        row = "" if self.row is None else str(self.row)
        return ":".join(part for part in (self.file, row, self.column) if part)

    def as_dict(self) -> dict[str, Any]:
        """Return the problem for JSON."""
        return {
            "severity": self.severity.value,
            "file": self.file,
            "row": self.row,
            "column": self.column or None,
            "code": self.code,
            "reason": self.reason,
            "suggestion": self.suggestion or None,
            "meant": self.meant or None,
        }


@dataclass(frozen=True)
class Report:
    """The outcome of checking, loading or saving one pack.

    ``rows`` counts the rows of each table; ``changes`` counts what a load did (added, changed,
    unchanged, withdrawn, removed, kept), empty for a check. ``left_out`` counts the problems that
    are not among ``problems`` because very many are alike.
    """

    pack: str
    problems: tuple[Problem, ...] = ()
    rows: Mapping[str, int] = field(default_factory=dict)
    changes: Mapping[str, int] = field(default_factory=dict)
    loaded: bool = False
    left_out: Mapping[Alike, int] = field(default_factory=dict)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a load."""
        return tuple(p for p in self.problems if p.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that do not."""
        return tuple(p for p in self.problems if p.severity is Severity.WARNING)

    def number(self, severity: Severity) -> int:
        """Count the problems of one severity, those that are left out too."""
        kept = sum(problem.severity is severity for problem in self.problems)
        return kept + sum(n for alike, n in self.left_out.items() if alike.severity is severity)

    @property
    def loadable(self) -> bool:
        """Tell whether nothing stops a load."""
        return not self.errors

    def as_text(self) -> str:
        """Return the report as lines for a terminal; long runs of one problem are shortened."""
        return "\n".join([*self._lines(), self.summary])

    def as_json_lines(self) -> str:
        """Return each problem as a line of JSON, then how many more there are of which kind."""
        told = [problem.as_dict() for problem in self.problems]
        names = ("severity", "file", "code", "column")
        for alike, n in self.left_out.items():
            told.append({**dict(zip(names, alike, strict=True)), "more": n})
        return "\n".join(json.dumps(line, ensure_ascii=False) for line in told)

    @property
    def summary(self) -> str:
        """The last line: how many rows, errors and warnings, and what was done."""
        errors, warnings = self.number(Severity.ERROR), self.number(Severity.WARNING)
        total = sum(self.rows.values())
        parts = [
            ngettext("%(count)d row", "%(count)d rows", total) % {"count": total},
            ngettext("%(count)d error", "%(count)d errors", errors) % {"count": errors},
            ngettext("%(count)d warning", "%(count)d warnings", warnings) % {"count": warnings},
        ]
        said = f"{self.pack}: {', '.join(parts)}."
        return " ".join([said, *self._outcome()])

    def _outcome(self) -> Iterator[str]:
        if self.changes:
            words = {
                "added": _("added"),
                "changed": _("changed"),
                "unchanged": _("unchanged"),
                "withdrawn": _("withdrawn"),
                "removed": _("removed"),
                "kept": _("kept though no longer in the files"),
                "yours": _("changed here and kept"),
            }
            counted = (f"{words[what]} {n}" for what, n in self.changes.items() if n)
            yield ", ".join(counted).capitalize() + "."
        elif not self.loadable:
            yield _("Nothing was loaded.")

    def _lines(self) -> Iterator[str]:
        ordered = sorted(self.problems, key=_kind)
        for kind, group in groupby(ordered, key=_kind):
            alike = list(group)
            for problem in alike[:SHOWN_ALIKE]:
                yield _line(problem)
            rest = len(alike) - SHOWN_ALIKE + self.left_out.get(kind, 0)
            if rest > 0:
                more = ngettext("and %(count)d more like it", "and %(count)d more like it", rest)
                yield f"  … {more % {'count': rest}}"


def _kind(problem: Problem) -> Alike:
    return problem.alike


def _line(problem: Problem) -> str:
    word = _("error") if problem.severity is Severity.ERROR else _("warning")
    said = f"{problem.place}: {word}: {problem.reason}"
    return f"{said} {problem.suggestion}" if problem.suggestion else said


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by file and row, the ones about a whole file first."""
    return tuple(sorted(problems, key=lambda p: (p.file, p.row or 0, p.column, p.code)))
