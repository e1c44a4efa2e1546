"""Colours by name: the page's own variables inline, plain values in a file."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# The names are the custom properties of the page frame, so that dark mode and print follow it.
NAMES = ("paper", "card", "ink", "soft", "line", "blue", "blue-soft", "red", "wheat", "green")
PAGE: Mapping[str, str] = MappingProxyType({name: f"var(--{name})" for name in NAMES})
FILE: Mapping[str, str] = MappingProxyType(
    {
        "paper": "#ffffff",
        "card": "#ffffff",
        "ink": "#1c2624",
        "soft": "#56625e",
        "line": "#e2dccf",
        "blue": "#1b5e7d",
        "blue-soft": "#e3eef3",
        "red": "#a03e2b",
        "wheat": "#7d5400",
        "green": "#346746",
    }
)
# One for each subject of a chart, always together with a shape of its own (`shapes.SHAPES`).
SERIES = ("blue", "red", "green", "wheat")
