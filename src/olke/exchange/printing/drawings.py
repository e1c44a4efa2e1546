"""Drawings as writers are given them: made elsewhere, by the address that draws them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a timeline in words: when, what, and what it rests on."""

    when: str
    what: str
    cited: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, comparison, timeline or map to print.

    ``svg`` leaves out what stands round it in print: title and sources. ``notes`` are what the
    picture alone could mislead about, ``sources`` what it rests on, one reference each. ``says`` is
    read to those who cannot see it. ``rows`` are a timeline's events.
    """

    svg: str
    title: str
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    says: str = ""
    rows: tuple[Told, ...] = ()


Draw = Callable[[str, str], Drawing | None]
"""Draws an address (``series?indicator=output``) in a language; None for what names nothing."""
Rasterise = Callable[[str], bytes]
"""Turns an SVG drawing into a PNG."""
