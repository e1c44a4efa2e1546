"""Groups: drawn by lot or chosen, experts of a jigsaw, pairs of neighbours, and who comes late."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from olke.classroom.models import Group, Grouping, LiveClass, Membership, Participant
from olke.classroom.moment import Moment

COLOURS = 12
"""Sticker colours that screens can tell apart; further groups have their number as well."""


def group_sizes(learners: int, least: int, most: int, number: int = 0) -> tuple[int, ...]:
    """Return the sizes of groups for a number of learners.

    They differ by one at the most and lie within ``least`` and ``most`` where arithmetic allows:
    eleven cannot be groups of seven to nine, and are one of eleven rather than two of five.
    ``number`` asks for as many groups, whatever their size, as far as there are learners.
    """
    if learners < 1:
        return ()
    groups = min(number, learners) if number else _groups(learners, least, most)
    size, rest = divmod(learners, groups)
    return tuple(size + (place < rest) for place in range(groups))


def draw_groups(moment: Moment, sizes: Sequence[int], roles: int = 0) -> int:
    """Draw groups by lot from everybody in the class; they stand from now. Returns their series."""
    people = list(moment.learners)
    secrets.SystemRandom().shuffle(people)
    teams, begun = [], 0
    for size in sizes:
        teams.append(people[begun : begun + size])
        begun += size
    series = make_series(moment, Grouping.STANDING, teams, roles=roles)
    moment.live.series = series
    return series


def make_series(
    moment: Moment,
    kind: Grouping,
    teams: Sequence[Sequence[int]],
    *,
    made_of: int = 0,
    roles: int = 0,
) -> int:
    """Make groups of some learners and return the number of their series.

    With ``roles``, as many roles are given in turn within each group.
    """
    series = max((team.series for team in moment.teams), default=0) + 1
    groups = Group.objects.bulk_create(
        Group(live_class=moment.live, series=series, kind=kind, number=number, made_of=made_of)
        for number in range(1, len(teams) + 1)
    )
    Membership.objects.bulk_create(
        Membership(
            group=group, participant_id=one, series=series, role=place % roles if roles else 0
        )
        for group, team in zip(groups, teams, strict=True)
        for place, one in enumerate(team)
    )
    for name in ("teams", "_teams_by_member"):
        moment.__dict__.pop(name, None)
    return series


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
    """Put somebody who came late into the smallest of the groups that stand, if any do."""
    moment = Moment(live)
    standing = moment.series(live.series)
    if not standing:
        return
    smallest = min(standing, key=lambda team: (len(team.members), team.number))
    Membership.objects.create(group_id=smallest.id, participant=participant, series=live.series)


def _groups(learners: int, least: int, most: int) -> int:
    """Return how many groups: the fewest within the largest size, where they can be filled."""
    fewest = -(-learners // most)
    return fewest if learners >= fewest * least else max(learners // least, 1)


def _paired(people: Sequence[int]) -> list[list[int]]:
    pairs = [list(people[n : n + 2]) for n in range(0, len(people), 2)]
    if len(pairs) > 1 and len(pairs[-1]) == 1:
        pairs[-2] += pairs.pop()
    return pairs
