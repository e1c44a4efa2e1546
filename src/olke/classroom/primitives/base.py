"""What every primitive does in a class, whichever it is.

A *play* knows one primitive: which turns a step has, what an answer may be, what each audience sees
of it, and the teacher's commands of its own. It keeps nothing between calls: all there is stands in
the database and reaches it as a ``Moment``.
"""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar

from olke.classroom.errors import CommandError
from olke.classroom.models import Turn
from olke.classroom.moment import Learner, Moment
from olke.classroom.script import Script, ScriptActivity
from olke.teaching.documents.items import AnyItem
from olke.teaching.methods.dealing import Seat
from olke.teaching.primitives import Primitive

Shown = dict[str, Any]
"""Plain data for a screen, in one language, as JSON carries it."""


@dataclass(frozen=True)
class Sent:
    """An answer as it came, before anything is known of it."""

    item: str
    number: int
    value: object


@dataclass(frozen=True)
class Asked:
    """What an answer is an answer to, and from which place in the class it comes.

    ``item`` is None where the answer's item is none of the activity's (a column, a field, votes).
    ``parties`` are all for whom the learner's answers count: the learner, and each group so far.
    ``known`` are answers of the turn's class that the value may refer to, by number; a play that
    has votes or picks asks for them with ``refers_to``.
    """

    script: Script
    activity: ScriptActivity
    step: int
    turn: Turn
    item: AnyItem | None
    seat: Seat
    participant: int = 0
    parties: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Checked:
    """An answer that can be kept: the value as it is stored, whether it is right, its points."""

    value: Any
    right: bool | None = None
    points: Decimal = Decimal(0)


@dataclass(frozen=True)
class Opening:
    """How a turn begins: the groups that answer as one, and the primitive's own data."""

    series: int = 0
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Own:
    """What the one button does next, where that is a command of the primitive's own.

    ``label`` says it in the language in force.
    """

    name: str
    data: Mapping[str, str]
    label: str


class Play(ABC):
    """One primitive in a class."""

    primitive: ClassVar[Primitive]
    hard: ClassVar[bool] = False
    """The end of the clock ends the answers, too."""
    changes: ClassVar[bool] = True
    """An answer may be changed while the turn is open."""
    keeps_late: ClassVar[bool] = False
    """A change that comes after the end is kept beside what counted, as late."""
    tells_own: ClassVar[bool] = False
    """What a learner sends changes more of what their own phone shows than the answer itself."""

    def items_in_turn(self, activity: ScriptActivity, step: int) -> tuple[str, ...]:
        """Return the items that are opened one after another; ``("",)`` for all at once."""
        del activity, step
        return ("",)

    def takes_answers(self, activity: ScriptActivity, step: int) -> bool:
        """Tell whether learners can send something; a step without is shown, and then over."""
        del activity, step
        return True

    def reveals(self, activity: ScriptActivity, step: int) -> bool:
        """Tell whether there is something to reveal after the end: a solution, a result."""
        del activity, step
        return False

    def reveals_now(self, moment: Moment) -> bool:
        """Tell whether there is something to reveal of the turn that is shown."""
        return self.reveals(moment.activity, moment.step_number)

    def is_personal(self, activity: ScriptActivity, step: int) -> bool:
        """Tell whether each phone is shown something of its own when a turn opens."""
        return activity.steps[step].items in {"dealt", "chosen"}

    def seconds(self, activity: ScriptActivity, step: int, item: str) -> int:
        """Return how long a turn is open by the clock."""
        del item
        return activity.seconds[step]

    def answers_by(self, activity: ScriptActivity, step: int) -> str:
        """Return who answers together: each, pair or group."""
        return str(getattr(activity.settings(step), "by", "each"))

    def opening(self, moment: Moment, item: str) -> Opening:
        """Do what opening a turn asks for, within its transaction, and say how it begins."""
        del moment, item
        return Opening()

    def closing(self, moment: Moment) -> None:
        """Do what the end of a turn asks for, within its transaction."""
        del moment

    def revealing(self, moment: Moment) -> None:
        """Do what revealing a turn asks for, within its transaction."""
        del moment

    def own_next(self, moment: Moment) -> Own | None:
        """Return the command that the one button does while a turn is open; None: it ends it."""
        del moment
        return None

    @abstractmethod
    def check(self, asked: Asked, sent: Sent) -> Checked:
        """Return an answer ready to be kept. Raises ``RefusedError`` for one that cannot be."""

    @abstractmethod
    def for_phones(self, moment: Moment, language: str) -> Shown:
        """Return what every phone shows of the turn: the ``show`` of the protocol."""

    def for_learners(
        self, moment: Moment, learners: Sequence[Learner], language: str
    ) -> dict[int, Shown]:
        """Return what only some learners' phones show, by participant: items dealt to them."""
        del moment, learners, language
        return {}

    @abstractmethod
    def for_projector(self, moment: Moment, language: str) -> Shown:
        """Return what the projector shows: counts, cards the teacher let through, the solution."""

    def for_console(self, moment: Moment, language: str) -> Shown:
        """Return what the teacher sees besides the projector's: entries to let through."""
        return self.for_projector(moment, language)

    def command(self, moment: Moment, name: str, data: Mapping[str, str]) -> None:
        """Do what the teacher asks of this primitive alone, within the transaction.

        Raises ``CommandError`` for what it does not know or cannot do now.
        """
        del moment, name, data
        raise CommandError("command-unknown")

    def follows(self, moment: Moment) -> bool:
        """Tell whether a turn that is over has more to show, one thing after another."""
        del moment
        return False

    def follow(self, moment: Moment) -> None:
        """Show the next thing, within the transaction. What is shown is ``stage`` in the data."""
        del moment

    def settle(self, moment: Moment) -> None:
        """Do what follows from any change of the class, within its transaction.

        It is called after each of the teacher's commands, and must cost little where it does
        nothing.
        """
        del moment

    def spoke(self, moment: Moment) -> set[str]:
        """Return the parties that a rehearsal need not ask again."""
        return {kept.party for kept in moment.answers(moment.turn)}

    def simulated(self, asked: Asked, chance: random.Random) -> list[Sent]:
        """Return what a simulated learner would send; nothing where it has nothing to say."""
        del asked, chance
        return []

    def is_anonymous(self, activity: ScriptActivity, step: int) -> bool:
        """Tell whether nobody, the teacher included, is told who sent what."""
        return bool(getattr(activity.settings(step), "anonymous", False))

    def summary(self, moment: Moment, language: str) -> list[Shown]:
        """Return what the report says of a turn: a row for each item or question asked.

        A row has ``item`` and ``text``, ``answered`` (how many parties), ``right`` (how many of
        the ``judged``, None where nothing is judged), ``bars`` (``label``, ``count``, ``right``),
        ``entries`` (``id``, ``text``, ``by`` empty where anonymous, ``count`` of votes, ``note``,
        ``hidden``) and, where there is a solution, ``answer``, ``explanation`` and ``evidence``
        as ``showing.solution_shown`` gives them. Whatever a row does not have is left out.
        """
        del moment, language
        return []
