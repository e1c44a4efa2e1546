"""Text that a spreadsheet must not run (OWASP: CSV injection)."""

from __future__ import annotations

import re

FORMULA = re.compile(r"[=+\-@\t\r]")
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def looks_like_formula(cell: str) -> bool:
    """Tell whether a spreadsheet would take a text for a formula; a plain number is none."""
    return bool(FORMULA.match(cell)) and not NUMBER.fullmatch(cell)


def guarded(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run."""
    return f"'{cell}" if looks_like_formula(cell) else cell


def unguarded(cell: str) -> str:
    """Take away the apostrophe that ``guarded`` put there."""
    return cell[1:] if cell.startswith("'") and looks_like_formula(cell[1:]) else cell
