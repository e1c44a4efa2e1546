"""The project's typefaces cut to static weights: what sets documents takes no variable fonts."""

from __future__ import annotations

import fcntl
import io
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from functools import cache, partial
from importlib import metadata
from importlib.resources import files
from pathlib import Path

from django.conf import settings

LITERATA = ("fontpkg_literata", "Literata[opsz,wght].ttf")
LITERATA_ITALIC = ("fontpkg_literata", "Literata-Italic[opsz,wght].ttf")
ONEST = ("fontpkg_onest", "Onest[wght].ttf")


@dataclass(frozen=True)
class Cut:
    """One static font: package and file it is cut from, and at which place of the design space."""

    source: tuple[str, str]
    family: str
    style: str
    axes: tuple[tuple[str, float], ...]
    weight: int

    @property
    def file_name(self) -> str:
        """What its file is called."""
        return f"{self.family}-{self.style}.ttf"


CUTS = (
    Cut(LITERATA, "Literata", "Regular", (("opsz", 12), ("wght", 400)), 400),
    Cut(LITERATA, "Literata", "Bold", (("opsz", 12), ("wght", 650)), 700),
    Cut(LITERATA_ITALIC, "Literata", "Italic", (("opsz", 12), ("wght", 400)), 400),
    Cut(ONEST, "Onest", "Regular", (("wght", 400),), 400),
    Cut(ONEST, "Onest", "Bold", (("wght", 650),), 700),
)
PRINTED = tuple(
    code
    for first, last in (
        (0x20, 0x17F),  # Latin, with the letters of Europe
        (0x400, 0x4FF),  # Cyrillic, Kazakh included
        (0x2010, 0x203A),  # punctuation
        (0x20B8, 0x20BD),  # tenge, rouble
        (0x2116, 0x2122),  # numero, trade mark
        (0x2190, 0x2193),  # arrows
        (0x2212, 0x2265),  # minus, about, less or equal
        (0x25A0, 0x25CF),  # shapes
    )
    for code in range(first, last + 1)
)
"""What is cut; any other letter is set in a font of the machine."""


def print_fonts() -> Path:
    """Return a folder with the static fonts, cut once an installation.

    That takes some seconds; whoever asks meanwhile, in this process or another, waits for it.
    """
    folder = _folder()
    if _missing(folder):
        cut_fonts(folder)
    return folder


def cut_beforehand() -> None:
    """Cut the fonts in the background where they are missing, so that the first PDF need not wait.

    In a process of its own: the server goes on answering meanwhile.
    """
    folder = _folder()
    if _missing(folder):
        command = [sys.executable, "-m", __name__, str(folder)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        run = partial(subprocess.run, command, check=False, **quiet)
        threading.Thread(target=run, name="cut-fonts", daemon=True).start()


def cut_fonts(folder: Path) -> None:
    """Cut the fonts that a folder lacks; a second one waits for the first, and finds them there."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for cut in _missing(folder):
            _write(cut, folder / cut.file_name)


def _folder() -> Path:
    versions = "-".join(metadata.version(p) for p in ("fontpkg-literata", "fontpkg-onest"))
    return Path(settings.STATIC_ROOT).parent / f"print-fonts-{versions}"


def _missing(folder: Path) -> list[Cut]:
    return [cut for cut in CUTS if not (folder / cut.file_name).is_file()]


def _write(cut: Cut, path: Path) -> None:
    # Needed once an installation.
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - costs 34 ms
    from fontTools.varLib import instancer  # noqa: PLC0415 - costs 78 ms

    small = TTFont(io.BytesIO(_only_printed(cut.source)))
    font = instancer.instantiateVariableFont(small, dict(cut.axes), inplace=True)
    font["OS/2"].usWeightClass = cut.weight
    whole = {4: f"{cut.family} {cut.style}", 6: f"{cut.family}-{cut.style}"}
    for number, name in {1: cut.family, 2: cut.style, **whole}.items():
        font["name"].setName(name, number, 3, 1, 0x409)
    bold, italic = cut.style == "Bold", cut.style == "Italic"
    font["OS/2"].fsSelection = 0x20 if bold else 0x01 if italic else 0x40
    font["head"].macStyle = int(bold) | int(italic) << 1
    aside = path.with_suffix(f".{os.getpid()}")
    font.save(aside, reorderTables=False)
    aside.replace(path)


@cache
def _only_printed(source: tuple[str, str]) -> bytes:
    """Return a variable font with nothing in it but what is printed: cutting all takes minutes."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - costs 40 ms
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - costs 34 ms

    package, name = source
    font = TTFont(io.BytesIO(files(package).joinpath("files", name).read_bytes()), lazy=True)
    options = Options()
    options.layout_features = ["kern", "mark", "ccmp", "locl", "tnum"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]  # the notice and licence stay inside the file
    options.drop_tables += ["STAT"]  # names of instances, which are cut
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=PRINTED)
    subsetter.subset(font)
    small = io.BytesIO()
    font.save(small, reorderTables=False)
    return small.getvalue()


if __name__ == "__main__":
    os.nice(10)
    cut_fonts(Path(sys.argv[1]))
