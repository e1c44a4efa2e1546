"""Dates as historians write them: EDTF periods, wordings in three languages, named spans."""

from olke.dates.errors import EdtfError
from olke.dates.formatting import Language, format_period
from olke.dates.parsing import parse
from olke.dates.period import Limit, Period, Point, Precision, comparable_length
from olke.dates.reading.reader import Found, read
from olke.dates.spans import NamedSpan, named_spans
from olke.dates.wording.stamp import Style

__all__ = [
    "EdtfError",
    "Found",
    "Language",
    "Limit",
    "NamedSpan",
    "Period",
    "Point",
    "Precision",
    "Style",
    "comparable_length",
    "format_period",
    "named_spans",
    "parse",
    "read",
]
