"""The abbreviations of a reference in each language.

Russian and its order of parts follow GOST 7.1-2003 and, for archive documents and second-hand
citations, GOST R 7.0.5-2008 (sections 6 to 10). Kazakh puts the number before the word, with a
hyphen, as a sentence does (103-қордың): 103-қ., 1-т., 25-іс, 14-п. for қор, тізімдеме (the state
archives' word for опись, see docs/words.md), іс, парақ. English keeps the letters by which Slavic
studies know these archives (f., op., d., l.).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Patterns with one place for the number or the text."""

    fond: str
    inventory: str
    file: str
    sheet: str
    between: str
    page: str
    pages: str
    paragraph: str
    dissertation: str
    cited_by: str
    item: str
    with_reference: str
    web: str
    untitled: str


WORDS = {
    "kk": Words(
        fond="%s-қ.",
        inventory="%s-т.",
        file="%s-іс",
        sheet="%s-п.",
        between=", ",
        page="%s-б.",
        pages="Б. %s",
        paragraph="%s-абз.",
        dissertation="дис.",
        cited_by="Мына еңбек бойынша келтірілді: %s",
        item="%s-әдебиет",
        with_reference="сілтеме: %s",
        web="Электрондық ресурс",
        untitled="[Атауы белгісіз]",
    ),
    "ru": Words(
        fond="Ф. %s.",
        inventory="Оп. %s.",
        file="Д. %s.",
        sheet="Л. %s.",
        between=" ",
        page="С. %s",
        pages="С. %s",
        paragraph="Абз. %s",
        dissertation="дис.",
        cited_by="Цит. по: %s",
        item="№ %s списка литературы",
        with_reference="со ссылкой на: %s",
        web="Электронный ресурс",
        untitled="[Название неизвестно]",
    ),
    "en": Words(
        fond="f. %s",
        inventory="op. %s",
        file="d. %s",
        sheet="l. %s",
        between=", ",
        page="P. %s",
        pages="P. %s",
        paragraph="Para. %s",
        dissertation="diss.",
        cited_by="Cited in: %s",
        item="item %s of its bibliography",
        with_reference="with reference to: %s",
        web="Electronic resource",
        untitled="[Title not known]",
    ),
}


def words_for(language: str | None) -> Words:
    """Return the words of a language, the Kazakh ones where it is another."""
    return WORDS.get((language or "kk")[:2], WORDS["kk"])
