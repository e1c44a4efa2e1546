"""Slides of a lesson, opened again with python-pptx."""

from __future__ import annotations

import io
import struct
import time
import zlib
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Emu, Pt

from olke.evidence.models import Claim, Review
from olke.exchange.handouts.evidence import evidence_for
from olke.exchange.handouts.lettering import SLIDES
from olke.exchange.pptx.writer import write_slides
from olke.exchange.printing.drawings import Drawing, Told
from olke.teaching.documents.dossier import ClaimEntry, Dossier, DrawingEntry, Section
from olke.teaching.documents.lesson import Lesson
from olke.teaching.documents.parts import Title
from tests.exchange.handouts.lessons import (
    DOSSIER,
    LETTERS,
    NOTE,
    QUOTED,
    STATEMENT,
    activity,
    full_lesson,
    kk,
    lesson,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]
FILE_PLACE = "1-қ., 2-т., 25-іс, 14-п."


def png(_svg: str) -> bytes:
    """Return a white picture of 8 by 4."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\0" + b"\xff" * 8 for _ in range(4))
    head = struct.pack(">IIBBBBB", 8, 4, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def drawn(_address: str, _language: str) -> Drawing:
    """Return a drawing with its source."""
    return Drawing(
        "<svg/>",
        "Өнім, 1946",
        sources=("ТАМ. 1-қ.",),
        says="Екі баған: жоспар мен нәтиже",
        rows=(Told("1931 жыл", "Фабрика іске қосылды", "5-01"),),
    )


def opened(
    content: Lesson, dossiers: tuple[Dossier, ...] = (DOSSIER,), language: str = "kk"
) -> list[Any]:
    """Write a lesson's slides and open them."""
    evidence = evidence_for(content, dossiers)
    written = write_slides(content, dossiers, evidence, language, drawn, png)
    return list(Presentation(io.BytesIO(written)).slides)


def texts(slide: Any) -> list[str]:
    """Return what stands on a slide, shape by shape, cells of tables included."""
    found = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for shape in slide.shapes:
        if shape.has_table:
            found += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return found


def whole(slide: Any) -> str:
    """Return everything on a slide as one text."""
    return "\n".join(texts(slide))


def slide_with(slides: list[Any], words: str) -> Any:
    """Return the first slide that shows some words."""
    return next(slide for slide in slides if words in whole(slide))


def test_a_claim_stands_with_its_value_its_sentence_and_its_file_and_sheet() -> None:
    shown = whole(slide_with(opened(full_lesson()), NOTE))
    assert "12,50–14" in shown
    assert "Жүн жуу фабрикасы: өнім көлемі" in shown
    assert "14-п." in shown
    assert "32-б." in shown


def test_the_value_is_the_largest_text_of_its_slide() -> None:
    slide = slide_with(opened(full_lesson()), NOTE)
    sizes = {
        shape.text_frame.text: shape.text_frame.paragraphs[0].runs[0].font.size
        for shape in slide.shapes
        if shape.has_text_frame and shape.text_frame.paragraphs[0].runs
    }
    value = next(text for text in sizes if "12,50–14" in text and "Жүн" not in text)
    assert sizes[value] == max(sizes.values()) > Pt(50)


def test_every_answer_is_revealed_on_a_slide_after_its_question_with_its_source() -> None:
    slides = opened(full_lesson())
    for question, answer in (
        (STATEMENT.text.kk, "Орындалуы 107,3 пайыз"),
        ("Фабрика қай жылы құрылды?", "Құрылған жылы осылай"),
        ("Қанша киіз шықты", "Есеп осыған саяды"),
        ("Оқиғаларды ретімен", "Реті осылай болған"),
        ("Фабрика неге осында", "Өзен жақын"),
    ):
        asked = next(n for n, slide in enumerate(slides) if question in whole(slide))
        told = next(n for n, slide in enumerate(slides) if answer in whole(slide))
        assert answer not in whole(slides[asked])
        assert asked < told
        assert "дис." in whole(slides[told])


def test_the_answer_waits_in_the_speakers_notes_of_the_question() -> None:
    slide = slide_with(opened(full_lesson()), STATEMENT.text.kk)
    notes = slide.notes_slide.notes_text_frame.text
    assert "Дұрыс" in notes
    assert "20" in notes  # seconds for an answer


def test_what_the_teacher_does_stands_in_the_notes_and_not_on_the_slide() -> None:
    slides = opened(full_lesson())
    assert not any("Мұғалімнің сөзі" in whole(slide) for slide in slides)
    notes = [s.notes_slide.notes_text_frame.text for s in slides if s.has_notes_slide]
    assert any("Мұғалімнің сөзі" in note for note in notes)


def test_notes_tell_how_sure_the_evidence_is() -> None:
    slide = slide_with(opened(full_lesson()), NOTE)
    assert "шамамен не шекпен" in slide.notes_slide.notes_text_frame.text
    assert "Екінші қолдан" in slide.notes_slide.notes_text_frame.text


def test_every_slide_has_a_title_and_no_empty_placeholder() -> None:
    for slide in opened(full_lesson()):
        assert slide.shapes.title.text_frame.text
        assert all(shape.text_frame.text for shape in slide.placeholders)


def test_every_picture_has_words_for_those_who_cannot_see_it_and_its_source() -> None:
    slide = slide_with(opened(full_lesson()), "Өнім, 1946")
    picture = next(shape for shape in slide.shapes if hasattr(shape, "image"))
    assert picture._element.nvPicPr.cNvPr.get("descr") == "Екі баған: жоспар мен нәтиже"
    assert "ТАМ. 1-қ." in whole(slide)


def test_the_events_of_a_timeline_stand_in_words_with_their_sources() -> None:
    shown = whole(slide_with(opened(full_lesson()), "Фабрика іске қосылды"))
    assert "1931 жыл" in shown
    assert "5-абз." in shown


def test_a_quotation_names_the_document_and_the_sheet() -> None:
    assert "14-п." in whole(slide_with(opened(full_lesson()), QUOTED))


def test_every_kazakh_letter_that_was_given_is_found() -> None:
    assert LETTERS in whole(opened(full_lesson())[0])


def test_every_run_says_its_language() -> None:
    for language, tag in (("kk", "kk-KZ"), ("ru", "ru-RU"), ("en", "en-GB")):
        for slide in opened(full_lesson(), language=language):
            runs = slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}rPr")
            assert {run.get("lang") for run in runs} == {tag}


def test_text_is_read_from_the_back_of_the_hall() -> None:
    for slide in opened(full_lesson()):
        for size in sizes_of(slide):
            assert size >= Pt(20) or size == Pt(12)


def sizes_of(slide: Any) -> set[int]:
    """Return the sizes of all runs, but for the slide's number."""
    found = set()
    for element in slide._element.iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/main}rPr"
    ):
        if element.get("sz"):
            found.add(Pt(int(element.get("sz")) / 100))
    return found


def test_a_cell_of_the_board_opens_its_question_and_an_arrow_leads_back() -> None:
    slides = opened(full_lesson())
    linked = [
        (slide, shape, shape.click_action.target_slide)
        for slide in slides
        for shape in slide.shapes
        if not shape.has_table and shape.click_action.target_slide is not None
    ]
    board, _, question = linked[0]
    assert "Неге киізге сұраныс өсті?" in whole(question)
    back = [target.slide_id for slide, _, target in linked if slide.slide_id == question.slide_id]
    assert back == [board.slide_id]


def test_groups_are_named_by_colour_with_the_text_that_each_reads() -> None:
    shown = whole(slide_with(opened(full_lesson()), "Көк: "))
    assert "Көк: Мәтін 1" in shown
    assert "Сары: Мәтін 2" in shown


def test_the_sides_of_a_debate_read_their_texts_on_paper() -> None:
    assert not any("Дерек 3 бірінші" in whole(slide) for slide in opened(full_lesson()))


def test_the_last_slide_lists_every_source_in_full() -> None:
    last = whole(opened(full_lesson())[-1])
    assert "Омаров Б. Тасөзен тарихы" in last
    assert "ТАМ. " in last


def test_a_withdrawn_claim_is_not_shown(loaded: Any) -> None:
    Claim.objects.filter(key="5-02").update(review=Review.WITHDRAWN)
    slides = opened(lesson(), (DOSSIER,))
    assert not any(NOTE in whole(slide) for slide in slides)


def test_a_claim_that_is_gone_leaves_its_item_without_a_source() -> None:
    item = STATEMENT.model_copy(update={"claims": ("9-99",)})
    slides = opened(lesson(activity("true-or-false", item)), ())
    assert slide_with(slides, STATEMENT.text.kk)


def test_many_claims_share_slides_and_none_is_dropped() -> None:
    keys = ("5-01", "5-02", "6-01", "6-02") * 15
    entries = tuple(ClaimEntry(claim=key) for key in keys)
    dossier = Dossier(key="many", title=Title(kk="Көп"), sections=(Section(entries=entries),))
    slides = opened(lesson(), (dossier,))
    assert len(slides) < 40
    rows = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    assert sum(len(table.rows) for table in rows) == 60


def many(count: int, *entries: Any) -> Dossier:
    """Return a dossier of so many claims and some other entries."""
    keys = ("5-01", "5-02", "6-01", "6-02") * (count // 4)
    claims = tuple(ClaimEntry(claim=key) for key in keys)
    return Dossier(
        key="many", title=Title(kk="Көп"), sections=(Section(entries=(*claims, *entries)),)
    )


def test_more_evidence_than_a_lesson_can_show_is_an_appendix_a_click_away() -> None:
    chart = DrawingEntry(drawing="series?indicator=output")
    content = lesson(activity("true-or-false", STATEMENT))
    slides = opened(content, (many(40, chart),))
    opening = slide_with(slides, "Барлық дерек")
    (link,) = [
        shape.click_action.target_slide
        for shape in opening.shapes
        if not shape.has_table and shape.click_action.target_slide is not None
    ]
    places = [slide.slide_id for slide in slides]
    drawing = slide_with(slides, "Өнім, 1946")
    statement = slide_with(slides, STATEMENT.text.kk)
    first = [opening.slide_id, drawing.slide_id, statement.slide_id, link.slide_id]
    assert first == sorted(first, key=places.index)
    assert "Қосымша" in whole(link)
    tables = [slide for slide in slides if any(shape.has_table for shape in slide.shapes)]
    assert all(places.index(s.slide_id) > places.index(link.slide_id) for s in tables[1:])


def test_a_little_evidence_is_told_in_the_course_of_the_lesson() -> None:
    slides = opened(lesson(activity("true-or-false", STATEMENT)))
    assert not any("Қосымша" in whole(slide) for slide in slides)


def test_each_picture_of_a_drawing_has_a_slide_of_its_own_with_its_source() -> None:
    def twice(_address: str, _language: str) -> Drawing:
        return Drawing("<svg/>", "Өнім", slides=("<svg/>", "<svg/>"), claims=("5-01",))

    entries = (DrawingEntry(drawing="series?indicator=output"),)
    dossier = Dossier(key="d", title=Title(kk="Сурет"), sections=(Section(entries=entries),))
    content = lesson()
    evidence = evidence_for(content, (dossier,))
    written = write_slides(content, (dossier,), evidence, "kk", twice, png)
    pictured = [
        slide
        for slide in Presentation(io.BytesIO(written)).slides
        if any(hasattr(shape, "image") for shape in slide.shapes)
    ]
    assert len(pictured) == 2
    assert all("5-абз." in whole(slide) for slide in pictured)


def test_an_empty_lesson_has_a_title_slide() -> None:
    bare = Lesson(key="bare", title=Title(ru="Пустой урок"), form="school")
    assert "Пустой урок" in whole(opened(bare, ())[0])


def test_signs_that_no_file_may_hold_are_left_out() -> None:
    pasted = lesson(homework=kk("Үйге\x0b тапсырма\x07"))
    assert slide_with(opened(pasted, ()), "тапсырма")


LONG = (
    "Ұзақ мәтін: Семей ет комбинатының өндірілген өнімі, қызметкерлердің саны және "
    "жоспардың орындалуы туралы түсіндірме бірнеше беттен тұрады. "
)


@pytest.mark.parametrize("times", [1, 5, 20, 60])
def test_text_fits_its_box_and_its_slide_however_long(times: int) -> None:
    item = STATEMENT.model_copy(
        update={"text": kk(LONG * times), "explanation": kk(f"- {LONG}\n" * times)}
    )
    content = lesson(activity("true-or-false", item), title=Title(kk=LONG[:150]))
    slides = opened(content)
    assert sum(whole(slide).count("Ұзақ мәтін") for slide in slides) >= 3 * times
    for slide in slides:
        assert_fits(slide)


def assert_fits(slide: Any) -> None:
    """Measure every text by itself, and see that shapes neither leave the slide nor overlap."""
    boxes = []
    for shape in slide.shapes:
        if shape.is_placeholder and shape.placeholder_format.idx == 12:
            continue  # the slide's number
        bottom = shape.top + shape.height
        assert bottom <= Emu(540 * 12700), shape.name
        assert shape.left + shape.width <= Emu(960 * 12700) + 10, shape.name
        if shape.has_text_frame and shape.text_frame.text:
            assert needed(shape) <= shape.height / 12700 + 6, shape.text_frame.text
        boxes.append((shape.top, bottom, shape.left, shape.left + shape.width))
    boxes = [box for box in boxes if box[1] > box[0]]
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart = one[1] <= other[0] + 12700 or other[1] <= one[0] + 12700
            assert apart or one[3] <= other[2] or other[3] <= one[2]


def needed(shape: Any) -> float:
    """Return the height in points that a shape's paragraphs take, from what the file says."""
    height = 0.0
    for paragraph in shape.text_frame.paragraphs:
        run = paragraph.runs[0]
        indent = int(paragraph._p.pPr.get("marL", 0)) / 12700
        frame = shape.text_frame
        inside = (frame.margin_left + frame.margin_right) / 12700
        room = shape.width / 12700 - indent - inside
        text = paragraph.text.split("\t")[-1]
        lines = SLIDES.lines(text, run.font.size.pt, room, bold=bool(run.font.bold))
        height += lines * paragraph.line_spacing.pt + paragraph.space_after.pt
    return height


def test_forty_slides_take_less_than_four_seconds_of_the_processor() -> None:
    items = tuple(STATEMENT.model_copy(update={"id": f"s{number}"}) for number in range(20))
    content = lesson(activity("true-or-false", *items))
    opened(lesson())  # fonts and packages are read once a process
    before = time.process_time()
    slides = opened(content)
    assert len(slides) >= 40
    assert time.process_time() - before < 4
