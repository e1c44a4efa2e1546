"""How wide text is and how many lines it takes, before a typesetter has seen it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

UNKNOWN = 0.7
"""em; a letter that the typeface lacks comes from another of about this width."""


@dataclass(frozen=True)
class Face:
    """A typeface to measure with; ``wide`` and ``wide_bold`` are by how much text may be wider."""

    package: str
    file: str
    wide: float = 1.0
    wide_bold: float = 1.06

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width of one line in the unit of ``size``, without kerning."""
        widths = _advances(self.package, self.file)
        em = sum(widths.get(letter, UNKNOWN) for letter in text)
        return em * size * (self.wide_bold if bold else self.wide)

    def lines(self, text: str, size: float, room: float, *, bold: bool = False) -> int:
        """How many lines a paragraph takes; a word that is too long is broken."""
        count, at = 1, 0.0
        space = self.width(" ", size, bold=bold)
        for word in filter(None, text.split(" ")):  # a no-break space breaks no line
            width = self.width(word, size, bold=bold)
            if at and at + space + width <= room:
                at += space + width
                continue
            count += 1 if at else 0
            broken = int(width // room)
            count += broken
            at = width - broken * room
        return count


SLIDES = Face("fontpkg_onest", "Onest[wght].ttf", wide=1.12, wide_bold=1.24)
"""For slides in Arial, which is 6 % narrower than Onest. A machine without it, and without its
metric twin Liberation Sans, sets DejaVu Sans: 12 % wider than Onest in Kazakh, 24 % in bold."""
PRINT = Face("fontpkg_literata", "Literata[opsz,wght].ttf", wide=1.03, wide_bold=1.1)
"""For print in Literata, cut at the optical size of text; Times New Roman is narrower."""


@cache
def _advances(package: str, file: str) -> Mapping[str, float]:
    """Read each character's advance width in em, once (about 75 ms)."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - costs 34 ms

    with (
        as_file(files(package).joinpath("files", file)) as path,
        TTFont(path, lazy=True) as font,
    ):
        metrics, em = font["hmtx"], font["head"].unitsPerEm
        return {chr(code): metrics[name][0] / em for code, name in font.getBestCmap().items()}
