"""Cards of a wall: their shape, the evidence they may name, and those of simulated learners."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from olke.classroom.errors import RefusedError
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives.base import Asked, Shown
from olke.classroom.primitives.entries import around, entry_words
from olke.classroom.primitives.voices import evidence_of, idea_of, language_of, wish_of, word_of
from olke.classroom.script import Script, ScriptActivity
from olke.teaching.primitives import WallSettings

LONGEST_CARD = 200
LONGEST_WORD = 40
MOST_SORTED = 300


def card_of(asked: Asked, settings: WallSettings, value: object) -> Shown:
    """Return a card as it is stored: its words, and column, claim and idea where they fit."""
    given = value if isinstance(value, dict) else {"text": value}
    longest = LONGEST_WORD if settings.shown == "words" else LONGEST_CARD
    card: Shown = {"text": entry_words(given.get("text"), longest)}
    if settings.columns and given.get("column") is not None:
        card["column"] = _place_in(given["column"], len(settings.columns))
    if settings.needs_evidence and given.get("claim"):
        if given["claim"] not in claims_for(asked.activity, asked.step):
            raise RefusedError("item-unknown")
        card["claim"] = given["claim"]
    if asked.activity.steps[asked.step].takes_up and type(given.get("about")) is int:
        card |= {"about": given["about"], "against": given.get("against") is True}
    return card


def _place_in(value: object, width: int) -> int:
    if type(value) is not int or not 0 <= value < width:
        raise RefusedError("value-misshapen")
    return value


def sorting_of(value: object, width: int) -> dict[str, int]:
    if not isinstance(value, dict) or len(value) > MOST_SORTED:
        raise RefusedError("value-misshapen")
    if not all(isinstance(entry, str) and entry.isdecimal() for entry in value):
        raise RefusedError("value-misshapen")
    return {entry[:18]: _place_in(column, width) for entry, column in value.items()}


def claims_for(activity: ScriptActivity, step: int) -> list[str]:
    """Return the claims that a card may rest on: of the items shown, or else of the activity."""
    items = activity.shown(step) or activity.items
    return list(dict.fromkeys(key for item in items for key in item.claims))


def evidence_for(moment: Moment, language: str) -> list[Shown]:
    claims, script = claims_for(moment.activity, moment.step_number), moment.script
    return [
        {
            "claim": key,
            "sentence": script.claims[key].sentence.said(language),
            "citations": script.citations([key], language),
        }
        for key in claims
        if key in script.claims
    ]


def told_beside(one: Kept, moment: Moment, language: str) -> Shown:
    """Return what a card says beside its words: its claim, the idea it is about, its group.

    A state holds no null: ``claim`` is False where none was named.
    """
    told: Shown = {}
    value = one.value if isinstance(one.value, Mapping) else {}
    turn = next((turn for turn in around(moment) if turn.pk == one.turn), None)
    if turn is None:
        return told
    if getattr(moment.activity.settings(turn.step), "needs_evidence", False):
        told["claim"] = _claim_shown(moment.script, value.get("claim", ""), language)
    if "about" in value:
        told |= {"about": value["about"], "against": bool(value.get("against"))}
    team = moment.team_of(one.participant, turn.data.get("series", 0))
    if team:
        told["group"] = team.number
    return told


def _claim_shown(script: Script, key: str, language: str) -> Shown | bool:
    if key not in script.claims:
        return False
    sentence = script.claims[key].sentence.said(language)
    return {"sentence": sentence, "citations": script.citations([key], language)}


def simulated_text(asked: Asked, settings: WallSettings, chance: random.Random) -> str:
    if settings.shown == "words":
        return word_of(asked, chance)[:LONGEST_WORD]
    if settings.passed_on:
        return wish_of(asked, chance)
    if settings.needs_evidence:
        return evidence_of(asked, chance)
    return idea_of(asked, chance)


def simulated_card(
    asked: Asked,
    settings: WallSettings,
    text: str,
    ideas: Sequence[int],
    chance: random.Random,
) -> dict[str, Any]:
    card: dict[str, Any] = {"text": text}
    if settings.columns:
        card["column"] = chance.randrange(len(settings.columns))
    claims = [key for key in claims_for(asked.activity, asked.step) if key in asked.script.claims]
    if settings.needs_evidence and claims and chance.random() < 0.75:
        key = chance.choice(claims)
        sentence = asked.script.claims[key].sentence.said(language_of(asked))
        said = f"{text}: {sentence}"
        card |= {"claim": key, "text": said if len(said) <= LONGEST_CARD else text}
    if ideas:
        card |= {"about": chance.choice(list(ideas)), "against": chance.random() < 0.3}
    return card
