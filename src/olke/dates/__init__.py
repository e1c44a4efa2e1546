"""Dates as historians write them: EDTF periods, wordings in three languages, named spans."""

from olke.dates.errors import EdtfError
from olke.dates.parsing import parse
from olke.dates.period import Limit, Period, Point, Precision, comparable_length

__all__ = [
    "EdtfError",
    "Limit",
    "Period",
    "Point",
    "Precision",
    "comparable_length",
    "parse",
]
