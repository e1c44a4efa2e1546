"""Views: the page that a learner's phone shows, and what it sends without script."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import override
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from olke.classroom import access
from olke.classroom.domain import joining as domain
from olke.classroom.errors import RefusedError
from olke.classroom.messages import sentence
from olke.classroom.models import LiveClass, Participant
from olke.classroom.phone.answering import keep_form, note_presence
from olke.classroom.phone.showing import all_words, page_data
from olke.classroom.phone.views import joining
from olke.environment import LANGUAGES

WEEK = 7 * 24 * 3600


@never_cache
@require_http_methods(["GET", "POST"])
def phone(request: HttpRequest, key: str) -> HttpResponse:
    """Show a learner the class as it is; take an answer from a form."""
    participant = access.participant_of(request, key)
    if participant is None:
        return (
            redirect("phone:page", key) if request.method == "POST" else joining.door(request, key)
        )
    note_presence(participant)
    with override(participant.language):
        if request.method == "GET":
            return _page(request, participant)
        return _answered(request, participant)


@cache_control(max_age=WEEK, public=True, immutable=True)
@require_GET
def words(request: HttpRequest, key: str) -> HttpResponse:
    """Return the words of the screens that the page did not bring; its address names them."""
    asked = request.GET.get("language", "")
    with override(asked if asked in LANGUAGES else LANGUAGES[0]):
        return JsonResponse(all_words(), json_dumps_params={"ensure_ascii": False})


@never_cache
@require_POST
def choose_language(request: HttpRequest, key: str) -> HttpResponse:
    """Show the class in another language from now on."""
    participant = access.participant_of(request, key)
    language = request.POST.get("language", "")
    if participant and language in LANGUAGES:
        domain.choose_language(participant, language)
    return redirect("phone:page", key)


@never_cache
@require_POST
def leave(request: HttpRequest, key: str) -> HttpResponse:
    """Make this phone forget its seat; the seat code brings its learner back."""
    response = redirect("phone:page", key)
    response.delete_cookie(access.COOKIE + key, path=response.url, samesite="Lax")
    return response


def _answered(request: HttpRequest, participant: Participant) -> HttpResponse:
    try:
        keep_form(request.POST, participant)
    except RefusedError as fault:
        problem = sentence(fault.code, **fault.told)
        return _page(request, participant, problem=problem, typed=request.POST.get("value", ""))
    return redirect("phone:page", participant.live_class.key)


def _page(
    request: HttpRequest, participant: Participant, *, problem: str = "", typed: str = ""
) -> HttpResponse:
    live: LiveClass = participant.live_class
    context: dict[str, Any] = {
        **page_data(live, participant),
        "live": live,
        "problem": problem,
        "typed": typed,
        "languages": settings.LANGUAGES,
    }
    status = 422 if problem else 200
    return render(request, "classroom/phone/page.html", context, status=status)
