"""Day numbers in the proleptic Gregorian calendar, for any year.

Day 1 is 0001-01-01, as in `dt.date.toordinal`, but years before 1 and after 9999 work too.
Year 0 is 1 BC (ISO 8601-1:2019, 4.2.1). The month arithmetic counts from 1 March, so that the leap
day ends its year (E. G. Richards, Calendars, in Explanatory Supplement to the Astronomical Almanac,
3rd ed., 2013, ch. 15).
"""

import datetime as dt

DAYS_IN_400_YEARS = 146_097


def is_leap(year: int) -> bool:
    """Tell whether a Gregorian year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month (1-12)."""
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_number(year: int, month: int, day: int) -> int:
    """Number a day; equals `date(year, month, day).toordinal()` where that exists."""
    era, year_of_era = divmod(year - (month <= 2), 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    leap_days = year_of_era // 4 - year_of_era // 100
    return era * DAYS_IN_400_YEARS + year_of_era * 365 + leap_days + day_of_year - 305


def calendar_day(number: int) -> tuple[int, int, int]:
    """Give year, month and day of a day number: the inverse of `day_number`."""
    era, day_of_era = divmod(number + 305, DAYS_IN_400_YEARS)
    year_of_era = (
        day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = (shifted + 2) % 12 + 1
    return (
        era * 400 + year_of_era + (month <= 2),
        month,
        day_of_year - (153 * shifted + 2) // 5 + 1,
    )


def as_date(number: int | None) -> dt.date | None:
    """Give the `date` of a day number, or None where there is none (open, years before 1)."""
    if number is None or not 1 <= number <= dt.date.max.toordinal():
        return None
    return dt.date.fromordinal(number)
