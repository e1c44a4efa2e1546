"""Pages on which tables and packs go out and come back corrected."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.editing.archives import ArchiveRefusedError, pack_archive, unpack
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

LARGEST_SPREADSHEET = 10 * 1024**2
HELD = "spreadsheet"
REFUSALS = {
    "not-zip": gettext_lazy("This is not a ZIP file, or it is damaged. Pack the folder again."),
    "too-large": gettext_lazy("The file is too large: a pack may take 50 MB, unpacked 300 MB."),
    "too-many": gettext_lazy("The file holds more than 1,000 files. Pack only the pack’s folder."),
    "leaves-folder": gettext_lazy("The file holds links or paths that lead out of its folder."),
    "no-pack": gettext_lazy("There is no datapackage.json in the file. Pack the pack’s folder."),
}


class SpreadsheetForm(forms.Form):
    """A corrected spreadsheet."""

    file = forms.FileField(
        label=gettext_lazy("Corrected spreadsheet"),
        help_text=gettext_lazy("XLSX or CSV, as it was downloaded here, with the first row kept."),
    )


class ReasonForm(forms.Form):
    """Why the changes of a spreadsheet or a pack are made."""

    why = forms.CharField(
        label=gettext_lazy("Why"),
        help_text=gettext_lazy(
            "It stands in the history beside your name, for those who come after you."
        ),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class PackForm(ReasonForm):
    """A pack that was corrected elsewhere."""

    file = forms.FileField(
        label=gettext_lazy("Pack"), help_text=gettext_lazy("The pack’s folder as a ZIP file.")
    )
    prefer = forms.ChoiceField(
        label=gettext_lazy("Where a record was changed here and in the file"),
        required=False,
        choices=[
            ("", gettext_lazy("load nothing and show me")),
            ("pack", gettext_lazy("take the file’s")),
            ("database", gettext_lazy("keep what is here")),
        ],
    )


@require_http_methods(["GET", "POST"])
@require(Role.RESEARCHER)
def transfer(request: HttpRequest) -> HttpResponse:
    """Offer every table and the pack for download, and take a corrected spreadsheet."""
    form = SpreadsheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        if upload.size <= LARGEST_SPREADSHEET:
            content = base64.b64encode(upload.read()).decode("ascii")
            request.session[HELD] = {"name": upload.name[:200], "content": content}
            return redirect("editing:spreadsheet")
        form.add_error("file", _("The file is too large: a spreadsheet may take 10 MB."))
    context = {"form": form, "pack_form": PackForm(), "tables": TABLES, "pack": _pack()}
    return render(request, "editing/transfer.html", context, status=422 if form.is_bound else 200)


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
    context = {"found": found, "form": form}
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
                    prefer=form.cleaned_data["prefer"] or None,
                )
        except ArchiveRefusedError as error:
            form.add_error("file", str(REFUSALS[error.code]))
    if report and report.loaded:
        messages.success(request, report.summary)
    status = 200 if report and report.loaded else 422
    return render(request, "editing/load.html", {"form": form, "report": report}, status=status)


def _applied(request: HttpRequest, form: ReasonForm, found: ImportPreview) -> bool:
    try:
        count = apply(found, by=signed_in(request), why=form.cleaned_data["why"])
    except ImportRefusedError as error:
        form.add_error(None, _refusal(error))
        return False
    messages.success(request, _("Records changed: %(count)d.") % {"count": count})
    return True


def _refusal(error: ImportRefusedError) -> str:
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
