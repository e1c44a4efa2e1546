"""The parts that every document is made of: text in three languages, keys, limits."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from olke.packs.columns import KEY_PATTERN
from olke.web.localised import ORDER

LONGEST_TEXT = 20_000
LONGEST_TITLE = 200

Key = Annotated[str, StringConstraints(pattern=rf"^{KEY_PATTERN}$", min_length=1, max_length=120)]
"""The key of a record or document, as everywhere in a pack."""
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_TEXT)]
"""Plain text: paragraphs are parted by an empty line, an entry of a list begins with ``- ``."""
Minutes = Annotated[int, Field(ge=0, le=600)]
Points = Annotated[int, Field(ge=0, le=1000)]


class Part(BaseModel):
    """A part of a document: never changed, only replaced; knows no field but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    def plain(self) -> dict[str, Any]:
        """Return the part as plain data for TOML and JSON, without what is left at its default."""
        return self.model_dump(mode="json", exclude_defaults=True)


class Text(Part):
    """Words in up to three languages. A teacher may write in one alone."""

    kk: Words = ""
    ru: Words = ""
    en: Words = ""

    def said(self, language: str) -> str:
        """Return the words in a language, or in the nearest one that is filled."""
        for code in ORDER.get(language[:2], ORDER["kk"]):
            if words := getattr(self, code):
                return str(words)
        return ""

    def __bool__(self) -> bool:
        return bool(self.kk or self.ru or self.en)


class Title(Text):
    """A title: some language must be filled, and it must fit a line of a list."""

    kk: Annotated[Words, Field(max_length=LONGEST_TITLE)] = ""
    ru: Annotated[Words, Field(max_length=LONGEST_TITLE)] = ""
    en: Annotated[Words, Field(max_length=LONGEST_TITLE)] = ""

    @model_validator(mode="after")
    def _some_language(self) -> Title:
        if not self:
            raise ValueError("title-empty")
        return self


NO_TEXT = Text()


def text_of(language: str, words: str, before: Text = NO_TEXT) -> Text:
    """Return ``before`` with the words of one language replaced: an edit in one language."""
    return type(before).model_validate({**before.model_dump(), language: words})
