"""EDTF text to `Period`, strictly: points, intervals, sets."""

from olke.dates.errors import EdtfError
from olke.dates.period import EVER, Limit, Period, Point
from olke.dates.points import read_point
from olke.dates.rare import read_rare

BRACKETS = {"[": "]", "{": "}"}


def read_edtf(text: str) -> Period:
    """Read a canonical EDTF text; raises EdtfError without a suggestion."""
    if not text:
        raise EdtfError("empty", text, 0)
    if text[0] in BRACKETS:
        return _read_set(text)
    start, slash, end = text.partition("/")
    if slash:
        return _read_interval(text, start, end)
    point = _read_one(text)
    return Period(point, point)


def _read_one(text: str) -> Point:
    point = read_point(text) or read_rare(text)
    if point is None:
        raise EdtfError("syntax", text, _sound_length(text))
    return point


def _sound_length(text: str) -> int:
    """Count the leading characters that begin some date, to point at the first that does not."""
    for length in range(len(text), 3, -1):
        try:
            if read_point(text[:length]):
                return length
        except EdtfError:
            continue
    return next((at for at, letter in enumerate(text) if letter not in "0123456789X-"), len(text))


def _read_interval(text: str, start: str, end: str) -> Period:
    sides = (_read_side(text, start, 0), _read_side(text, end, len(start) + 1))
    if sides == (Limit.UNKNOWN, Limit.UNKNOWN):
        raise EdtfError("syntax", text, 0)
    first, last = sides
    if isinstance(first, Point) and isinstance(last, Point) and first.first_day > last.last_day:
        raise EdtfError("reversed", text, len(start) + 1)
    return Period(first, last)


def _read_side(text: str, side: str, offset: int) -> Point | Limit:
    if side in (Limit.OPEN.value, Limit.UNKNOWN.value):
        return Limit(side)
    try:
        return _read_one(side)
    except EdtfError as error:
        raise EdtfError(error.code, text, offset + error.position) from None


def _read_set(text: str) -> Period:
    """Read `[1941,1943..1945]` (one of) or `{...}` (all of); `..` at an edge is an open end."""
    if text[-1] != BRACKETS[text[0]] or len(text) < 3:
        raise EdtfError("set", text, len(text) - 1)
    members = []
    offset = 1
    for element in text[1:-1].split(","):
        members.append(_read_member(text, element.strip(), offset))
        offset += len(element) + 1
    first, last = min(members, key=_start), max(members, key=_end)
    return Period(first.start, last.end, tuple(members), one_of=text[0] == "[")


def _start(period: Period) -> int:
    return -EVER if period.first_day is None else period.first_day


def _end(period: Period) -> int:
    return EVER if period.last_day is None else period.last_day


def _read_member(text: str, element: str, offset: int) -> Period:
    start, dots, end = element.partition("..")
    try:
        return read_edtf(f"{start or '..'}/{end or '..'}" if dots else element)
    except EdtfError as error:
        raise EdtfError("set", text, offset + min(error.position, len(element))) from None
