"""Text that a spreadsheet must not run (OWASP: CSV injection)."""

from __future__ import annotations

import re

FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""The full-width signs count, too, in a spreadsheet set to Chinese or Japanese."""
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def looks_like_formula(cell: str) -> bool:
    """Tell whether a spreadsheet would take a text for a formula; a plain number is none."""
    return bool(FORMULA.match(cell)) and not NUMBER.fullmatch(cell)


def guarded(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run, or what looks guarded already."""
    return f"'{cell}" if looks_like_formula(cell.lstrip("'")) else cell


def unguarded(cell: str) -> str:
    """Take away the apostrophe that ``guarded`` put there."""
    return cell[1:] if cell.startswith("'") and guarded(cell) != cell else cell
