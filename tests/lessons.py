"""Lessons, courses and dossiers of a region that never was, for what prints and shows them."""

from __future__ import annotations

from typing import Any

from olke.teaching.documents.course import Course
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson
from olke.teaching.documents.parts import Text


def said(kk: str, ru: str = "", en: str = "") -> Text:
    """Return a text in up to three languages."""
    return Text(kk=kk, ru=ru, en=en)


def activity(number: int = 1, **fields: Any) -> dict[str, Any]:
    """Return the data of an activity of five minutes."""
    made: dict[str, Any] = {
        "id": f"a{number}",
        "title": {"kk": f"Әрекет {number}", "ru": f"Дело {number}", "en": f"Activity {number}"},
        "minutes": 5,
        "teacher": {"kk": "Сұрақ қояды.", "ru": "Задаёт вопрос.", "en": "Asks a question."},
        "learner": {"kk": "Жауап береді.", "ru": "Отвечают.", "en": "Answer."},
    }
    return made | fields


def stage(part: str = "middle", *activities: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Return the data of a stage."""
    return {"part": part, "activities": list(activities), **fields}


def statement(number: int = 1, **fields: Any) -> dict[str, Any]:
    """Return the data of a true statement."""
    made: dict[str, Any] = {
        "id": f"i{number}",
        "kind": "statement",
        "text": {
            "kk": f"Тұжырым {number}",
            "ru": f"Суждение {number}",
            "en": f"Statement {number}",
        },
        "answer": True,
    }
    return made | fields


def lesson(**fields: Any) -> Lesson:
    """Return a school lesson on the wool mill, without stages unless some are given."""
    made: dict[str, Any] = {
        "key": "mill-lesson",
        "title": {"kk": "Жүн жуу фабрикасы", "ru": "Шерстомойная фабрика", "en": "The wool mill"},
        "form": "school",
        "minutes": 45,
    }
    return Lesson.model_validate(made | fields)


def course(**fields: Any) -> Course:
    """Return a course on the history of the district."""
    made: dict[str, Any] = {
        "key": "district-course",
        "title": {"kk": "Аудан тарихы", "ru": "История района", "en": "History of the district"},
    }
    return Course.model_validate(made | fields)


def dossier(*entries: dict[str, Any], **fields: Any) -> Dossier:
    """Return a dossier on the wool mill with its entries in one section."""
    made: dict[str, Any] = {
        "key": "mill-dossier",
        "title": {"kk": "Фабрика тарихы", "ru": "История фабрики", "en": "History of the mill"},
        "sections": [{"title": {"kk": "Деректер"}, "entries": list(entries)}] if entries else [],
    }
    return Dossier.model_validate(made | fields)
