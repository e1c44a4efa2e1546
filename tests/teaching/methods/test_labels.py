"""Primitives, settings and choices have names."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, get_args, get_origin

import pytest
from django.utils.translation import override

from olke.teaching.methods.labels import CHOICES, PRIMITIVES, SETTINGS
from olke.teaching.primitives import SETTINGS as CLASSES
from olke.teaching.primitives import Primitive


def choices_of(annotation: object) -> set[str]:
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    is_enum = isinstance(annotation, type) and issubclass(annotation, StrEnum)
    return {str(one) for one in annotation} if is_enum else set()  # type: ignore[attr-defined]


def test_every_primitive_setting_and_choice_has_a_name_and_nothing_else_has() -> None:
    fields = [pair for kind in CLASSES.values() for pair in kind.model_fields.items()]
    choices: dict[str, set[str]] = {}
    for name, field in fields:
        choices.setdefault(name, set()).update(choices_of(field.annotation))
    assert set(PRIMITIVES) == set(Primitive)
    assert set(SETTINGS) == set(choices)
    assert {name: set(said) for name, said in CHOICES.items()} == {
        name: found for name, found in choices.items() if found
    }


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_names_are_told_in_the_readers_language(language: str) -> None:
    def said() -> list[str]:
        names = [*PRIMITIVES.values(), *SETTINGS.values()]
        return [str(name) for name in names + [n for c in CHOICES.values() for n in c.values()]]

    with override("en"):
        english = said()
    with override(language):
        assert not set(said()) & set(english)
