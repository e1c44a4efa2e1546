"""The report of a class, its tables, and how long it is kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.classroom.access import class_to_direct
from olke.classroom.domain.erasing import erase_class, erase_participant, keep_class_until
from olke.classroom.errors import CommandError
from olke.classroom.messages import sentence
from olke.classroom.models import LiveClass, Participant
from olke.classroom.report.person import person_answers
from olke.classroom.report.reading import read_report
from olke.classroom.report.tables import TABLES, sheets_of
from olke.exchange.tables.sheets import csv_of, workbook_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class KeepForm(forms.Form):
    """Until when a class is kept."""

    keep_until = forms.DateField(
        label=gettext_lazy("Keep the answers until"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


@require_GET
@require(Role.TEACHER)
def report(request: HttpRequest, key: str) -> HttpResponse:
    """Show what a class was."""
    live = class_to_direct(request, key)
    context = {
        "live": live,
        "report": read_report(live, _language()),
        "tables": TABLES,
        "keep": KeepForm(initial={"keep_until": live.keep_until}),
    }
    return render(request, "classroom/report/report.html", context)


@require_GET
@require(Role.TEACHER)
def person(request: HttpRequest, key: str, seat: str) -> HttpResponse:
    """Show everything that one learner sent; what was anonymous stays so."""
    live = class_to_direct(request, key)
    found = Participant.objects.filter(live_class=live, seat=seat).first()
    if found is None:
        raise Http404
    context = {"live": live, "person": found, **person_answers(live, found, _language())}
    return render(request, "classroom/report/person.html", context)


@require_GET
@require(Role.TEACHER)
def table(request: HttpRequest, key: str, name: str) -> HttpResponse:
    """Give one table of the report as CSV."""
    live = class_to_direct(request, key)
    if name not in TABLES:
        raise Http404
    sheet = sheets_of(read_report(live, _language()), _language())[name]
    return _file(csv_of(sheet), "text/csv; charset=utf-8", f"{_name(live)}-{name}.csv")


@require_GET
@require(Role.TEACHER)
def workbook(request: HttpRequest, key: str) -> HttpResponse:
    """Give every table of the report as one XLSX file."""
    live = class_to_direct(request, key)
    sheets = sheets_of(read_report(live, _language()), _language())
    return _file(workbook_of(list(sheets.values())), XLSX, f"{_name(live)}.xlsx")


@require_POST
@require(Role.TEACHER)
def keep(request: HttpRequest, key: str) -> HttpResponse:
    """Say until when the class is kept; a day that has passed is refused."""
    live, form = class_to_direct(request, key), KeepForm(request.POST)
    if not form.is_valid() or form.cleaned_data["keep_until"] < localdate():
        messages.error(request, _("Choose a day that is still to come, or erase the class now."))
    else:
        keep_class_until(live, form.cleaned_data["keep_until"])
        messages.success(request, _("The class is erased after that day."))
    return redirect("classroom:report", key)


@require_POST
@require(Role.TEACHER)
def erase(request: HttpRequest, key: str) -> HttpResponse:
    """Erase the class with every answer; the box has to be ticked."""
    live = class_to_direct(request, key)
    if "sure" not in request.POST:
        messages.error(request, _("Tick the box first: erasing cannot be undone."))
        return redirect("classroom:report", key)
    erase_class(live, by=signed_in(request))
    messages.success(request, _("The class and every answer in it are erased."))
    return redirect("classroom:classes")


@require_POST
@require(Role.TEACHER)
def erase_person(request: HttpRequest, key: str, seat: str) -> HttpResponse:
    """Erase one learner with everything the learner sent; the box has to be ticked."""
    live = class_to_direct(request, key)
    if "sure" not in request.POST:
        messages.error(request, _("Tick the box first: erasing cannot be undone."))
        return redirect("classroom:report_person", key, seat)
    try:
        erase_participant(live, seat)
    except CommandError as fault:
        messages.error(request, sentence(fault.code, **fault.told))
    else:
        messages.success(request, _("The learner and all that was sent from there are erased."))
    return redirect("classroom:report", key)


def _language() -> str:
    return (get_language() or "kk")[:2]


def _name(live: LiveClass) -> str:
    """Return what a class's files are called: the lesson and the day, in Latin letters."""
    day = live.started_at.date().isoformat()
    return "-".join(part for part in (slugify(live.lesson_key), day, live.key) if part)


def _file(data: bytes, media: str, name: str) -> HttpResponse:
    headers: dict[str, Any] = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=media, headers=headers)
