"""Plain text from whatever was pasted: Word's bullets, soft hyphens, control characters."""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\u0085\v\f]")
_INVISIBLE = re.compile(
    # Control characters, soft hyphen, zero-width spaces and joiners, marks of direction, BOM,
    # halves of pairs that stand alone.
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
# Word and LibreOffice paste a list as a sign, often from a private font, and a tab.
_BULLET = re.compile(
    r"(?m)^[ \t]*(?:[•‣◦▪●○■□▸►∙·*\uf0b7\uf0a7\uf0d8\uf0fc]|[–—-](?=\t))[ \t\xa0]+"
)
_FIGURE_SPACE = re.compile("(?<=\\d)[\u00a0\u202f\u2007](?=\\S)")
_ANY_SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ENDS = re.compile(r" +$", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")
KEPT = "\ue000"
"""Stands for a no-break space while the others are made plain."""


def cleaned(text: str) -> str:
    """Return text as a document keeps it: NFC, ``\\n`` for a new line, ``- `` for a bullet.

    A no-break space stays behind a digit, where it keeps a number together with what it counts;
    elsewhere it is an accident of copying and becomes a plain one. More than one empty line
    becomes one.
    """
    text = _BREAKS.sub("\n", text.replace(KEPT, ""))
    text = _BULLET.sub("- ", _INVISIBLE.sub("", text))
    text = _ANY_SPACE.sub(" ", _FIGURE_SPACE.sub(KEPT, text)).replace(KEPT, "\u00a0")
    text = unicodedata.normalize("NFC", text)
    return _GAPS.sub("\n\n", _ENDS.sub("", text)).strip()


def cleaned_line(text: str) -> str:
    """Return text as one line: for titles and codes."""
    return " ".join(line for line in cleaned(text).split("\n") if line)
