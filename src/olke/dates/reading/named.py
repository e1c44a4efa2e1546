"""Rules for named spans: wars and plans, out of `spans.toml`."""

import re
from functools import cache

from olke.dates.reading.rules import ROMAN, Build, Reading, Rule, roman_number
from olke.dates.reading.words import EN_ORDINALS, KK, KK_ORDINALS, RU_ORDINALS, any_of, value_of
from olke.dates.spans import named_spans

PLANS = {
    "kk": (
        rf"(?P<ord>{any_of(KK_ORDINALS)}|{ROMAN}|1?[0-9](?:\s*-?\s*(?:шы|ші))?)\s*-?\s*"
        rf"бес\s*-?\s*жыл(?:дық|дығ)(?!тар)[{KK}]*"
    ),
    "ru": (
        rf"(?:(?:в|за|на)\s+)?(?P<ord>(?:{any_of(RU_ORDINALS)})[а-я]+|{ROMAN}|"
        r"1?[0-9](?:-?[а-я]{1,2})?)\s+(?:пятилетк[а-я]+|пятилетн[а-я]+\s+план[а-я]*)"
    ),
    "en": (
        rf"(?:in\s+)?(?:the\s+)?(?P<ord>{any_of(EN_ORDINALS)}|1?[0-9](?:st|nd|rd|th))"
        r"\s+five-year\s+plan"
    ),
}


@cache
def named_rules(language: str) -> tuple[Rule, ...]:
    """Compile the rules of one language."""
    rules = [_rule(PLANS[language], _plan(language))]
    rules.extend(
        _rule(span.patterns[language], _always(str(span.period)))
        for span in named_spans()
        if language in span.patterns
    )
    return tuple(rules)


def _rule(pattern: str, build: Build) -> Rule:
    return Rule(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), build)


def _always(edtf: str) -> Build:
    return lambda _match, _year: Reading(edtf)


def _plan(language: str) -> Build:
    def build(match: re.Match[str], _: int | None) -> Reading | None:
        number = _ordinal(match["ord"], language)
        plans = {span.number: span for span in named_spans() if span.number}
        return Reading(str(plans[number].period)) if number in plans else None

    return build


def _ordinal(text: str, language: str) -> int:
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    if re.fullmatch(ROMAN, text):
        return roman_number(text)
    if language != "ru":
        return value_of(text, KK_ORDINALS if language == "kk" else EN_ORDINALS)
    stems = [stem for stem in RU_ORDINALS if " ".join(text.split()).startswith(stem)]
    return RU_ORDINALS[max(stems, key=len)]
