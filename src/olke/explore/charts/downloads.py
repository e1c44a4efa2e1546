"""A figure as a file: its claims as CSV or XLSX, its drawing as SVG or PNG."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.http import Http404, HttpRequest, HttpResponse

from olke.explore.charts.figures import Figure
from olke.explore.charts.rendering import png_of
from olke.explore.charts.tables import csv_bytes
from olke.explore.charts.tabling import COLUMNS, records_of
from olke.explore.frame import origin

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "svg": "image/svg+xml",
    "png": "image/png",
}
FORMS = tuple(TYPES)


def figure_file(figure: Figure, form: str, request: HttpRequest, *, stem: str) -> HttpResponse:
    """Answer with a figure as a file; without claims there is none (404)."""
    if not figure.observations or (form in ("svg", "png") and not figure.panels):
        raise Http404
    base = f"{request.scheme}://{request.get_host()}"
    write: dict[str, Callable[[], bytes]] = {
        "csv": lambda: table_bytes(form, COLUMNS, records_of(figure.observations, base=base)),
        "xlsx": lambda: table_bytes(form, COLUMNS, records_of(figure.observations, base=base)),
        "svg": lambda: figure.file_markup(origin()).encode(),
        "png": lambda: png_of(figure.file_markup(origin())),
    }
    return file_response(write[form](), form, f"olke-{stem}-{figure.identity}.{form}")


def table_bytes(form: str, columns: Sequence[str], records: Sequence[Sequence[str]]) -> bytes:
    """Write a table as CSV or XLSX; no cell is taken for a formula."""
    if form == "csv":
        return csv_bytes(columns, records)
    # A server starts without openpyxl.
    from olke.explore.charts.workbooks import xlsx_bytes  # noqa: PLC0415 - costs 0.3 s

    return xlsx_bytes(columns, records)


def file_response(content: bytes, form: str, name: str) -> HttpResponse:
    """Answer with a file to keep."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=TYPES[form], headers=headers)
