"""A figure ready for a page: two drawings, legend, notes, sources, table, downloads."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from olke.explore.charts.drawing.figure import (
    NARROW,
    WIDE,
    Lettered,
    colour_order,
    draw_for_file,
    draw_for_page,
    year_span,
)
from olke.explore.charts.drawing.frame import Frame
from olke.explore.charts.drawing.legend import LegendItem, legend_of, symbol_markup
from olke.explore.charts.notes import notes_on
from olke.explore.charts.observations import Cited, Observation
from olke.explore.charts.series import Panel, Series
from olke.explore.charts.tabling import Row, rows_of
from olke.measures import Registry

MOST_ROWS = 300  # on a page; a file has all
MOST_PANELS = 8  # more would bury the page; the table still has every claim


@dataclass(frozen=True)
class Figure:
    """One figure. path and query: the address that reproduces it.

    years: the axis the reader asked for (last exclusive), or None for all there is. most: panels
    drawn. shared_first: leave out panels of a single subject where any panel has several.
    """

    title: str
    series: Series
    registry: Registry
    subtitle: str = ""
    path: str = ""
    query: str = ""
    years: tuple[int, int] | None = None
    most: int = MOST_PANELS
    shared_first: bool = False

    @cached_property
    def identity(self) -> str:
        """A short name, the same for the same figure and unlike that of another on the page."""
        keys = "|".join(one.key for one in self.series.observations)
        text = f"{self.path}?{self.query}|{self.title}|{keys}"
        return "f" + hashlib.sha256(text.encode()).hexdigest()[:8]

    @property
    def address(self) -> str:
        """The address that reproduces it."""
        return f"{self.path}?{self.query}" if self.query else self.path

    @property
    def downloads(self) -> list[tuple[str, str]]:
        """Labels and addresses of its files."""
        stem = self.path.rstrip("/")
        return [
            (form.upper(), f"{stem}.{form}?{self.query}") for form in ("csv", "xlsx", "svg", "png")
        ]

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The panels that are drawn."""
        panels = self.series.panels
        shared = self._shared if self.shared_first else ()
        return (shared or panels)[: self.most]

    @cached_property
    def _shared(self) -> tuple[Panel, ...]:
        return tuple(panel for panel in self.series.panels if len(_subjects(panel)) > 1)

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Every claim of the figure, also those that only the table shows."""
        return self.series.observations

    def frame(self, width: float, *, links: bool = True) -> Frame:
        """Give the common measures of a drawing this wide."""
        return Frame(
            width=width,
            registry=self.registry,
            years=year_span(self.panels, self.years),
            names=colour_order(self.panels),
            # Between a comparison's heading and its drawing stands the table.
            title="" if self.shared_first else self.title,
            links=links,
        )

    @cached_property
    def wide(self) -> SafeString:
        """The drawing for a page."""
        return self._drawing(WIDE, "w")

    @cached_property
    def narrow(self) -> SafeString:
        """The drawing for a phone."""
        return self._drawing(NARROW, "n")

    def _drawing(self, width: int, suffix: str) -> SafeString:
        svg = draw_for_page(
            self.panels,
            self.frame(width),
            identity=f"{self.identity}-{suffix}",
            label=self.title,
        )
        # Made by an XML writer from escaped text: nothing in it is markup of somebody else.
        return mark_safe(svg)  # noqa: S308

    @cached_property
    def legend(self) -> tuple[LegendItem, ...]:
        """What the symbols mean."""
        return legend_of(self.panels, self.frame(WIDE))

    @property
    def symbols(self) -> list[tuple[SafeString, str]]:
        """The legend's drawings with their words."""
        return [
            (mark_safe(symbol_markup(item, f"{self.identity}-l{place}")), item.words)  # noqa: S308
            for place, item in enumerate(self.legend)
        ]

    @cached_property
    def notes(self) -> list[str]:
        """What the picture alone could mislead about."""
        alone = self.shared_first and self.panels and not self._shared
        apart = [gettext("They have no number of the same kind; each is drawn by itself.")]
        more = len(self.series.panels) - len(self.panels)
        left = [gettext("%(count)d further charts stand only in the table.") % {"count": more}]
        notes = notes_on(replace(self.series, panels=self.panels))
        return [*(apart if alone else []), *notes, *(left if more else [])]

    @cached_property
    def sources(self) -> tuple[Cited, ...]:
        """Every citation behind the figure, each once."""
        cited = {cited.label: cited for one in self.observations for cited in one.citations}
        return tuple(cited.values())

    @property
    def rows(self) -> list[Row]:
        """The claims as rows of the table; of a very long one, the first ``MOST_ROWS``."""
        return rows_of(self.observations[:MOST_ROWS], self.registry)

    @property
    def left_out(self) -> int:
        """How many claims the table on the page leaves to the files."""
        return max(0, len(self.observations) - MOST_ROWS)

    def sources_line(self) -> str:
        """Say what the figure rests on, in one line for a file."""
        return gettext("Sources: %(sources)s") % {
            "sources": "; ".join(cited.label for cited in self.sources)
        }

    def file_markup(self, origin: str = "") -> str:
        """Draw the figure with everything it needs to stand by itself.

        origin: the region and edition that the numbers were taken from.
        """
        lettered = Lettered(
            title=self.title,
            subtitle=self.subtitle,
            legend=self.legend,
            notes=tuple(self.notes),
            sources=self.sources_line() if self.sources else "",
            origin=origin,
        )
        return draw_for_file(self.panels, self.frame(WIDE, links=False), lettered)


def _subjects(panel: Panel) -> set[str]:
    return {mark.observation.subject.key for mark in panel.marks}


def subtitle_of(observations: Sequence[Observation]) -> str:
    """Name the subjects of a figure, where they are few."""
    names = list(dict.fromkeys(one.subject.label for one in observations))
    return ", ".join(names) if len(names) <= 3 else ""
