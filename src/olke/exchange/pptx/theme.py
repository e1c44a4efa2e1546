"""The look of slides: colours, typeface, one master and its layouts.

White paper and dark text, so that a deck is read in a bright hall and prints in grey. The typeface
is Arial: every school's machine has it, or Liberation Sans that is as wide, with all the letters
of Kazakh.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import pgettext

from olke.exchange.pptx.pieces import EDGE, FOOT, HEIGHT, ROOM, WIDTH, Kind

FONT = "Arial"
LANGUAGE_TAGS = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}
COLOURS = {
    "dk1": "1C2624",
    "lt1": "FFFFFF",
    "dk2": "4B5652",
    "lt2": "F3EFE6",
    "accent1": "1B5E7D",
    "accent2": "A03E2B",
    "accent3": "346746",
    "accent4": "7D5400",
    "accent5": "5B4B8A",
    "accent6": "B9821B",
    "hlink": "1B5E7D",
    "folHlink": "4B5652",
}
BODY, KICKER, SOURCES, NUMBER = 1, 13, 14, 12
"""Numbers of the placeholders beside the title."""
POINT = 12700
"""EMU, the unit of the file."""
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = f'xmlns:a="{_A}" xmlns:p="{_P}" xmlns:r="{_R}"'


def new_deck(title: str, language: str) -> Any:
    """Return an empty presentation, 16 to 9, with the look set up and nothing else in it."""
    from pptx import Presentation  # noqa: PLC0415 - costs 130 ms at start

    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = int(WIDTH * POINT), int(HEIGHT * POINT)
    _set_theme(deck)
    _set_master(deck, language)
    _set_layouts(deck)
    properties = deck.core_properties
    properties.title, properties.language = title, LANGUAGE_TAGS[language]
    properties.author = properties.last_modified_by = properties.comments = ""
    return deck


def _set_theme(deck: Any) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT  # noqa: PLC0415 - as above

    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items()
    )
    fonts = "".join(
        f'<a:{name}><a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>'
        f"</a:{name}>"
        for name in ("majorFont", "minorFont")
    )
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{solid}</a:ln>'
    plain = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    part = deck.slide_master.part.part_related_by(RT.THEME)
    part._blob = (  # noqa: SLF001 - python-pptx has no word for themes
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<a:theme xmlns:a="{_A}" name="Olke"><a:themeElements>'
        f'<a:clrScheme name="Olke">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Olke">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Olke"><a:fillStyleLst>{solid * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{plain * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    ).encode()


def _set_master(deck: Any, language: str) -> None:
    master = deck.slide_master._element  # noqa: SLF001 - as above
    shapes = (
        _placeholder(2, "Title", "title", None, (EDGE, 56, ROOM, 84))
        + _placeholder(3, "Text", "body", BODY, (EDGE, 158, ROOM, 320))
        + _number(4)
    )
    white = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
    background = f"<p:bg><p:bgPr>{white}<a:effectLst/></p:bgPr></p:bg>"
    _put(master, "cSld", _tree("Olke", background, shapes))
    spoken = LANGUAGE_TAGS[language]
    ink = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
    title = _level(1, f'<a:defRPr lang="{spoken}" sz="3600" b="1">{ink}</a:defRPr>')
    body = "".join(
        _level(level, f'<a:defRPr lang="{spoken}" sz="2600">{ink}</a:defRPr>')
        for level in range(1, 6)
    )
    _put(
        master,
        "txStyles",
        f"<p:txStyles {_SPACES}><p:titleStyle>{title}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle/></p:txStyles>",
    )


def _set_layouts(deck: Any) -> None:
    layouts = list(deck.slide_layouts)
    for layout in layouts[len(Kind) :]:
        deck.slide_layouts.remove(layout)
    names = {
        Kind.TITLE: pgettext("slide", "Title"),
        Kind.PART: pgettext("slide", "Part of the lesson"),
        Kind.TEXT: pgettext("slide", "Text"),
        Kind.EVIDENCE: pgettext("slide", "Evidence"),
        Kind.QUESTION: pgettext("slide", "Question"),
    }
    for kind, layout in zip(Kind, layouts, strict=False):
        element = layout._element  # noqa: SLF001 - as above
        for name in ("type", "preserve"):
            element.attrib.pop(name, None)
        element.set("userDrawn", "1")
        _put(element, "cSld", _tree(names[kind], "", _layout_shapes(kind)))


def _layout_shapes(kind: Kind) -> str:
    top = {Kind.TITLE: 150, Kind.PART: 110}.get(kind, 56)
    title = "ctrTitle" if kind is Kind.TITLE else "title"
    kicker = "accent2" if kind is Kind.QUESTION else "accent1"
    return (
        _decoration(kind)
        + _placeholder(2, "Title", title, None, (EDGE, top, ROOM, 84))
        + _placeholder(3, "Text", "body", BODY, (EDGE, top + 102, ROOM, 300))
        + _placeholder(4, "Heading", "body", KICKER, (EDGE, top - 30, ROOM, 26), (20, kicker, True))
        + _placeholder(
            5, "Sources", "body", SOURCES, (EDGE, 480, ROOM - 76, 40), (FOOT, "tx2", False)
        )
        + _number(6)
    )


def _decoration(kind: Kind) -> str:
    """Draw what tells the kinds apart at a glance: a bar at the left, or a short one on top."""
    if kind in {Kind.TITLE, Kind.PART}:
        return _bar((0, 0, 22, HEIGHT), "accent1")
    colour = "accent2" if kind is Kind.QUESTION else "accent1"
    return _bar((EDGE, 0, 84, 8), colour)


def _bar(place: tuple[float, float, float, float], colour: str) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Bar"><a:extLst>'
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        '</a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_place(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        "</p:spPr></p:sp>"
    )


def _placeholder(
    number: int,
    name: str,
    kind: str,
    index: int | None,
    place: tuple[float, float, float, float],
    look: tuple[int, str, bool] | None = None,
) -> str:
    where = f' idx="{index}"' if index is not None else ""
    style = ""
    if look:
        size, colour, bold = look
        style = _level(
            1,
            f'<a:defRPr sz="{size * 100}" b="{int(bold)}"><a:solidFill>'
            f'<a:schemeClr val="{colour}"/></a:solidFill></a:defRPr>',
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{where}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{_place(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">'
        f"<a:normAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle>"
        "<a:p><a:r><a:t>…</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _number(number: int) -> str:
    place = (WIDTH - EDGE - 60, HEIGHT - 38, 60, 18)
    style = _level(
        1,
        '<a:defRPr sz="1200"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr>',
        'algn="r"',
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Number"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldNum" sz="quarter" idx="{NUMBER}"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{_place(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/>'
        f"<a:lstStyle>{style}</a:lstStyle>"
        '<a:p><a:fld id="{6F7B0D33-2F4A-4E4C-9E0A-6C1D52C8B8A1}" type="slidenum">'
        "<a:rPr/><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>"
    )


def _level(level: int, run: str, attributes: str = 'algn="l"') -> str:
    return (
        f'<a:lvl{level}pPr marL="0" indent="0" {attributes}><a:lnSpc><a:spcPct val="100000"/>'
        f'</a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>{run}</a:lvl{level}pPr>'
    )


def _place(place: tuple[float, float, float, float]) -> str:
    x, y, width, height = (round(length * POINT) for length in place)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _tree(name: str, background: str, shapes: str) -> str:
    from xml.sax.saxutils import quoteattr  # noqa: PLC0415 - as above

    nothing = '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    inner = '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    return (
        f"<p:cSld {_SPACES} name={quoteattr(name)}>{background}<p:spTree><p:nvGrpSpPr>"
        '<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr><a:xfrm>{nothing}{inner}</a:xfrm></p:grpSpPr>{shapes}</p:spTree></p:cSld>"
    )


def _put(element: Any, name: str, xml: str) -> None:
    """Put new XML in the place of a child of that name."""
    from pptx.oxml import parse_xml  # noqa: PLC0415 - as above
    from pptx.oxml.ns import qn  # noqa: PLC0415 - as above

    old = element.find(qn(f"p:{name}"))
    element.replace(old, parse_xml(xml.encode()))
