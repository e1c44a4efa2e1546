"""Choice polls: each chooses one option or several; the outcome may decide what follows."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

from olke.classroom.errors import RefusedError
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives.base import Asked, Checked, Play, Sent, Shown
from olke.classroom.script import ScriptActivity
from olke.classroom.showing import item_shown
from olke.exchange.plans.items import LETTERS
from olke.teaching.documents.items import AnyItem, Choice
from olke.teaching.documents.parts import Text
from olke.teaching.primitives import PollSettings, Primitive


class Polls(Play):
    """One answer a learner: the list of the options chosen, counted from 0.

    ``methods.dealing`` reads the first of them where a later step deals by it.
    """

    primitive = Primitive.POLL

    def check(self, asked: Asked, sent: Sent) -> Checked:
        """Return the options chosen, in their order."""
        if sent.item or sent.number:
            raise RefusedError("item-unknown")
        several = _settings(asked.activity, asked.step).multiple
        return Checked(chosen(sent.value, len(options_of(asked.activity, asked.step)), several))

    def for_phones(self, moment: Moment, language: str) -> Shown:
        """Return the options; once nobody chooses any more, how many chose each."""
        shown = self._common(moment, language)
        if moment.turn and moment.turn.closed_at:
            shown |= self._outcome(moment)
        return shown

    def for_projector(self, moment: Moment, language: str) -> Shown:
        """Return the options with how many chose each so far."""
        return self._common(moment, language) | self._outcome(moment)

    def simulated(self, asked: Asked, chance: random.Random) -> list[Sent]:
        """Choose one: the first options are liked more, as in the classes that were asked."""
        count = len(options_of(asked.activity, asked.step))
        if not count:
            return []
        weights = [2 / (place + 1) for place in range(count)]
        return [Sent("", 0, chance.choices(range(count), weights))]

    def summary(self, moment: Moment, language: str) -> list[Shown]:
        """Return how many chose each option."""
        turn, step = moment.turn, moment.step
        if turn is None or step is None:
            return []
        kept = moment.answers(turn)
        counted = counts(kept)
        options = options_of(moment.activity, moment.step_number)
        return [
            {
                "item": "",
                "text": step.title.said(language),
                "answered": len(kept),
                "right": None,
                "bars": [
                    {"label": text.said(language), "count": counted[number], "right": None}
                    for number, text in enumerate(options)
                ],
            }
        ]

    def _common(self, moment: Moment, language: str) -> Shown:
        activity, number = moment.activity, moment.step_number
        settings = _settings(activity, number)
        options = options_of(activity, number)
        items = _told(activity, number)
        texts = [item_shown(item, moment.script, language) for item in items]
        beside = texts if len(texts) == len(options) and not _asks(activity, number) else []
        own_titles = bool(settings.options)
        return {
            "several": settings.multiple,
            "used": settings.used,
            "options": [
                {
                    "number": place,
                    "letter": letter,
                    "text": text.said(language),
                    **({"item": beside[place]} if beside and own_titles else {}),
                }
                for (place, text), letter in zip(enumerate(options), LETTERS, strict=False)
            ],
            "items": [] if beside else texts,
        }

    def _outcome(self, moment: Moment) -> Shown:
        kept = moment.answers(moment.turn) if moment.turn else []
        counted = counts(kept)
        places = range(len(options_of(moment.activity, moment.step_number)))
        return {"counts": {str(place): counted[place] for place in places}, "sent": len(kept)}


def options_of(activity: ScriptActivity, step: int) -> Sequence[Text]:
    """Return what can be chosen: the step's options, those of its one question, or its items."""
    settings = _settings(activity, step)
    if settings.options:
        return settings.options
    if asked := _asks(activity, step):
        return asked.options
    return [_title(item) for item in activity.shown(step)][: len(LETTERS)]


def chosen(value: object, count: int, several: bool) -> list[int]:  # noqa: FBT001 - as the setting
    """Return options chosen, in their order. Raises ``RefusedError`` for what is none."""
    if not isinstance(value, list) or any(type(one) is not int for one in value):
        raise RefusedError("value-misshapen")
    found = sorted(set(value))
    if not found:
        raise RefusedError("empty")
    if not all(0 <= one < count for one in found):
        raise RefusedError("value-misshapen")
    if len(found) > 1 and not several:
        raise RefusedError("too-many")
    return found


def counts(kept: Sequence[Kept]) -> Counter[int]:
    """Return how many chose each option."""
    return Counter(number for one in kept for number in one.value)


def _settings(activity: ScriptActivity, step: int) -> PollSettings:
    settings = activity.settings(step)
    assert isinstance(settings, PollSettings)  # noqa: S101 - by the step's primitive
    return settings


def _asks(activity: ScriptActivity, step: int) -> Choice | None:
    """Return the question that a step without options of its own asks, where it shows just one."""
    shown = activity.shown(step)
    if _settings(activity, step).options or len(shown) != 1:
        return None
    return shown[0] if isinstance(shown[0], Choice) else None


def _told(activity: ScriptActivity, step: int) -> Sequence[AnyItem]:
    """Return the items that are shown beside the options."""
    if asked := _asks(activity, step):
        return (asked,)
    return activity.shown(step)


def _title(item: AnyItem) -> Text:
    title = getattr(item, "title", None)
    return title if isinstance(title, Text) else item.text
