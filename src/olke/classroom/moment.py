"""A class at one moment: what is shown is made from this, for every audience and language.

Everything is read from the database when it is first asked for and then kept, so that rendering for
three audiences in three languages costs no more statements than one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any

from django.db.models import Count, Q, Sum

from olke.classroom.models import (
    Answer,
    Award,
    EntryState,
    Group,
    LiveClass,
    Membership,
    Moderation,
    NameState,
    Participant,
    Turn,
)
from olke.classroom.script import Script, ScriptActivity
from olke.teaching.methods.dealing import Seat
from olke.teaching.methods.method import Step

SCRIPTS_KEPT = 32


@dataclass(frozen=True)
class Learner:
    """A participant, light enough for a thousand of them."""

    id: int
    seat: str
    name: str
    name_state: str
    language: str
    seen_at: datetime
    simulated: bool = False
    number: int = 0
    """Counts those who joined, from 1, and stays. It stands where a name may not: the seat code is
    a key to the seat, and no screen but the teacher's and the learner's own shows it."""

    @property
    def shown_name(self) -> str:
        """What others may call the learner: the name that the teacher let through, or a number."""
        return self.name if self.name and self.name_state == NameState.SHOWN else f"№ {self.number}"

    @property
    def called(self) -> str:
        """What those call the learner who sit together: the name, or a number."""
        return self.name or f"№ {self.number}"


@dataclass(frozen=True)
class Team:
    """A group with its members in their order, and each one's role, counted from 0."""

    id: int
    series: int
    number: int
    kind: str
    made_of: int
    members: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Kept:
    """An answer with what the teacher decided about it."""

    id: int
    turn: int
    participant: int
    group: int | None
    party: str
    item: str
    number: int
    value: Any
    edit: int
    received_at: datetime
    changed_at: datetime
    late: bool
    right: bool | None
    points: Decimal
    state: str = EntryState.WAITING
    pinned: bool = False
    picked: int = 0
    answered: bool = False
    merged_into: int | None = None
    note: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether others may read it."""
        return self.state == EntryState.SHOWN and self.merged_into is None


class Moment:
    """A class as it is, with its script and the turn that matters.

    ``turn`` is the one to be shown; a report passes others, one by one.
    """

    def __init__(self, live: LiveClass, turn: Turn | None = None) -> None:
        self.live = live
        self.turn = turn or live.turn
        self.now = datetime.now(UTC)

    @cached_property
    def script(self) -> Script:
        """The frozen lesson: parsed once a process, it never changes."""
        return script_of_class(self.live)

    @cached_property
    def activity(self) -> ScriptActivity:
        """The activity that is shown."""
        if self.turn:
            return self.script.activity(self.turn.activity)
        return self.script.activities[self.live.activity]

    @property
    def step_number(self) -> int:
        """The number of the step that is shown, from 0."""
        return self.turn.step if self.turn else self.live.step

    @property
    def step(self) -> Step | None:
        """The step that is shown; None where the teacher just speaks."""
        steps = self.activity.steps
        return steps[self.step_number] if steps else None

    @cached_property
    def learners(self) -> dict[int, Learner]:
        """Everybody who joined and was not removed, in the order of joining: one statement."""
        rows = Participant.objects.filter(live_class=self.live).values_list(
            "id", "seat", "name", "name_state", "language", "seen_at", "simulated", "removed_at"
        )
        return {
            row[0]: Learner(*row[:-1], number=number)
            for number, row in enumerate(rows.order_by("id"), 1)
            if row[-1] is None
        }

    @cached_property
    def teams(self) -> tuple[Team, ...]:
        """Every group of every series: two statements."""
        members: dict[int, list[tuple[int, int]]] = defaultdict(list)
        rows = Membership.objects.filter(
            group__live_class=self.live, participant__removed_at=None
        ).values_list("group_id", "participant_id", "role")
        for group, participant, role in rows.order_by("role", "id"):
            members[group].append((participant, role))
        groups = Group.objects.filter(live_class=self.live)
        return tuple(
            Team(g.pk, g.series, g.number, g.kind, g.made_of, tuple(members[g.pk])) for g in groups
        )

    def series(self, number: int) -> tuple[Team, ...]:
        """Return the groups that were made together, in order."""
        return tuple(team for team in self.teams if team.series == number) if number else ()

    def team_of(self, participant: int, series: int) -> Team | None:
        """Return a learner's group of a series."""
        return self._teams_by_member.get((participant, series))

    @cached_property
    def _teams_by_member(self) -> dict[tuple[int, int], Team]:
        return {(one, team.series): team for team in self.teams for one, _ in team.members}

    def parties(self, series: int) -> dict[int, str]:
        """Return for whom each learner's answer counts, where the groups of a series answer."""
        named = {one: f"g{team.id}" for team in self.series(series) for one, _ in team.members}
        return {one: named.get(one, f"p{one}") for one in self.learners}

    def seat_of(self, participant: int, chosen: Mapping[int, int] | None = None) -> Seat:
        """Return a learner's place among the standing groups, and the option chosen in a poll."""
        standing = self.series(self.live.series)
        team = self.team_of(participant, self.live.series)
        option = (chosen or {}).get(participant)
        if team is None:
            return Seat(0, max(len(standing), 1), option)
        return Seat(team.number - 1, len(standing), option)

    def named(self, kept: Kept) -> str:
        """Return who sent something, for the teacher: name or seat; of a group its number."""
        if kept.group is not None:
            return next((str(team.number) for team in self.teams if team.id == kept.group), "")
        learner = self.learners.get(kept.participant)
        return (learner.name or learner.seat) if learner else ""

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Every turn so far, in order: one statement."""
        return tuple(Turn.objects.filter(live_class=self.live).order_by("number"))

    def turns_of(self, activity: str, step: int) -> tuple[Turn, ...]:
        """Return the turns of a step's latest attempt."""
        found = [turn for turn in self.turns if turn.activity == activity and turn.step == step]
        latest: dict[str, Turn] = {turn.item: turn for turn in found}
        return tuple(latest.values())

    def taken_up(self) -> tuple[Turn, ...]:
        """Return the turns of the earlier step that this one goes on with, through to the first.

        A step that takes up one that took up another has the turns of both: questions, then votes.
        """
        found: list[Turn] = []
        steps, number = self.activity.steps, self.step.takes_up if self.step else 0
        while number:
            found += self.turns_of(self.activity.id, number - 1)
            number = steps[number - 1].takes_up
        return tuple(found)

    def answers(self, *turns: Turn | None) -> list[Kept]:
        """Return what was sent in some turns, in the order it came; late ones are left out."""
        return [kept for kept in self._answers(turns) if not kept.late]

    def all_answers(self, *turns: Turn | None) -> list[Kept]:
        """Return everything that was sent in some turns, the late ones too."""
        return self._answers(turns)

    def _answers(self, turns: Iterable[Turn | None]) -> list[Kept]:
        wanted = {turn.pk for turn in turns if turn}
        missing = wanted - self._read.keys()
        self._read.update({pk: [] for pk in missing})
        for kept in read_answers(missing, self.undecided):
            self._read[kept.turn].append(kept)
        return sorted((kept for pk in wanted for kept in self._read[pk]), key=lambda one: one.id)

    def at(self, turn: Turn) -> Moment:
        """Return the class at another of its turns, with everything that has been read so far."""
        other = Moment(self.live, turn)
        shared = ("script", "learners", "teams", "_teams_by_member", "_teams_of", "turns", "_read")
        other.__dict__.update(
            {name: self.__dict__[name] for name in shared if name in self.__dict__}
        )
        return other

    @cached_property
    def chosen(self) -> dict[int, int]:
        """The option each learner chose in the poll that the step takes up, by participant."""
        found: dict[int, int] = {}
        for kept in self.answers(*self.taken_up()):
            if isinstance(kept.value, list) and kept.value and type(kept.value[0]) is int:
                found[kept.participant] = kept.value[0]
        return found

    @property
    def undecided(self) -> EntryState:
        """What an entry is that the teacher has not looked at."""
        return EntryState.SHOWN if self.live.shows_at_once else EntryState.WAITING

    @cached_property
    def _read(self) -> dict[int, list[Kept]]:
        return {}

    @cached_property
    def points(self) -> dict[str, Decimal]:
        """Points of each party so far: answers that counted, and what the teacher gave."""
        found: dict[str, Decimal] = defaultdict(Decimal)
        answered = Answer.objects.filter(
            turn__live_class=self.live, late=False, turn__revealed_at__isnull=False
        ).exclude(points=0)
        for party, points in answered.values_list("party").annotate(Sum("points")).order_by():
            found[party] += points
        given = Award.objects.filter(live_class=self.live)
        for participant, group, points in given.values_list("participant", "group", "points"):
            found[f"p{participant}" if participant else f"g{group}"] += points
        return dict(found)

    def points_of(self, participant: int) -> Decimal:
        """Return a learner's points: own ones, and those of every group the learner was in."""
        parties = self.parties_of(participant)
        return sum((self.points.get(party, Decimal(0)) for party in parties), Decimal(0))

    def parties_of(self, participant: int) -> list[str]:
        """Return everything whose answers count for a learner: the learner, and each group."""
        return [f"p{participant}", *(f"g{team}" for team in self._teams_of[participant])]

    @cached_property
    def _teams_of(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for team in self.teams:
            for one, _ in team.members:
                found[one].append(team.id)
        return found

    @cached_property
    def judged(self) -> dict[str, tuple[int, int]]:
        """Answers that were right, and those that were judged, of each party: one statement."""
        found = (
            Answer.objects.filter(turn__live_class=self.live, late=False, right__isnull=False)
            .order_by()
            .values_list("party")
            .annotate(rightly=Count("pk", filter=Q(right=True)), asked=Count("pk"))
        )
        return {party: (right, asked) for party, right, asked in found}

    def counted(self, turn: Turn) -> int:
        """Return how many parties sent something in a turn: one statement."""
        found = Answer.objects.filter(turn=turn, late=False).aggregate(
            n=Count("party", distinct=True)
        )
        return int(found["n"])


def read_answers(turns: Collection[int], undecided: EntryState = EntryState.WAITING) -> list[Kept]:
    """Read the answers of some turns with what was decided about them: two statements."""
    if not turns:
        return []
    decided = {one.answer_id: one for one in Moderation.objects.filter(answer__turn__in=turns)}
    rows = Answer.objects.filter(turn__in=turns, participant__removed_at=None).order_by("id")
    return [_kept(row, decided.get(row["id"]), undecided) for row in rows.values(*_COLUMNS)]


_COLUMNS = (
    "id",
    "turn_id",
    "participant_id",
    "group_id",
    "party",
    "item",
    "number",
    "value",
    "edit",
    "received_at",
    "changed_at",
    "late",
    "right",
    "points",
)


def _kept(row: Mapping[str, Any], decided: Moderation | None, undecided: EntryState) -> Kept:
    told = {name.removesuffix("_id"): row[name] for name in _COLUMNS if name != "id"}
    if decided is None:
        return Kept(id=row["id"], **told, state=undecided)
    return Kept(
        id=row["id"],
        **told,
        state=undecided if decided.state == EntryState.WAITING else decided.state,
        pinned=decided.pinned,
        picked=decided.picked,
        answered=decided.answered_at is not None,
        merged_into=decided.merged_into_id,
        note=decided.note,
    )


def script_of_class(live: LiveClass) -> Script:
    """Return a class's script, parsed once a process."""
    return _parsed(live.pk, live.key)


@lru_cache(maxsize=SCRIPTS_KEPT)
def _parsed(pk: int, key: str) -> Script:
    # By key, too: an erased class's number may come again in a database made anew.
    data = LiveClass.objects.values_list("script", flat=True).get(pk=pk, key=key)
    return Script.model_validate(data)
