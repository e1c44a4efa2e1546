"""Turning a drawing into a picture file."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

import vl_convert
from django.core.cache import cache as pictures

from olke.explore.charts.drawing.lettering import FONT_PACKAGES

SCALE = 2  # a sheet of 1000 px becomes 2000: sharp in print at 17 cm
KEEP = 24 * 3600  # seconds


def png_of(svg: str) -> bytes:
    """Rasterise a drawing with the interface's typefaces; the same drawing is drawn once."""
    key = "olke-png-" + hashlib.sha256(svg.encode()).hexdigest()
    known: bytes | None = pictures.get(key)
    if known is None:
        _register_fonts()
        known = bytes(vl_convert.svg_to_png(svg, scale=SCALE))
        pictures.set(key, known, KEEP)
    return known


@cache
def _register_fonts() -> None:
    """Tell the renderer where the fonts lie; without them Kazakh letters would come out empty."""
    for package in FONT_PACKAGES:
        vl_convert.register_font_directory(str(files(package).joinpath("files")))
