"""Pages on which tables and packs go out and come back corrected."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path
from typing import Literal

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.editing import queries
from olke.editing.archives import ArchiveRefusedError, pack_archive, unpack
from olke.editing.forms import ReasonForm
from olke.editing.templatetags.editing import ROWS_SHOWN
from olke.editing.transfer_forms import (
    KEEP_ASKING,
    PackForm,
    SomeRowsForm,
    SpreadsheetForm,
)
from olke.evidence.models import Citation, Claim
from olke.exchange.pack.commands import load
from olke.exchange.pack.schema import BY_NAME, TABLES
from olke.exchange.tables import (
    ImportPreview,
    ImportRefusedError,
    apply,
    export_table,
    preview,
)
from olke.exchange.tables.export import MEDIA_TYPES
from olke.packs.models import Pack

HELD = "spreadsheet"
PREFERENCES: dict[str, Literal["pack", "database"] | None] = {
    KEEP_ASKING: None,
    "pack": "pack",
    "database": "database",
}
REFUSALS = {
    "not-zip": gettext_lazy("This is not a ZIP file, or it is damaged. Pack the folder again."),
    "too-large": gettext_lazy("The file is too large: a pack may take 50 MB, unpacked 300 MB."),
    "too-many": gettext_lazy("The file holds more than 1,000 files. Pack only the pack’s folder."),
    "leaves-folder": gettext_lazy("The file holds links or paths that lead out of its folder."),
    "names": gettext_lazy("Two files have the same name, or a name is too long."),
    "no-pack": gettext_lazy("There is no datapackage.json in the file. Pack the pack’s folder."),
}


@require_http_methods(["GET", "POST"])
@require(Role.RESEARCHER)
def transfer(request: HttpRequest) -> HttpResponse:
    """Offer every table and the pack for download, and take a corrected spreadsheet."""
    sent = request.method == "POST"
    form = SpreadsheetForm(request.POST, request.FILES) if sent else SpreadsheetForm()
    if form.is_valid():
        upload = form.cleaned_data["file"]
        content = base64.b64encode(upload.read()).decode("ascii")
        request.session[HELD] = {"name": upload.name[:200], "content": content}
        return redirect("editing:spreadsheet")
    about = request.GET.get("about")
    return _transfer_page(request, form, SomeRowsForm(initial={"about": about} if about else None))


@require_GET
@require(Role.RESEARCHER)
def some_rows(request: HttpRequest) -> HttpResponse:
    """Hand out the claims that an entity takes part in, or their citations."""
    chosen = SomeRowsForm(request.GET)
    if not chosen.is_valid():
        return _transfer_page(request, SpreadsheetForm(), chosen)
    entity, name, form = (chosen.cleaned_data[field] for field in ("about", "table", "form"))
    claims = Claim.objects.filter(Q(subject=entity) | Q(object=entity) | Q(place=entity))
    rows = claims if name == "claims" else Citation.objects.filter(claim__in=claims)
    content = export_table(BY_NAME[name], _pack(), form, rows)
    return _file(content, f"{entity.key}-{name}.{form}", MEDIA_TYPES[form])


@require_http_methods(["GET", "POST"])
@require(Role.RESEARCHER)
def spreadsheet(request: HttpRequest) -> HttpResponse:
    """Show row by row what the spreadsheet would change, and change it when a reason is given."""
    held = request.session.get(HELD)
    if not held:
        return redirect("editing:transfer")
    found = preview(base64.b64decode(held["content"]), held["name"], _pack())
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _applied(request, form, found):
        del request.session[HELD]
        return redirect("editing:desk")
    status = 422 if form.is_bound else 200
    shown = [*found.refused[:ROWS_SHOWN], *found.changed[:ROWS_SHOWN]]
    table = found.table
    context = {
        "found": found,
        "form": form,
        "upload": SpreadsheetForm(),
        "names": queries.names_by_key(table, [row.key for row in shown]) if table else {},
        "SHOWN": f":{ROWS_SHOWN}",
    }
    return render(request, "editing/spreadsheet.html", context, status=status)


@require_GET
@require(Role.RESEARCHER)
def table_file(request: HttpRequest, name: str, form: str) -> HttpResponse:
    """Hand out a table as CSV or XLSX."""
    if name not in BY_NAME or form not in MEDIA_TYPES:
        raise Http404
    content = export_table(BY_NAME[name], _pack(), "xlsx" if form == "xlsx" else "csv")
    return _file(content, f"{name}.{form}", MEDIA_TYPES[form])


@require_GET
@require(Role.RESEARCHER)
def pack_file(request: HttpRequest) -> HttpResponse:
    """Hand out the whole pack as a ZIP file."""
    pack = _pack()
    return _file(pack_archive(pack), f"{pack.key}.zip", "application/zip")


@require_http_methods(["POST"])
@require(Role.RESEARCHER)
def load_pack(request: HttpRequest) -> HttpResponse:
    """Load a corrected pack, whole or not at all, and show the report."""
    form = PackForm(request.POST, request.FILES)
    report = None
    if form.is_valid():
        try:
            with tempfile.TemporaryDirectory() as folder:
                found = unpack(form.cleaned_data["file"].read(), Path(folder))
                report = load(
                    found,
                    by=signed_in(request),
                    why=form.cleaned_data["why"],
                    prefer=PREFERENCES[form.cleaned_data["prefer"]],
                )
        except ArchiveRefusedError as error:
            form.add_error("file", str(REFUSALS[error.code]))
    status = 200 if report and report.loaded else 422
    return render(request, "editing/load.html", {"form": form, "report": report}, status=status)


def _transfer_page(
    request: HttpRequest, form: SpreadsheetForm, chosen: SomeRowsForm
) -> HttpResponse:
    context = {
        "form": form,
        "chosen": chosen,
        "pack_form": PackForm(auto_id="id_pack_%s"),
        "tables": TABLES,
        "pack": _pack(),
    }
    status = 422 if form.errors or chosen.errors else 200
    return render(request, "editing/transfer.html", context, status=status)


def _applied(request: HttpRequest, form: ReasonForm, found: ImportPreview) -> bool:
    try:
        count = apply(found, by=signed_in(request), why=form.cleaned_data["why"])
    except ImportRefusedError as error:
        form.add_error(None, _refusal(error))
        return False
    messages.success(request, _("Records changed: %(count)d.") % {"count": count})
    return True


def _refusal(error: ImportRefusedError) -> str:
    if error.removed:
        return _(
            "Nothing was changed: somebody else removed %(keys)s meanwhile. "
            "Download the table again and make your corrections there."
        ) % {"keys": ", ".join(error.removed[:5])}
    if error.keys:
        return _(
            "Nothing was changed: somebody else changed %(keys)s meanwhile. "
            "Download the table again and make your corrections there."
        ) % {"keys": ", ".join(error.keys[:5])}
    return _("Nothing was changed: correct the rows marked below, or upload another file.")


def _pack() -> Pack:
    pack = Pack.objects.order_by("pk").first()
    if pack is None:
        raise Http404
    return pack


def _file(content: bytes, name: str, media_type: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)
