"""What can go wrong when a document is changed."""

from __future__ import annotations


class ChangedMeanwhileError(Exception):
    """Somebody else saved the document since it was opened; ``newest`` is their revision."""

    def __init__(self, newest: int) -> None:
        super().__init__(f"the document is at revision {newest} by now")
        self.newest = newest


class NothingChangedError(Exception):
    """The new state is the old one."""


class KeyTakenError(Exception):
    """Another document has this key."""


class PictureError(Exception):
    """An upload that is no picture, or too large; ``code`` says which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
