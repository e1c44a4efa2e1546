"""Drawings as writers are given them: made elsewhere, by the address that draws them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a timeline in words: when, what, and the key of the claim that says so."""

    when: str
    what: str
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, comparison, timeline or map to print.

    ``svg`` leaves out what stands round it in print: title and sources. ``slides`` is the same in
    larger letters, for projection, in as many pictures as it takes; empty, ``svg`` serves.
    ``notes`` are what the picture alone could mislead about. It rests on ``claims``, by their
    keys, which a print cites in its own way, and on ``sources``, a reference each. ``says`` is
    read to those who cannot see it. ``rows`` are a timeline's events.
    """

    svg: str
    title: str
    slides: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    says: str = ""
    rows: tuple[Told, ...] = ()


Draw = Callable[[str, str], Drawing | None]
"""Draws an address (``series?indicator=output``) in a language; None for what names nothing."""
Rasterise = Callable[[str], bytes]
"""Turns an SVG drawing into a PNG."""
