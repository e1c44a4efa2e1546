"""One phone: a WebSocket client (RFC 6455) that does as little as a measurement can.

Frames are recognised by their bytes and not parsed: the load shares two cores with the server.
"""

from __future__ import annotations

import asyncio
import base64
import os
from abc import ABC, abstractmethod
from collections.abc import Callable
from time import perf_counter
from typing import cast

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10
PATIENCE = 60.0
"""Seconds until the state has to be there."""


class Dialect(ABC):
    """What a server wants to hear and how it says what is measured."""

    path: str

    @abstractmethod
    def headers(self, number: int) -> list[str]:
        """Return the header lines that a phone of a number connects with."""

    @abstractmethod
    def heard(self, phone: Phone, text: bytes) -> None:
        """Take note of a frame."""

    @abstractmethod
    def answer(self, phone: Phone, name: str, value: bytes) -> bytes:
        """Return the frame that sends an answer; ``name`` is a UUID."""

    @abstractmethod
    def connected(self, phone: Phone) -> None:
        """Say what is to be said first."""


class Phone(asyncio.Protocol):
    """A phone of one learner, counted from 0, and what it noted."""

    def __init__(self, number: int, dialect: Dialect) -> None:
        self.number = number
        self.dialect = dialect
        self.level: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        """Done when it shows the state of the class."""
        self.lost: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.shown: Callable[[Phone, bytes, float], None] = lambda *_: None
        """Called with every state or change."""
        self.acknowledged: dict[str, float] = {}
        """When each answer was acknowledged, by its name; seconds."""
        self.refused: list[bytes] = []
        self.bytes = 0
        self.frames = 0
        self._transport: asyncio.Transport | None = None
        self._buffer = b""
        self._open = False

    async def connect(self, host: str, port: int) -> None:
        """Connect and wait until the state is there."""
        await asyncio.get_running_loop().create_connection(lambda: self, host, port)
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [
            f"GET {self.dialect.path} HTTP/1.1",
            f"Host: {host}:{port}",
            f"Origin: http://{host}:{port}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {key}",
            "Sec-WebSocket-Version: 13",
            *self.dialect.headers(self.number),
        ]
        assert self._transport  # noqa: S101 - connection_made came first
        self._transport.write(("\r\n".join(lines) + "\r\n\r\n").encode())
        async with asyncio.timeout(PATIENCE):
            await self.level

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is none by its type

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell whoever waits that nothing more will come."""
        if not self.level.done():
            self.level.set_exception(exc or ConnectionError("closed before the state came"))
        if not self.lost.done():
            self.lost.set_result(None)

    def data_received(self, data: bytes) -> None:
        """Take the handshake first, frames afterwards."""
        self.bytes += len(data)
        self._buffer += data
        if not self._open:
            head, found, rest = self._buffer.partition(b"\r\n\r\n")
            if not found:
                return
            if b" 101 " not in head.split(b"\r\n")[0]:
                self.level.set_exception(ConnectionError(head.decode("latin-1")))
                return
            self._open, self._buffer = True, rest
            self.dialect.connected(self)
        self._read_frames()

    def _read_frames(self) -> None:
        buffer, at = self._buffer, 0
        while len(buffer) - at >= 2:
            length, start = buffer[at + 1], at + 2
            if length == 126:
                length, start = int.from_bytes(buffer[at + 2 : at + 4]), at + 4
            elif length == 127:
                length, start = int.from_bytes(buffer[at + 2 : at + 10]), at + 10
            if len(buffer) < start + length:
                break
            opcode, at = buffer[at] & 15, start + length
            if opcode == TEXT:
                self.frames += 1
                self.dialect.heard(self, buffer[start:at])
            elif opcode == PING:
                self._write(PONG, buffer[start:at])
            elif opcode == CLOSE:
                self.hang_up()
        self._buffer = buffer[at:]

    def say(self, text: bytes) -> float:
        """Send a text and return when."""
        now = perf_counter()
        self._write(TEXT, text)
        return now

    def hang_up(self) -> None:
        """Close the connection as a lost network does: without a word."""
        if self._transport:
            self._transport.abort()

    def _write(self, opcode: int, payload: bytes) -> None:
        # A mask of zeros leaves the payload as it is; this client sends nothing to strangers.
        length = len(payload)
        if length < 126:
            head = bytes((0x80 | opcode, 0x80 | length))
        else:
            head = bytes((0x80 | opcode, 0x80 | 126)) + length.to_bytes(2)
        if self._transport and not self._transport.is_closing():
            self._transport.write(head + b"\0\0\0\0" + payload)
