"""Numbers in the form of a pack, and out of the forms that spreadsheets give them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
EXPONENT = re.compile(r"-?[0-9]+([.,][0-9]+)?[Ee][+-]?[0-9]+")
LONGEST_NUMBER = 60
SPACES = "\u00a0\u202f\u2009 "


def point_form(cell: str) -> str:
    """Write a number the way a pack has it, or nothing where it cannot be told.

    1,5 → 1.5; 1 500,50 → 1500.50; 1.234.567 → 1234567; 1,5E+06 → 1500000; 05 → 5.
    """
    bare = cell.strip().translate({ord(space): None for space in SPACES}).replace("−", "-")
    if bare.count(",") == 1 and "." not in bare:
        bare = bare.replace(",", ".")
    elif bare.count(",") == 1 and bare.rfind(",") > bare.rfind("."):
        bare = bare.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d{1,3}([.,])\d{3}(\1\d{3})+", bare):
        bare = bare.replace(".", "").replace(",", "")
    try:
        number = Decimal(bare)
    except InvalidOperation:
        return ""
    # 1E+999999999 is eleven letters, and a thousand million when written out.
    if not number.is_finite() or not -LONGEST_NUMBER < number.adjusted() < LONGEST_NUMBER:
        return ""
    plain = format(number, "f")
    return plain if NUMBER.fullmatch(plain) and len(plain) <= LONGEST_NUMBER else ""
