"""Fitted slides as a presentation: what python-pptx is told, and what it has no words for."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from olke.exchange.pptx.fitting import (
    BETWEEN,
    CELL,
    FOOT_ROOM,
    INSIDE,
    KICKER,
    Frame,
    box_row_height,
    box_widths,
    column_widths,
    foot_height,
    frame_of,
    height_of,
    natural_height,
    row_heights,
    stacked,
)
from olke.exchange.pptx.pieces import (
    AFTER,
    EDGE,
    FOOT,
    GAP,
    PITCH,
    ROOM,
    WIDTH,
    Box,
    Boxes,
    Hero,
    Image,
    Kind,
    Para,
    Piece,
    Prose,
    Slide,
    Table,
    Tone,
)
from olke.exchange.pptx.theme import (
    BODY,
    LANGUAGE_TAGS,
    NUMBER,
    POINT,
    SOURCES,
)
from olke.exchange.pptx.theme import (
    KICKER as KICKER_PLACE,
)

MARKED = 1.35
_NAMESPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_PRESENTATION = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_GRID = "{5940675A-B579-460E-94D1-54222C63F5DA}"
"""The table style that every presentation program knows: no fill, a grid."""
Place = tuple[float, float, float, float]


class Drawer:
    """Draws slides into a presentation; links between them are set at the end."""

    def __init__(self, deck: Any, language: str) -> None:
        self._deck = deck
        self._tag = LANGUAGE_TAGS[language]
        self._named: dict[str, Any] = {}
        self._links: list[tuple[Any, str]] = []

    def draw(self, slides: Iterable[Slide]) -> None:
        """Add the slides one after another."""
        for slide in slides:
            self._slide(slide)
        for shape, name in self._links:
            if name in self._named:
                shape.click_action.target_slide = self._named[name]

    def _slide(self, slide: Slide) -> None:
        made = self._deck.slides.add_slide(self._deck.slide_layouts[slide.kind.value])
        if slide.name:
            self._named[slide.name] = made
        frame = frame_of(slide)
        places = {shape.placeholder_format.idx: shape for shape in made.placeholders}
        title = [Para(slide.title, bold=True)]
        place = (EDGE, frame.title_top, ROOM, frame.title_height)
        self._fill(places.pop(0), title, frame.title_size, place)
        if slide.kicker:
            place = (EDGE, frame.title_top - 30.0, ROOM, KICKER * PITCH)
            tone = Tone.AGAINST if slide.kind is Kind.QUESTION else Tone.EVIDENCE
            kicker = Para(slide.kicker, bold=True, tone=tone)
            self._fill(places.pop(KICKER_PLACE), [kicker], KICKER, place)
        self._pieces(made, slide, frame, places)
        self._foot(made, slide, frame, places)
        for left in places.values():
            left._element.getparent().remove(left._element)  # noqa: SLF001 - no other way
        self._notes(made, slide.notes)

    def _pieces(self, made: Any, slide: Slide, frame: Frame, places: dict[int, Any]) -> None:
        spare = frame.body_height - stacked(slide.pieces)
        images = sum(isinstance(piece, Image) for piece in slide.pieces)
        y = frame.body_top
        if not images and slide.kind in {Kind.EVIDENCE, Kind.QUESTION}:
            y += min(max(spare, 0.0) * 0.4, 70.0)
        for piece in slide.pieces:
            height = height_of(piece)
            if isinstance(piece, Image):
                height = min(height + max(spare, 0.0) / images, natural_height(piece))
            self._piece(made, piece, (EDGE, y, ROOM, height), places)
            y += height + GAP

    def _piece(self, made: Any, piece: Piece, place: Place, places: dict[int, Any]) -> None:
        match piece:
            case Prose(paras, _, size):
                box = places.pop(BODY, None) or self._box(made)
                self._fill(box, paras, size, place)
            case Hero(text, tone, _, size):
                self._fill(self._box(made), [Para(text, bold=True, tone=tone)], size, place)
            case Table():
                self._table(made, piece, place)
            case Image():
                self._image(made, piece, place)
            case Boxes():
                self._boxes(made, piece, place)

    def _foot(self, made: Any, slide: Slide, frame: Frame, places: dict[int, Any]) -> None:
        if slide.foot:
            line = made.shapes.add_connector(
                1, *_emu(EDGE, frame.foot_top - 7, WIDTH - EDGE, frame.foot_top - 7)
            )
            _decorative(line)
            line.line.width = int(0.75 * POINT)
            line.line.color.theme_color = _theme_colour("tx2")
            place = (EDGE, frame.foot_top, FOOT_ROOM, foot_height(slide.foot))
            paras = [Para(text, tone=Tone.SOFT) for text in slide.foot]
            self._fill(places.pop(SOURCES), paras, FOOT, place, after=0.0)
        if slide.back:
            arrow = Box("←", fill=Tone.GROUND)
            place = (WIDTH - EDGE - 60, 14, 60, 34)
            made_arrow = self._one_box(made, arrow, place, 20)
            self._links.append((made_arrow, slide.back))
        made.shapes._spTree.append(_number_shape(self._tag))  # noqa: SLF001 - no other way

    def _box(self, made: Any) -> Any:
        return made.shapes.add_textbox(0, 0, 0, 0)

    def _fill(
        self,
        shape: Any,
        paras: Sequence[Para],
        size: float,
        place: Place,
        after: float = AFTER,
    ) -> None:
        shape.left, shape.top, shape.width, shape.height = _emu(*place)
        body = shape.text_frame._txBody  # noqa: SLF001 - paragraphs are written as XML, for speed
        _set_body(body)
        self._write(body, paras, size, after)

    def _write(self, body: Any, paras: Sequence[Para], size: float, after: float = AFTER) -> None:
        from pptx.oxml import parse_xml  # noqa: PLC0415 - costs 130 ms at start
        from pptx.oxml.ns import qn  # noqa: PLC0415 - as above

        for old in body.findall(qn("a:p")):
            body.remove(old)
        for number, para in enumerate(paras, 1):
            last = number == len(paras)
            xml = self._para_xml(para, size, 0.0 if last else after)
            body.append(parse_xml(xml.encode()))

    def _para_xml(self, para: Para, size: float, after: float, align: str = "") -> str:
        room = round(size * MARKED * POINT) if para.mark else 0
        text, bullet = _printed(para.text), "<a:buNone/>"
        if para.mark == "–":
            bullet = f'<a:buFont typeface="Arial"/><a:buChar char="{para.mark}"/>'
        elif para.mark:
            text = f"{_printed(para.mark)}\t{text}"
            bullet += f'<a:tabLst><a:tab pos="{room}" algn="l"/></a:tabLst>'
        place = f'marL="{room}" indent="{-room}"' + (f' algn="{align}"' if align else "")
        return (
            f"<a:p {_NAMESPACE}><a:pPr {place}>"
            f'<a:lnSpc><a:spcPts val="{round(size * PITCH * 100)}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="0"/></a:spcBef>'
            f'<a:spcAft><a:spcPts val="{round(size * after * 100)}"/></a:spcAft>{bullet}</a:pPr>'
            f'<a:r><a:rPr lang="{self._tag}" sz="{round(size * 100)}" b="{int(para.bold)}">'
            f'<a:solidFill><a:schemeClr val="{para.tone.value}"/></a:solidFill></a:rPr>'
            f"<a:t>{text}</a:t></a:r></a:p>"
        )

    def _table(self, made: Any, table: Table, place: Place) -> None:
        rows = [*([table.head] if table.head else []), *table.rows]
        frame = made.shapes.add_table(len(rows), len(table.widths), *_emu(*place))
        grid = frame.table
        properties = grid._tbl.tblPr  # noqa: SLF001 - python-pptx has no word for styles
        properties.find(f"{{{_NAMESPACE[9:-1]}}}tableStyleId").text = _GRID
        grid.horz_banding, grid.first_row = False, bool(table.head)
        for column, width in zip(grid.columns, column_widths(table), strict=True):
            column.width = round(width * POINT)
        for row, height in zip(grid.rows, row_heights(table), strict=True):
            row.height = round(height * POINT)
        heads = 1 if table.head else 0
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                strong = at < heads or (at - heads, column) in table.strong
                self._cell(grid.cell(at, column), text, table.size, strong=strong, head=at < heads)

    def _cell(self, cell: Any, text: str, size: int, *, strong: bool, head: bool) -> None:
        margin = round(CELL * POINT)
        cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = margin
        self._write(cell.text_frame._txBody, [Para(text, bold=strong)], size)  # noqa: SLF001
        if head:
            cell.fill.solid()
            cell.fill.fore_color.theme_color = _theme_colour("bg2")

    def _image(self, made: Any, image: Image, place: Place) -> None:
        x, y, width, height = place
        scale = min(width / image.across, height / image.down)
        across, down = image.across * scale, image.down * scale
        picture = made.shapes.add_picture(
            io.BytesIO(image.content), *_emu(x + (width - across) / 2, y, across, down)
        )
        picture._element.nvPicPr.cNvPr.set("descr", image.says)  # noqa: SLF001 - no word for it

    def _boxes(self, made: Any, boxes: Boxes, place: Place) -> None:
        _, y, _, _ = place
        for row in boxes.rows:
            x, height = place[0], box_row_height(boxes, row)
            for box, width in zip(row, box_widths(boxes, row), strict=True):
                shape = self._one_box(made, box, (x, y, width, height), boxes.size)
                x += width + BETWEEN
                if box.link:
                    self._links.append((shape, box.link))
            y += height + BETWEEN

    def _one_box(self, made: Any, box: Box, place: Place, size: int) -> Any:
        from pptx.dml.color import RGBColor  # noqa: PLC0415 - as above

        shape = made.shapes.add_shape(5, *_emu(*place))
        shape.adjustments[0] = 0.12
        shape.shadow.inherit = False
        shape.fill.solid()
        if isinstance(box.fill, Tone):
            shape.fill.fore_color.theme_color = _theme_colour(box.fill.value)
        else:
            shape.fill.fore_color.rgb = RGBColor(*bytes.fromhex(box.fill))  # type: ignore[no-untyped-call]
        shape.line.color.theme_color = _theme_colour("tx1")
        shape.line.width = POINT
        body = shape.text_frame._txBody  # noqa: SLF001 - as above
        _set_body(body, inset=INSIDE, anchor="ctr")
        self._write(body, [Para(box.text, bold=box.bold, tone=box.ink)], size)
        for paragraph in shape.text_frame.paragraphs:
            paragraph._p.pPr.set("algn", "ctr")  # noqa: SLF001 - as above
        return shape

    def _notes(self, made: Any, notes: tuple[str, ...]) -> None:
        if not notes:
            return
        from pptx.oxml import parse_xml  # noqa: PLC0415 - as above
        from pptx.oxml.ns import qn  # noqa: PLC0415 - as above

        page = made.notes_slide
        body = page.notes_text_frame._txBody  # noqa: SLF001 - as above
        for old in body.findall(qn("a:p")):
            body.remove(old)
        for line in (line for note in notes for line in note.splitlines() if line.strip()):
            body.append(
                parse_xml(
                    f'<a:p {_NAMESPACE}><a:r><a:rPr lang="{self._tag}"/>'
                    f"<a:t>{_printed(line.strip())}</a:t></a:r></a:p>".encode()
                )
            )


def _printed(text: str) -> str:
    """Escape a text, without what XML 1.0 has no place for: a paste may bring it."""
    return escape("".join(letter for letter in text if letter == "\t" or letter >= " "))


def _emu(*lengths: float) -> tuple[int, ...]:
    return tuple(round(length * POINT) for length in lengths)


def _theme_colour(name: str) -> Any:
    from pptx.enum.dml import MSO_THEME_COLOR  # noqa: PLC0415 - as above

    return MSO_THEME_COLOR.from_xml(name)


def _set_body(body: Any, inset: float = 0.0, anchor: str = "t") -> None:
    from pptx.oxml import parse_xml  # noqa: PLC0415 - as above

    space = round(inset * POINT)
    inset_text = " ".join(f'{side}Ins="{space}"' for side in ("l", "t", "r", "b"))
    new = parse_xml(
        f'<a:bodyPr {_NAMESPACE} wrap="square" {inset_text} anchor="{anchor}">'
        "<a:normAutofit/></a:bodyPr>".encode()
    )
    body.replace(body.bodyPr, new)


def _decorative(shape: Any) -> None:
    from pptx.oxml import parse_xml  # noqa: PLC0415 - as above

    named = shape._element.nvCxnSpPr.cNvPr  # noqa: SLF001 - no word for it
    named.append(
        parse_xml(
            f'<a:extLst {_NAMESPACE}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
            '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
            ' val="1"/></a:ext></a:extLst>'.encode()
        )
    )


def _number_shape(tag: str) -> Any:
    from pptx.oxml import parse_xml  # noqa: PLC0415 - as above

    return parse_xml(
        f'<p:sp {_NAMESPACE} {_PRESENTATION}><p:nvSpPr><p:cNvPr id="9001" name="Number"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldNum" sz="quarter" idx="{NUMBER}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
        '<a:fld id="{6F7B0D33-2F4A-4E4C-9E0A-6C1D52C8B8A1}" type="slidenum">'
        f'<a:rPr lang="{tag}"/><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>'.encode()
    )
