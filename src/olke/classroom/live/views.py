"""What a browser asks for that gets no socket through: frames from time to time, answers by POST.

The addresses have no language: frames are in the one that is asked for.
"""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from olke.classroom.access import class_to_direct, participant_of
from olke.classroom.live import frames, seam
from olke.classroom.live.polling import asked_frames, keep_posted
from olke.classroom.live.sockets import Seen
from olke.environment import LANGUAGES

SCREENS = ("console", "projector")
MOST = 200
"""Answers of one request."""


@require_GET
@never_cache
def state(request: HttpRequest, key: str) -> HttpResponse:
    """Return what is new, as a list of frames."""
    language = _language(request)
    if request.GET.get("protocol", str(frames.PROTOCOL)) != str(frames.PROTOCOL):
        return _dismissed("protocol", language)
    seen = Seen(request.GET.get("stream", ""), _number(request.GET.get("n", "")))
    audience = request.GET.get("as", "")
    if audience in SCREENS:
        live = class_to_direct(request, key)
        return _frames(asked_frames(live.pk, audience, language, seen))
    participant = participant_of(request, key)
    if participant is None:
        return _dismissed("not-joined", language)
    texts = asked_frames(participant.live_class_id, "learner", language, seen, participant.pk)
    return _frames(texts)


# A seat's cookie is sent to no request that another site makes (SameSite), and JSON is posted by
# no form: the page needs no token, which an old one left open would not have.
@csrf_exempt
@require_POST
def answers(request: HttpRequest, key: str) -> HttpResponse:
    """Keep the answers of a list of frames and return what became of each."""
    language = _language(request)
    if request.content_type != "application/json" or not _is_own_page(request):
        return HttpResponse(status=403)
    participant = participant_of(request, key)
    if participant is None:
        return _dismissed("not-joined", language)
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):
        return HttpResponse(status=400)
    if not isinstance(sent, list) or len(sent) > MOST:
        return HttpResponse(status=400)
    given, texts = _read(sent, language)
    return _frames(texts + keep_posted(given, participant.pk, participant.language))


def _read(sent: list[object], language: str) -> tuple[list[frames.Given], list[str]]:
    """Return the answers that can be read, and what is said of those that cannot."""
    given: list[frames.Given] = []
    texts = []
    for one in sent:
        try:
            frame = frames.frame_of(one)
        except frames.FrameError as fault:
            if fault.answer:
                said = seam.say(fault.code, language)
                texts.append(frames.refused(fault.answer, fault.code, said))
            continue
        if isinstance(frame, frames.Given):
            given.append(frame)
    return given, texts


def _is_own_page(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin", "")
    return not origin or urlsplit(origin).netloc.lower() == request.get_host().lower()


def _language(request: HttpRequest) -> str:
    asked = request.GET.get("language", "")
    return asked if asked in LANGUAGES else get_language() or LANGUAGES[0]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _dismissed(code: str, language: str) -> HttpResponse:
    return _frames([frames.bye(code, seam.say(code, language))])


def _frames(texts: list[str]) -> HttpResponse:
    return HttpResponse(f"[{','.join(texts)}]", content_type="application/json")
