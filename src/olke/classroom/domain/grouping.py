"""Groups: drawn by lot or chosen, experts of a jigsaw, pairs of neighbours, and who comes late."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence

from olke.classroom.domain.dividing import expert_groups, group_sizes
from olke.classroom.models import Group, Grouping, LiveClass, Membership, Participant
from olke.classroom.moment import Moment, Team

COLOURS = 12
"""Sticker colours that screens can tell apart; further groups have their number as well."""

__all__ = ["COLOURS", "draw_groups", "group_sizes", "make_series", "pairs_of", "seat_latecomer"]


def draw_groups(moment: Moment, sizes: Sequence[int]) -> int:
    """Draw groups by lot from everybody in the class; they stand from now. Returns their series."""
    people = list(moment.learners)
    secrets.SystemRandom().shuffle(people)
    teams, begun = [], 0
    for size in sizes:
        teams.append(people[begun : begun + size])
        begun += size
    return stand(moment, make_series(moment, Grouping.STANDING, teams))


def make_experts(moment: Moment, portions: int, most: int) -> int:
    """Bring one of every standing group together; the experts stand from now. Returns the series.

    ``portions`` are the texts to be learnt, 0 where that does not matter.
    """
    home = home_of(moment)
    homes = [[one for one, _ in team.members] for team in moment.series(home)]
    teams = expert_groups(homes, portions, most)
    return stand(moment, make_series(moment, Grouping.EXPERTS, teams, made_of=home))


def go_home(moment: Moment) -> int:
    """Let the groups stand again that the experts came from. Returns their series.

    Who joined while the experts sat together is given a place there.
    """
    return stand(moment, home_of(moment))


def home_of(moment: Moment) -> int:
    """Return the series of the groups that stand, or that the standing experts were made of."""
    standing = moment.series(moment.live.series)
    if standing and standing[0].kind == Grouping.EXPERTS:
        return standing[0].made_of
    return moment.live.series if standing else 0


def stand(moment: Moment, series: int) -> int:
    """Let a series stand, with a place in it for everybody in the class."""
    moment.live.series = series
    for one in moment.learners:
        if series and moment.team_of(one, series) is None:
            _seat(one, _smallest(moment.series(series)))
            _forget(moment)
    return series


def make_series(
    moment: Moment, kind: Grouping, teams: Sequence[Sequence[int]], *, made_of: int = 0
) -> int:
    """Make groups of some learners and return the number of their series.

    Each member's role is the place in the group: roles are given in turn.
    """
    series = max((team.series for team in moment.teams), default=0) + 1
    groups = Group.objects.bulk_create(
        Group(live_class=moment.live, series=series, kind=kind, number=number, made_of=made_of)
        for number in range(1, len(teams) + 1)
    )
    Membership.objects.bulk_create(
        Membership(group=group, participant_id=one, series=series, role=place)
        for group, team in zip(groups, teams, strict=True)
        for place, one in enumerate(team)
    )
    _forget(moment)
    return series


def move_learner(moment: Moment, participant: int, to: Team) -> None:
    """Put a learner into another group of the same series, in the first place that is free."""
    found = Membership.objects.filter(participant=participant, series=to.series)
    if not found.exists():
        _seat(participant, to)
    elif (team := moment.team_of(participant, to.series)) is None or team.id != to.id:
        found.update(group=to.id, role=_free_place(to))
    _forget(moment)


def give_roles(moment: Moment, series: int, chosen: dict[int, int]) -> None:
    """Give learners the roles that they chose, counted from 0; others keep theirs."""
    mine = Membership.objects.filter(series=series, participant__in=chosen)
    rows = list(mine)
    for row in rows:
        row.role = chosen[row.participant_id]
    Membership.objects.bulk_update(rows, ["role"])
    _forget(moment)


def pairs_of(moment: Moment) -> int:
    """Make pairs of neighbours: within the groups that stand, or else within the class.

    An odd one out makes a group of three. Returns the series, 0 where nobody is there.
    """
    standing = moment.series(moment.live.series)
    rooms = [[one for one, _ in team.members] for team in standing] or [list(moment.learners)]
    pairs = [pair for room in rooms for pair in _paired(room)]
    if not pairs:
        return 0
    return make_series(moment, Grouping.PAIRS, pairs, made_of=moment.live.series)


def seat_latecomer(live: LiveClass, participant: Participant) -> None:
    """Give somebody who came late a place wherever the others have one.

    That is the smallest of the groups that stand, of the groups that experts came from, and a
    learner without a partner where pairs are at work; else the next who comes makes the pair.
    """
    moment = Moment(live)
    for series in {live.series, home_of(moment)} - {0}:
        _seat(participant.pk, _smallest(moment.series(series)))
    turn = live.turn
    if turn is None or turn.closed_at or not turn.series or turn.series == live.series:
        return
    pairs = moment.series(turn.series)
    if pairs and pairs[0].kind == Grouping.PAIRS:
        _join_pair(live, participant, pairs)


def _join_pair(live: LiveClass, participant: Participant, pairs: Sequence[Team]) -> None:
    alone = [pair for pair in pairs if len(pair.members) == 1]
    if alone:
        _seat(participant.pk, alone[0])
        return
    new = Group.objects.create(
        live_class=live,
        series=pairs[0].series,
        kind=Grouping.PAIRS,
        number=max(pair.number for pair in pairs) + 1,
        made_of=pairs[0].made_of,
    )
    Membership.objects.create(group=new, participant=participant, series=new.series)


def _seat(participant: int, team: Team) -> None:
    Membership.objects.create(
        group_id=team.id, participant_id=participant, series=team.series, role=_free_place(team)
    )


def _smallest(teams: Iterable[Team]) -> Team:
    return min(teams, key=lambda team: (len(team.members), team.number))


def _free_place(team: Team) -> int:
    taken = {place for _, place in team.members}
    return next(place for place in range(len(taken) + 1) if place not in taken)


def _forget(moment: Moment) -> None:
    for name in ("teams", "_teams_by_member", "_teams_of"):
        moment.__dict__.pop(name, None)


def _paired(people: Sequence[int]) -> list[list[int]]:
    pairs = [list(people[n : n + 2]) for n in range(0, len(people), 2)]
    if len(pairs) > 1 and len(pairs[-1]) == 1:
        odd = pairs.pop()
        pairs[-1] += odd
    return pairs
