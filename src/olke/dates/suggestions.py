"""What was probably meant by a text that is no EDTF: written-out dates, slips of form."""

import re
from collections.abc import Callable, Iterator

from olke.dates.errors import EdtfError
from olke.dates.grammar import read_edtf

REWRITES: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"-0000", "0000"),
    (r"(\d{4})\s*[-–—]\s*(\d{4})", r"\1/\2"),
    (r"(\d\d)(\d\d)\s*[-–—/]\s*(\d\d)", r"\1\2/\1\3"),
    (r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", lambda m: f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}"),
    (r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})", lambda m: f"{m[3]}-{m[2]:0>2}-{m[1]:0>2}"),
    (r"(\d{4})[-./](\d)", r"\1-0\2"),
    (r"(\d{1,2})[-./](\d{4})", lambda m: f"{m[2]}-{m[1]:0>2}"),
    (r"(\d{4})\s*[-–—/](?:\s*open|\s*now|)", r"\1/.."),
    (r"(?:open)?\s*[-–—]\s*(\d{4})", r"../\1"),
    (r"(?:c\.?|ca\.?|circa|~|≈)\s*(\d{4})", r"\1~"),
    (r"(\d{4})(?:\?~|~\?)", r"\1%"),
    (r"(\d{3})", r"\1X"),
    (r"(\d{2})", r"\1XX"),
    (r"(\d{4})-?[qQ]([1-4])", lambda m: f"{m[1]}-{32 + int(m[2])}"),
    (r"(\d{4})-?[hH]([12])", lambda m: f"{m[1]}-{39 + int(m[2])}"),
    (r"(.+)/(.+)", r"\2/\1"),
)
# Cyrillic Х and small x look like the X of an unspecified digit.
LOOKALIKES = str.maketrans({"Х": "X", "х": "X", "x": "X", "u": "X", "–": "-", "—": "-", "−": "-"})


def suggest(text: str, read_wording: Callable[[str], str | None]) -> str | None:
    """Propose an EDTF text for a wrong one, or None; `read_wording` reads dates in words."""
    bare = text.strip()
    for candidate in _candidates(bare):
        if candidate != text and _is_edtf(candidate):
            return candidate
    return read_wording(bare)


def _candidates(bare: str) -> Iterator[str]:
    yield bare
    yield re.sub(r"\s+", "", bare.translate(LOOKALIKES))
    for pattern, replacement in REWRITES:
        match = re.fullmatch(pattern, bare)
        if match:
            yield match.expand(replacement) if isinstance(replacement, str) else replacement(match)


def _is_edtf(text: str) -> bool:
    try:
        read_edtf(text)
    except EdtfError:
        return False
    return True
