"""Items as plain data for a screen: what may be known before the answer, and what only after."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.utils.translation import override, pgettext

from olke.classroom.script import Script
from olke.exchange.plans.items import LETTERS, answer_text, mixed
from olke.teaching.documents.items import (
    AnyItem,
    Choice,
    Estimate,
    Exhibit,
    Grid,
    Ordering,
    Prompt,
    Statement,
)
from olke.teaching.documents.parts import Text

Shown = dict[str, Any]


def item_shown(item: AnyItem, script: Script, language: str) -> Shown:
    """Return an item without its solution: ``id``, ``kind``, ``text`` and what its kind has.

    Options of a choice and entries of an ordering carry the number by which they are answered; the
    entries are mixed, the same way on every screen. Exhibits carry their citations: where
    something is from is what learners are to ask.
    """
    shown: Shown = {"id": item.id, "kind": item.kind, "text": item.text.said(language)}
    if item.level:
        shown["level"] = item.level.value
    if item.topic:
        shown["topic"] = item.topic.said(language)
    match item:
        case Choice():
            shown["options"] = _lettered(dict(enumerate(item.options)), language)
            shown["several"] = len(item.answer) > 1
        case Ordering():
            shown["options"] = _lettered({n: item.entries[n] for n in mixed(item)}, language)
        case Estimate():
            shown["unit"] = item.unit.said(language)
        case Exhibit():
            shown["title"] = item.title.said(language)
            shown["stand"] = item.stand
            shown["questions"] = [question.said(language) for question in item.questions]
            shown["evidence"] = evidence_shown(item, script, language)
        case Grid():
            shown |= _grid(item, language, key=False)
        case Statement() | Prompt():
            pass
    return shown


def solution_shown(item: AnyItem, script: Script, language: str) -> Shown:
    """Return what is revealed: the answer in words and as data, the explanation, the evidence."""
    with override(language):
        answer = answer_text(item, language)
    shown: Shown = {
        "answer": answer,
        "explanation": item.explanation.said(language),
        "evidence": evidence_shown(item, script, language),
    }
    match item:
        case Statement() | Choice() | Ordering():
            shown["solution"] = item.solution
        case Estimate():
            shown["solution"] = float(item.answer)
        case Grid():
            shown |= _grid(item, language, key=True)
        case _:
            pass
    return shown


def value_said(item: AnyItem | None, value: Any, language: str) -> str | int | float | bool:
    """Return an answer in words, for reports: options by their texts, an order as they stood.

    What no item explains (votes, a card with its column) is said as it is kept.
    """
    with override(language):
        match item, value:
            case Statement(), bool():
                return pgettext("answer", "true") if value else pgettext("answer", "false")
            case Choice(), list():
                return "; ".join(_texts(item.options, value, language))
            case Ordering(), list():
                return " → ".join(_texts(item.entries, value, language))
    if isinstance(value, dict) and "answer" in value:
        return value_said(item, value["answer"], language)
    if isinstance(value, dict | list) and (said := _said_of_entry(value)):
        return said
    is_plain = isinstance(value, str | bool | int | float)
    return value if is_plain else json.dumps(value, ensure_ascii=False)


def _said_of_entry(value: Any) -> str:
    """Return the words of a card, the lines of a document, what an assessment comes to."""
    if isinstance(value, list):
        lines = [one.get("text", "") for one in value if isinstance(one, dict)]
        return "\n".join(lines) if len(lines) == len(value) else ""
    if isinstance(value.get("comment"), str) and isinstance(value.get("points"), list):
        points = sum(sum(some) for some in value["points"])
        return f"{points}. {value['comment']}" if value["comment"] else str(points)
    return str(value.get("text", ""))


def _texts(texts: Sequence[Text], numbers: list[Any], language: str) -> list[str]:
    return [texts[n].said(language) for n in numbers if type(n) is int and 0 <= n < len(texts)]


def evidence_shown(item: AnyItem, script: Script, language: str) -> list[Shown]:
    """Return the claims that an item rests on: key, sentence, citations in words."""
    return [
        {
            "claim": key,
            "sentence": script.claims[key].sentence.said(language),
            "citations": script.citations([key], language),
        }
        for key in item.claims
        if key in script.claims
    ]


def _lettered(texts: dict[int, Any], language: str) -> list[Shown]:
    letters = zip(texts.items(), LETTERS, strict=False)
    return [
        {"number": number, "letter": letter, "text": text.said(language)}
        for (number, text), letter in letters
    ]


def _grid(item: Grid, language: str, *, key: bool) -> Shown:
    blank = set(item.blank)
    return {
        "columns": [column.said(language) for column in item.columns],
        "rows": [
            {
                "title": row.said(language),
                "cells": [
                    None if (r, c) in blank and not key else item.cells[r][c].said(language)
                    for c in range(len(item.columns))
                ],
            }
            for r, row in enumerate(item.rows)
        ],
    }
