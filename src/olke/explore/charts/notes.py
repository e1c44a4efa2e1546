"""What a reader must be told beside a chart."""

from __future__ import annotations

from django.utils.translation import gettext, ngettext

from olke.evidence.models import Review
from olke.explore.charts.assembly import money_before
from olke.explore.charts.series import Panel, Series, Style
from olke.explore.charts.wording import length_label, panel_title, years_label


def notes_on(series: Series) -> list[str]:
    """Say what the picture alone could mislead about."""
    notes = [
        note
        for tell in (
            _apart,
            _reformed,
            _mixed,
            _gaps,
            _breaks,
            _several,
            _open,
            _questioned,
            _not_drawn,
        )
        for note in tell(series)
    ]
    return list(dict.fromkeys(notes))


def _timed(series: Series) -> list[Panel]:
    return [panel for panel in series.panels if panel.style is not Style.ROWS]


def _apart(series: Series) -> list[str]:
    lengths = {panel.length for panel in series.panels if panel.length is not None}
    if len(lengths) < 2:
        return []
    listed = ", ".join(length_label(length) for length in sorted(lengths))
    return [
        gettext("Periods of different length are drawn apart: %(lengths)s.") % {"lengths": listed}
    ]


def _reformed(series: Series) -> list[str]:
    moneys = {
        (mark.observation.quantity.unit, money_before(mark.observation))
        for panel in series.panels
        for mark in panel.marks
    }
    units = [unit for unit, reforms in moneys if reforms]
    if not any(len({money for unit, money in moneys if unit == one}) > 1 for one in units):
        return []
    return [gettext("Sums before and after a money reform are other money and are drawn apart.")]


def _mixed(series: Series) -> list[str]:
    for panel in _timed(series):
        if panel.length is None and len(panel.lengths) > 1:
            listed = ", ".join(length_label(length) for length in panel.lengths)
            return [
                gettext(
                    "The figures are for periods of different length (%(lengths)s); a line "
                    "through a dot shows how long, and only equal periods are joined."
                )
                % {"lengths": listed}
            ]
    return []


def _gaps(series: Series) -> list[str]:
    panels = [panel for panel in _timed(series) if panel.missing_years]
    if len(panels) == 1:
        years = years_label(panels[0].missing_years)
        return [gettext("No figure for %(years)s.") % {"years": years}]
    if len(panels) > 3:
        return [gettext("A year without a mark is a year without a figure.")]
    return [
        gettext("%(what)s: no figure for %(years)s.")
        % {"what": panel_title(panel), "years": years_label(panel.missing_years)}
        for panel in panels
    ]


def _breaks(series: Series) -> list[str]:
    return [
        gettext("The series breaks in %(year)s: %(why)s.")
        % {"year": int(gap.year), "why": gap.label}
        for panel in series.panels
        for gap in panel.breaks
    ]


def _several(series: Series) -> list[str]:
    if not any(mark.turns > 1 for panel in series.panels for mark in panel.marks):
        return []
    return [gettext("Where several claims tell of the same point, each is drawn.")]


def _open(series: Series) -> list[str]:
    if not any(mark.length.is_open for panel in _timed(series) for mark in panel.marks):
        return []
    return [gettext("A dashed edge in time means that the source gives no beginning or no end.")]


def _questioned(series: Series) -> list[str]:
    marks = [mark.observation for panel in series.panels for mark in panel.marks]
    count = sum(one.review is Review.QUESTIONED for one in marks)
    if not count:
        return []
    said = ngettext(
        "%(count)d claim is questioned and marked with “?”.",
        "%(count)d claims are questioned and marked with “?”.",
        count,
    )
    return [said % {"count": count}]


def _not_drawn(series: Series) -> list[str]:
    said = []
    if count := len(series.undated):
        words = ngettext(
            "%(count)d claim without a date stands only in the table.",
            "%(count)d claims without a date stand only in the table.",
            count,
        )
        said.append(words % {"count": count})
    if count := len(series.set_aside):
        words = ngettext(
            "%(count)d withdrawn or deprecated claim stands only in the table.",
            "%(count)d withdrawn or deprecated claims stand only in the table.",
            count,
        )
        said.append(words % {"count": count})
    return said
