"""English: 5 May 1943, in the first half of 1948, in the first nine months of 1946."""

from olke.dates.wording.stamp import (
    Case,
    Missing,
    Stamp,
    Style,
    are_alike,
    are_years,
    bare,
    listed,
    season,
    share_year,
    winter_years,
)

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = ("spring", "summer", "autumn", "winter")
ORDINALS = ("first", "second", "third", "fourth")
NUMBERS = (
    *("two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
MISSING = {Missing.DAY: "day unknown", Missing.MONTH: "month unknown"}


class English:
    """The English wording of dates."""

    def stamp(self, stamp: Stamp, case: Case) -> str:
        """Write one date."""
        text = self._name(stamp, case)
        if stamp.missing in MISSING and case is not Case.SHORT:
            text = f"{text} ({MISSING[stamp.missing]})"
        if case in (Case.FULL, Case.SHORT):
            return text
        if stamp.part or (stamp.year is None and not stamp.month):
            text = f"the {text}"
        preposition = {Case.LOCATIVE: "on" if stamp.day else "in", Case.FROM: "from", Case.TO: "to"}
        return f"{preposition[case]} {text}"

    def _name(self, stamp: Stamp, case: Case) -> str:
        """Write a date without article or preposition."""
        if stamp.year is None and (stamp.month or stamp.part):
            within = _within(stamp, case)
            return within if stamp.age in (None, "XXXX") else f"{within} ({_age(stamp)})"
        if stamp.year is None:
            return _age(stamp)
        number = f"{1 - stamp.year} BC" if stamp.year < 1 else str(stamp.year)
        if not (stamp.month or stamp.part):
            return number
        number = winter_years(number, stamp)
        inside = stamp.part and case not in (Case.FULL, Case.SHORT)
        joint = " of " if inside or (stamp.part and stamp.part > 32 and case is Case.FULL) else " "
        return f"{_within(stamp, case)}{joint}{number}"

    def joint(self, start: Stamp, end: Stamp, case: Case) -> str | None:
        """Write a span whose ends share words: 1941–1945, 5–9 May 1943, January–March 1946."""
        into = "in " if case is Case.LOCATIVE else ""
        if are_years(start, end):
            return f"{into}{start.year}–{end.year}"
        if not share_year(start, end) or not are_alike(start, end):
            return None
        return _joint_days(start, end, case) if start.day else _joint_months(start, end, case)

    def span(self, start: Stamp, end: Stamp) -> str:
        """Write a span in a sentence: from 22 June to 10 August 1941."""
        first = self.stamp(bare(start) if share_year(start, end) else start, Case.FROM)
        return f"{first} {self.stamp(end, Case.TO)}"

    def since(self, start: Stamp, *, known: bool) -> str:
        """Write an open end."""
        text = self.stamp(start, Case.FROM)
        return f"{text} on" if known else f"{text} (end unknown)"

    def until(self, end: Stamp, *, known: bool) -> str:
        """Write an open start; a year is meant to its end."""
        last = self.stamp(end, Case.TO).removeprefix("to ")
        text = f"until the end of {last}" if end.is_year else f"until {last}"
        return text if known else f"{text} (start unknown)"

    def always(self) -> str:
        """Write a span open at both sides."""
        return "at any time"

    def listed(self, items: list[str], *, one_of: bool) -> str:
        """Join the members of a set."""
        return listed(items, " or " if one_of else " and ")

    def qualify(self, text: str, style: Style, *, uncertain: bool, approximate: bool) -> str:
        """Mark a wording as uncertain or approximate."""
        if style is Style.SHORT:
            return ("c. " if approximate else "") + text + ("?" if uncertain else "")
        if approximate and style is Style.LOCATIVE:
            text = f"around {text.removeprefix('in ').removeprefix('on ')}"
        elif approximate:
            text = f"about {text}"
        return f"possibly {text}" if uncertain else text


def _age(stamp: Stamp) -> str:
    if stamp.decade is not None:
        return f"{stamp.decade}s"
    if stamp.century is not None:
        return f"{_ordinal(stamp.century)} century"
    return f"years {stamp.age}"


def _ordinal(number: int) -> str:
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _within(stamp: Stamp, case: Case) -> str:
    """Write the day, month or part of a year, without the year."""
    if stamp.part:
        return _part(stamp.part, case)
    month = MONTHS[(stamp.month or 1) - 1]
    return f"{stamp.day} {month}" if stamp.day else month


def _part(part: int, case: Case) -> str:
    index = season(part)
    if index is not None:
        return SEASONS[index]
    if case is Case.SHORT:
        return f"Q{part - 32}" if part < 37 else f"T{part - 36}" if part < 40 else f"H{part - 39}"
    if part < 37:
        return f"{ORDINALS[part - 33]} quarter"
    return f"{ORDINALS[part - 37]} third" if part < 40 else f"{ORDINALS[part - 40]} half"


def _joint_months(start: Stamp, end: Stamp, case: Case) -> str:
    """Write months of one year; from January on they are counted, as reports do."""
    first, last = (start.month or 1) - 1, (end.month or 1) - 1
    if case is Case.SHORT:
        return f"{MONTHS[first][:3]}–{MONTHS[last][:3]} {start.year}"
    if first == 0 and last < 11:
        counted = f"first {NUMBERS[last - 1]} months of {start.year}"
        return counted if case is Case.FULL else f"in the {counted}"
    into = "in " if case is Case.LOCATIVE else ""
    return f"{into}{MONTHS[first]}–{MONTHS[last]} {start.year}"


def _joint_days(start: Stamp, end: Stamp, case: Case) -> str | None:
    if start.month == end.month:
        text = f"{start.day}–{end.day} {MONTHS[(end.month or 1) - 1]} {start.year}"
        return f"on {text}" if case is Case.LOCATIVE else text
    if case is Case.LOCATIVE:
        return None
    return f"{_within(start, case)} – {_within(end, case)} {end.year}"
