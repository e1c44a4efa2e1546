"""A figure's table as plain text that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from olke.exchange.tables.harmless import guarded


def csv_bytes(columns: Sequence[str], records: Iterable[Sequence[str]]) -> bytes:
    """Write CSV as RFC 4180 has it, UTF-8 with the mark by which Excel knows Kazakh letters."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in record] for record in records)
    return text.getvalue().encode("utf-8-sig")
