"""Where something stands in a TOML text: the line of a path, or of the nearest thing above it."""

from __future__ import annotations

import re
from collections import Counter

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(#.*)?$")
_ENTRY = re.compile(r"^\s*([A-Za-z0-9_\-\"'.]+)\s*=(.*)$")
_TRIPLE = ('"""', "'''")


def line_of(text: str, path: tuple[str | int, ...]) -> int | None:
    """Return the line, counted from 1, where ``path`` is set in a TOML text that can be read.

    What stands inside an inline table or array has the line where that begins. None for a path
    that leads nowhere near.
    """
    lines = _lines(text)
    for end in range(len(path), 0, -1):
        if path[:end] in lines:
            return lines[path[:end]]
    return 1 if text else None


def _lines(text: str) -> dict[tuple[str | int, ...], int]:
    found: dict[tuple[str | int, ...], int] = {}
    counts: Counter[tuple[str | int, ...]] = Counter()
    here: tuple[str | int, ...] = ()
    inside = ""
    for number, line in enumerate(text.splitlines(), 1):
        if inside:
            inside = "" if line.count(inside) % 2 else inside
            continue
        if header := _HEADER.match(line):
            here = _named(header[2], counts, is_list=header[1] == "[[")
            found.setdefault(here, number)
            for end in range(1, len(here)):
                found.setdefault(here[:end], number)
        elif entry := _ENTRY.match(line):
            steps = _steps(entry[1])
            for end in range(1, len(steps) + 1):
                found.setdefault(here + steps[:end], number)
            inside = next((mark for mark in _TRIPLE if entry[2].count(mark) % 2), "")
    return found


def _named(
    name: str, counts: Counter[tuple[str | int, ...]], *, is_list: bool
) -> tuple[str | int, ...]:
    here: tuple[str | int, ...] = ()
    steps = _steps(name)
    for number, step in enumerate(steps):
        here = (*here, step)
        if number == len(steps) - 1 and is_list:
            counts[here] += 1
        if counts[here]:
            here = (*here, counts[here] - 1)
    return here


def _steps(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))
