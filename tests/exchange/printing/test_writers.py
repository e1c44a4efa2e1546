"""Blocks as DOCX and PDF: every text is there, and the files are as word processors want them."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from olke.exchange.docx.writer import write_docx
from olke.exchange.pdf.writer import write_pdf
from olke.exchange.plans.layout import lay_out
from olke.exchange.plans.options import PrintOptions
from olke.exchange.printing.blocks import (
    Block,
    Card,
    Cards,
    Cell,
    Figure,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Print,
    Ruling,
    Run,
    Style,
    Table,
    from_text,
    words,
)
from tests.lessons import activity, lesson, stage, statement
from tests.printed import bare, docx_text, lines, pdf_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDER = {
    # The sequences of ISO/IEC 29500-1 (transitional): Word asks to repair what is out of order.
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tc": "tcPr",
    "pBdr": "top left bottom right between bar",
    "tblCellMar": "top left start bottom right end",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr "
    "tcPr tblStylePr",
}
LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАӘБҒҚҢӨҰҮҺІ abcXYZ 0123456789.,;:()«»—?!%№"
TEXT = st.text(LETTERS, max_size=60).map(lambda text: " ".join(text.split()))
LINE = st.lists(
    st.builds(
        Run, TEXT.filter(bool), bold=st.booleans(), italic=st.booleans(), small=st.booleans()
    ),
    min_size=1,
    max_size=3,
).map(tuple)
PARAGRAPH = st.builds(Paragraph, LINE, st.sampled_from(Style), st.booleans())
SIMPLE: st.SearchStrategy[Block] = st.one_of(
    PARAGRAPH,
    st.builds(
        Listing, st.lists(LINE, min_size=1, max_size=4).map(tuple), st.booleans(), st.booleans()
    ),
    st.builds(Ruling, st.integers(1, 2), st.booleans()),
)
CELL = st.builds(Cell, st.lists(SIMPLE, max_size=3).map(tuple), shaded=st.booleans())


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw a table whose rows have a cell a column, or one cell over all of them."""
    columns = draw(st.integers(1, 5))
    alone = CELL.map(lambda cell: (Cell(cell.blocks, columns=columns, shaded=cell.shaded),))
    full = st.lists(CELL, min_size=columns, max_size=columns).map(tuple)
    rows = draw(st.lists(alone | full, min_size=1, max_size=4))
    widths = draw(st.lists(st.integers(8, 40), min_size=columns, max_size=columns))
    return Table(tuple(map(float, widths)), tuple(rows), heads=draw(st.integers(0, 1)))


BLOCKS = st.lists(
    st.one_of(SIMPLE, st.builds(Heading, st.integers(1, 4), LINE), tables(), st.just(PageBreak())),
    min_size=1,
    max_size=6,
).map(tuple)


def document(*blocks: Block, **fields: Any) -> Print:
    """Return a document to print."""
    return Print("Сынақ", "kk", blocks, **fields)


def as_docx(printed: Print) -> bytes:
    """Return a document as DOCX; it has no drawings."""
    return write_docx(printed, lambda svg: svg.encode())


def part(content: bytes, name: str) -> ET.Element:
    """Return a part of a DOCX package."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return ET.fromstring(package.read(f"word/{name}.xml"))  # noqa: S314 - our own file


def out_of_order(root: ET.Element) -> list[str]:
    """Return the elements whose children do not stand in the order of the schema."""
    found = []
    for element in root.iter():
        kind = element.tag.removeprefix(W)
        if kind not in ORDER:
            continue
        places = ORDER[kind].split()
        at = [places.index(c.tag.removeprefix(W)) if c.tag.removeprefix(W) in places else 99
              for c in element]  # fmt: skip
        if at != sorted(at) or (kind.endswith("Pr") and len(set(at)) < len(at)):
            found.append(f"{kind}: {[child.tag.removeprefix(W) for child in element]}")
    return found


@settings(max_examples=20)
@given(BLOCKS)
def test_every_text_is_in_the_docx_and_its_elements_stand_in_the_order_of_the_schema(
    blocks: tuple[Block, ...],
) -> None:
    content = as_docx(document(*blocks, running="Olke"))
    text = docx_text(content)
    assert [line for line in lines(blocks) if line not in text] == []
    for name in ("document", "styles"):
        assert out_of_order(part(content, name)) == []


@settings(max_examples=20)
@given(BLOCKS)
def test_every_text_is_in_the_pdf(blocks: tuple[Block, ...]) -> None:
    text = pdf_text(write_pdf(document(*blocks)))
    wanted = (bare(run.text) for block in blocks for run in _runs(block))
    assert [said for said in wanted if said not in text] == []


def _runs(block: Block) -> list[Run]:
    match block:
        case Heading(_, line) | Paragraph(line):
            return list(line)
        case Listing(entries):
            return [run for line in entries for run in line]
        case Table(rows=rows):
            return [r for row in rows for cell in row for b in cell.blocks for r in _runs(b)]
        case _:
            return []


@settings(max_examples=10)
@given(st.text(max_size=80))
def test_any_text_that_was_pasted_can_be_printed(text: str) -> None:
    printed = document(*from_text(text), Paragraph(words(text)))
    assert as_docx(printed).startswith(b"PK")
    assert write_pdf(printed).startswith(b"%PDF")


def test_control_characters_of_a_paste_are_left_out() -> None:
    assert Run("a\x00b\x1fc\vd\r\ne\ud800").text == "abc\nd\ne"


def test_markup_is_printed_as_it_is_written() -> None:
    text = "#let x = 1 *b* _i_ $x$ <w:t>&amp; @cite \\"
    assert bare(text) in pdf_text(write_pdf(document(Paragraph(words(text)))))
    assert text in docx_text(as_docx(document(Paragraph(words(text)))))


def test_every_kazakh_letter_is_in_the_typefaces() -> None:
    letters = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
    printed = document(
        Heading(1, words(letters + letters.upper())), Paragraph(words(letters + letters.upper()))
    )
    reader = PdfReader(io.BytesIO(write_pdf(printed)))
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts <= {"Literata-Regular", "Literata-Bold", "Onest-Regular", "Onest-Bold"}


def test_a_row_higher_than_a_page_breaks_and_loses_nothing() -> None:
    numbers = [f"сөз{number}" for number in range(3000)]
    row = (Cell(from_text(" ".join(numbers))), Cell(from_text("қысқа")))
    printed = document(Table((50, 50), (row,)))
    text = pdf_text(write_pdf(printed))
    assert all(number in text for number in (numbers[0], numbers[1500], numbers[-1]))
    with zipfile.ZipFile(io.BytesIO(as_docx(printed))) as package:
        assert b"cantSplit" not in package.read("word/document.xml")


def test_a_short_row_stays_on_one_page_and_the_head_is_repeated() -> None:
    row = (Cell(from_text("бір")), Cell(from_text("екі")))
    content = as_docx(document(Table((50, 50), (row, row), heads=1)))
    rows = list(part(content, "document").iter(f"{W}tr"))
    assert [len(list(one.iter(f"{W}cantSplit"))) for one in rows] == [1, 1]
    assert [len(list(one.iter(f"{W}tblHeader"))) for one in rows] == [1, 0]


def test_rows_that_a_cell_spans_stay_on_one_page() -> None:
    def rows(name: str) -> tuple[tuple[Cell, ...], ...]:
        texts = [Cell(from_text(f"{name} дескриптор {number}")) for number in range(3)]
        return ((Cell(from_text(f"{name} критерий"), rows=3), texts[0]), *((t,) for t in texts[1:]))

    table = Table((50, 50), tuple(row for n in range(30) for row in rows(f"к{n}")))
    for page in PdfReader(io.BytesIO(write_pdf(document(table)))).pages:
        said = page.extract_text()
        assert said.count("критерий") * 3 == said.count("дескриптор")
    kept = docx.Document(io.BytesIO(as_docx(document(table)))).tables[0].rows
    flags = [row.cells[1].paragraphs[0].paragraph_format.keep_with_next for row in kept]
    assert flags[:6] == [True, True, None, True, True, None]


def test_the_options_of_a_choice_stand_on_one_page_with_the_question() -> None:
    options = Listing(tuple(words(f"{letter}) жауап") for letter in "ABCD"), marked=False)
    asked = [
        block
        for number in range(40)
        for block in (Paragraph(words(f"сұрақ {number}"), Style.ITEM, kept=True), options)
    ]
    pages = PdfReader(io.BytesIO(write_pdf(document(*asked)))).pages
    assert len(pages) > 2
    for page in pages:
        assert page.extract_text().count("жауап") == 4 * page.extract_text().count("сұрақ")


def test_lines_to_write_on_stand_on_one_page_with_what_is_asked() -> None:
    asked = [
        block
        for number in range(12)
        for block in (Paragraph(words(f"сұрақ {number}"), kept=True), Ruling(6))
    ]
    pages = PdfReader(io.BytesIO(write_pdf(document(*asked)))).pages
    counts = [page.extract_text().count("сұрақ") for page in pages]
    assert counts == [4, 4, 4]


def test_a_number_stays_on_one_line_with_its_parts_and_its_sign() -> None:
    assert Run("1946 жылы 11 000 га, 7 %, № 8").text == (
        "1946 жылы 11\u00a0000 га, 7\u00a0%, №\u00a08"
    )
    assert Run("1941 100 жыл").text == "1941 100 жыл"


def test_a_long_foot_line_stands_beside_the_number_of_the_page() -> None:
    long = "Өлке · " + "ұзақ жол " * 20
    content = write_pdf(document(Paragraph(words("Мәтін")), running=long))
    assert "1 / 1" in PdfReader(io.BytesIO(content)).pages[0].extract_text()


def test_no_letters_of_a_docx_stand_apart() -> None:
    styles = part(as_docx(document(Paragraph(words("Мәтін"), Style.LEAD))), "styles")
    lead = next(s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == "Subtitle")
    properties = lead.find(f"{W}rPr")
    assert properties is not None
    assert properties.find(f"{W}spacing") is None


def test_a_word_wider_than_its_column_is_parted_between_syllables_in_a_docx() -> None:
    row = (Cell(from_text("қатысушылардың")), Cell(from_text("қатысушылардың")))
    root = part(as_docx(document(Table((10, 90), (row,)))), "document")
    parted = [len(list(cell.iter(f"{W}softHyphen"))) for cell in root.iter(f"{W}tc")]
    assert parted[0] > 1
    assert parted[1] == 0


def test_what_follows_lines_to_write_on_keeps_a_distance_from_the_last() -> None:
    def below(*, drawn: bool) -> float:
        return height_of("Келесі", Ruling(2, drawn=drawn), FOLLOWING)

    lined = docx.Document(io.BytesIO(as_docx(document(Ruling(2), FOLLOWING))))
    first, last, _following = (p.paragraph_format.space_after for p in lined.paragraphs)

    assert below(drawn=False) - below(drawn=True) > 8
    assert (first, last.pt) == (None, 16)


def test_no_lines_to_write_on_take_no_room() -> None:
    assert height_of("Келесі", Ruling(0), FOLLOWING) == height_of("Келесі", FOLLOWING)


FOLLOWING = Paragraph(words("Келесі"))


def height_of(text: str, *blocks: Block) -> float:
    """Return how high a text stands on the first page of a PDF, in points."""
    content = write_pdf(document(*blocks))
    found: list[float] = []

    def visit(said: str, page: list[float], line: list[float], *_: Any) -> None:
        if text in said:
            found.append(page[5] + page[3] * line[5])

    PdfReader(io.BytesIO(content)).pages[0].extract_text(visitor_text=visit)
    return found[0]


def test_a_picture_higher_than_a_page_is_made_to_fit() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="900"></svg>'
    figure = Figure(svg.encode(), "image/svg+xml", 170, words("Ұзын сурет"), "ұзын")
    pages = PdfReader(io.BytesIO(write_pdf(document(figure)))).pages
    assert len(pages) == 1
    picture = docx.Document(
        io.BytesIO(write_docx(document(figure), lambda _: _png(100, 900)))
    ).inline_shapes[0]
    assert picture.height / 36000 < document().height
    assert picture.width / picture.height == pytest.approx(1 / 9, rel=0.01)


def _png(width: int, height: int) -> bytes:
    from PIL import Image  # noqa: PLC0415 - for two tests alone

    out = io.BytesIO()
    Image.new("RGB", (width, height)).save(out, "PNG")
    return out.getvalue()


def test_a_docx_knows_its_language_its_title_and_the_number_of_its_pages() -> None:
    content = as_docx(document(Paragraph(words("Мәтін")), running="Olke · Тасөзен"))
    read = docx.Document(io.BytesIO(content))
    assert (read.core_properties.title, read.core_properties.language) == ("Сынақ", "kk-KZ")
    foot = read.sections[0].footer._element.xml
    assert "Olke · Тасөзен" in foot
    assert "PAGE" in foot
    assert "NUMPAGES" in foot


def test_a_docx_opens_as_of_today_and_without_the_templates_picture() -> None:
    with zipfile.ZipFile(io.BytesIO(as_docx(document()))) as package:
        assert not [name for name in package.namelist() if "thumbnail" in name]
        settings_part = package.read("word/settings.xml").decode()
    assert 'w:name="compatibilityMode"' in settings_part
    assert 'w:val="15"' in settings_part
    read = docx.Document(io.BytesIO(as_docx(document())))
    assert read.core_properties.created is not None
    assert read.core_properties.created.year > 2020


def test_cards_have_one_height_so_that_they_can_be_cut() -> None:
    cards = tuple(Card(words(f"Карта {n}"), from_text("мәтін " * n), words("СОҚМ")) for n in (1, 9))
    content = as_docx(document(Cards(cards, across=1, down=2)))
    heights = {row.height for row in docx.Document(io.BytesIO(content)).tables[0].rows}
    assert len(heights) == 1
    assert None not in heights


def test_pages_of_cards_follow_one_another_with_their_backs_mirrored() -> None:
    fronts = tuple(Card(words(f"алды{n}")) for n in range(4))
    backs = tuple(Card(words(f"арты{n}")) for n in range(4))
    printed = document(Cards(fronts, across=2, down=2, backs=backs))
    pages = PdfReader(io.BytesIO(write_pdf(printed))).pages
    assert len(pages) == 2
    text = bare(pages[1].extract_text())
    assert text.index("арты1") < text.index("арты0") < text.index("арты3") < text.index("арты2")


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_plan_of_thirty_activities_says_the_same_as_docx_and_as_pdf(language: str) -> None:
    acts = [activity(n, items=[statement(n)], minutes=3) for n in range(30)]
    content = lesson(minutes=90, stages=[stage("middle", *acts)])
    printed = lay_out(content, language, PrintOptions(answers=True))
    in_docx, in_pdf = docx_text(as_docx(printed)), pdf_text(write_pdf(printed))
    said = list(lines(printed.blocks))
    assert [line for line in said if line not in in_docx] == []
    assert [line for line in said if bare(line) not in in_pdf] == []
