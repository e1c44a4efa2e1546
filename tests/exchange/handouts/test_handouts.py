"""Handouts of a lesson: which there are, and what stands on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from olke.exchange.handouts.evidence import certainty, evidence_for, references
from olke.exchange.handouts.kinds import LABELS
from olke.exchange.handouts.laying import SHAPES, set_out
from olke.exchange.handouts.writer import FORMS, HandoutKind, NoHandoutError, handout, handouts_of
from olke.exchange.pdf.writer import write_pdf
from olke.exchange.printing.blocks import Card, Cards, PageBreak, Paragraph, Print, Run, words
from olke.teaching.documents.lesson import Lesson
from tests.exchange.handouts.lessons import (
    ANSWERS,
    CHOICE,
    DOSSIER,
    GRID,
    PROMPT,
    STATEMENT,
    activity,
    exhibit,
    full_lesson,
    kk,
    lesson,
    levels,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]
KEYED = {
    HandoutKind.BOARD,
    HandoutKind.STATEMENTS,
    HandoutKind.MICROPHONE,
    HandoutKind.GRIDS,
}
"""Handouts that end with a key on pages of its own."""


def printed(content: Lesson, kind: HandoutKind, language: str = "kk") -> Print:
    """Return a handout of a lesson on the mill's dossier."""
    evidence = evidence_for(content, [DOSSIER])
    return handout(content, kind, language, dossiers=[DOSSIER], evidence=evidence)


def said(part: Any) -> Iterator[str]:
    """Pass on every text in blocks, however deep."""
    if isinstance(part, Run):
        yield part.text
    elif isinstance(part, tuple | list):
        for one in part:
            yield from said(one)
    elif hasattr(part, "__dataclass_fields__"):
        for name in part.__dataclass_fields__:
            yield from said(getattr(part, name))


def text_of(part: Any) -> str:
    """Return everything that blocks say."""
    return "\n".join(said(part))


def without_key(document: Print) -> str:
    """Return what stands before the key."""
    blocks = document.blocks
    keys = [n for n, block in enumerate(blocks) if "кілті" in text_of(block)]
    return text_of(blocks[: keys[0]] if keys else blocks)


def test_a_lesson_has_the_handouts_that_its_items_and_primitives_ask_for() -> None:
    assert set(handouts_of(full_lesson())) == set(HandoutKind)
    assert handouts_of(lesson(consolidation=())) == ()
    simple = lesson(activity("true-or-false", STATEMENT), consolidation=())
    assert handouts_of(simple) == (
        HandoutKind.STUDENT,
        HandoutKind.ANSWERS,
        HandoutKind.STATEMENTS,
    )


def test_a_method_of_its_own_lesson_needs_no_known_key() -> None:
    unknown = lesson(activity("made-elsewhere", STATEMENT, GRID), consolidation=())
    assert HandoutKind.GRIDS in handouts_of(unknown)
    assert "Кестені толтырыңыз" in text_of(printed(unknown, HandoutKind.GRIDS))


def test_every_kind_is_named_and_laid_out() -> None:
    assert set(LABELS) == set(FORMS) == set(HandoutKind)


@pytest.mark.parametrize("kind", sorted(set(HandoutKind) - {HandoutKind.ANSWERS}, key=str))
def test_no_answer_stands_on_what_learners_get(kind: HandoutKind) -> None:
    shown = without_key(printed(full_lesson(), kind))
    assert [answer for answer in ANSWERS if answer in shown] == []


def test_the_answer_sheet_has_every_answer() -> None:
    shown = text_of(printed(full_lesson(), HandoutKind.ANSWERS))
    assert [answer for answer in ANSWERS if answer not in shown] == []


@pytest.mark.parametrize("kind", sorted(KEYED, key=str))
def test_a_key_begins_a_page_of_its_own_and_says_whose_it_is(kind: HandoutKind) -> None:
    blocks = printed(full_lesson(), kind).blocks
    at = next(n for n, block in enumerate(blocks) if "кілті" in text_of(block))
    assert isinstance(blocks[at - 1], PageBreak)
    assert "Мұғалімге" in text_of(blocks[at + 1])


def test_the_learners_sheet_shows_evidence_that_answers_no_task_with_its_source() -> None:
    shown = text_of(printed(lesson(activity(None, PROMPT), consolidation=()), HandoutKind.STUDENT))
    assert "Жүн жуу фабрикасы: өнім көлемі" in shown  # 6-02, in percent of plan
    assert "12,50" not in shown  # 5-02 answers the task
    assert "Тасөзен тарихы" in shown


def test_the_learners_sheet_leaves_out_what_has_cards_of_its_own() -> None:
    shown = text_of(printed(full_lesson(), HandoutKind.STUDENT))
    assert "Дерек 1 бірінші" not in shown
    assert "Дерек 5 бірінші" in shown


def test_every_level_is_a_page_with_its_tasks_alone() -> None:
    document = printed(lesson(activity("levelled-tasks", *levels())), HandoutKind.LEVELS)
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == 2
    assert [f"{level} деңгейі" in text_of(document) for level in "ABC"] == [True] * 3


def test_each_portion_names_the_colour_of_the_group_that_reads_it() -> None:
    texts = [exhibit(number) for number in range(1, 5)]
    document = printed(lesson(activity("jigsaw", *texts)), HandoutKind.PORTIONS)
    shown = text_of(document)
    for colour, number in zip(("Көк", "Сары", "Жасыл", "Қызыл"), range(1, 5), strict=True):
        assert f"Мәтін {number}\nТоп: {colour}" in shown
    assert "14-п." in shown


def test_a_card_of_the_board_has_its_points_in_front_and_its_question_behind() -> None:
    document = printed(full_lesson(), HandoutKind.BOARD)
    cards = next(block for block in document.blocks if isinstance(block, Cards))
    assert "Сұраныс · 10\u00a0ұпай" in text_of(cards.cards[0])
    assert cards.cards[0].blocks[0].says == "10"
    assert "Неге киізге сұраныс өсті?" in text_of(cards.backs[0])
    assert "Неге" not in text_of(cards.cards[0])


def test_posters_stand_for_and_against_with_their_sources() -> None:
    shown = text_of(printed(full_lesson(), HandoutKind.POSTERS))
    assert "Жақтаушы: Мәтін 3" in shown
    assert "Қарсы: Мәтін 4" in shown
    assert "14-п." in shown


def test_a_sign_tells_its_colour_in_words_and_by_its_shape() -> None:
    document = printed(full_lesson(), HandoutKind.SIGNS)
    figures = [block for block in document.blocks if hasattr(block, "says")]
    assert [figure.says for figure in figures] == ["Көк", "Сары", "Жасыл", "Қызыл"]
    for figure in figures:
        assert figure.says in figure.content.decode()
    drawn = [figure.content.decode().split("</g>")[0].split("round")[-1] for figure in figures]
    assert len(set(drawn)) == len(drawn)


def test_two_documents_stand_beside_one_another() -> None:
    document = printed(full_lesson(), HandoutKind.BESIDE)
    table = next(block for block in document.blocks if hasattr(block, "rows"))
    left, right = table.rows[0]
    assert "Мәтін 5" in text_of(left)
    assert "Мәтін 6" in text_of(right)


def test_a_blank_table_keeps_its_open_cells_blank() -> None:
    document = printed(full_lesson(), HandoutKind.GRIDS)
    assert "он екі тонна" in without_key(document)
    assert "он төрт тонна" in text_of(document)


def test_a_choice_on_a_card_shows_its_options() -> None:
    shown = text_of(printed(lesson(activity("open-microphone", CHOICE)), HandoutKind.MICROPHONE))
    assert "A) Бірінші нұсқа" in shown


def test_a_handout_that_a_lesson_has_not_is_refused() -> None:
    with pytest.raises(NoHandoutError):
        printed(lesson(), HandoutKind.BOARD)


def test_handouts_are_written_in_each_language() -> None:
    for language, words_there in (("kk", "Аты-жөні"), ("ru", "Имя"), ("en", "Name")):
        assert words_there in text_of(printed(full_lesson(), HandoutKind.STUDENT, language))


def test_every_handout_is_written_as_pdf() -> None:
    content = full_lesson()
    for kind in handouts_of(content):
        assert write_pdf(printed(content, kind)).startswith(b"%PDF")


def test_short_cards_stand_many_a_page_and_long_ones_few() -> None:
    def card(times: int) -> Card:
        return Card(words("1"), (Paragraph(words("Дерек карточкасы. " * times)),))

    sizes = [set_out([card(times)] * 4) for times in (2, 40, 90)]
    counts = [cards.across * cards.down for cards in sizes]
    assert counts == sorted(counts, reverse=True)
    assert len(set(counts)) == 3
    assert (sizes[0].across, sizes[0].down) == SHAPES[0]


def test_a_card_longer_than_a_page_goes_on_on_the_next() -> None:
    long = tuple(Paragraph(words(f"Абзац {n}. " + "Сөз " * 120)) for n in range(20))
    cards = set_out([Card(words("Мәтін"), long)])
    assert len(cards.cards) > 1
    assert text_of(cards.cards[0].title).startswith("Мәтін")
    assert [block for card in cards.cards for block in card.blocks] == list(long)


def test_places_in_one_work_are_told_under_its_name_once() -> None:
    evidence = evidence_for(lesson(), [DOSSIER])
    claims = [evidence.claims[key] for key in ("5-01", "6-02")]
    assert references(claims, (), "kk") == (
        "Омаров Б. Тасөзен тарихы: дис. – 2011: 5-абз.; 6-абз.",
    )


def test_an_archive_document_behind_a_work_is_told_with_fond_inventory_file_and_sheet() -> None:
    evidence = evidence_for(lesson(), [DOSSIER])
    lines = references([evidence.claims["5-02"], evidence.claims["5-01"]], (), "kk")
    assert "ТАМ. 103-қ., 1-т." in lines[0]
    assert "14-п." in lines[0]


def test_how_sure_evidence_is_is_told_once() -> None:
    evidence = evidence_for(lesson(), [DOSSIER])
    told = certainty([evidence.claims["5-01"], evidence.claims["6-02"]])
    assert len(told) == len(set(told)) == 1


def test_settings_of_a_lesson_change_the_number_of_groups() -> None:
    own = activity("hidden-cells", PROMPT).model_copy(update={"settings": {"1": {"number": 6}}})
    document = printed(lesson(own), HandoutKind.SIGNS)
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == 5


def test_a_pasted_text_is_printed_without_control_characters() -> None:
    pasted = STATEMENT.model_copy(update={"text": kk("Мәтін\x0bжалғасы")})
    document = printed(lesson(activity("true-or-false", pasted)), HandoutKind.STUDENT)
    assert write_pdf(document).startswith(b"%PDF")
