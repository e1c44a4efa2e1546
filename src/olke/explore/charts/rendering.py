"""Turning a drawing into a picture file."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib import metadata
from importlib.resources import as_file, files
from pathlib import Path

from django.conf import settings
from django.core.cache import cache as pictures

from olke.explore.charts.drawing.lettering import FONT_PACKAGES

SCALE = 2  # a sheet of 1000 px becomes 2000: sharp in print at 17 cm
KEEP = 24 * 3600  # seconds


def png_of(svg: str) -> bytes:
    """Rasterise a drawing with the interface's typefaces; the same drawing is drawn once."""
    key = "olke-png-" + hashlib.sha256(svg.encode()).hexdigest()
    known: bytes | None = pictures.get(key)
    if known is None:
        # A server starts without the renderer: it is wanted for pictures alone.
        import vl_convert  # noqa: PLC0415 - costs 8 ms

        _register_fonts()
        known = bytes(vl_convert.svg_to_png(svg, scale=SCALE))
        pictures.set(key, known, KEEP)
    return known


@cache
def _register_fonts() -> None:
    """Tell the renderer where the fonts lie; without them Kazakh letters would come out empty."""
    import vl_convert  # noqa: PLC0415 - as above

    for package in FONT_PACKAGES:
        vl_convert.register_font_directory(str(files(package).joinpath("files")))
    vl_convert.register_font_directory(str(semibold_folder(Path(settings.STATIC_ROOT).parent)))


def semibold_folder(data: Path) -> Path:
    """Return a folder with Onest in semibold as a font of its own, cut once (half a second).

    The renderer takes a variable font at its regular weight only, so headings would not be bold.
    """
    folder = data / f"typefaces-{metadata.version('fontpkg-onest')}"
    path = folder / "Onest-SemiBold.ttf"
    if not path.is_file():
        # Needed once an installation.
        from fontTools.ttLib import TTFont  # noqa: PLC0415 - costs 34 ms
        from fontTools.varLib import instancer  # noqa: PLC0415 - costs 78 ms

        folder.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(f".{os.getpid()}")
        with as_file(files("fontpkg_onest").joinpath("files", "Onest[wght].ttf")) as source:
            font = instancer.instantiateVariableFont(TTFont(source), {"wght": 600})
        font["OS/2"].usWeightClass = 600
        font.save(aside)
        font.close()
        aside.replace(path)
    return folder
