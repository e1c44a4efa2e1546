"""The styles of a DOCX document, and what python-docx has no words for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from olke.exchange.printing.blocks import A4, Print
from olke.exchange.printing.breaking import SOFT_HYPHEN

FONT = "Times New Roman"
# The elements that follow w:pBdr in w:pPr (ISO/IEC 29500-1, 17.3.1.26), as far as styles use them.
_AFTER_BORDERS = (
    "w:shd",
    "w:tabs",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:outlineLvl",
)
LANGUAGE_TAGS = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}
HANDWRITTEN = 8.0
"""Millimetres between lines to write on."""
FOOT = 8.0
"""Millimetres below the foot line, where the margin is twice as high; less where it is not."""
_SIZES = {1: 16, 2: 13, 3: 12, 4: 11}
_OWN = {
    "Olke Note": 9,
    "Olke Label": 10,
    "Olke Centred": 11,
    "Olke Item": 11,
    "Olke Aside": 11,
    "Olke Entry": 11,
    "Olke Option": 11,
    "Olke Gap": 6,
    "Olke Line": 18,
    "Olke Room": 18,
    "Olke Cell": 10,
    "Olke Cell Entry": 10,
}
"""Size of each style of our own, in points."""


def new_document(document: Print) -> Any:
    """Return an empty document with page, language, foot line and styles set up."""
    import docx  # noqa: PLC0415 - costs 90 ms at start
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - as above
    from docx.shared import Mm  # noqa: PLC0415 - as above

    target = docx.Document()
    section = target.sections[0]
    width, height = (A4[1], A4[0]) if document.landscape else A4
    section.page_width, section.page_height = Mm(width), Mm(height)
    if document.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
    left, top, right, bottom = document.margins
    section.left_margin, section.top_margin = Mm(left), Mm(top)
    section.right_margin, section.bottom_margin = Mm(right), Mm(bottom)
    section.footer_distance = Mm(min(FOOT, bottom / 2))
    target.core_properties.title = document.title
    target.core_properties.author = ""
    target.core_properties.comments = ""
    target.core_properties.language = LANGUAGE_TAGS[document.language]
    target.core_properties.created = target.core_properties.modified = datetime.now(UTC)
    _make_new(target)
    _set_styles(target, LANGUAGE_TAGS[document.language])
    _set_foot(section, document.running)
    return target


def shade(cell: Any) -> None:
    """Give a cell a light ground."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    shading = OxmlElement("w:shd")
    for name, value in {"w:val": "clear", "w:color": "auto", "w:fill": "EDEDED"}.items():
        shading.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 - python-docx has no word for it


def _make_new(target: Any) -> None:
    """Leave off what the template of python-docx brings: its picture, and Word of 2010."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    relations = target.part.package.rels
    for number in [n for n, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[number]
    for setting in target.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def pad_cells(table: Any) -> None:
    """Give the cells of a table some room above and below their text."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    margins = OxmlElement("w:tblCellMar")
    for side, twips in {"top": 40, "left": 85, "bottom": 20, "right": 85}.items():
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")  # noqa: SLF001 - no word for it


def repeat_row(row: Any) -> None:
    """Repeat a row at the head of each page."""
    _mark_row(row, "w:tblHeader")


def keep_row_whole(row: Any) -> None:
    """Keep a row from breaking over pages where it fits on one."""
    _mark_row(row, "w:cantSplit")


def describe_picture(picture: Any, says: str) -> None:
    """Give a picture the words for those who cannot see it."""
    picture._inline.docPr.set("descr", says)  # noqa: SLF001 - python-docx has no word for it


def add_broken(run: Any, text: str) -> None:
    """Add text to a run; its soft hyphens become those of word processors, which show the sign."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above

    first, *others = text.split(SOFT_HYPHEN)
    run.add_text(first)
    for part in others:
        run._r.append(OxmlElement("w:softHyphen"))  # noqa: SLF001 - python-docx has no word for it
        run.add_text(part)


def add_link(paragraph: Any, text: str, href: str) -> None:
    """Add a link to a paragraph."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - as above
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    number = paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), number)
    run = paragraph.add_run(text)
    run.underline = True
    link.append(run._r)  # noqa: SLF001 - the run moves into the link
    paragraph._p.append(link)  # noqa: SLF001 - as above


def _mark_row(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - no word for it


def _set_styles(target: Any, language: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - as above
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - as above
    from docx.shared import Mm, Pt, RGBColor  # noqa: PLC0415 - as above

    styles = target.styles
    normal = styles["Normal"]
    _set_font(normal, 11, language)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.05
    for level, size in _SIZES.items():
        style = styles[f"Heading {level}"]
        _set_font(style, size, language)
        style.font.bold, style.font.italic = True, False
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before = Pt(0 if level == 1 else 10)
        style.paragraph_format.space_after = Pt(4)
    for name in ("Subtitle", "Quote"):
        _set_font(styles[name], 12 if name == "Subtitle" else 11, language)
        styles[name].font.color.rgb = RGBColor(0, 0, 0)
        styles[name].font.italic = name == "Quote"
        _set_unspaced(styles[name])
    styles["Quote"].paragraph_format.left_indent = Mm(6)
    for name, size in _OWN.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.font.size = Pt(size)
    styles["Olke Label"].font.bold = True
    styles["Olke Centred"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name, indent in {"Olke Entry": 6, "Olke Cell Entry": 4}.items():
        entry = styles[name].paragraph_format
        entry.left_indent, entry.first_line_indent = Mm(indent), Mm(-indent)
        entry.tab_stops.add_tab_stop(Mm(indent))
    for name in ("Olke Cell", "Olke Cell Entry"):
        styles[name].paragraph_format.space_after = Pt(2)
    styles["Olke Item"].paragraph_format.space_before = Pt(8)
    styles["Olke Option"].paragraph_format.left_indent = Mm(6)
    styles["Olke Option"].paragraph_format.space_after = Pt(1)
    styles["Olke Aside"].paragraph_format.left_indent = Mm(8)
    _border(styles["Olke Aside"], ("left",), space=6)
    styles["Olke Gap"].paragraph_format.space_after = Pt(0)
    for name in ("Olke Line", "Olke Room"):
        lines = styles[name].paragraph_format
        lines.line_spacing, lines.space_after = Mm(HANDWRITTEN), Pt(0)
    _border(styles["Olke Line"], ("bottom", "between"))
    small = styles.add_style("Olke Small", WD_STYLE_TYPE.CHARACTER)
    small.font.size = Pt(9)


def _set_font(style: Any, size: int, language: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above
    from docx.shared import Pt  # noqa: PLC0415 - as above

    style.font.name, style.font.size = FONT, Pt(size)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    properties.append(spoken)


def _set_unspaced(style: Any) -> None:
    """Take off the space that the template of python-docx puts between the letters of a style."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    properties = style.element.get_or_add_rPr()
    for spacing in properties.findall(qn("w:spacing")):
        properties.remove(spacing)


def _border(style: Any, sides: tuple[str, ...], space: int = 1) -> None:
    """Rule some sides of a style's paragraphs, ``space`` points from the text."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    borders = OxmlElement("w:pBdr")
    for side in sides:
        rule = OxmlElement(f"w:{side}")
        for name, value in {"val": "single", "sz": "4", "space": space, "color": "999999"}.items():
            rule.set(qn(f"w:{name}"), str(value))
        borders.append(rule)
    style.element.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


def _set_foot(section: Any, running: str) -> None:
    """Put a line at the foot of each page, its number and how many there are at the right."""
    from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: PLC0415 - as above

    paragraph = section.footer.paragraphs[0]
    paragraph.style = "Olke Note"
    across = section.page_width - section.left_margin - section.right_margin
    paragraph.paragraph_format.tab_stops.add_tab_stop(across, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{running}\t")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph: Any, name: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    for kind in ("begin", "", "separate", "1", "end"):
        if kind == "1":  # what is shown until a word processor counts
            paragraph.add_run("1")
            continue
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = f" {name} "
        paragraph.add_run()._r.append(mark)  # noqa: SLF001 - a field has no other way in
