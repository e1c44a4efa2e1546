"""An uploaded spreadsheet as text cells; whatever it is, reading it does no harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import ParseError

from olke.exchange.pack.encodings import decode
from olke.exchange.pack.parsing import parse
from olke.exchange.tables.harmless import unguarded
from olke.packs.columns import Fault

LARGEST = 20 * 1024**2
LARGEST_UNPACKED = 200 * 1024**2
MOST_MEMBERS = 2000
MOST_ROWS = 200_000
MOST_COLUMNS = 200
MOST_BLANK = 1000
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
REFUSED_PARTS = {
    "vbaproject": "upload-macros",
    "externallinks/": "upload-external",
    "embeddings/": "upload-embedded",
    "activex/": "upload-embedded",
    "macrosheets/": "upload-macros",
}


class UploadRefusedError(Exception):
    """The file is not read: ``code`` names why, ``details`` are what its sentence mentions."""

    def __init__(self, code: str, **details: str) -> None:
        self.code = code
        self.details = details
        super().__init__(code, details)


@dataclass
class Upload:
    """The cells of an uploaded table: rows with their numbers in the spreadsheet.

    ``faults`` are what is wrong with single cells of the file itself: row number and fault.
    """

    header: list[str] = field(default_factory=list)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    faults: list[tuple[int, Fault]] = field(default_factory=list)


def read_upload(content: bytes, name: str) -> Upload:
    """Read CSV or XLSX, told apart by their bytes. Raises ``UploadRefusedError``."""
    if len(content) > LARGEST:
        raise UploadRefusedError("upload-too-large", limit=f"{LARGEST // 1024**2} MB")
    if not content.strip():
        raise UploadRefusedError("empty-file")
    if content.startswith(ZIP):
        return _read_workbook(content)
    if content.startswith(OLE):
        raise UploadRefusedError("upload-kind", name=name)
    return _read_csv(content, name)


def _read_csv(content: bytes, name: str) -> Upload:
    decoded = decode(content)
    if decoded.code in {"broken-utf8", "encoding"} and decoded.name != "UTF-16":
        # Windows-1251 has no place for ә, қ, ң: what was saved in it has lost them.
        raise UploadRefusedError(decoded.code, name=decoded.name)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    parsed = parse(name, text)
    upload = Upload(header=[unguarded(cell) for cell in parsed.header])
    for problem in parsed.problems:
        if problem.code not in {"delimiter", "blank-row", "sep-line"}:
            fault = Fault(problem.column, problem.code, problem.details)
            upload.faults.append((problem.row or 1, fault))
    numbered = zip(parsed.numbers, parsed.rows, strict=True)
    upload.rows = [(number, [unguarded(cell) for cell in row]) for number, row in numbered]
    _refuse_too_many(len(upload.rows), len(upload.header))
    return upload


def _read_workbook(content: bytes) -> Upload:
    # A third of a second to import, and most starts of Olke read no workbook.
    from openpyxl import load_workbook  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        _refuse_dangerous(content)
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        try:
            return _read_sheet(book.worksheets[0]) if book.worksheets else Upload()
        finally:
            book.close()
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        ParseError,
        KeyError,
        ValueError,
        TypeError,
        EOFError,
        OSError,
    ) as fault:
        raise UploadRefusedError("upload-damaged", why=type(fault).__name__) from fault


def _refuse_dangerous(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        members = packed.infolist()
        unpacked = sum(member.file_size for member in members)
        if len(members) > MOST_MEMBERS or unpacked > LARGEST_UNPACKED:
            raise UploadRefusedError("upload-bomb", limit=f"{LARGEST_UNPACKED // 1024**2} MB")
        for member in members:
            for part, code in REFUSED_PARTS.items():
                if part in member.filename.lower():
                    raise UploadRefusedError(code)
            _refuse_declared_entities(packed, member)
        if "[Content_Types].xml" not in packed.namelist():
            raise UploadRefusedError("upload-kind", name="ZIP")


def _refuse_declared_entities(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Refuse a document type: no spreadsheet has one, and entities can unfold without end."""
    if member.filename.endswith((".xml", ".rels")):
        with packed.open(member) as part:
            if b"<!DOCTYPE" in part.read(4096).replace(b"\0", b""):
                raise UploadRefusedError("upload-damaged", why="DOCTYPE")


def _read_sheet(sheet: Any) -> Upload:
    """Read the first sheet; a formula is a fault, because it may show anything."""
    sheet.reset_dimensions()  # a file may claim any size
    upload = Upload()
    blank = 0
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        texts = [_text(cell, number, upload) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if not upload.header:
            upload.header = [text.strip() for text in texts]
            _refuse_too_many(0, len(texts))
            continue
        blank = 0 if texts else blank + 1
        if blank > MOST_BLANK:
            break
        if texts:
            width = len(upload.header)
            if len(texts) > width:
                details = {"found": str(len(texts)), "wanted": str(width)}
                upload.faults.append((number, Fault("", "ragged-row", details)))
            upload.rows.append((number, (texts + [""] * width)[:width]))
            _refuse_too_many(len(upload.rows), width)
    upload.faults = [(number, _named(fault, upload.header)) for number, fault in upload.faults]
    return upload


def _named(fault: Fault, header: list[str]) -> Fault:
    """Replace the number of a column by its name."""
    if not fault.column.isdigit():
        return fault
    at = int(fault.column) - 1
    return Fault(header[at] if at < len(header) else "", fault.code, fault.details)


def _text(cell: Any, number: int, upload: Upload) -> str:
    value = cell.value
    if value is None:
        return ""
    column = str(getattr(cell, "column", ""))
    if cell.data_type == "f":
        upload.faults.append((number, Fault(column, "upload-formula")))
        return ""
    if cell.data_type == "e":
        upload.faults.append((number, Fault(column, "upload-error", {"cell": str(value)})))
        return ""
    if isinstance(value, datetime | date | time):
        upload.faults.append((number, Fault(column, "became-date", {"cell": str(value)})))
        return ""
    return _plain(value)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else ""
    if isinstance(value, float):
        # repr is the shortest text that gives the same float: 0.1 and not 0.1000000000000000055.
        plain = format(Decimal(repr(value)), "f")
        return plain.removesuffix(".0")
    return str(value).replace("\r\n", "\n").replace("_x000D_", "")


def _refuse_too_many(rows: int, columns: int) -> None:
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise UploadRefusedError("upload-too-many", rows=str(MOST_ROWS), columns=str(MOST_COLUMNS))


def iter_cells(upload: Upload) -> Iterator[tuple[int, dict[str, str]]]:
    """Give each row's cells by column name with the row's number."""
    for number, row in upload.rows:
        yield number, dict(zip(upload.header, row, strict=True))
