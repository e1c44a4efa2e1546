"""Surveys: a few questions about the lesson itself, as bars or as a tree with apples."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.utils.translation import pgettext

from olke.classroom.errors import RefusedError
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives import entries as listing
from olke.classroom.primitives.base import Asked, Checked, Play, Sent, Shown
from olke.classroom.primitives.polls import chosen
from olke.classroom.primitives.voices import comment_of
from olke.classroom.script import ScriptActivity
from olke.exchange.plans.items import LETTERS
from olke.teaching.documents.items import AnyItem, Choice, Statement
from olke.teaching.documents.parts import Text
from olke.teaching.primitives import Primitive, SurveySettings

COMMENT = "comment"
"""The item of what a learner adds in words."""
LONGEST = 300


class Surveys(Play):
    """One answer a learner to each question: the list of the one option chosen, or words.

    A question is an item of the step; a step without items asks one, under the empty id. Whose an
    answer is stays unsaid where the survey is anonymous: on every screen, and in the report.
    """

    primitive = Primitive.SURVEY

    def check(self, asked: Asked, sent: Sent) -> Checked:
        """Return an option, or words, empty where they are taken back."""
        settings = _settings(asked.activity, asked.step)
        if sent.number:
            raise RefusedError("item-unknown")
        if sent.item == COMMENT and settings.comment:
            return Checked("" if sent.value is None else listing.entry_words(sent.value, LONGEST))
        if sent.item not in _questions(asked.activity, asked.step):
            raise RefusedError("item-unknown")
        options = options_of(asked.activity, asked.step, sent.item)
        if not options:
            return Checked(listing.entry_words(sent.value, LONGEST))
        return Checked(chosen(sent.value, len(options), several=False))

    def for_phones(self, moment: Moment, language: str) -> Shown:
        """Return the questions; once nobody answers any more, how many chose each option."""
        shown = self._common(moment, language)
        if moment.turn and moment.turn.closed_at:
            shown["counts"] = self._counts(moment)
        return shown

    def for_projector(self, moment: Moment, language: str) -> Shown:
        """Return how many chose each option, each apple in its place, and words let through."""
        shown = self._common(moment, language)
        entries = self._entries(moment)
        shown["counts"] = self._counts(moment)
        if shown["shown"] == "tree":
            shown["apples"] = self._apples(moment)
        shown["entries"] = {
            str(one.id): {"text": listing.text_of(one), "item": one.item}
            for one in entries
            if one.is_shown
        }
        return shown

    def for_console(self, moment: Moment, language: str) -> Shown:
        """Return the same, with all that was written."""
        shown = self.for_projector(moment, language)
        anonymous = self.is_anonymous(moment.activity, moment.step_number)
        entries = self._entries(moment)
        shown["entries"] = listing.for_teacher(moment, entries, anonymous=anonymous)
        for one in entries:
            shown["entries"][str(one.id)]["item"] = one.item
        shown["sent"] = len(entries)
        return shown

    def simulated(self, asked: Asked, chance: random.Random) -> list[Sent]:
        """Answer each question, mostly content; one in four adds words."""
        settings = _settings(asked.activity, asked.step)
        sent: list[Sent] = []
        for name in _questions(asked.activity, asked.step):
            count = len(options_of(asked.activity, asked.step, name))
            value: Any = (
                chance.choices(range(count), [3 / (2**place) for place in range(count)])
                if count
                else comment_of(asked, chance)
            )
            sent.append(Sent(name, 0, value))
        if settings.comment and chance.random() < 0.25:
            sent.append(Sent(COMMENT, 0, comment_of(asked, chance)))
        return sent

    def summary(self, moment: Moment, language: str) -> list[Shown]:
        """Return each question with how many chose what, and the comments as a row of their own."""
        activity, number = moment.activity, moment.step_number
        if moment.turn is None or moment.step is None:
            return []
        rows: list[Shown] = []
        for name in _questions(activity, number):
            kept = [one for one in moment.answers(moment.turn) if one.item == name]
            options = options_of(activity, number, name)
            row: Shown = {"item": name, "answered": len(kept), "right": None}
            row["text"] = _asked(activity, number, name).said(language)
            if options:
                row["bars"] = _bars(options, kept, language)
            else:
                row["entries"] = self._reported(moment, kept)
            rows.append(row)
        comments = [one for one in self._entries(moment) if one.item == COMMENT]
        if comments:
            said = pgettext("survey", "Comments")
            row = {"item": COMMENT, "text": said, "answered": len(comments), "right": None}
            rows.append(row | {"entries": self._reported(moment, comments)})
        return rows

    def _reported(self, moment: Moment, kept: Sequence[Kept]) -> list[Shown]:
        anonymous = self.is_anonymous(moment.activity, moment.step_number)
        return listing.reported(moment, kept, None, anonymous=anonymous)

    def _common(self, moment: Moment, language: str) -> Shown:
        activity, number = moment.activity, moment.step_number
        settings = _settings(activity, number)
        return {
            "shown": settings.shown,
            "anonymous": settings.anonymous,
            "comment": settings.comment,
            "longest": LONGEST,
            "questions": [
                {
                    "item": name,
                    "text": _asked(activity, number, name).said(language) if name else "",
                    "options": _lettered(options_of(activity, number, name), language),
                }
                for name in _questions(activity, number)
            ],
        }

    def _counts(self, moment: Moment) -> dict[str, dict[str, int]]:
        """Return how many chose each option of each question, both by name."""
        activity, number = moment.activity, moment.step_number
        counted: dict[str, Counter[int]] = {
            name: Counter() for name in _questions(activity, number)
        }
        for one in self._choices(moment):
            counted[one.item].update(one.value)
        return {
            name: {
                str(place): found[place] for place in range(len(options_of(activity, number, name)))
            }
            for name, found in counted.items()
        }

    def _apples(self, moment: Moment) -> dict[str, list[int]]:
        """Return the colour of each apple of each question, in the order they were hung."""
        found: dict[str, list[int]] = {
            name: [] for name in _questions(moment.activity, moment.step_number)
        }
        for one in self._choices(moment):
            found[one.item] += one.value[:1]
        return found

    def _choices(self, moment: Moment) -> list[Kept]:
        names = set(_questions(moment.activity, moment.step_number))
        kept = moment.answers(moment.turn) if moment.turn else []
        return [one for one in kept if one.item in names and isinstance(one.value, list)]

    def _entries(self, moment: Moment) -> list[Kept]:
        kept = moment.answers(moment.turn) if moment.turn else []
        return [one for one in kept if isinstance(one.value, str) and one.value]


def options_of(activity: ScriptActivity, step: int, name: str) -> Sequence[Text]:
    """Return what can be chosen in answer to a question; nothing where it is answered in words.

    Options of the step go for every question, but for a choice, which has its own.
    """
    item = activity.item(name)
    if isinstance(item, Choice):
        return item.options
    settings = _settings(activity, step)
    if settings.options:
        return settings.options
    return YES_OR_NO if isinstance(item, Statement) else ()


YES_OR_NO = (Text(kk="Иә", ru="Да", en="Yes"), Text(kk="Жоқ", ru="Нет", en="No"))
"""What a statement about the lesson is answered by where the step does not say."""


def _settings(activity: ScriptActivity, step: int) -> SurveySettings:
    settings = activity.settings(step)
    assert isinstance(settings, SurveySettings)  # noqa: S101 - by the step's primitive
    return settings


def _questions(activity: ScriptActivity, step: int) -> list[str]:
    return [item.id for item in activity.shown(step)] or [""]


def _asked(activity: ScriptActivity, step: int, name: str) -> Text:
    item: AnyItem | None = activity.item(name)
    return item.text if item else activity.steps[step].title


def _lettered(options: Sequence[Text], language: str) -> list[Shown]:
    return [
        {"number": place, "letter": letter, "text": text.said(language)}
        for (place, text), letter in zip(enumerate(options), LETTERS, strict=False)
    ]


def _bars(options: Sequence[Text], kept: Sequence[Kept], language: str) -> list[Shown]:
    counted = Counter(number for one in kept for number in one.value)
    return [
        {"label": text.said(language), "count": counted[place], "right": None}
        for place, text in enumerate(options)
    ]
