"""Kazakh: 1943 жылғы 5 мамыр, 1948 жылдың бірінші жартыжылдығында, 1941–1945 жылдары."""

from olke.dates.wording.stamp import (
    Case,
    Missing,
    Stamp,
    Style,
    are_alike,
    are_decades,
    are_years,
    bare,
    listed,
    roman,
    season,
    share_year,
    winter_years,
)

# Each row: nominative, locative, ablative, dative, as `Case` counts them.
MONTHS = tuple(
    (stem, stem + locative, stem + ablative, stem + dative)
    for stem, locative, ablative, dative in (
        ("қаңтар", "да", "дан", "ға"),
        ("ақпан", "да", "нан", "ға"),
        ("наурыз", "да", "дан", "ға"),
        ("сәуір", "де", "ден", "ге"),
        ("мамыр", "да", "дан", "ға"),
        ("маусым", "да", "нан", "ға"),
        ("шілде", "де", "ден", "ге"),
        ("тамыз", "да", "дан", "ға"),
        ("қыркүйек", "те", "тен", "ке"),
        ("қазан", "да", "нан", "ға"),
        ("қараша", "да", "дан", "ға"),
        ("желтоқсан", "да", "нан", "ға"),
    )
)
POSSESSIVE_MONTHS = (
    *("қаңтары", "ақпаны", "наурызы", "сәуірі", "мамыры", "маусымы"),
    *("шілдесі", "тамызы", "қыркүйегі", "қазаны", "қарашасы", "желтоқсаны"),
)
SEASONS = (("көктем", "і"), ("жаз", "ы"), ("күз", "і"), ("қыс", "ы"))
ORDINALS = ("бірінші", "екінші", "үшінші")
YEAR = ("жыл", "жылы", "жылдан", "жылға")
YEARS = ("жылдар", "жылдары", "жылдардан", "жылдарға")
CENTURY = ("ғасыр", "ғасырда", "ғасырдан", "ғасырға", "ғ.")
MISSING = {Missing.DAY: "күні белгісіз", Missing.MONTH: "айы белгісіз"}


def possessed(word: str, case: Case) -> str:
    """Decline a word in the third person possessive: күзі, күзінде, күзінен, күзіне."""
    back = any(letter in "аоұыуқғ" for letter in word[-3:])
    endings = ("", "нда", "нан", "на") if back else ("", "нде", "нен", "не")
    return word + endings[case.value]


class Kazakh:
    """The Kazakh wording of dates."""

    def stamp(self, stamp: Stamp, case: Case) -> str:
        """Write one date."""
        if stamp.missing in MISSING and case is not Case.SHORT:
            known = Stamp(stamp.year, stamp.age, stamp.month)
            return f"{self.stamp(known, case)} ({MISSING[stamp.missing]})"
        if stamp.year is None and (stamp.month or stamp.part):
            within = self.stamp(bare(stamp), case) if stamp.age else self._within("", stamp, case)
            age = stamp.age and stamp.age != "XXXX"
            ages = Case.SHORT if case is Case.SHORT else Case.FULL
            return f"{within} ({self._age(stamp, ages)})" if age else within
        if stamp.year is None:
            return self._age(stamp, case)
        number = f"б.з.б. {1 - stamp.year}" if stamp.year < 1 else str(stamp.year)
        if stamp.is_year or not (stamp.month or stamp.part):
            return number if case is Case.SHORT else f"{number} {YEAR[case.value]}"
        return self._within(number, stamp, case)

    def _within(self, number: str, stamp: Stamp, case: Case) -> str:
        """Write a date within a year; `number` is empty when the year is not said."""
        if case is Case.SHORT:
            return self._short(number, stamp)
        if stamp.part:
            year = winter_years(number, stamp)
            owner = f"{year} жылдың " if number else ""
            return owner + possessed(_part(stamp.part), case)
        month = MONTHS[(stamp.month or 1) - 1][case.value]
        owner = f"{number} жылғы " if number else ""
        return f"{owner}{stamp.day} {month}" if stamp.day else f"{owner}{month}"

    def _short(self, number: str, stamp: Stamp) -> str:
        if stamp.day and stamp.month:
            return f"{stamp.day:02}.{stamp.month:02}" + (f".{number}" if number else "")
        word = _short_part(stamp.part) if stamp.part else MONTHS[(stamp.month or 1) - 1][0]
        year = winter_years(number, stamp)
        return f"{year} ж. {word}" if number else word

    def _age(self, stamp: Stamp, case: Case) -> str:
        if stamp.decade is not None:
            return f"{stamp.decade}-{'ж.' if case is Case.SHORT else YEARS[case.value]}"
        if stamp.century is not None:
            return f"{roman(stamp.century)} {CENTURY[case.value]}"
        return f"{stamp.age} {YEARS[case.value] if case is not Case.SHORT else 'ж.'}"

    def joint(self, start: Stamp, end: Stamp, case: Case) -> str | None:
        """Write a span whose ends share words: 1941–1945 жылдары, 1943 жылғы 5–9 мамыр."""
        if are_years(start, end):
            years = f"{start.year}–{end.year}"
            return years if case is Case.SHORT else f"{years} {YEARS[case.value]}"
        if are_decades(start, end):
            return f"{start.decade}–{self._age(end, case)}"
        if not share_year(start, end) or not are_alike(start, end):
            return None
        return self._joint_days(start, end, case) if start.day else _joint_months(start, end, case)

    def _joint_days(self, start: Stamp, end: Stamp, case: Case) -> str | None:
        if case is Case.SHORT:
            return None
        if start.month == end.month:
            month = MONTHS[(end.month or 1) - 1][case.value]
            return f"{start.year} жылғы {start.day}–{end.day} {month}"
        if case is Case.LOCATIVE:
            return None
        return f"{self.stamp(start, case)} – {self.stamp(bare(end), case)}"

    def span(self, start: Stamp, end: Stamp) -> str:
        """Write a span in a sentence: 1941 жылғы 22 маусымнан 10 тамызға дейін."""
        last = self.stamp(bare(end) if share_year(start, end) else end, Case.TO)
        return f"{self.stamp(start, Case.FROM)} {last} дейін"

    def since(self, start: Stamp, *, known: bool) -> str:
        """Write an open end."""
        text = f"{self.stamp(start, Case.FROM)} бастап"
        return text if known else f"{text} (соңы белгісіз)"

    def until(self, end: Stamp, *, known: bool) -> str:
        """Write an open start; a year is meant to its end."""
        last = f"{end.year} жылдың соңына" if end.is_year else self.stamp(end, Case.TO)
        return f"{last} дейін" if known else f"{last} дейін (басы белгісіз)"

    def always(self) -> str:
        """Write a span open at both sides."""
        return "мерзімі шектелмеген"

    def listed(self, items: list[str], *, one_of: bool) -> str:
        """Join the members of a set."""
        return listed(items, " немесе " if one_of else " және ")

    def qualify(self, text: str, style: Style, *, uncertain: bool, approximate: bool) -> str:
        """Mark a wording as uncertain or approximate."""
        if style is Style.SHORT:
            return ("шам. " if approximate else "") + text + ("?" if uncertain else "")
        text = f"шамамен {text}" if approximate else text
        return f"болжам бойынша {text}" if uncertain else text


def _joint_months(start: Stamp, end: Stamp, case: Case) -> str:
    first, last = (start.month or 1) - 1, (end.month or 1) - 1
    if case is Case.SHORT:
        return f"{start.year} ж. {MONTHS[first][0]}–{MONTHS[last][0]}"
    last_word = possessed(POSSESSIVE_MONTHS[last], case)
    return f"{start.year} жылдың {MONTHS[first][0]}–{last_word}"


def _part(part: int) -> str:
    """Name a season, quarter, quadrimester or half as the year's own."""
    index = season(part)
    if index is not None:
        return "".join(SEASONS[index])
    if part < 37:
        return f"{roman(part - 32)} тоқсаны"
    if part < 40:
        return f"{ORDINALS[part - 37]} төртайлығы"
    return f"{ORDINALS[part - 40]} жартыжылдығы"


def _short_part(part: int) -> str:
    index = season(part)
    if index is not None:
        return SEASONS[index][0]
    if part < 37:
        return f"{roman(part - 32)} тоқсан"
    return f"{roman(part - 36)} төртайлық" if part < 40 else f"{roman(part - 39)} жартыжылдық"
