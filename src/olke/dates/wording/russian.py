"""Russian: 5 мая 1943 г., в первом полугодии 1948 года, за 9 месяцев 1946 года."""

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

# Each row: nominative, with its preposition where one says when, genitive, accusative.
MONTHS = (
    ("январь", "январе", "января"),
    ("февраль", "феврале", "февраля"),
    ("март", "марте", "марта"),
    ("апрель", "апреле", "апреля"),
    ("май", "мае", "мая"),
    ("июнь", "июне", "июня"),
    ("июль", "июле", "июля"),
    ("август", "августе", "августа"),
    ("сентябрь", "сентябре", "сентября"),
    ("октябрь", "октябре", "октября"),
    ("ноябрь", "ноябре", "ноября"),
    ("декабрь", "декабре", "декабря"),
)
SHORT_MONTHS = (
    *("янв.", "февр.", "март", "апр.", "май", "июнь"),
    *("июль", "авг.", "сент.", "окт.", "нояб.", "дек."),
)
SEASONS = (
    ("весна", "весной", "с весны", "по весну"),
    ("лето", "летом", "с лета", "по лето"),
    ("осень", "осенью", "с осени", "по осень"),
    ("зима", "зимой", "с зимы", "по зиму"),
)
THIRDS = (
    ("первая треть", "в первой трети", "с первой трети", "по первую треть"),
    ("вторая треть", "во второй трети", "со второй трети", "по вторую треть"),
    ("последняя треть", "в последней трети", "с последней трети", "по последнюю треть"),
)
HALVES = (
    ("первое полугодие", "в первом полугодии", "с первого полугодия", "по первое полугодие"),
    ("второе полугодие", "во втором полугодии", "со второго полугодия", "по второе полугодие"),
)
YEAR = ("{} год", "в {} году", "с {} года", "по {} год")
YEARS = ("{} гг.", "в {} годах", "с {} годов", "по {} годы")
DECADE = ("{}-е годы", "в {}-е годы", "с {}-х годов", "по {}-е годы", "{}-е")
CENTURY = ("{} век", "в {} веке", "с {} века", "по {} век", "{} в.")
MISSING = {Missing.DAY: "день неизвестен", Missing.MONTH: "месяц неизвестен"}


class Russian:
    """The Russian wording of dates."""

    def stamp(self, stamp: Stamp, case: Case) -> str:
        """Write one date."""
        if stamp.missing in MISSING and case is not Case.SHORT:
            known = Stamp(stamp.year, stamp.age, stamp.month)
            return f"{self.stamp(known, case)} ({MISSING[stamp.missing]})"
        if stamp.year is None and (stamp.month or stamp.part):
            within = _within(stamp, case)
            age = stamp.age and stamp.age != "XXXX"
            ages = Case.SHORT if case is Case.SHORT else Case.FULL
            return f"{within} ({self._age(stamp, ages)})" if age else within
        if stamp.year is None:
            return self._age(stamp, case)
        era = " до н. э." if stamp.year < 1 else ""
        number = str(1 - stamp.year if era else stamp.year)
        if not (stamp.month or stamp.part):
            return (number if case is Case.SHORT else YEAR[case.value].format(number)) + era
        number = winter_years(number, stamp)
        if case is Case.SHORT and stamp.day:
            return f"{stamp.day:02}.{stamp.month:02}.{number}{era}"
        ending = {Case.FULL: " г.", Case.SHORT: ""}.get(case, " года")
        return f"{_within(stamp, case)} {number}{ending}{era}"

    def _age(self, stamp: Stamp, case: Case) -> str:
        if stamp.decade is not None:
            return DECADE[case.value].format(stamp.decade)
        if stamp.century is not None:
            return CENTURY[case.value].format(roman(stamp.century))
        return str(stamp.age) if case is Case.SHORT else YEARS[case.value].format(stamp.age)

    def joint(self, start: Stamp, end: Stamp, case: Case) -> str | None:
        """Write a span whose ends share words: 1941–1945 гг., 9 месяцев 1946 г., 5–9 мая 1943 г."""
        if are_years(start, end):
            years = f"{start.year}–{end.year}"
            return years if case is Case.SHORT else YEARS[case.value].format(years)
        if are_decades(start, end):
            return DECADE[case.value].format(f"{start.decade}–{end.decade}")
        if not share_year(start, end) or not are_alike(start, end):
            return None
        return _joint_days(start, end, case) if start.day else _joint_months(start, end, case)

    def span(self, start: Stamp, end: Stamp) -> str:
        """Write a span in a sentence: с 22 июня по 10 августа 1941 года."""
        first = (
            _within(start, Case.FROM) if share_year(start, end) else self.stamp(start, Case.FROM)
        )
        return f"{first} {self.stamp(end, Case.TO)}"

    def since(self, start: Stamp, *, known: bool) -> str:
        """Write an open end."""
        text = self.stamp(start, Case.FROM)
        return text if known else f"{text} (конец неизвестен)"

    def until(self, end: Stamp, *, known: bool) -> str:
        """Write an open start; a year is meant to its end."""
        text = f"до конца {end.year} года" if end.is_year else self.stamp(end, Case.TO)
        return text if known else f"{text} (начало неизвестно)"

    def always(self) -> str:
        """Write a span open at both sides."""
        return "без ограничения срока"

    def listed(self, items: list[str], *, one_of: bool) -> str:
        """Join the members of a set."""
        return listed(items, " или " if one_of else " и ")

    def qualify(self, text: str, style: Style, *, uncertain: bool, approximate: bool) -> str:
        """Mark a wording as uncertain or approximate."""
        if style is Style.SHORT:
            return ("ок. " if approximate else "") + text + ("?" if uncertain else "")
        text = f"примерно {text}" if approximate else text
        return f"предположительно {text}" if uncertain else text


def _within(stamp: Stamp, case: Case) -> str:
    """Write the day, month or part of a year, without the year."""
    if stamp.part:
        return _part(stamp.part, case)
    nominative, prepositional, genitive = MONTHS[(stamp.month or 1) - 1]
    if stamp.day:
        with_preposition = {Case.FROM: "со " if stamp.day == 2 else "с ", Case.TO: "по "}
        return f"{with_preposition.get(case, '')}{stamp.day} {genitive}"
    return {
        Case.LOCATIVE: f"в {prepositional}",
        Case.FROM: f"с {genitive}",
        Case.TO: f"по {nominative}",
    }.get(case, nominative)


def _part(part: int, case: Case) -> str:
    index = season(part)
    if case is Case.SHORT and part >= 33:
        names = {0: ("кв.", 32), 1: ("треть", 36), 2: ("полуг.", 39)}
        word, before = names[(part > 36) + (part > 39)]
        return f"{roman(part - before)} {word}"
    row = min(case.value, 3) if case is not Case.SHORT else 0
    if index is not None:
        return SEASONS[index][row]
    if part < 37:
        number = roman(part - 32)
        into = "во" if part == 34 else "в"
        since = "со" if part == 34 else "с"
        forms = (f"{number} квартал", f"{into} {number} квартале", f"{since} {number} квартала")
        return (*forms, f"по {number} квартал")[row]
    return THIRDS[part - 37][row] if part < 40 else HALVES[part - 40][row]


def _joint_months(start: Stamp, end: Stamp, case: Case) -> str:
    """Write months of one year; from January on they are counted, as reports do."""
    first, last = (start.month or 1) - 1, (end.month or 1) - 1
    if case is Case.SHORT:
        return f"{SHORT_MONTHS[first]}–{SHORT_MONTHS[last]} {start.year}"
    ending = "г." if case is Case.FULL else "года"
    if first == 0:
        word = "месяца" if last in (1, 2, 3) else "месяцев"
        counted = f"{last + 1} {word} {start.year} {ending}"
        return counted if case is Case.FULL else f"за {counted}"
    if case is Case.FULL:
        return f"{MONTHS[first][0]}–{MONTHS[last][0]} {start.year} {ending}"
    return f"в {MONTHS[first][1]}–{MONTHS[last][1]} {start.year} {ending}"


def _joint_days(start: Stamp, end: Stamp, case: Case) -> str | None:
    if case is Case.SHORT:
        return None
    ending = "г." if case is Case.FULL else "года"
    last = f"{end.day} {MONTHS[(end.month or 1) - 1][2]} {start.year} {ending}"
    if start.month == end.month:
        return f"{start.day}–{last}"
    first = _within(bare(start), Case.FULL)
    return f"{first} – {last}" if case is Case.FULL else None
