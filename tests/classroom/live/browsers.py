"""Browsers of a live class that speak with the WebSocket application itself, without a network."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import connections
from django.test import Client

from olke.classroom.access import COOKIE, sealed
from olke.classroom.live import hub as hubs
from olke.classroom.live.application import application
from olke.classroom.live.hub import Hub, hub_here
from olke.classroom.models import LiveClass, Participant
from tests.classroom.live.loops import until

HOST = "localhost"


class Browser:
    """One socket: what it heard, and what it says."""

    def __init__(
        self, live: LiveClass, cookie: str = "", screen: str = "", origin: str = f"http://{HOST}"
    ) -> None:
        headers = {"host": HOST, "origin": origin, "cookie": cookie}
        self.scope: Any = {
            "type": "websocket",
            "path": f"/class/{live.key}/socket",
            "query_string": f"as={screen}".encode() if screen else b"",
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }
        self.events: asyncio.Queue[Any] = asyncio.Queue()
        self.frames: list[dict[str, Any]] = []
        self.accepted = False
        self.closed: int | None = None
        self.task: asyncio.Task[None] | None = None

    async def connect(self, **hello: Any) -> Browser:
        """Connect and say hello."""
        self.events.put_nowait({"type": "websocket.connect"})
        self.task = asyncio.create_task(application(self.scope, self.events.get, self._heard))
        self.say(**{"type": "hello", "protocol": 1, "language": "en"} | hello)
        return self

    async def _heard(self, event: Any) -> None:
        match event["type"]:
            case "websocket.accept":
                self.accepted = True
            case "websocket.send":
                self.frames.append(json.loads(event["text"]))
            case "websocket.close":
                self.closed = event["code"]
                self.events.put_nowait({"type": "websocket.disconnect", "code": event["code"]})

    def say(self, **frame: Any) -> None:
        """Send a frame."""
        self.write(json.dumps(frame))

    def write(self, text: str) -> None:
        """Send a text, whatever it is."""
        self.events.put_nowait({"type": "websocket.receive", "text": text})

    def answer(self, value: Any, **fields: Any) -> str:
        """Answer what is open; returns the answer's id."""
        name = str(uuid4())
        shown = self.state
        place = {"turn": shown["turn"], "item": shown["show"]["item"]["id"], "number": 0}
        self.say(**{"type": "answer", "id": name, "value": value, **place} | fields)
        return name

    def of(self, kind: str) -> list[dict[str, Any]]:
        """Return the frames of a type."""
        return [frame for frame in self.frames if frame["type"] == kind]

    @property
    def state(self) -> dict[str, Any]:
        """The state as it would be shown."""
        from olke.classroom.live.patches import merged  # noqa: PLC0415 - as a browser does

        found: dict[str, Any] = {}
        for frame in self.frames:
            if frame["type"] == "state":
                found = frame["state"]
            elif frame["type"] == "change":
                found = merged(found, frame["patch"])
        return found

    async def heard(self, kind: str, number: int = 1) -> list[dict[str, Any]]:
        """Wait until it heard so many frames of a type."""
        await until(lambda: len(self.of(kind)) >= number)
        return self.of(kind)

    async def shows(self, phase: str) -> dict[str, Any]:
        """Wait until the class is in a phase."""
        await until(lambda: self.state.get("phase") == phase)
        return self.state

    async def leave(self) -> None:
        """Go."""
        self.events.put_nowait({"type": "websocket.disconnect", "code": 1001})
        if self.task:
            await self.task


def phone(participant: Participant) -> Browser:
    """Return a learner's phone with its cookie."""
    live = participant.live_class
    return Browser(live, f"{COOKIE}{live.key}={sealed(participant)}")


def screen_of(live: LiveClass, client: Client, screen: str = "console") -> Browser:
    """Return a screen of whoever is signed in."""
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return Browser(live, f"{settings.SESSION_COOKIE_NAME}={session}", screen)


@asynccontextmanager
async def served() -> AsyncIterator[Hub]:
    """Run a hub for as long as it is needed."""
    hub = hub_here()
    try:
        yield hub
    finally:
        await hub.stop()
        await sync_to_async(connections.close_all)()
        hubs._hub = None
