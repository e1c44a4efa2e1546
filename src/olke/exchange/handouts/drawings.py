"""What is drawn on handouts, in SVG: signs of groups, numbers of cells, apples."""

from __future__ import annotations

from xml.sax.saxutils import escape

from olke.exchange.handouts.colours import Colour

_SVG = 'xmlns="http://www.w3.org/2000/svg"'
_FAMILY = "Onest, 'Noto Sans', sans-serif"
INK = "#1c2624"


def sign(colour: Colour) -> str:
    """Draw a group's sign: its shape in its colour, and its name, which grey paper shows too."""
    circle = '<circle cx="50" cy="50" r="47"/>'
    shape = f'<polygon points="{colour.shape}"/>' if colour.shape else circle
    return (
        f'<svg {_SVG} viewBox="0 0 260 130" width="260" height="130">'
        f'<g transform="translate(80 2)" fill="#{colour.value}" stroke="{INK}" stroke-width="1.5"'
        f' stroke-linejoin="round">{shape}</g>'
        f'<text x="130" y="125" text-anchor="middle" font-family="{_FAMILY}" font-size="20"'
        f' font-weight="600" fill="{INK}">{escape(str(colour.name))}</text></svg>'
    )


def large_number(text: str) -> str:
    """Draw a few characters large, for the front of a card."""
    return (
        f'<svg {_SVG} viewBox="0 0 120 44" width="120" height="44">'
        f'<text x="60" y="36" text-anchor="middle" font-family="{_FAMILY}" font-size="40"'
        f' font-weight="600" fill="{INK}">{escape(text)}</text></svg>'
    )


def apple() -> str:
    """Draw the outline of an apple, to be printed on paper of its colour or coloured in."""
    body = (
        "M50 30 C42 18 14 18 8 44 C2 72 24 98 38 97 C44 96 46 94 50 94"
        " C54 94 56 96 62 97 C76 98 98 72 92 44 C86 18 58 18 50 30 Z"
    )
    return (
        f'<svg {_SVG} viewBox="0 0 100 100" width="100" height="100">'
        f'<g fill="none" stroke="{INK}" stroke-width="2" stroke-linejoin="round"'
        f' stroke-linecap="round"><path d="{body}"/><path d="M50 30 C50 20 53 12 58 6"/>'
        '<path d="M56 16 C66 4 78 6 84 8 C78 20 66 22 56 16 Z"/></g></svg>'
    )
