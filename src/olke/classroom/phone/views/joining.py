"""Views: typing a class's code, choosing how one is called, coming back by the seat code."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from olke.classroom import access, messages
from olke.classroom.domain import joining as domain
from olke.classroom.errors import JoinError
from olke.classroom.models import LiveClass, Participant
from olke.classroom.phone import pacing
from olke.classroom.phone.forms import SeatForm, door_form
from olke.environment import LANGUAGES
from olke.teaching.documents.parts import Text

TOO_FAST = {"slow-down", "too-many-joins"}


@never_cache
@require_GET
def join(request: HttpRequest) -> HttpResponse:
    """Ask for the code that is on the screen; with one, go to its class."""
    typed = request.GET.get("code")
    return _to_class(request, typed) if typed is not None else _code_page(request)


@never_cache
@require_GET
def join_by_code(request: HttpRequest, code: str) -> HttpResponse:
    """Go to the class whose code was scanned."""
    return _to_class(request, code)


def door(request: HttpRequest, key: str) -> HttpResponse:
    """Show who has not joined a class how to."""
    live = class_at(key)
    with override(language_asked(request, live)):
        if access.was_removed(request, key):
            return door_page(request, live, JoinError("removed"))
        return door_page(request, live)


@never_cache
@require_POST
def take_seat(request: HttpRequest, key: str) -> HttpResponse:
    """Take somebody into the class; who was in it already stays who they are."""
    live = class_at(key)
    if access.participant_of(request, key):
        return redirect("phone:page", key)
    language = language_asked(request, live)
    with override(language):
        form = door_form(live, request.POST.dict())
        if not form.is_valid():
            return door_page(request, live, form=form)
        try:
            pacing.refuse_crowd(pacing.address_of(request))
            participant = domain.join(
                live,
                name=form.cleaned_data.get("name", ""),
                listed=form.cleaned_data.get("listed"),
                language=language,
            )
        except JoinError as fault:
            return door_page(request, live, fault, form=form)
    return seated(participant, key)


@never_cache
@require_POST
def come_back(request: HttpRequest, key: str) -> HttpResponse:
    """Bring somebody back by the seat code."""
    live, address = class_at(key), pacing.address_of(request)
    with override(language_asked(request, live)):
        try:
            pacing.refuse_guessing_seats(address, key)
            participant = domain.come_back(live, request.POST.get("seat", ""))
        except JoinError as fault:
            if fault.code == "seat-unknown":
                pacing.note_wrong_seat(address, key)
            return door_page(request, live, fault, seat=SeatForm(request.POST))
    return seated(participant, key)


def class_at(key: str) -> LiveClass:
    """Return a class by its key. Raises ``Http404``."""
    return get_object_or_404(LiveClass.objects.select_related("turn").defer("script"), key=key)


def seated(participant: Participant, key: str) -> HttpResponse:
    """Return the way to the phone's page, with the cookie that opens it from now on."""
    response = redirect("phone:page", key)
    response.set_cookie(
        access.COOKIE + key,
        access.sealed(participant),
        max_age=access.COOKIE_AGE,
        path=reverse("phone:page", args=[key]),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def language_asked(request: HttpRequest, live: LiveClass) -> str:
    """Return the language that somebody who has not joined reads."""
    asked = request.POST.get("language") or request.GET.get("language") or ""
    return asked if asked in LANGUAGES else live.language


def door_page(
    request: HttpRequest,
    live: LiveClass,
    fault: JoinError | None = None,
    *,
    form: forms.Form | None = None,
    seat: SeatForm | None = None,
) -> HttpResponse:
    """Show the door of a class, with what was wrong."""
    if fault is None and live.ended_at:
        fault = JoinError("class-ended")
    elif fault is None and live.locked:
        fault = JoinError("class-locked")
    closed = bool(live.ended_at or live.locked or (fault and fault.code == "removed"))
    context = {
        "live": live,
        "title": title_of(live),
        "form": None if closed else form or door_form(live),
        "seat": seat or SeatForm(),
        "returning": seat is not None,
        "problem": messages.sentence(fault.code, **fault.told) if fault else "",
        "languages": settings.LANGUAGES,
    }
    status = 200
    if request.method == "POST":
        status = _status(fault) if fault else 422
    return _with_wait(render(request, "classroom/phone/door.html", context, status=status), fault)


def title_of(live: LiveClass) -> str:
    """Return the lesson's title in the language in force, or in another that has it."""
    return Text(kk=live.title_kk, ru=live.title_ru, en=live.title_en).said(get_language() or "")


def _to_class(request: HttpRequest, typed: str) -> HttpResponse:
    address = pacing.address_of(request)
    try:
        pacing.refuse_guessing(address)
        live = domain.find_class(typed)
    except JoinError as fault:
        if fault.code == "code-unknown":
            pacing.note_wrong_code(address)
        return _code_page(request, fault, typed)
    # Who reads the first language may just not have chosen any.
    language = get_language()
    chosen = "" if language == settings.LANGUAGE_CODE else f"?language={language}"
    return redirect(reverse("phone:page", args=[live.key]) + chosen)


def _code_page(
    request: HttpRequest, fault: JoinError | None = None, typed: str = ""
) -> HttpResponse:
    problem = messages.sentence(fault.code, **fault.told) if fault else ""
    context = {"problem": problem, "typed": typed[:20]}
    status = _status(fault) if fault else 200
    return _with_wait(render(request, "classroom/join.html", context, status=status), fault)


def _status(fault: JoinError) -> int:
    return 429 if fault.code in TOO_FAST else 422


def _with_wait(response: HttpResponse, fault: JoinError | None) -> HttpResponse:
    if fault and fault.code in TOO_FAST:
        response["Retry-After"] = str(fault.told["seconds"])
    return response
