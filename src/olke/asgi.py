"""The web application, for uvicorn or any other ASGI server."""

from __future__ import annotations

import asyncio
import os
from typing import Any

from asgiref.sync import SyncToAsync, ThreadSensitiveContext
from asgiref.typing import ASGIReceiveCallable, ASGIReceiveEvent, ASGISendCallable, Scope
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "olke.settings")
WORKERS = 8


class Workers:
    """Keeps threads, and with them their database connections, from request to request.

    Django gives every request a thread of its own and so opens a connection for each; the last
    thread to have come back is the first to be taken again. On two cores that took a search from
    17 ms to 11 ms. More requests than ``size`` at once wait for a thread.
    """

    def __init__(self, application: Any, size: int = WORKERS) -> None:
        self._application = application
        self._size = size
        self._idle: asyncio.LifoQueue[ThreadSensitiveContext] | None = None

    async def __call__(
        self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable
    ) -> None:
        """Answer one request in a thread that answered others before."""
        if self._idle is None:  # a queue belongs to the loop that runs it
            self._idle = asyncio.LifoQueue()
            for _ in range(self._size):
                self._idle.put_nowait(ThreadSensitiveContext())
        stay = _Stay(self._idle, receive)
        try:
            await self._application(scope, stay.receive, send)
        finally:
            stay.end()


class _Stay:
    """One request's use of a thread, from the last byte of its body until it is answered.

    A client that sends its body slowly, or never to the end, thus keeps no thread from the others.
    """

    def __init__(
        self, idle: asyncio.LifoQueue[ThreadSensitiveContext], receive: ASGIReceiveCallable
    ) -> None:
        self._idle = idle
        self._receive = receive
        self._worker: ThreadSensitiveContext | None = None

    async def receive(self) -> ASGIReceiveEvent:
        """Pass on what the client sends; take a thread when that is all."""
        event = await self._receive()
        if event["type"] == "http.request" and not event["more_body"] and not self._worker:
            self._worker = await self._idle.get()
            # Django awaits this in the very context in which it will ask for a thread.
            SyncToAsync.thread_sensitive_context.set(self._worker)
        return event

    def end(self) -> None:
        """Let the thread go to the next request."""
        if self._worker:
            self._idle.put_nowait(self._worker)


class Application:
    """Pages for requests, the live class for sockets; both know one another in one process."""

    def __init__(self) -> None:
        self._pages = Workers(get_asgi_application())
        # Models can be imported once Django is set up, which the line above does.
        from olke.classroom.live.application import application as sockets  # noqa: PLC0415
        from olke.classroom.live.hub import hub_here  # noqa: PLC0415

        self._sockets = sockets
        self._begin = hub_here

    async def __call__(
        self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable
    ) -> None:
        """Serve one request, or one socket as long as it is open."""
        self._begin()
        if scope["type"] == "websocket":
            await self._sockets(scope, receive, send)
        else:
            await self._pages(scope, receive, send)


application = Application()
