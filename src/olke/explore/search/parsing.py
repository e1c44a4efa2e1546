"""Reading what somebody typed: words, quoted phrases, words to leave out.

Any string is a query. Nothing in it is an error; what cannot be searched for is passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

LONGEST_QUERY = 400
MOST_WORDS = 24
_PARTS = re.compile(
    r"""(?P<minus>(?<!\S)[-\u2212])?(?:"(?P<straight>[^"]*)"|[«“„](?P<curly>[^»”“]*)[»”“]"""
    r"""|(?P<word>[^\s"«»“”„]+))"""
)
_UNSEARCHABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Part:
    """A word or phrase of a query; ``unwanted`` where a minus stands before it."""

    text: str
    phrase: bool = False
    unwanted: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """What of a text is searched for and can be shown again, and whether that is all of it."""

    text: str
    whole: bool = True


def typed(text: str) -> Typed:
    """Read at most ``LONGEST_QUERY`` characters and ``MOST_WORDS`` words; no control characters."""
    start = " ".join(_UNSEARCHABLE.sub(" ", text[: 4 * LONGEST_QUERY]).split())
    read = start[:LONGEST_QUERY]
    if len(start) > LONGEST_QUERY and " " in read:
        read = read.rpartition(" ")[0]
    ends = [match.end() for match in islice(_PARTS.finditer(read), MOST_WORDS + 1)]
    if len(ends) > MOST_WORDS:
        read = read[: ends[MOST_WORDS - 1]]
    return Typed(read, read == start and len(text) <= 4 * LONGEST_QUERY)


def readable(text: str) -> str:
    """Return what of a text is searched for."""
    return typed(text).text


def parse_query(text: str) -> tuple[Part, ...]:
    """Return the parts of a query in order, at most ``MOST_WORDS``.

    ``"тың жерлер" 1954 -совхоз`` asks for the two words side by side, the year, and no совхоз.
    A quotation mark that is never closed opens nothing.
    """
    return tuple(_parts(readable(text)))[:MOST_WORDS]


def _parts(text: str) -> list[Part]:
    found = []
    for match in _PARTS.finditer(text):
        quoted = match["straight"] if match["straight"] is not None else match["curly"]
        words = match["word"] if quoted is None else quoted.strip()
        if words:
            found.append(Part(words, quoted is not None, match["minus"] is not None))
    return found
