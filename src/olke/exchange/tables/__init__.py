"""Any table as a spreadsheet, and a corrected spreadsheet back, row by row."""

from olke.exchange.tables.applying import ImportRefusedError, apply
from olke.exchange.tables.export import export_table, exported_rows
from olke.exchange.tables.preview import CellChange, ImportPreview, RowPreview, preview

__all__ = [
    "CellChange",
    "ImportPreview",
    "ImportRefusedError",
    "RowPreview",
    "apply",
    "export_table",
    "exported_rows",
    "preview",
]
