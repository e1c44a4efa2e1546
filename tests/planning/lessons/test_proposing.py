"""Lessons proposed from a dossier."""

from __future__ import annotations

from itertools import product

import pytest

from olke.planning.lessons.proposing import Wish, propose_lesson
from olke.planning.lessons.recipes import RECIPES
from olke.teaching.documents.dossier import ClaimEntry, Dossier, Section
from olke.teaching.documents.lesson import KINDS, LENGTHS, Lesson, LessonForm, LessonKind, StagePart
from olke.teaching.documents.parts import Text, Title
from olke.teaching.documents.reading import read_document, read_toml, write_toml
from olke.teaching.drafters.material import Material, material_of
from olke.teaching.methods.library import methods
from tests.teaching.drafters.dossiers import foundings, material_about, works_of_many_years

pytestmark = pytest.mark.django_db


@pytest.fixture
def material(db: None) -> Material:
    """Return the evidence of a dossier with a question and two sections."""
    output, begun = works_of_many_years(), foundings("1941", "1943", "1946", "1950")
    dossier = Dossier(
        key="works",
        title=Title(kk="Зауыттар", en="Works"),
        question=Text(kk="Не өзгерді?", en="What changed?"),
        sections=(
            Section(
                title=Text(kk="Өнім", en="Output"),
                entries=tuple(ClaimEntry(claim=claim.key) for claim in output),
            ),
            Section(
                title=Text(kk="Құрылуы", en="Foundings"),
                entries=tuple(ClaimEntry(claim=claim.key) for claim in begun),
            ),
        ),
    )
    return material_of(dossier)


def proposed(material: Material | None, form: LessonForm, kind: LessonKind, minutes: int) -> Lesson:
    return propose_lesson(material, Wish(form, kind, minutes, "kk", "Тақырып"))


@pytest.mark.parametrize("form", list(LessonForm))
def test_every_kind_of_lesson_sums_and_has_a_beginning_a_middle_and_an_end(
    form: LessonForm, material: Material
) -> None:
    for kind, minutes in product(KINDS[form], LENGTHS):
        lesson = proposed(material, form, kind, minutes)

        assert lesson.planned_minutes == minutes, (kind, minutes)
        assert [stage.part for stage in lesson.stages] == list(StagePart)
        assert all(activity.minutes > 0 for activity in lesson.activities)
        empty = {stage.part for stage in lesson.stages if not stage.activities}
        assert not empty & {slot.part for slot in RECIPES[kind]}, (kind, minutes)
        assert read_document(Lesson, lesson.plain()) == lesson
        assert read_toml(Lesson, write_toml(lesson)) == lesson


@pytest.mark.parametrize("form", list(LessonForm))
def test_methods_fit_the_form_the_part_and_their_time(form: LessonForm, material: Material) -> None:
    for kind in KINDS[form]:
        lesson = proposed(material, form, kind, 90)

        used = [a.method for a in lesson.activities if a.method]
        assert len(set(used)) == len(used)
        for stage, activity in ((s, a) for s in lesson.stages for a in s.activities if a.method):
            method = methods()[activity.method or ""]
            assert form in method.forms
            assert stage.part in method.parts
            assert method.within.least <= activity.minutes <= method.within.most


def test_items_are_drafted_with_their_claims_and_the_seed_is_kept(material: Material) -> None:
    wish = Wish(LessonForm.SCHOOL, LessonKind.NEW_MATERIAL, 45, "kk", seed=7)

    lesson, again = propose_lesson(material, wish), propose_lesson(material, wish)

    assert lesson == again
    drafted = [a for a in lesson.activities if a.method and methods()[a.method].drafter]
    assert any(activity.items for activity in drafted)
    assert {activity.seed for activity in drafted} == {7}
    assert all(item.claims for a in drafted for item in a.items if item.kind != "prompt")
    assert not any(item.edited for activity in lesson.activities for item in activity.items)


def test_what_is_told_is_the_dossiers_sections_with_their_claims(material: Material) -> None:
    lesson = proposed(material, LessonForm.LECTURE, LessonKind.MIXED, 50)

    own = next(activity for activity in lesson.activities if activity.method is None)
    assert [item.title.en for item in own.items] == ["Output", "Foundings"]  # type: ignore[union-attr]
    assert all(item.claims for item in own.items)
    assert [question.en for question in lesson.plan] == ["Output", "Foundings"]


def test_aims_and_questions_come_from_the_dossiers_question(material: Material) -> None:
    lesson = propose_lesson(material, Wish(LessonForm.SCHOOL, None, 45, "kk"))

    assert lesson.title == material.dossier.title
    assert "Не өзгерді?" in lesson.aims[0].kk
    assert lesson.consolidation[0].text == material.dossier.question
    assert any(question.claims for question in lesson.consolidation[1:])
    assert all(objective.bloom for objective in lesson.objectives)


def test_a_topic_of_ones_own_stands_in_ones_own_language_alone(material: Material) -> None:
    lesson = propose_lesson(material, Wish(LessonForm.SCHOOL, None, 45, "ru", "Моя тема"))

    assert lesson.title == Title(ru="Моя тема")


def test_a_thin_dossier_gets_methods_that_need_little() -> None:
    material = material_about(*works_of_many_years(count=1, years=1))

    lesson = proposed(material, LessonForm.SEMINAR, LessonKind.GROUP, 50)

    assert lesson.planned_minutes == 50
    assert "jigsaw" not in {activity.method for activity in lesson.activities}


@pytest.mark.parametrize("form", list(LessonForm))
def test_an_empty_dossier_and_none_give_stages_and_minutes(form: LessonForm) -> None:
    nothing = material_about()

    for lesson in (
        proposed(nothing, form, KINDS[form][0], 45),
        proposed(None, form, KINDS[form][0], 45),
    ):
        assert lesson.planned_minutes == 45
        assert not any(item.claims for a in lesson.activities for item in a.items)
