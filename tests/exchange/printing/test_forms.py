"""Official forms: what comes with Olke, what a school adds, and what is said of a wrong one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override

from olke.exchange.forms.fields import (
    ActivityField,
    CriterionField,
    DocumentType,
    Field,
    OutcomeField,
    TopicField,
)
from olke.exchange.forms.form import OutcomeTable
from olke.exchange.forms.library import (
    UnknownFormError,
    built_in_forms,
    form_for,
    forms_for,
    own_folder,
    own_forms,
    read_form,
)
from olke.exchange.forms.messages import ADVICE, REASONS, said
from olke.teaching.documents.lesson import LessonForm
from olke.teaching.documents.reading import DocumentError
from tests.lessons import course, dossier, lesson

TODAY = date(2026, 11, 23)
GUIDE = Path(__file__).parents[3] / "docs" / "howto" / "add-a-form.md"
OWN = """
key = "short-term-plan"
title.kk = "Мектептің өз жоспары"
since = 2027-01-01
document = "lesson"
lessons = ["school"]

[[parts]]
heading.kk = "Тақырып"
field = "title"
"""


@pytest.fixture
def forms_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a school's own forms, empty."""
    folder = tmp_path / "forms"
    folder.mkdir()
    monkeypatch.setattr("olke.exchange.forms.library.own_folder", lambda: folder)
    return folder


def problems(text: str) -> list[str]:
    """Return what is said of a form that cannot be read."""
    with pytest.raises(DocumentError) as caught, override("en"):
        read_form(text)
    with override("en"):
        return [said(problem) for problem in caught.value.problems]


def test_every_built_in_form_is_whole_in_three_languages() -> None:
    for form in built_in_forms():
        texts = [
            form.title,
            *(pair.label for part in form.parts for row in part.rows for pair in row.pairs),
        ]
        texts += [part.heading for part in form.parts if part.heading]
        texts += [c.label for part in form.parts if part.table for c in part.table.columns]
        assert all(text.kk and text.ru and text.en for text in texts), form.key


@pytest.mark.parametrize("form", list(LessonForm))
def test_every_form_of_lesson_has_its_own_form(form: LessonForm) -> None:
    assert form in form_for(lesson(form=form), TODAY).lessons


def test_courses_local_studies_and_dossiers_have_their_forms() -> None:
    assert form_for(course(), TODAY).key == "syllabus"
    assert form_for(course(kind="local-studies"), TODAY).key == "local-studies-plan"
    assert form_for(dossier(), TODAY).key == "dossier"


def test_the_short_term_plan_names_the_order_that_demands_it() -> None:
    form = form_for(lesson(), TODAY)
    assert form.key == "short-term-plan"
    assert form.since == date(2020, 4, 6)
    assert "№ 130" in form.source.kk
    assert "қосымша" not in form.source.kk  # number and date are known, the annex is not


def test_the_short_term_plan_has_every_row_the_order_asks_for() -> None:
    wanted = {
        Field.SECTION, Field.TEACHER, Field.DATE, Field.AUDIENCE, Field.PRESENT, Field.ABSENT,
        Field.TITLE, Field.OBJECTIVES, Field.AIMS, Field.STAGES,
    }  # fmt: skip
    assert wanted <= form_for(lesson(), TODAY).fields


def test_a_form_that_does_not_hold_yet_is_not_used() -> None:
    with pytest.raises(UnknownFormError):
        form_for(lesson(), date(2019, 9, 1), "short-term-plan")


def test_long_columns_of_outcomes_stand_below_each(forms_folder: Path) -> None:
    table = next(
        part.table
        for part in form_for(course(), TODAY).parts
        if isinstance(part.table, OutcomeTable)
    )
    assert [column.field for column in table.below] == ["served-by"]
    assert "served-by" not in [column.field for column in table.columns]


def test_a_schools_form_takes_the_place_of_a_built_in_one_from_its_day(
    forms_folder: Path,
) -> None:
    (forms_folder / "ours.toml").write_text(OWN, encoding="utf-8")
    assert form_for(lesson(), date(2026, 12, 31)).title.kk == "Қысқа мерзімді жоспар"
    assert form_for(lesson(), date(2027, 1, 1)).title.kk == "Мектептің өз жоспары"


def test_a_schools_form_with_a_key_of_its_own_stands_beside_the_built_in_one(
    forms_folder: Path,
) -> None:
    own = OWN.replace('"short-term-plan"', '"our-plan"').replace("since = 2027-01-01\n", "")
    (forms_folder / "ours.toml").write_text(own, encoding="utf-8")
    keys = [form.key for form in forms_for(lesson(), TODAY)]
    assert keys == ["our-plan", "short-term-plan"]


def test_a_schools_form_with_an_unknown_field_is_told_and_the_built_in_one_goes_on(
    forms_folder: Path,
) -> None:
    (forms_folder / "ours.toml").write_text(OWN.replace('"title"', '"titel"'), encoding="utf-8")
    assert form_for(lesson(), date(2027, 1, 1)).title.kk == "Қысқа мерзімді жоспар"
    with override("en"):
        (told,) = map(str, own_forms()[1])
    assert told.startswith("ours.toml: line 10, parts[1].field: “titel” is none of these")
    assert told.endswith("Was “title” meant?")


def test_a_schools_form_in_another_encoding_is_told(forms_folder: Path) -> None:
    (forms_folder / "ours.toml").write_bytes(OWN.encode("cp1251", errors="replace"))
    with override("en"):
        (told,) = map(str, own_forms()[1])
    assert told == "ours.toml: The file is not in UTF-8. Save it as UTF-8."


def test_an_unknown_column_is_told_with_its_line_and_what_was_meant() -> None:
    text = (
        OWN
        + """
[[parts]]
[parts.table]
over = "activities"
columns = [{ label.kk = "Мұғалім", field = "teachers" }]
"""
    )
    (told,) = problems(text)
    assert "line 15" in told
    assert told.endswith("Was “teacher” meant?")


def test_an_unknown_table_is_told() -> None:
    (told,) = problems(OWN + '\n[[parts]]\n[parts.table]\nover = "activity"\ncolumns = []\n')
    assert "“activity” is none of these" in told


def test_an_unknown_setting_of_a_form_is_told() -> None:
    (told,) = problems(OWN.replace("since", "sinse"))
    assert told == "line 4, sinse: There is no field “sinse” here. Was “since” meant?"


def test_a_part_that_shows_two_things_is_told() -> None:
    (told,) = problems(OWN + 'rows = [{ label.kk = "Күні", field = "date" }]\n')
    assert told.startswith("line 8, parts[1]: A part has either")


def test_a_table_without_columns_and_a_form_without_parts_are_told() -> None:
    empty = '\n[[parts]]\n[parts.table]\nover = "activities"\ncolumns = []\n'
    assert problems(OWN + empty) == ["line 12, parts[2]: This shows nothing."]
    assert problems(OWN.partition("[[parts]]")[0] + "parts = []\n") == [
        "line 1: This shows nothing."
    ]


def test_a_field_of_another_kind_of_document_is_told() -> None:
    (told,) = problems(OWN.replace('"title"', '"credits"'))
    assert told.startswith("line 1: This kind of document has no such field. The guide to forms")


def test_a_table_of_another_kind_of_document_is_told() -> None:
    columns = '[{ label.kk = "Апта", field = "number" }]'
    text = OWN + f'\n[[parts]]\n[parts.table]\nover = "topics"\ncolumns = {columns}\n'
    assert problems(text)[0].startswith("line 1: This kind of document has no such table.")


def test_a_form_that_ends_before_it_begins_is_told() -> None:
    text = OWN.replace("since", "until = 2026-01-01\nsince")
    assert problems(text) == ["line 1: The form ends before it begins."]


def test_a_day_that_is_none_is_told() -> None:
    (told,) = problems(OWN.replace("2027-01-01", '"soon"'))
    assert told.startswith("line 4, since: “soon” is not what belongs here.")


def test_every_advice_belongs_to_a_reason() -> None:
    assert ADVICE.keys() <= REASONS.keys()


def test_the_guide_lists_every_field_a_form_can_show() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    for kinds in (Field, ActivityField, TopicField, OutcomeField, CriterionField, DocumentType):
        missing = [one.value for one in kinds if f"`{one.value}`" not in guide]
        assert not missing, missing


def test_the_guides_form_can_be_read() -> None:
    _, _, rest = GUIDE.read_text(encoding="utf-8").partition("<!-- form -->\n```toml\n")
    form = read_form(rest.partition("```")[0])
    assert form.key == "our-lesson-plan"


def test_the_folder_of_own_forms_lies_in_the_data_folder() -> None:
    assert own_folder() == settings.ENVIRONMENT.data / "forms"
