"""What simulated learners write in a rehearsal: in the class's language, of what it is about."""

from __future__ import annotations

import random
import tomllib
from collections import Counter
from functools import lru_cache
from pathlib import Path

from olke.classroom.primitives.base import Asked
from olke.classroom.script import Script, ScriptActivity
from olke.language.analysis import analyse
from olke.language.russian import FUNCTION_WORDS
from olke.language.tokens import TokenKind

NO_TOPICS = {
    "астам",
    "шамамен",
    "жуық",
    "арасы",
    "кезі",
    "около",
    "более",
    "менее",
    "свыше",
    "than",
}
"""Words that stand beside every number and name nothing."""
_FILE = Path(__file__).with_name("voices.toml")
LONGEST_FACT = 140
"""Nobody quotes a longer sentence by heart."""
LONGEST_IDEA = 90
SHORTEST_WORD = 4
WORDS_KNOWN = 14
"""A class thinks of the same few words of a topic again and again."""


def language_of(asked: Asked) -> str:
    """Return the language in which a class is held."""
    return asked.turn.live_class.language


def questions_of(asked: Asked, chance: random.Random, count: int) -> list[str]:
    """Return questions that somebody might ask about an activity, none twice."""
    return _filled(asked, chance, "questions", count)


def idea_of(asked: Asked, chance: random.Random) -> str:
    """Return a thought as brainstorms bring it: mostly true, never checked; some quote a fact."""
    language = language_of(asked)
    facts = _facts(asked.script, asked.activity, language, longest=LONGEST_IDEA)
    if facts and chance.random() < 0.4:
        return chance.choice(facts)
    return chance.choice(_lines(language, "ideas"))


def evidence_of(asked: Asked, chance: random.Random) -> str:
    """Return what somebody says who lays a claim beside a thought."""
    return chance.choice(_lines(language_of(asked), "evidence"))


def wish_of(asked: Asked, chance: random.Random) -> str:
    """Return a kind word to a neighbour."""
    return chance.choice(_lines(language_of(asked), "wishes"))


def comment_of(asked: Asked, chance: random.Random) -> str:
    """Return what somebody says of a lesson."""
    return chance.choice(_lines(language_of(asked), "comments"))


def word_of(asked: Asked, chance: random.Random) -> str:
    """Return one word on the topic: the commoner in the activity's texts, the likelier."""
    found = _words_of(asked.script, asked.activity, language_of(asked))
    if not found:
        return idea_of(asked, chance).split()[0]
    words, weights = zip(*found, strict=True)
    return str(chance.choices(words, weights)[0])


def _filled(asked: Asked, chance: random.Random, of: str, count: int) -> list[str]:
    language = language_of(asked)
    facts = _facts(asked.script, asked.activity, language)
    lines = [line for line in _lines(language, of) if facts or "%(fact)s" not in line]
    chosen = chance.sample(lines, min(count, len(lines)))
    topic = asked.activity.title.said(language)
    return [line % {"fact": chance.choice(facts or [""]), "topic": topic} for line in chosen]


def _facts(
    script: Script, activity: ScriptActivity, language: str, longest: int = LONGEST_FACT
) -> list[str]:
    keys = dict.fromkeys(key for item in activity.items for key in item.claims)
    said = (script.claims[key].sentence.said(language) for key in keys if key in script.claims)
    return [sentence.rstrip(". ") for sentence in said if len(sentence) <= longest]


def _words_of(
    script: Script, activity: ScriptActivity, language: str
) -> tuple[tuple[str, int], ...]:
    read = [item.text.said(language) for item in activity.items if item.kind == "exhibit"]
    facts = _facts(script, activity, language, longest=10 * LONGEST_FACT)
    asked = [activity.title.said(language), *(item.text.said(language) for item in activity.items)]
    return _commonest("\n".join([*read, *facts] or asked), language)


@lru_cache(maxsize=64)
def _commonest(text: str, language: str) -> tuple[tuple[str, int], ...]:
    counted = Counter(
        item.lemmas[0]
        for item in analyse(text)
        if item.token.kind is TokenKind.WORD
        and item.lang == language
        and len(item.lemmas[0]) >= SHORTEST_WORD
        and item.lemmas[0] not in FUNCTION_WORDS | NO_TOPICS
        and not item.lemmas[0].endswith(("у", "ю", "ть", "ться"))  # verbs are not named
    )
    return tuple(counted.most_common(WORDS_KNOWN))


@lru_cache(maxsize=1)
def _voices() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_FILE.read_text("utf-8"))


def _lines(language: str, of: str) -> list[str]:
    voices = _voices()
    return voices.get(language, voices["kk"])[of]
