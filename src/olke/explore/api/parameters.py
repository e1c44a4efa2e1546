"""What may stand in a query: amounts, switches and words of a list; an empty one is none given."""

from __future__ import annotations

from typing import Annotated, Any

from django.db.models import TextChoices
from ninja import Field, Schema
from pydantic import AfterValidator, BeforeValidator

MOST = 1000
FARTHEST = 10**9
"""No list is as long, and a database counts so far."""


def amount(*, default: int, most: int) -> BeforeValidator:
    """Read a whole number, no larger than ``most``: “at most so many” holds of fewer, too."""

    def read(value: Any) -> Any:
        if value == "":
            return default
        if isinstance(value, str) and value.isascii() and value.isdigit():
            return most if len(value) > len(str(most)) + 10 else min(int(value), most)
        return value

    return BeforeValidator(read)


def one_of(choices: type[TextChoices]) -> AfterValidator:
    """Refuse a word that is none of these; an empty one narrows nothing."""

    def read(value: str) -> str:
        if value and value not in choices.values:
            raise ValueError(f"one of {', '.join(choices.values)} is wanted")
        return value

    return AfterValidator(read)


def _switch(value: Any) -> Any:
    return False if value == "" else value


Switch = Annotated[bool, BeforeValidator(_switch)]


class Paging(Schema):
    """Which part of a list is wanted."""

    limit: Annotated[int, amount(default=100, most=MOST)] = Field(
        100, ge=0, description=f"At most so many items, and never more than {MOST}."
    )
    offset: Annotated[int, amount(default=0, most=FARTHEST)] = Field(
        0, ge=0, description="Skip so many items."
    )
