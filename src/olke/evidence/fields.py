"""A number kept exactly as it was written."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class ExactDecimalField(models.CharField):  # type: ignore[type-arg]
    """A decimal number with all the digits of its source: 1.50 stays 1.50, on every database.

    SQLite keeps DECIMAL columns as binary floats, and both databases lose trailing zeros or pad
    them; how precisely a document states a number is itself evidence.
    """

    description = _("Exact decimal number")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 60)
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> Decimal | None:
        """Read a number, or None for nothing."""
        if value is None or value == "":
            return None
        if isinstance(value, Decimal):
            return value
        try:
            number = Decimal(str(value))
        except InvalidOperation as fault:
            raise ValidationError(
                _("“%(value)s” is not a number."), params={"value": value}
            ) from fault
        if not number.is_finite():
            raise ValidationError(_("“%(value)s” is not a number."), params={"value": value})
        return number

    def from_db_value(self, value: str | None, *_: object) -> Decimal | None:
        """Turn the stored text into a number."""
        return None if value is None else Decimal(value)

    def get_prep_value(self, value: Any) -> str | None:
        """Write the number out in full, without an exponent."""
        number = self.to_python(value)
        return None if number is None else format(number, "f")

    def run_validators(self, value: Any) -> None:
        """Judge the number as it is stored: the length limit is one of characters."""
        if value is not None:
            super().run_validators(self.get_prep_value(value))
