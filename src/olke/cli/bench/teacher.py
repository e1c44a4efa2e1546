"""The teacher: posts the commands that the console's buttons post."""

from __future__ import annotations

import asyncio

TOKEN = "a" * 32
"""The secret of the CSRF cookie and of the header: a browser has both from the console."""


class Teacher:
    """Posts to one address."""

    def __init__(self, port: int, path: str, headers: tuple[str, ...] = ()) -> None:
        self._port = port
        self._head = [
            f"POST {path} HTTP/1.1",
            f"Host: 127.0.0.1:{port}",
            f"Origin: http://127.0.0.1:{port}",
            "Accept: application/json",
            "Connection: close",
            *headers,
        ]

    async def post(self, body: bytes, kind: str) -> None:
        """Post something and wait for the answer. Raises ``RuntimeError`` for any but 200."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        head = [*self._head, f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
        writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + body)
        answer = (await reader.read()).decode(errors="replace")
        writer.close()
        if " 200 " not in answer.partition("\r\n")[0]:
            raise RuntimeError(answer[:1000])


def of_olke(port: int, key: str, session: str) -> Teacher:
    """Return the teacher of a class, signed in."""
    cookies = f"Cookie: sessionid={session}; csrftoken={TOKEN}"
    return Teacher(port, f"/classes/{key}/command/", (cookies, f"X-CSRFToken: {TOKEN}"))
