"""The console's page, and its commands: forms without script, requests with it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.classroom.access import class_to_direct
from olke.classroom.console.commands import do_command
from olke.classroom.console.page import console_page
from olke.classroom.errors import RefusedError
from olke.classroom.messages import sentence


@require_GET
@never_cache
@require(Role.TEACHER)
def console(request: HttpRequest, key: str) -> HttpResponse:
    """Show a class to its teacher."""
    live = class_to_direct(request, key)
    context = console_page(request, live, get_language() or "kk")
    return render(request, "classroom/console/console.html", context)


@require_POST
@require(Role.TEACHER)
def command(request: HttpRequest, key: str) -> HttpResponse:
    """Do what the teacher asks; a page without script comes back to the console."""
    live = class_to_direct(request, key)
    wants_data = request.headers.get("Accept", "") == "application/json"
    try:
        do_command(live, request.POST.dict(), by=signed_in(request))
    except RefusedError as fault:
        said = sentence(fault.code, **fault.told)
        if wants_data:
            return JsonResponse({"code": fault.code, "sentence": said}, status=409)
        messages.error(request, said)
    else:
        if wants_data:
            return JsonResponse({"done": True})
    return redirect("classroom:console", key=key)
