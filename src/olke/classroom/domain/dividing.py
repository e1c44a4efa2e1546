"""Dividing learners into groups: arithmetic alone, nothing is read or written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


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


def _groups(learners: int, least: int, most: int) -> int:
    """Return how many groups: the fewest within the largest size, where they can be filled."""
    fewest = -(-learners // most)
    return fewest if learners >= fewest * least else max(learners // least, 1)


def seats_left(sizes: Sequence[int], learners: int, least: int, most: int) -> tuple[int, ...]:
    """Return how many more each group can take while learners choose among them.

    A group takes nobody beyond ``most``, nor anybody whom another needs to reach ``least``: then
    whoever has not chosen yet can still fill every group. Where the learners are too many or too
    few for as many groups, the bounds give way as far as they must.
    """
    most = max(most, -(-learners // len(sizes)))
    least = min(least, learners // len(sizes))
    wanting = [max(0, least - size) for size in sizes]
    spare = max(0, learners - sum(sizes) - sum(wanting))
    return tuple(
        max(0, min(most - size, lack + spare)) for size, lack in zip(sizes, wanting, strict=True)
    )


def chosen_groups(
    picks: Iterable[tuple[int, int]], groups: int, learners: int, least: int, most: int
) -> list[list[int]]:
    """Return who sits where once learners chose: ``picks`` are learner and group, in their order.

    A pick of a group that had no seat left counts for nothing: that learner is in no group yet.
    """
    teams: list[list[int]] = [[] for _ in range(groups)]
    for one, group in picks:
        left = seats_left([len(team) for team in teams], learners, least, most)
        if 0 <= group < groups and left[group]:
            teams[group].append(one)
    return teams


def filled_groups(teams: Iterable[Sequence[int]], others: Iterable[int]) -> list[list[int]]:
    """Return the groups with everybody else in them: each goes to the smallest."""
    filled = [list(team) for team in teams]
    for one in others:
        min(filled, key=len).append(one)
    return filled


def expert_groups(homes: Iterable[Sequence[int]], portions: int, most: int) -> list[list[int]]:
    """Return the expert groups of a jigsaw: one of each home group in every one of them.

    There are as many as there are ``portions`` to learn, or fewer where a home group is smaller;
    whoever is left over in a larger home group joins the smallest. In a class of more home groups
    than ``most``, each portion has several expert groups, so that none outgrows a table.

    E. Aronson et al., The Jigsaw Classroom (1978).
    """
    rooms = [list(home) for home in homes if home]
    if not rooms:
        return []
    smallest = min(len(room) for room in rooms)
    width = min(portions or smallest, smallest)
    clusters = -(-len(rooms) // most) if width == portions else 1
    size, rest = divmod(len(rooms), clusters)
    found: list[list[int]] = []
    for place in range(clusters):
        begun = place * size + min(place, rest)
        found += _experts_of(rooms[begun : begun + size + (place < rest)], width)
    return found


def _experts_of(rooms: Sequence[Sequence[int]], width: int) -> list[list[int]]:
    teams = [[room[place] for room in rooms] for place in range(width)]
    return filled_groups(teams, [one for room in rooms for one in room[width:]])
