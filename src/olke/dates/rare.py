"""EDTF forms that hardly occur, read by the `edtf` library: clock times, `Y-17E7`, `1946S2`.

The library is imported only when such a text comes up: it takes a tenth of a second and looks for
Django settings. Its `inf` for open ends and its `struct_time` for years outside 1 to 9999 stay
here.
"""

import re
from time import struct_time

from olke.dates.days import day_number
from olke.dates.errors import EdtfError
from olke.dates.period import Point, Precision

SHAPE = re.compile(
    r"\d{4}-\d\d-\d\dT[\d:]+(Z|[+-][\d:]+)?|Y-?\d+E\d+(S\d+)?|Y-?\d+S\d+|-?\d{4}S\d+"
)
EXPONENT = re.compile(r"Y-?(\d+)E(\d+)")


def read_rare(text: str) -> Point | None:
    """Read a rare level 0 or level 2 expression; None when it has not such a shape."""
    if not SHAPE.fullmatch(text):
        return None
    _refuse_far_years(text)
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 (see the module's docstring)

    try:
        parsed = parse_edtf(text)
        bounds = parsed.lower_strict(), parsed.upper_strict()
    except (EDTFParseException, ValueError, OverflowError, AttributeError) as error:
        raise EdtfError("syntax", text, 0) from error
    if not all(isinstance(bound, struct_time) for bound in bounds):
        raise EdtfError("syntax", text, 0)
    first, last = (day_number(bound.tm_year, bound.tm_mon, bound.tm_mday) for bound in bounds)
    precision = Precision.TIME if "T" in text else Precision.YEAR
    return Point(text, precision, first, last, year=bounds[0].tm_year)


def _refuse_far_years(text: str) -> None:
    exponent = EXPONENT.match(text)
    digits = len(exponent[1]) + int(exponent[2]) if exponent else len(re.split("[ES]", text)[0]) - 1
    if "T" not in text and digits > 9:
        raise EdtfError("year-too-far", text, 0)
