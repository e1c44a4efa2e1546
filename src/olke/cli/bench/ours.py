"""How a phone speaks with Olke: protocol 1."""

from __future__ import annotations

import json
from collections.abc import Sequence
from time import perf_counter

from olke.cli.bench.phones import Dialect, Phone

ACK = b'{"type":"ack","id":"'
REFUSED = b'{"type":"refused"'
STATE = (b'{"type":"state"', b'{"type":"change"')
NAME = 36
"""Characters of a UUID."""


class Ours(Dialect):
    """The phones of one class; ``turn`` and ``item`` say what is being answered."""

    def __init__(self, key: str, cookies: Sequence[str]) -> None:
        self.path = f"/class/{key}/socket"
        self.turn = 0
        self.item = ""
        self._cookies = cookies

    def headers(self, number: int) -> list[str]:
        """Bring the seat's cookie."""
        return [f"Cookie: {self._cookies[number]}"]

    def connected(self, phone: Phone) -> None:
        """Say hello."""
        phone.say(b'{"type":"hello","protocol":1,"language":"kk"}')

    def answer(self, phone: Phone, name: str, value: bytes) -> bytes:
        """Return an answer to the item that is open."""
        del phone
        head = f'{{"type":"answer","id":"{name}","turn":{self.turn},"item":"{self.item}",'
        return head.encode() + b'"number":0,"value":' + value + b"}"

    def take_up(self, text: bytes) -> None:
        """Answer from now on what a frame shows."""
        frame = json.loads(text)
        shown = frame.get("patch") or frame["state"]
        self.turn, self.item = shown["turn"], shown["show"]["item"]["id"]

    def heard(self, phone: Phone, text: bytes) -> None:
        """Note receipts and states."""
        if text.startswith(ACK):
            name = text[len(ACK) : len(ACK) + NAME].decode()
            phone.acknowledged[name] = perf_counter()
        elif text.startswith(STATE):
            phone.shown(phone, text, perf_counter())
            if not phone.level.done():
                phone.level.set_result(None)
        elif text.startswith(REFUSED):
            phone.refused.append(text)


class Screen(Ours):
    """The teacher's console or projector: it costs the server what it costs in a class."""

    def __init__(self, key: str, screen: str, session: str) -> None:
        super().__init__(key, ())
        self.path += f"?as={screen}"
        self._session = session

    def headers(self, number: int) -> list[str]:
        """Bring the teacher's session."""
        del number
        return [f"Cookie: sessionid={self._session}"]
