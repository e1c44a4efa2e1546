"""What stands in a printed plan, dossier and syllabus."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from olke.evidence.models import Claim, Review
from olke.exchange.forms.fields import Field
from olke.exchange.forms.library import Content, read_form
from olke.exchange.plans.citing import Citing
from olke.exchange.plans.evidence import Evidence
from olke.exchange.plans.items import task_blocks
from olke.exchange.plans.layout import lay_out
from olke.exchange.plans.options import PrintOptions
from olke.exchange.printing.blocks import Figure, Paragraph, Ruling, Table
from olke.exchange.printing.drawings import Drawing, Told
from olke.packs.models import Pack
from olke.teaching.documents.items import Choice, Estimate, Grid, Ordering, Prompt
from tests.lessons import activity, course, dossier, lesson, stage, statement
from tests.printed import lines, text_of

pytestmark = pytest.mark.django_db


def printed(content: Content, language: str = "en", **options: Any) -> str:
    """Return the text of a printed document."""
    return text_of(lay_out(content, language, PrintOptions(**options)))


def with_items(*items: dict[str, Any], **fields: Any) -> Any:
    """Return a lesson of one activity with items."""
    return lesson(stages=[stage("middle", activity(items=list(items)))], **fields)


def test_a_plan_has_the_header_of_its_form_with_what_the_lesson_says() -> None:
    content = lesson(
        section={"en": "Industry"},
        audience={"en": "Grade 7"},
        objectives=[{"code": "7.3.1.2", "text": {"en": "Describe the mill"}, "bloom": "analysis"}],
        aims=[{"en": "Tell why it opened"}, {"en": "Compare its output"}],
    )
    text = printed(content)
    for said in ("Industry", "Grade 7", "7.3.1.2 Describe the mill (analysis)", "The wool mill"):
        assert said in text
    assert text.index("Tell why it opened") < text.index("Compare its output")


def test_what_is_written_by_hand_has_room_unless_it_was_filled_in() -> None:
    def empty_fields(**filled: str) -> int:
        options = PrintOptions(filled={Field(name): said for name, said in filled.items()})
        header = next(b for b in lay_out(lesson(), "en", options).blocks if isinstance(b, Table))
        blocks = [block for row in header.rows for cell in row for block in cell.blocks]
        return sum(isinstance(block, Ruling) for block in blocks)

    assert empty_fields() - empty_fields(teacher="A. Bekuly", date="23.11.2026") == 2
    assert "A. Bekuly" in printed(lesson(), filled={Field.TEACHER: "A. Bekuly"})


def test_stages_stand_in_order_with_their_minutes_and_the_sum() -> None:
    stages = [
        stage("beginning", activity(1, minutes=5)),
        stage("middle", activity(2, minutes=20), activity(3, minutes=12), title={"en": "The mill"}),
        stage("end", activity(4, minutes=8)),
    ]
    text = printed(lesson(stages=stages))
    places = [
        text.index(said)
        for said in (
            "Beginning of the lesson, 5 min",
            "Middle of the lesson, 32 min\nThe mill\nActivity 2\n20 min",
            "Activity 3\n12 min",
            "End of the lesson, 8 min",
            "Total: 45 min",
        )
    ]
    assert places == sorted(places)


def test_a_sum_that_is_not_the_lessons_length_says_both() -> None:
    assert "Total: 5 min of 45 min" in printed(lesson(stages=[stage("middle", activity())]))


@settings(max_examples=25)
@given(st.lists(st.integers(1, 90), min_size=1, max_size=8), st.sampled_from(["kk", "ru", "en"]))
def test_minutes_printed_of_stages_are_the_sums_of_their_activities(
    minutes: list[int], language: str
) -> None:
    acts = [activity(n, minutes=m) for n, m in enumerate(minutes)]
    text = printed(lesson(minutes=0, stages=[stage("middle", *acts)]), language)
    unit = "min" if language == "en" else "мин"
    assert f"{sum(minutes)} {unit}" in text


def test_a_lesson_without_activities_leaves_room_in_each_part() -> None:
    text = printed(lesson())
    for part in ("Beginning", "Middle", "End"):
        assert f"{part} of the lesson" in text


def test_answers_and_explanations_are_for_the_teacher_alone() -> None:
    items = [statement(answer=False, explanation={"en": "It opened in 1931."})]
    content = with_items(
        *items, consolidation=[{"text": {"en": "When did it open?"}, "answer": {"en": "In 1931"}}]
    )
    learners, teachers = printed(content), printed(content, answers=True)
    assert "Statement 1" in learners
    assert "When did it open?" in learners
    for secret in ("It opened in 1931.", "In 1931", "Answer:", "false"):
        assert secret not in learners
        assert secret in teachers


@pytest.mark.parametrize(
    ("item", "question", "answer"),
    [
        (
            Choice(id="i1", text={"en": "Which?"}, options=[{"en": "wool"}, {"en": "felt"}],
                   answer=[1]),
            "A) wool\nB) felt",
            "B) felt",
        ),
        (
            Estimate(id="i1", text={"en": "How much?"}, answer="12500", unit={"en": "tonnes"}),
            "How much?",
            "12,500 tonnes",
        ),
        (Estimate(id="i1", text={"en": "Which year?"}, answer="1946"), "Which year?", "1946"),
        (Prompt(id="i1", text={"en": "Why?"}, answer={"en": "Wool was near."}), "Why?",
         "Wool was near."),
    ],
)  # fmt: skip
def test_each_kind_of_item_has_its_question_and_answer(
    item: Any, question: str, answer: str
) -> None:
    content = with_items(item.model_dump(mode="json"))
    assert question in printed(content)
    assert f"Answer: {answer}" in printed(content, answers=True)


def test_an_ordering_is_mixed_and_its_answer_brings_it_into_order() -> None:
    entries = [{"en": f"event {number}"} for number in range(5)]
    item = Ordering(id="i1", text={"en": "Order!"}, entries=entries).model_dump(mode="json")
    content = with_items(item)
    shown = dict(re.findall(r"([A-E])\) (event \d)", printed(content)))
    assert list(shown.values()) != [f"event {number}" for number in range(5)]
    (answer,) = re.findall(r"Answer: ([A-E →]+)", printed(content, answers=True))
    assert [shown[letter] for letter in answer.split(" → ")] == [f"event {n}" for n in range(5)]


def test_a_table_to_fill_in_has_its_blank_cells_filled_for_the_teacher() -> None:
    grid = Grid(
        id="i1", text={"en": "Fill in"}, columns=[{"en": "1945"}, {"en": "1946"}],
        rows=[{"en": "felt"}], cells=[[{"en": "ten"}, {"en": "twelve"}]], blank=[(0, 1)],
    ).model_dump(mode="json")  # fmt: skip
    content = with_items(grid)
    assert "ten" in printed(content)
    assert "twelve" not in printed(content)
    assert "twelve" in printed(content, answers=True)


def test_the_plan_points_from_an_activity_to_its_tasks() -> None:
    text = printed(with_items(statement()))
    assert "See tasks, 1." in text
    assert "1. Activity 1\n1. Statement 1" in text


def test_citations_point_to_a_numbered_list_with_their_places(loaded: object) -> None:
    text = printed(with_items(statement(1, claims=["5-01"]), statement(2, claims=["5-02"])), "ru")
    assert "1. Суждение 1  [1, абз. 5]" in text
    assert "2. Суждение 2  [2, л. 14 (цит. по: 1, абз. 5); 3, с. 32]" in text
    listed = text[text.index("Источники") :].splitlines()
    assert [line.split(".")[0] for line in listed[1:]] == ["Омаров Б", "ГАТ", "Район в цифрах"]
    assert "Ф. 103. Оп. 1. Д. 25." in listed[2]


def test_a_source_is_listed_once_however_often_it_is_cited(loaded: object) -> None:
    text = printed(with_items(*(statement(n, claims=["5-01"]) for n in range(3))))
    assert text.count("Тасөзен тарихы") == 1
    assert text.count("[1, para. 5]") == 3


def test_claims_that_were_withdrawn_or_are_gone_are_told(loaded: object) -> None:
    Claim.objects.filter(key="5-01").update(review=Review.WITHDRAWN)
    text = printed(with_items(statement(claims=["5-01", "9-99"])))
    assert "[1, para. 5; the claim was withdrawn; claim 9-99 is not found]" in text


def test_an_edited_item_says_so() -> None:
    assert "edited by the teacher" in printed(with_items(statement(edited=True)))


def test_items_that_were_all_edited_say_so_once() -> None:
    edited = [statement(id=f"s{number}", edited=True) for number in range(3)]
    text = printed(with_items(*edited))
    assert text.count("edited by the teacher") == 1


def test_learners_are_not_told_who_edited_an_item(loaded: object) -> None:
    item = with_items(statement(edited=True)).activities[0].items[0]
    told = "\n".join(lines(task_blocks(item, 1, Citing(Evidence(), "en"))))
    assert item.text.en in told
    assert "edited" not in told


def test_resources_without_a_column_stand_with_the_assessment_and_not_with_the_teacher() -> None:
    one = activity(resources={"en": "A wall map"}, assessment={"en": "By hand"})
    content = lesson(form="lecture", stages=[stage("middle", one)])
    assert "By hand\nResources: A wall map" in printed(content)


def test_the_foot_names_region_and_edition(pack: Pack) -> None:
    pack.editions.create(number="1.2", checksum="0123456789abcdef", at="2026-11-23T00:00Z")
    running = lay_out(lesson(), "en", PrintOptions()).running
    assert running == "Olke · Tasozen district, edition 1.2 (0123456789ab) · The wool mill"


def test_a_very_long_title_leaves_the_foot_one_line() -> None:
    content = lesson(title={"en": "word " * 39})
    assert len(lay_out(content, "en", PrintOptions()).running) <= 100


LESSON_TEXTS = {
    "values": "Diligence", "links": "Geography", "equipment": "A map", "prior": "Wool",
    "homework": "Ask at home", "reflection": "It went well", "subject": "History",
}  # fmt: skip


@pytest.mark.parametrize("form", ["school", "lecture", "seminar", "independent"])
def test_whatever_a_lesson_says_is_printed_whatever_its_form(form: str) -> None:
    lists = ("aims", "competences", "plan", "reading", "forms_of_work")
    criteria = [{"text": {"en": "Criterion one"}, "descriptors": [{"text": {"en": "Seen one"}}]}]
    full = activity(
        title={"en": "Own title"}, assessment={"en": "By the class"}, resources={"en": "Scissors"},
        support={"en": "Key words"}, challenge={"en": "Two sources"},
        criteria=[{"text": {"en": "Evidence"}, "descriptors": [{"text": {"en": "Named"}}]}],
        items=[statement()],
    )  # fmt: skip
    content = lesson(
        form=form, section={"en": "Industry"}, audience={"en": "Grade 7"}, number="12",
        stages=[stage("end", full, title={"en": "Stage title"})], criteria=criteria,
        objectives=[{"text": {"en": "Objective one"}}],
        **{name: {"en": said} for name, said in LESSON_TEXTS.items()},
        **{name: [{"en": f"The {name} one"}, {"en": f"The {name} two"}] for name in lists},
    )  # fmt: skip
    text = printed(content)
    wanted = [*LESSON_TEXTS.values(), *(f"The {n} {m}" for n in lists for m in ("one", "two"))]
    wanted += ["Industry", "Grade 7", "12", "Stage title", "Criterion one", "Seen one"]
    wanted += ["Objective one", "Own title", "By the class", "Scissors", "Key words"]
    wanted += ["Two sources", "Evidence", "Named", "Statement 1", "Asks a question.", "Answer."]
    assert [said for said in wanted if said not in text] == []


def test_a_form_without_a_place_for_them_loses_no_stages_and_no_tasks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("olke.exchange.forms.library.own_folder", lambda: tmp_path)
    text = 'key = "bare"\ntitle.en = "Bare"\ndocument = "lesson"\n[[parts]]\nfield = "aims"\n'
    assert read_form(text)
    (tmp_path / "bare.toml").write_text(text, encoding="utf-8")
    content = with_items(statement(), homework={"en": "Ask at home"})
    said = printed(content, form="bare")
    for kept in ("The wool mill", "Asks a question.", "Statement 1", "Ask at home"):
        assert kept in said


def test_words_in_one_language_alone_are_printed_in_any() -> None:
    content = lesson(homework={"kk": "Үйде сұра"})
    for language in ("kk", "ru", "en"):
        assert "Үйде сұра" in printed(content, language)


def topic(number: int, **fields: Any) -> dict[str, Any]:
    """Return the data of a topic of a course with an hour of lecture and two of seminar."""
    made = {"number": str(number), "title": {"en": f"Topic {number}"}}
    return made | {"hours": {"lecture": 1, "seminar": 2}} | fields


def test_a_syllabus_has_topics_with_hours_and_their_sums() -> None:
    modules = [{"title": {"en": "Module one"}, "topics": [topic(1), topic(2), topic(3)]}]
    text = printed(course(modules=modules, credits=5, weeks=15))
    assert "Module one" in text
    assert "9 h: lectures 3, seminars 6" in text
    assert text[text.rindex("Total") :].split("\n")[1:4] == ["3", "6", "0"]


def test_the_head_of_a_module_is_kept_with_its_first_topic() -> None:
    content = course(modules=[{"title": {"en": "The mill"}, "topics": [topic(1)]}])
    tables = [b for b in lay_out(content, "en", PrintOptions()).blocks if isinstance(b, Table)]
    heads = [row[0].blocks[0] for table in tables for row in table.rows if len(row) == 1]
    assert [one.kept for one in heads if isinstance(one, Paragraph)] == [True]


def test_a_syllabus_shows_the_chain_of_each_outcome_and_its_gaps() -> None:
    outcomes = [
        {"code": "O1", "text": {"en": "Explains"}, "goal": {"en": "To know"},
         "content": {"en": "Output"}, "teaching": {"en": "Lecture"},
         "activity": {"en": "Draws"}, "result": {"en": "A chart"}},
        {"code": "O2", "text": {"en": "Judges"}},
    ]  # fmt: skip
    modules = [{"title": {"en": "M"}, "topics": [topic(1, outcomes=["O1"], lessons=["mill"])]}]
    text = printed(course(outcomes=outcomes, modules=modules))
    assert (
        "O1\nExplains\nTo know\nOutput\nLecture\nDraws\nA chart\nLessons and tasks\nmill\n" in text
    )
    assert "O2\nJudges\nLessons and tasks\nno lesson or task yet" in text


def test_local_studies_show_strands_with_gaps_hosts_with_hours_and_four_kinds_of_aims() -> None:
    topics = [
        topic(1, strands=["cultural"], host={"en": "Music"}, grade="5", hours={"school": 4}),
        topic(2, strands=["cultural"], host={"en": "Music"}, grade="6", hours={"school": 3}),
    ]
    kinds = ("educational", "formative", "developmental", "research")
    content = course(
        kind="local-studies",
        aims=[{"kind": kind, "text": {"en": f"the {kind} aim"}} for kind in kinds],
        modules=[{"title": {"en": "M"}, "topics": topics}],
    )
    text = printed(content)
    assert "cultural: 1. Topic 1; 2. Topic 2" in text
    assert "political: no topic yet" in text
    assert "Music — 7 h" in text
    assert "5, 6" in text
    assert all(f"the {kind} aim" in text for kind in kinds)


def test_a_dossier_says_its_claims_with_citations_notes_and_quotations(loaded: object) -> None:
    content = dossier(
        {"claim": "5-01", "note": {"en": "Remember this"}},
        {"entity": "wool-mill"},
        {"source": "handbook"},
        {"words": {"en": "My own words"}},
        {"quotation": "Жүн көп", "language": "kk", "source": "study", "locator": "p. 7"},
        {"quotation": "Мало шерсти", "language": "ru", "reference": "Letter of 1946"},
    )
    text = printed(content)
    for said in (
        "The wool-washing mill opened, in 1931. [1, para. 5]",
        "Remember this",
        "Wool-washing mill (",
        "My own words",
        "«Жүн көп» [1, p. 7]",
        "«Мало шерсти» [3]",
        "Letter of 1946",
    ):
        assert said in text


def test_a_dossier_draws_what_it_is_given_and_names_what_it_is_not(loaded: object) -> None:
    def draw(address: str, language: str) -> Drawing | None:
        if address.startswith("map"):
            return None
        return Drawing(
            "<svg/>",
            "Output",
            claims=("5-02",),
            sources=("Coastlines: GSHHG",),
            notes=("Two years are missing.",),
            says="A chart",
            rows=(Told("1931", "The mill opened", "5-01"),),
        )

    content = dossier(
        {"drawing": "series?indicator=output"}, {"drawing": "map?year=1946", "title": {"en": "Map"}}
    )
    made = lay_out(content, "en", PrintOptions(draw=draw))
    (figure,) = [block for block in made.blocks if isinstance(block, Figure)]
    assert figure.says == "A chart"
    for said in ("Output", "Two years are missing.", "Map", "The mill opened  [1, para. 5]"):
        assert said in text_of(made)


def test_a_drawing_is_cited_as_the_print_cites_also_claims_that_the_dossier_lacks(
    loaded: object,
) -> None:
    def draw(_address: str, _language: str) -> Drawing:
        return Drawing("<svg/>", "Output", claims=("5-01",), sources=("Coastlines: GSHHG",))

    content = dossier({"drawing": "series?indicator=output"})
    text = text_of(lay_out(content, "en", PrintOptions(draw=draw)))
    assert "Sources: [1, para. 5]; Coastlines: GSHHG" in text


def test_a_picture_stands_with_its_caption_and_a_missing_one_keeps_it() -> None:
    content = dossier(
        {"picture": "mill.png", "caption": {"en": "The mill."}, "reference": "SAT, photo 5"},
        {"picture": "gone.png", "caption": {"en": "Workers"}},
    )
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG")
    text = printed(content, pictures={"mill.png": (out.getvalue(), "image/png")})
    assert "The mill. SAT, photo 5" in text
    assert "Workers" in text


def test_an_empty_dossier_and_an_empty_course_are_printed() -> None:
    assert "History of the mill" in printed(dossier())
    assert "History of the district" in printed(course())


def test_a_plan_names_the_order_its_form_is_from() -> None:
    made = lay_out(lesson(), "en", PrintOptions(day=date(2026, 1, 1)))
    assert "No. 130 of 6 April 2020" in text_of(made)


def test_reading_what_a_plan_rests_on_takes_the_same_statements_for_one_claim_and_three(
    loaded: object, django_assert_num_queries: Any
) -> None:
    for keys in (["5-01"], ["5-01", "5-02", "6-01"]):
        content = with_items(*(statement(n, claims=[k]) for n, k in enumerate(keys)))
        with django_assert_num_queries(5):
            printed(content)
