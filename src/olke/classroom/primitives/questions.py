"""Timed questions: items one after another, each within a time, answered on the phone or aloud."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from olke.classroom.errors import CommandError, RefusedError
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives.base import Asked, Checked, Play, Sent, Shown
from olke.classroom.script import ScriptActivity
from olke.classroom.showing import item_shown, solution_shown
from olke.teaching.documents.items import (
    AnyItem,
    Choice,
    Estimate,
    Exhibit,
    Ordering,
    Prompt,
    Statement,
)
from olke.teaching.primitives import Primitive, QuestionSettings

LONGEST_WORDS = 1000
LARGEST_NUMBER = Decimal(10) ** 15


class Questions(Play):
    """One item a turn. A finger slips: the last answer before the end stands."""

    primitive = Primitive.QUESTION
    hard = True

    def items_in_turn(self, activity: ScriptActivity, step: int) -> tuple[str, ...]:
        """Return the ids of the items in their order."""
        return tuple(item.id for item in asked_items(activity, step)) or ("",)

    def takes_answers(self, activity: ScriptActivity, step: int) -> bool:
        """Tell whether phones answer: not where it is all said aloud, unless hands are raised."""
        settings = _settings(activity, step)
        return bool(activity.shown(step)) and (not settings.aloud or settings.volunteers)

    def reveals(self, activity: ScriptActivity, step: int) -> bool:
        """Tell whether there are items, each with a solution or an explanation."""
        return bool(activity.shown(step))

    def seconds(self, activity: ScriptActivity, step: int, item: str) -> int:
        """Return the seconds of one item."""
        del item
        return _settings(activity, step).seconds

    def check(self, asked: Asked, sent: Sent) -> Checked:
        """Return the answer with whether it is right, and its points."""
        settings = _settings(asked.activity, asked.step)
        if asked.item is None:
            raise RefusedError("item-unknown")
        if settings.aloud:
            return Checked(_hand(sent.value))
        value, right, share = judged(asked.item, sent.value)
        return Checked(value, right, points_for(asked.item, settings.points, share))

    def for_phones(self, moment: Moment, language: str) -> Shown:
        """Return the item; once revealed, its solution."""
        item = _item(moment)
        settings = _settings(moment.activity, moment.step_number)
        names = self.items_in_turn(moment.activity, moment.step_number)
        shown: Shown = {
            "aloud": settings.aloud,
            "hands": settings.aloud and settings.volunteers,
            "number": names.index(item.id) + 1 if item else 0,
            "of": len(names),
        }
        if item:
            shown["item"] = question_shown(item, moment, language)
            shown["points"] = item.points or settings.points
            if moment.turn and moment.turn.revealed_at:
                shown["solution"] = solution_shown(item, moment.script, language)
        return shown

    def for_projector(self, moment: Moment, language: str) -> Shown:
        """Return what phones show, how many answered, and after the end how."""
        shown = self.for_phones(moment, language)
        turn, item = moment.turn, _item(moment)
        if turn and item:
            kept = [one for one in moment.answers(turn) if one.item == item.id]
            shown["answered"] = len(kept)
            if turn.closed_at and not shown["aloud"]:
                shown["counts"] = counts(item, kept)
            if (word := turn.data.get("word")) in moment.learners:
                shown["word"] = moment.learners[word].shown_name
        return shown

    def for_console(self, moment: Moment, language: str) -> Shown:
        """Return the solution and the counts at once, and who asks for the word, in order."""
        shown = self.for_projector(moment, language)
        turn, item = moment.turn, _item(moment)
        if turn and item:
            kept = [one for one in moment.answers(turn) if one.item == item.id]
            if not shown["aloud"]:
                shown["counts"] = counts(item, kept)
            shown["solution"] = solution_shown(item, moment.script, language)
            if shown["hands"]:
                shown["waiting"] = [
                    {
                        "participant": one.participant,
                        "seat": moment.learners[one.participant].seat,
                        "name": moment.learners[one.participant].name,
                    }
                    for one in kept
                    if one.value
                    and one.participant in moment.learners
                    and one.participant not in turn.data.get("spoke", [])
                ]
        return shown

    def command(self, moment: Moment, name: str, data: Mapping[str, str]) -> None:
        """Give somebody the word: ``call`` with ``participant``."""
        if name != "call" or moment.turn is None:
            raise CommandError("command-unknown")
        asked = data.get("participant", "")
        called = int(asked) if asked.isdecimal() else 0
        if called not in moment.learners:
            raise CommandError("participant-unknown")
        spoke = [*moment.turn.data.get("spoke", []), called]
        moment.turn.data = {**moment.turn.data, "word": called, "spoke": spoke}
        moment.turn.save(update_fields=["data"])

    def simulated(self, asked: Asked, chance: random.Random) -> list[Sent]:
        """Answer rightly some two times in three, as a class would."""
        if asked.item is None:
            return []
        if _settings(asked.activity, asked.step).aloud:
            return [Sent(asked.item.id, 0, value=True)] if chance.random() < 0.2 else []
        return [Sent(asked.item.id, 0, guessed(asked.item, chance))]

    def summary(self, moment: Moment, language: str) -> list[Shown]:
        """Return the item with how many answered and how many rightly."""
        item, turn = _item(moment), moment.turn
        if item is None or turn is None:
            return []
        aloud = _settings(moment.activity, turn.step).aloud
        kept = [one for one in moment.answers(turn) if one.item == item.id and not aloud]
        judged_ones = [one for one in kept if one.right is not None]
        return [
            {
                "item": item.id,
                "text": question_shown(item, moment, language)["text"],
                "answered": len(kept),
                "right": sum(bool(one.right) for one in judged_ones) if judged_ones else None,
                "judged": len(judged_ones),
                "bars": _bars(item, kept, language),
                "entries": _entries(item, kept, moment),
                **solution_shown(item, moment.script, language),
            }
        ]


def asked_items(activity: ScriptActivity, step: int) -> tuple[AnyItem, ...]:
    """Return the items that are asked: of exhibits those that questions belong to.

    All that the step shows where that leaves none.
    """
    shown = activity.shown(step)
    asked = tuple(one for one in shown if not isinstance(one, Exhibit) or one.questions)
    return asked or tuple(shown)


def question_shown(item: AnyItem, moment: Moment, language: str) -> Shown:
    """Return an item as it is asked. Of an exhibit that was read before: one of its questions.

    The first exhibit is asked the first of its questions, the second the second, and so on: what is
    checked is not the same each time.
    """
    shown = item_shown(item, moment.script, language)
    if not isinstance(item, Exhibit) or not item.questions:
        return shown
    exhibits = [one for one in moment.activity.items if isinstance(one, Exhibit)]
    question = item.questions[exhibits.index(item) % len(item.questions)].said(language)
    return {"id": item.id, "kind": "prompt", "text": f"{shown['title']}: {question}"}


def judged(item: AnyItem, value: object) -> tuple[Any, bool | None, Decimal]:
    """Return an answer as it is stored, whether it is right, and the share of the points it earns.

    An ordering earns the share of pairs that stand in the right order, (1 + Kendall's tau) / 2;
    everything else all or nothing. Raises ``RefusedError`` for what is no answer to the item.
    """
    match item:
        case Statement():
            if not isinstance(value, bool):
                raise RefusedError("value-misshapen")
            return _all_or_nothing(value, right=value == item.answer)
        case Choice():
            chosen = _numbers(value, len(item.options))
            return _all_or_nothing(sorted(chosen), right=set(chosen) == set(item.answer))
        case Estimate():
            number = number_of(value)
            return _all_or_nothing(str(number), right=_is_near(item, number))
        case Ordering():
            order = _numbers(value, len(item.entries))
            if len(order) != len(item.entries):
                raise RefusedError("value-misshapen")
            share = _share_in_order(order)
            return order, share == 1, share
        case Prompt() | Exhibit():
            return words_of(value), None, Decimal(0)
        case _:
            raise RefusedError("nothing-asked")


def points_for(item: AnyItem, usual: int, share: Decimal) -> Decimal:
    """Return the points of an answer: the item's own, or else those of the step."""
    return (Decimal(item.points or usual) * share).quantize(Decimal("0.01"))


def words_of(value: object, longest: int = LONGEST_WORDS) -> str:
    """Return what somebody wrote, without the spaces around it.

    Raises ``RefusedError`` for what is no text, empty, or too long.
    """
    if not isinstance(value, str):
        raise RefusedError("value-misshapen")
    words = value.replace("\0", "").strip()
    if not words:
        raise RefusedError("empty")
    if len(words) > longest:
        raise RefusedError("too-long", longest=longest)
    return words


def number_of(value: object) -> Decimal:
    """Return a number as people type it: ``1 250,5`` as well as ``1250.5``."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise RefusedError("value-misshapen")
    digits = "".join(str(value).split()).replace("\u2212", "-").replace(",", ".")
    try:
        number = Decimal(digits)
    except InvalidOperation:
        raise RefusedError("not-number") from None
    if not number.is_finite() or abs(number) > LARGEST_NUMBER:
        raise RefusedError("not-number")
    return number


def counts(item: AnyItem, kept: list[Kept]) -> list[Shown]:
    """Return how often each answer was given; estimates and words one by one.

    Words are there only once the teacher has let them through.
    """
    match item:
        case Statement():
            given = Counter(bool(one.value) for one in kept)
            return [{"value": said, "count": given[said]} for said in (True, False)]
        case Choice():
            chosen = Counter(number for one in kept for number in one.value)
            return [{"value": n, "count": chosen[n]} for n in range(len(item.options))]
        case Ordering():
            return [
                {"value": True, "count": sum(bool(one.right) for one in kept)},
                {"value": False, "count": sum(not one.right for one in kept)},
            ]
        case Estimate():
            return [{"value": float(one.value), "count": 1} for one in kept]
        case _:
            return [{"value": one.value, "count": 1, "id": one.id} for one in kept if one.is_shown]


def _bars(item: AnyItem, kept: list[Kept], language: str) -> list[Shown]:
    """Return how often each answer was given, in words, and which was right."""
    found = counts(item, kept)
    match item:
        case Statement():
            labels = {True: pgettext("answer", "true"), False: pgettext("answer", "false")}
            return [
                {
                    "label": labels[one["value"]],
                    "count": one["count"],
                    "right": one["value"] == item.answer,
                }
                for one in found
            ]
        case Choice():
            return [
                {
                    "label": item.options[one["value"]].said(language),
                    "count": one["count"],
                    "right": one["value"] in item.answer,
                }
                for one in found
            ]
        case Ordering():
            labels = {True: _("in the right order"), False: _("in another order")}
            return [
                {"label": labels[one["value"]], "count": one["count"], "right": one["value"]}
                for one in found
            ]
        case _:
            return []


def _entries(item: AnyItem, kept: list[Kept], moment: Moment) -> list[Shown]:
    """Return what was written or guessed, with who did."""
    if not isinstance(item, (Prompt, Exhibit, Estimate)):
        return []
    return [
        {"id": one.id, "text": str(one.value), "by": moment.named(one), "note": one.note}
        for one in kept
    ]


def _settings(activity: ScriptActivity, step: int) -> QuestionSettings:
    settings = activity.settings(step)
    assert isinstance(settings, QuestionSettings)  # noqa: S101 - by the step's primitive
    return settings


def _item(moment: Moment) -> AnyItem | None:
    return moment.activity.item(moment.turn.item) if moment.turn else None


def _hand(value: object) -> bool:
    if not isinstance(value, bool):
        raise RefusedError("value-misshapen")
    return value


def _all_or_nothing(value: Any, *, right: bool) -> tuple[Any, bool, Decimal]:
    return value, right, Decimal(1) if right else Decimal(0)


def _numbers(value: object, most: int) -> list[int]:
    """Return numbers of options, each once. Raises ``RefusedError`` for anything else."""
    if not isinstance(value, list) or not value or len(value) > most:
        raise RefusedError("value-misshapen")
    if any(type(one) is not int or not 0 <= one < most for one in value):
        raise RefusedError("value-misshapen")
    if len(set(value)) != len(value):
        raise RefusedError("value-misshapen")
    return list(value)


def _is_near(item: Estimate, number: Decimal) -> bool:
    highest = item.answer if item.answer_max is None else item.answer_max
    slack = item.tolerance * max(abs(item.answer), abs(highest))
    return min(item.answer, highest) - slack <= number <= max(item.answer, highest) + slack


def _share_in_order(order: list[int]) -> Decimal:
    pairs = [(a, b) for n, a in enumerate(order) for b in order[n + 1 :]]
    return Decimal(sum(a < b for a, b in pairs)) / Decimal(len(pairs))


def guessed(item: AnyItem, chance: random.Random) -> Any:
    """Return what a simulated learner would answer: rightly some two times in three."""
    knows = chance.random() < 0.65
    match item:
        case Statement():
            return item.answer if knows else not item.answer
        case Choice():
            return list(item.answer) if knows else [chance.randrange(len(item.options))]
        case Estimate():
            return str(item.answer if knows else round(float(item.answer) * chance.uniform(0.3, 2)))
        case Ordering():
            order = list(range(len(item.entries)))
            if not knows:
                chance.shuffle(order)
            return order
        case _:
            return "…"
