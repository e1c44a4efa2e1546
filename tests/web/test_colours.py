"""The stylesheet's colours, read from the stylesheet itself (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from olke import web

STATIC = Path(web.__file__).parent / "static" / "web"
PAGE = (STATIC / "page.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block)) for block in PAGE.split("@media")[:2]
)
TEXT = [
    *((ink, ground) for ink in ("ink", "soft", "blue") for ground in ("paper", "card")),
    *((colour, ground) for colour in ("red", "wheat", "green") for ground in ("paper", "card")),
    *((colour, f"{colour}-soft") for colour in ("blue", "red", "wheat", "green")),
    *(("ink", f"{colour}-soft") for colour in ("blue", "red", "wheat", "green")),
    ("soft", "blue-soft"),
    ("ink", "mark"),
    ("blue", "mark"),
    ("paper", "ink"),
    ("paper", "blue"),
]


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    full = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    channels = (int(full[i : i + 2], 16) / 255 for i in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_stands_out_from_its_ground(scheme: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(scheme[ink], scheme[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "card"])
def test_the_edge_of_a_field_can_be_seen(scheme: dict[str, str], ground: str) -> None:
    assert contrast(scheme["edge"], scheme[ground]) >= 3


def test_the_dark_scheme_has_every_colour_of_the_light_one() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_the_measure_knows_black_on_white() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
