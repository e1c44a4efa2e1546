"""What can go wrong in a class. Each has a code; ``messages`` says it in the reader's language."""

from __future__ import annotations


class RefusedError(Exception):
    """Something that was sent cannot be taken; ``code`` says why, ``told`` fills its sentence."""

    def __init__(self, code: str, **told: object) -> None:
        super().__init__(code)
        self.code = code
        self.told = told


class JoinError(RefusedError):
    """Nobody can join with what was given: a code that opens nothing, a class that is full."""


class CommandError(RefusedError):
    """What the teacher asked for cannot be done now."""
