"""The WebSocket application: one coroutine a browser, from the handshake to the last frame."""

from __future__ import annotations

import asyncio
import logging
import re
from urllib.parse import parse_qs, urlsplit

from asgiref.typing import ASGIReceiveCallable, ASGISendCallable, WebSocketScope
from django.conf import settings
from django.db import DatabaseError
from django.http import parse_cookie
from django.http.request import split_domain_port, validate_host

from olke.classroom.live import frames, seam
from olke.classroom.live.hub import Hub, hub_here
from olke.classroom.live.pace import Bucket
from olke.classroom.live.rooms import Room, dismiss
from olke.classroom.live.sockets import Seen, Socket
from olke.environment import LANGUAGES

LOG = logging.getLogger(__name__)
ADDRESS = re.compile(r"/class/([a-z0-9]{1,20})/socket")
SEAT_COOKIE = "olke_seat_"
SCREENS = ("console", "projector")
PATIENCE = 20.0
"""Seconds until a browser has to say hello."""
RATE, BURST = 20.0, 200.0
"""Frames a second from one socket, and at once: an outbox of a long way home."""
FAULTS = 20
"""Frames that cannot be read, until nobody listens any more."""
TRY_AGAIN = 1013


async def application(
    scope: WebSocketScope, receive: ASGIReceiveCallable, send: ASGISendCallable
) -> None:
    """Serve one browser until it goes or is sent away."""
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    address = ADDRESS.fullmatch(scope["path"])
    await receive()  # websocket.connect
    if not address or not _is_own_page(headers):
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
        return
    await send({"type": "websocket.accept", "subprotocol": None, "headers": []})
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("as", [""])[0]
    visit = Visit(address[1], asked if asked in SCREENS else "learner", receive, send)
    try:
        await visit.stay(parse_cookie(headers.get("cookie", "")))
    except OSError:  # it went while it was spoken to
        return


def _is_own_page(headers: dict[str, str]) -> bool:
    """Tell whether a page of this server opened the socket: browsers send cookies to any."""
    host = headers.get("host", "").lower()
    domain, _ = split_domain_port(host)
    if not domain or not validate_host(domain, settings.ALLOWED_HOSTS):
        return False
    try:
        return urlsplit(headers.get("origin", "")).netloc.lower() == host
    except ValueError:
        return False


class Visit:
    """One browser's connection from its hello to its end."""

    __slots__ = ("_bucket", "_faults", "_hub", "_key", "_receive", "_sent_away", "_socket", "_task")

    def __init__(
        self, key: str, audience: str, receive: ASGIReceiveCallable, send: ASGISendCallable
    ) -> None:
        self._hub: Hub = hub_here()
        self._key = key
        self._receive = receive
        self._socket = Socket(send, audience=audience, language=settings.LANGUAGE_CODE)
        self._bucket = Bucket(RATE, BURST, self._hub.loop.time())
        self._faults = 0
        self._task = asyncio.current_task()
        self._sent_away = False

    async def stay(self, cookies: dict[str, str]) -> None:
        """Let it in and do what it says until it goes."""
        hello = await self._hello()
        live_class = await self._let_in(hello, cookies) if hello else 0
        if not live_class:
            return
        room = self._hub.enter(live_class, self._socket)
        self._socket.attend(missing=room.missing, ended=self._send_away)
        try:
            await self._listen(room)
        except asyncio.CancelledError:
            if not self._sent_away:  # then the whole server goes
                raise
        finally:
            self._hub.leave(room, self._socket)

    def _send_away(self) -> None:
        """End it from outside: it takes nothing more of what is sent."""
        self._sent_away = True
        if self._task:
            self._task.cancel()

    async def _hello(self) -> frames.Hello | None:
        """Wait for the first frame; None where it is no hello, or none that is understood."""
        try:
            async with asyncio.timeout(PATIENCE):
                text = await self._next()
            hello = frames.read_frame(text) if text is not None else None
        except TimeoutError:
            self._socket.close(TRY_AGAIN, "no hello")
            return None
        except frames.FrameError:
            hello = None
        if isinstance(hello, frames.Hello):
            self._speak(hello)
            if hello.protocol == frames.PROTOCOL:
                return hello
        dismiss(self._socket, "protocol")
        return None

    def _speak(self, hello: frames.Hello) -> None:
        if hello.language in LANGUAGES:
            self._socket.language = hello.language
        self._socket.seen = Seen(hello.stream, hello.number)

    async def _let_in(self, hello: frames.Hello, cookies: dict[str, str]) -> int:
        """Find out who it is and return the class's number; 0 where it is sent away."""
        try:
            if self._socket.audience == "learner":
                live_class = await self._seat(hello, cookies.get(SEAT_COOKIE + self._key, ""))
            else:
                session = cookies.get(settings.SESSION_COOKIE_NAME, "")
                live_class = await self._hub.doors.director(self._key, session)
        except DatabaseError as fault:
            LOG.warning("Nobody can be let in yet: %s", fault)
            self._socket.close(TRY_AGAIN, "not now")
            return 0
        if not live_class:
            dismiss(self._socket, "not-joined")
        return live_class

    @property
    def _is_phone(self) -> bool:
        return self._socket.audience == "learner"

    async def _seat(self, hello: frames.Hello, cookie: str) -> int:
        found = await self._hub.doors.learner(self._key, cookie)
        if found is None:
            return 0
        participant, own = found
        self._socket.participant = participant.pk
        if hello.language not in LANGUAGES:
            self._socket.language = participant.language
        self._socket.give_own(own)
        return participant.live_class_id

    async def _next(self) -> str | None:
        """Return the next text, empty for anything else; None when it has gone."""
        event = await self._receive()
        if event["type"] != "websocket.receive":
            return None
        return event.get("text") or ""

    async def _listen(self, room: Room) -> None:
        while (text := await self._next()) is not None:
            if wait := self._bucket.take(self._hub.loop.time()):
                await asyncio.sleep(wait)  # it is not read meanwhile, and has to wait, too
            try:
                self._do(frames.read_frame(text), room)
            except frames.FrameError as fault:
                self._complain(fault)

    def _do(self, frame: frames.Frame, room: Room) -> None:
        match frame:
            case frames.Given():
                if not self._is_phone:
                    raise frames.FrameError("command-unknown", str(frame.id))
                self._hub.answers.take(frame, self._socket)
            case frames.Ping():
                self._socket.give(frames.pong(frame.sent))
            case frames.Hello():  # the page was turned to another language
                room.leave(self._socket)
                self._speak(frame)
                room.enter(self._socket)

    def _complain(self, fault: frames.FrameError) -> None:
        """Say what is wrong with an answer; send away who only sends what cannot be read."""
        self._faults += 1
        if fault.answer:
            sentence = seam.say(fault.code, self._socket.language)
            self._socket.give(frames.refused(fault.answer, fault.code, sentence))
        if self._faults > FAULTS:
            self._socket.close(1008, fault.code)
