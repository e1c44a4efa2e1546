"""How wide text is in the interface's typeface, and where its lines break."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files

FAMILY = "Onest, 'Noto Sans', sans-serif"
FONT_PACKAGES = ("fontpkg_onest", "fontpkg_literata")
UNKNOWN = 0.6  # em; a letter the typeface lacks comes from another of about this width
BOLD = 1.06  # Onest's semibold is about this much wider than its regular


@cache
def advances() -> Mapping[str, float]:
    """Read each character's advance width in em from Onest, once (about 75 ms)."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - costs 34 ms

    font_file = files("fontpkg_onest").joinpath("files", "Onest[wght].ttf")
    with as_file(font_file) as path, TTFont(path, lazy=True) as font:
        metrics, em = font["hmtx"], font["head"].unitsPerEm
        return {chr(code): metrics[name][0] / em for code, name in font.getBestCmap().items()}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line in the unit of ``size``, without kerning."""
    widths = advances()
    em = sum(widths.get(letter, UNKNOWN) for letter in text)
    return em * size * (BOLD if bold else 1)


def wrap(text: str, size: float, width: float, *, lines: int = 0) -> list[str]:
    """Break text at spaces into lines no wider than ``width``; with ``lines``, the last is cut."""
    rows: list[str] = []
    for word in text.split(" "):
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and text_width(longer, size) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    if lines and len(rows) > lines:
        rows = [*rows[: lines - 1], " ".join(rows[lines - 1 :])]
    return [clip(row, size, width) for row in rows]


def clip(text: str, size: float, width: float) -> str:
    """Cut text that is too wide, with an ellipsis."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
