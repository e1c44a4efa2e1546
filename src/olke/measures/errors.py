"""The one error of measuring."""

from collections.abc import Mapping


class MeasureError(ValueError):
    """A number, unit or quantity cannot be what it was said to be.

    code: a key of `REASONS`, for a page to translate. details: what the reason names.
    suggestion: what was probably meant, or None.
    """

    def __init__(self, code: str, suggestion: str | None = None, **details: str) -> None:
        self.code = code
        self.details: Mapping[str, str] = details
        self.suggestion = suggestion
        super().__init__(code, suggestion, details)

    def __str__(self) -> str:
        """Say it in English."""
        hint = f"; did you mean {self.suggestion!r}?" if self.suggestion else ""
        return REASONS[self.code].format(**self.details) + hint


REASONS = {
    "unknown-unit": "no unit {unit!r}",
    "duplicate-unit": "the unit {unit!r} exists already",
    "bad-key": "{unit!r} is no key: small letters, digits, single hyphens",
    "missing-field": "the unit {unit!r} lacks {field}",
    "bad-factor": "the factor {factor!r} of {unit!r} is not a positive number",
    "other-dimension": "{one} ({one_dimension}) and {other} ({other_dimension}) measure different "
    "things",
    "other-currency": "{one} and {other} are different currencies; no rate is known here",
    "other-noun": "{one} and {other} count different things",
    "redenominated": "{one_day} and {other_day} lie on either side of a currency reform: {reforms}",
    "not-decimal": "{value} is a float or not a number; give a Decimal, an int or a text",
    "reversed-range": "the upper end {upper} lies below {value}",
    "no-number": "no number in {text!r}",
    "bad-grouping": "the groups of {text!r} are not of three digits",
    "mixed-marks": "{text!r} has marks that cannot stand together",
    "ambiguous-mark": "{text!r} may be {one} or {other}",
    "trailing-text": "{rest!r} after the number is not understood",
    "unknown-language": "no language {language!r}: kk, ru or en",
}
