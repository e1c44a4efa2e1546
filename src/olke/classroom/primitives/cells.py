"""The cells of a board: which item hides at which topic and points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from olke.classroom.script import ScriptActivity
from olke.teaching.documents.items import AnyItem, Level
from olke.teaching.documents.parts import Text
from olke.teaching.primitives import BoardSettings


@dataclass(frozen=True)
class Cell:
    """An item with its place on the board: topic and row from 0, and its points."""

    item: AnyItem
    topic: int
    row: int
    points: int


@dataclass(frozen=True)
class Layout:
    """A board: topics from left to right, rows from few points to many."""

    topics: tuple[Text, ...]
    rows: tuple[int, ...]
    cells: tuple[Cell, ...]

    def at(self, row: int, topic: int) -> Cell | None:
        """Return the cell at a place; None where no item has those points."""
        return next((one for one in self.cells if (one.row, one.topic) == (row, topic)), None)

    def cell(self, name: str) -> Cell | None:
        """Return the cell of an item."""
        return next((one for one in self.cells if one.item.id == name), None)


def layout_of(activity: ScriptActivity, step: int) -> Layout:
    """Return the board of a step: a column for each topic, a row for each number of points.

    Where a topic has several items of the same points, there are as many rows of them.
    """
    settings: BoardSettings = activity.settings(step)
    items = activity.shown(step)
    topics = tuple(dict.fromkeys(item.topic for item in items))
    points = {item.id: points_of(item, items, settings.points) for item in items}
    most: Counter[int] = Counter()
    for topic in topics:
        found = Counter(points[item.id] for item in items if item.topic == topic)
        most |= found
    rows = tuple(sorted(most.elements()))
    seen: Counter[tuple[int, int]] = Counter()
    cells = []
    for item in items:
        place, worth = topics.index(item.topic), points[item.id]
        row = rows.index(worth) + seen[place, worth]
        seen[place, worth] += 1
        cells.append(Cell(item, place, row, worth))
    return Layout(topics, rows, tuple(cells))


def points_of(item: AnyItem, items: Sequence[AnyItem], points: Sequence[int]) -> int:
    """Return what an item is worth: its own points, those of its level, or of its place.

    Levels A, B, C stand for the fewest points to the most; without either, the items of a topic
    rise through the points in their order.
    """
    if item.points:
        return item.points
    rising = sorted(points)
    if item.level:
        place = list(Level).index(item.level)
        return rising[round(place * (len(rising) - 1) / (len(Level) - 1))]
    alike = [one.id for one in items if one.topic == item.topic]
    return rising[alike.index(item.id) % len(rising)]
