"""The teacher: posts commands over one connection that stays open, as a browser does."""

from __future__ import annotations

import asyncio
from types import TracebackType

TOKEN = "a" * 32
"""The secret of the CSRF cookie and of the header: a browser has both from the console."""


class Teacher:
    """Posts to one address; every answer has a length."""

    def __init__(self, port: int, path: str, headers: tuple[str, ...] = ()) -> None:
        self._port = port
        self._head = [
            f"POST {path} HTTP/1.1",
            f"Host: 127.0.0.1:{port}",
            f"Origin: http://127.0.0.1:{port}",
            "Accept: application/json",
            *headers,
        ]

    async def __aenter__(self) -> Teacher:
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._writer.close()

    async def post(self, body: bytes, kind: str) -> None:
        """Post something and wait for the answer. Raises ``RuntimeError`` for any but 200."""
        head = [*self._head, f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
        self._writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + body)
        answer = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = int(answer.partition("content-length:")[2].split("\r\n")[0])
        said = await self._reader.readexactly(length)
        if " 200 " not in answer.split("\r\n")[0]:
            raise RuntimeError(f"{answer}{said.decode(errors='replace')[:500]}")


def of_olke(port: int, key: str, session: str) -> Teacher:
    """Return the teacher of a class, signed in."""
    cookies = f"Cookie: sessionid={session}; csrftoken={TOKEN}"
    return Teacher(port, f"/classes/{key}/command/", (cookies, f"X-CSRFToken: {TOKEN}"))
