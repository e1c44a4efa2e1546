"""Literata and Onest cut down to what pages use, made from the installed font packages.

Each family becomes three WOFF2 files by script, so that a Kazakh page whose headings hold no Latin
letter never fetches Literata's. Phones in a class get smaller ones: hundreds load them at the same
moment over one access point. The families' licence (SIL OFL 1.1) is written beside them.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

CYRILLIC = "".join(map(chr, range(0x410, 0x450))) + "ЁёӘәҒғҚқҢңӨөҰұҮүҺһІі"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
SIGNS = (
    " !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~\u00a0§©«°±²³¶·»¹×÷"
    "\u2009\u2010\u2011\u2012–—‘’‚“”„•…‰′″\u202f‹›№−≈≤≥←↑→↓₸■□✓"
)
SUBSETS = {"cyrillic": CYRILLIC, "latin": LATIN, "signs": SIGNS}
FEW_SIGNS = " !\"'()+,-./0123456789:;=?%\u00a0«»°·×\u2009–—‘’“”„…№−←↑→↓₸✓"
# A sign that a family lacks is drawn with its nearest relative instead of a third typeface.
STAND_INS = {"\u2010": "-", "\u2011": "-", "\u2012": "–", "\u202f": "\u2009"}
FEATURES = ["kern", "mark", "locl", "ccmp", "tnum"]


@dataclass(frozen=True)
class Family:
    """A typeface as its package has it, and the part of its design space that pages use.

    ``subsets`` are the files that it becomes: what their names end with, and their letters.
    """

    name: str
    package: str
    file: str
    axes: dict[str, float | tuple[float, float]]
    subsets: Mapping[str, str] = field(default_factory=lambda: SUBSETS)


FAMILIES = (
    # One optical size: at the projector's size the display cut's thin strokes vanish.
    Family(
        "literata",
        "fontpkg_literata",
        "Literata[opsz,wght].ttf",
        {"opsz": 20, "wght": (400, 650)},
    ),
    Family("onest", "fontpkg_onest", "Onest[wght].ttf", {"wght": (400, 700)}),
    Family(
        "literata",
        "fontpkg_literata",
        "Literata[opsz,wght].ttf",
        {"opsz": 20, "wght": 470},
        {
            "phone": CYRILLIC + FEW_SIGNS,
            "phone-latin": LATIN,
            "phone-english": LATIN + FEW_SIGNS,
        },
    ),
    Family(
        "onest",
        "fontpkg_onest",
        "Onest[wght].ttf",
        {"wght": (400, 700)},
        {
            "phone": CYRILLIC + LATIN.upper() + FEW_SIGNS,
            "phone-latin": LATIN.lower(),
            "phone-english": LATIN + FEW_SIGNS,
        },
    ),
)


def build_fonts(target: Path) -> list[Path]:
    """Write the WOFF2 files and the licences into ``target`` and return the WOFF2 files' paths."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for family in FAMILIES:
        package = resources.files(family.package)
        source = package.joinpath("files", family.file).read_bytes()
        cut = _cut(source, family.axes)
        for name, letters in family.subsets.items():
            path = target / f"{family.name}-{name}.woff2"
            path.write_bytes(_woff2(cut, letters))
            written.append(path)
        licence = package.joinpath("LICENSE").read_bytes()
        (target / f"{family.name}-OFL.txt").write_bytes(licence)
    return written


def version() -> str:
    """Return what the built files depend on: the packages' versions."""
    names = ("fontpkg-literata", "fontpkg-onest", "fonttools")
    return " ".join(f"{name}-{metadata.version(name)}" for name in names)


def _cut(source: bytes, axes: dict[str, float | tuple[float, float]]) -> bytes:
    """Return the font with only the letters and the part of the design space that pages use."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - costs 34 ms
    from fontTools.varLib import instancer  # noqa: PLC0415 - costs 78 ms

    font = TTFont(io.BytesIO(source), lazy=True)
    letters = "".join(SUBSETS.values())
    _draw_missing(font, letters)
    # The instancer edits tables that subsetting leaves lazy, so it gets the font read afresh.
    small = TTFont(io.BytesIO(_bytes(_subset(font, letters))))
    return _bytes(instancer.instantiateVariableFont(small, axes, inplace=True))


def _woff2(cut: bytes, letters: str) -> bytes:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - costs 34 ms

    font = _subset(TTFont(io.BytesIO(cut)), letters)
    font.flavor = "woff2"
    return _bytes(font)


def _subset(font: TTFont, letters: str) -> TTFont:
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - costs 40 ms

    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = False
    options.name_IDs = [0, 1, 2, 13, 14]  # the notice and licence stay inside the file
    options.drop_tables += ["STAT"]  # names of instances, which no browser shows
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=map(ord, letters))
    subsetter.subset(font)
    return font


def _bytes(font: TTFont) -> bytes:
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=False)
    return buffer.getvalue()


def _draw_missing(font: TTFont, letters: Iterable[str]) -> None:
    known = font.getBestCmap()
    for sign, relative in STAND_INS.items():
        if sign in letters and ord(sign) not in known and ord(relative) in known:
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[ord(sign)] = known[ord(relative)]
