"""The rules of the board: teams choose a cell in turn, and what one cannot answer the next may.

Pure: a game is a value, each move gives the next one. Teams are counted from 0; a class that plays
together is one team.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any


class Stage(StrEnum):
    """What goes on."""

    CHOOSE = "choose"
    ASK = "ask"
    SHOWN = "shown"
    OVER = "over"


class MoveError(Exception):
    """A move that the rules do not allow now."""


@dataclass(frozen=True)
class Game:
    """A board at one moment.

    ``done`` says of each cell that was played which team got it, None for nobody. ``chooser`` is
    the team whose turn it is to choose, ``asked`` the one that may answer the open ``cell``,
    ``tried`` those that could not.
    """

    teams: int
    cells: tuple[str, ...]
    stage: Stage = Stage.CHOOSE
    chooser: int = 0
    cell: str = ""
    asked: int = 0
    tried: tuple[int, ...] = ()
    done: Mapping[str, int | None] = field(default_factory=dict)

    @classmethod
    def of(cls, data: Mapping[str, Any], cells: tuple[str, ...]) -> Game:
        """Return a game from plain data."""
        told = {**data, "stage": Stage(data["stage"]), "tried": tuple(data["tried"])}
        return cls(cells=cells, **told)

    def plain(self) -> dict[str, Any]:
        """Return the game as plain data, without the cells: those are the lesson's."""
        told = asdict(self)
        del told["cells"]
        return {**told, "tried": list(self.tried), "stage": self.stage.value}

    @property
    def round(self) -> int:
        """How many cells were played."""
        return len(self.done)

    @property
    def hidden(self) -> tuple[str, ...]:
        """The cells that nobody has opened yet."""
        return tuple(cell for cell in self.cells if cell not in self.done and cell != self.cell)

    def follower(self) -> int | None:
        """Return the team that the open cell would be passed on to; None: all have tried."""
        turns = ((self.asked + step) % self.teams for step in range(1, self.teams))
        return next((team for team in turns if team not in self.tried), None)

    def opened(self, cell: str) -> Game:
        """Open a cell for the team that chose it. Raises ``MoveError``."""
        if self.stage != Stage.CHOOSE or cell not in self.hidden:
            raise MoveError
        return replace(self, stage=Stage.ASK, cell=cell, asked=self.chooser, tried=())

    def judged(self, *, right: bool, passed: bool) -> Game:
        """Judge the answer: the cell is won, passed on, or lost. Raises ``MoveError``."""
        if self.stage != Stage.ASK:
            raise MoveError
        if right:
            return self._played(self.asked)
        tried = replace(self, tried=(*self.tried, self.asked))
        follower = tried.follower() if passed else None
        if follower is None:
            return self._played(None)
        return replace(tried, asked=follower)

    def given_up(self) -> Game:
        """Give the open cell to nobody. Raises ``MoveError``."""
        if self.stage != Stage.ASK:
            raise MoveError
        return self._played(None)

    def gone_on(self) -> Game:
        """Let the next team choose; the game is over once every cell was played."""
        if self.stage != Stage.SHOWN:
            raise MoveError
        stage = Stage.CHOOSE if self.hidden else Stage.OVER
        return replace(self, stage=stage, cell="", chooser=(self.chooser + 1) % self.teams)

    def corrected(self, cell: str, team: int | None) -> Game:
        """Give a cell that was played to another team, or to nobody."""
        if cell not in self.done or not (team is None or 0 <= team < self.teams):
            raise MoveError
        return replace(self, done={**self.done, cell: team})

    def _played(self, team: int | None) -> Game:
        return replace(self, stage=Stage.SHOWN, done={**self.done, self.cell: team})
