"""What Olke is measured beside: a bare python-socketio server that keeps answers in memory.

``python -m olke.cli.bench.reference PORT`` serves; ``Reference`` is how a phone speaks with
it: Engine.IO 4 and Socket.IO 5 over WebSocket alone, by the same implementation in uvicorn without
compression as Olke's.
"""

from __future__ import annotations

import json
import sys
from time import perf_counter
from typing import Any

from olke.cli.bench.phones import Dialect, Phone

OPENED, CONNECTED, PING = b"0", b"40", b"2"
STATE, RECEIPT = b'42["state"', b"43"


class Reference(Dialect):
    """The phones of one class on the bare server."""

    path = "/socket.io/?EIO=4&transport=websocket"

    def __init__(self) -> None:
        self._names: dict[tuple[int, int], str] = {}

    def headers(self, number: int) -> list[str]:
        """Bring nothing: anybody is let in."""
        del number
        return []

    def connected(self, phone: Phone) -> None:
        """Wait for the server's word."""

    def answer(self, phone: Phone, name: str, value: bytes) -> bytes:
        """Return an event that asks for a receipt."""
        number = len(self._names)
        self._names[(phone.number, number)] = name
        return f'42{number}["answer",{{"id":"{name}","value":'.encode() + value + b"}]"

    def heard(self, phone: Phone, text: bytes) -> None:
        """Note receipts and states; answer what keeps the connection."""
        if text.startswith(RECEIPT):
            number = int(text[2 : text.index(b"[")])
            phone.acknowledged[self._names[(phone.number, number)]] = perf_counter()
        elif text.startswith(STATE):
            phone.shown(phone, text, perf_counter())
        elif text.startswith(CONNECTED):
            phone.level.set_result(None)
        elif text.startswith(OPENED):
            phone.say(CONNECTED)
        elif text == PING:
            phone.say(b"3")


def application() -> Any:
    """Return the server: answers in a dict, states to a room, the teacher's words by POST."""
    import socketio

    server = socketio.AsyncServer(async_mode="asgi", transports=["websocket"])
    answers: dict[str, object] = {}

    async def connect(sid: str, _environ: object) -> None:
        await server.enter_room(sid, "class")

    async def answer(_sid: str, given: dict[str, object]) -> dict[str, object]:
        answers[str(given["id"])] = given["value"]
        return {"id": given["id"], "status": "kept"}

    server.on("connect", connect)
    server.on("answer", answer)

    async def teacher(scope: Any, receive: Any, send: Any) -> None:
        body = b""
        while (event := await receive())["type"] == "http.request":
            body += event["body"]
            if not event["more_body"]:
                break
        if scope["method"] == "POST":
            await server.emit("state", json.loads(body), room="class")
        text = json.dumps(answers if scope["method"] == "GET" else {}).encode()
        headers = [(b"content-length", str(len(text)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": text})

    return socketio.ASGIApp(server, other_asgi_app=teacher)


def serve(port: int) -> None:
    """Serve until ended."""
    import uvicorn

    from olke.serving import SOCKETS

    quiet: dict[str, Any] = {"log_level": "warning", "access_log": False, "lifespan": "off"}
    uvicorn.run(application(), port=port, **quiet, **SOCKETS)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
