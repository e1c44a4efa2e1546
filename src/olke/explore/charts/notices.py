"""The notices that a pack's files must be shown with, out of its Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass

LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
MARKS = re.compile(r"[*`]")
SENTENCE = re.compile(r".*?[.!?](?=\s+[^\W\d_]|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Notice:
    """One section of a notice: its heading and its paragraphs as plain text."""

    heading: str
    paragraphs: tuple[str, ...]

    @property
    def first_sentence(self) -> str:
        """The sentence that names whom to credit."""
        opening = self.paragraphs[0] if self.paragraphs else ""
        found = SENTENCE.match(opening)
        return found[0] if found else opening


def read_notices(text: str) -> tuple[Notice, ...]:
    """Cut Markdown into its second-level sections; links and emphasis become plain words."""
    sections = re.split(r"^##\s+", text, flags=re.MULTILINE)[1:]
    return tuple(_section(section) for section in sections)


def _section(text: str) -> Notice:
    heading, _, body = text.partition("\n")
    blocks = re.split(r"\n\s*\n|\n(?=- )", body.strip())
    return Notice(_plain(heading), tuple(filter(None, map(_plain, blocks))))


def _plain(text: str) -> str:
    words = MARKS.sub("", LINK.sub(r"\1", text))
    return " ".join(words.removeprefix("- ").split())
