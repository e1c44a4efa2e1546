"""The projector's page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from olke.accounts.access import require
from olke.accounts.models import Role
from olke.classroom.access import class_to_direct
from olke.classroom.moment import Moment
from olke.classroom.projector.joining import qr_drawing, way_to_join
from olke.classroom.rendering import Audience, rendered
from olke.classroom.screen import teacher_setup


@require_GET
@never_cache
@require(Role.TEACHER)
def projector(request: HttpRequest, key: str) -> HttpResponse:
    """Show a class to the whole room."""
    live = class_to_direct(request, key)
    language = get_language() or "kk"
    state = rendered(Moment(live), Audience.PROJECTOR, language)
    way = way_to_join(request, live) if live.code else None
    context = {
        "live": live,
        "state": state,
        "setup": teacher_setup(live, "projector", language) | {"state": state},
        "way": way,
        "qr": qr_drawing(way.link) if way else "",
    }
    return render(request, "classroom/projector/projector.html", context)
