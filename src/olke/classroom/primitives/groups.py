"""Groups: drawn by lot, chosen as stickers are, kept, experts of a jigsaw and home again."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from olke.classroom.domain.dividing import (
    chosen_groups,
    filled_groups,
    group_sizes,
    seats_left,
)
from olke.classroom.domain.grouping import (
    draw_groups,
    give_roles,
    go_home,
    home_of,
    make_experts,
    make_series,
    move_learner,
    stand,
)
from olke.classroom.errors import CommandError, RefusedError
from olke.classroom.models import Grouping as Kind
from olke.classroom.moment import Kept, Learner, Moment, Team
from olke.classroom.primitives.base import Asked, Checked, Opening, Play, Sent, Shown
from olke.classroom.script import ScriptActivity
from olke.teaching.documents.items import Exhibit
from olke.teaching.methods.dealing import Seat
from olke.teaching.primitives import Grouping, GroupSettings, Primitive

STICKER = "sticker"
"""The item by which a learner chooses a group: its number, from 1."""
ROLE = "role"
"""The item by which a learner takes a role: its number, from 0."""
MOST_GROUPS = 60


class Groups(Play):
    """Groups are made when the step opens; where learners choose them, when it closes."""

    primitive = Primitive.GROUPS
    tells_own = True

    def takes_answers(self, activity: ScriptActivity, step: int) -> bool:
        """Tell whether learners choose: a sticker, or a role."""
        settings = _settings(activity, step)
        return is_chosen(settings) or bool(settings.roles)

    def opening(self, moment: Moment, item: str) -> Opening:
        """Make the groups, or lay out as many stickers as there are to be groups."""
        del item
        settings = _settings(moment.activity, moment.step_number)
        if not moment.learners:
            return Opening()
        if is_chosen(settings):
            return Opening(data={"stickers": len(_sizes(moment, settings))})
        return Opening(data={"series": _made(moment, settings)})

    def closing(self, moment: Moment) -> None:
        """Make the groups that learners chose, and give the roles that they took."""
        turn = moment.turn
        if turn is None or not moment.learners:
            return
        settings = _settings(moment.activity, moment.step_number)
        if is_chosen(settings) and "series" not in turn.data:
            teams = _filled(moment, settings)
            series = stand(moment, make_series(moment, Kind.STANDING, teams))
            turn.data = {**turn.data, "series": series}
            turn.save(update_fields=["data"])
        roles = {k.participant: k.value for k in moment.answers(turn) if k.item == ROLE}
        if roles and "series" in turn.data:
            give_roles(moment, turn.data["series"], roles)

    def check(self, asked: Asked, sent: Sent) -> Checked:
        """Return the number of a sticker that is laid out, or of a role that is given."""
        settings = _settings(asked.activity, asked.step)
        if sent.item == STICKER and is_chosen(settings):
            return Checked(_number(sent.value, 1, asked.turn.data.get("stickers", 0)))
        if sent.item == ROLE and settings.roles:
            return Checked(_number(sent.value, 0, len(settings.roles) - 1))
        raise RefusedError("item-unknown")

    def for_phones(self, moment: Moment, language: str) -> Shown:
        """Return what is laid out or made; whose group is whose stands in each learner's own."""
        turn = moment.turn
        settings = _settings(moment.activity, moment.step_number)
        choosing = turn is not None and is_chosen(settings) and "series" not in turn.data
        return {
            "grouping": settings.grouping.value,
            "choosing": choosing,
            "stickers": turn.data.get("stickers", 0) if turn and choosing else 0,
            "roles": [role.said(language) for role in settings.roles],
            "groups": len(standing(moment)),
        }

    def for_learners(
        self, moment: Moment, learners: Sequence[Learner], language: str
    ) -> dict[int, Shown]:
        """Return which sticker a learner has and how many are left; what the group will work on."""
        settings = _settings(moment.activity, moment.step_number)
        if moment.turn is None:
            return {}
        if is_chosen(settings) and "series" not in moment.turn.data:
            return _stickers(moment, settings, learners)
        teams = standing(moment)
        deals = {team.id: _dealt(moment, team.number, len(teams), language) for team in teams}
        return {
            one.id: {"deals": deals[team.id]}
            for one in learners
            for team in [next((t for t in teams if one.id in dict(t.members)), None)]
            if team and deals[team.id]
        }

    def for_projector(self, moment: Moment, language: str) -> Shown:
        """Return the tables with the names that others may read, and what each works on."""
        shown = self.for_phones(moment, language)
        teams = standing(moment)
        shown["tables"] = [
            {
                "number": team.number,
                "members": [moment.learners[one].shown_name for one, _ in team.members],
                **_dealt(moment, team.number, len(teams), language),
            }
            for team in teams
        ]
        if shown["choosing"]:
            shown["tables"] = _laid_out(moment)
            shown["waiting"] = len(moment.learners) - sum(
                len(table["members"]) for table in shown["tables"]
            )
        return shown

    def for_console(self, moment: Moment, language: str) -> Shown:
        """Return the tables with who sits there by number and name, so that they can be moved."""
        shown = self.for_projector(moment, language)
        roles = shown["roles"]
        settings = _settings(moment.activity, moment.step_number)
        shown["can_draw"] = settings.grouping in {Grouping.NEW, Grouping.KEPT}
        shown["range"] = [settings.least, settings.most]
        if not shown["choosing"]:
            for table, team in zip(shown["tables"], standing(moment), strict=True):
                table["seats"] = [
                    {**_person(moment, one), "role": roles[role % len(roles)] if roles else ""}
                    for one, role in team.members
                ]
        else:
            chosen = {one for team in _teams(moment, settings) for one in team}
            shown["without"] = [_person(moment, n) for n in moment.learners if n not in chosen]
        return shown

    def command(self, moment: Moment, name: str, data: Mapping[str, str]) -> None:
        """Move somebody (``move`` with ``participant``, ``group``) or draw by lot (``draw``)."""
        match name:
            case "move":
                _move(moment, data)
            case "draw":
                _draw(moment, data)
            case _:
                raise CommandError("command-unknown")

    def simulated(self, asked: Asked, chance: random.Random) -> list[Sent]:
        """Choose any sticker; take a role now and then."""
        settings = _settings(asked.activity, asked.step)
        laid_out = asked.turn.data.get("stickers", 0)
        if is_chosen(settings) and laid_out and "series" not in asked.turn.data:
            return [Sent(STICKER, 0, chance.randint(1, laid_out))]
        if settings.roles and chance.random() < 0.3:
            return [Sent(ROLE, 0, chance.randrange(len(settings.roles)))]
        return []

    def summary(self, moment: Moment, language: str) -> list[Shown]:
        """Return a row for each group: who was in it."""
        del language
        return [
            {
                "item": str(team.number),
                "text": str(team.number),
                "group": team.number,
                "entries": [
                    {
                        "id": one,
                        "text": moment.learners[one].name or moment.learners[one].seat,
                        "by": moment.learners[one].seat,
                    }
                    for one, _ in team.members
                ],
            }
            for team in standing(moment)
        ]


def is_chosen(settings: GroupSettings) -> bool:
    """Tell whether learners choose their group: only new ones can be chosen."""
    return settings.chosen and settings.grouping == Grouping.NEW


def standing(moment: Moment) -> tuple[Team, ...]:
    """Return the groups that a step made or kept; none while they are being chosen."""
    return moment.series(moment.turn.data.get("series", 0)) if moment.turn else ()


def _settings(activity: ScriptActivity, step: int) -> GroupSettings:
    settings = activity.settings(step)
    assert isinstance(settings, GroupSettings)  # noqa: S101 - by the step's primitive
    return settings


def _sizes(moment: Moment, settings: GroupSettings, number: int = 0) -> tuple[int, ...]:
    wanted = number or settings.number
    return group_sizes(len(moment.learners), settings.least, settings.most, wanted)


def _made(moment: Moment, settings: GroupSettings) -> int:
    """Make the groups of a step, and let them stand. Returns their series."""
    match settings.grouping:
        case Grouping.EXPERTS:
            if not home_of(moment):
                draw_groups(moment, _sizes(moment, settings))
            return make_experts(moment, _portions(moment), settings.most)
        case Grouping.KEPT | Grouping.HOME if home_of(moment):
            return go_home(moment)
        case _:
            return draw_groups(moment, _sizes(moment, settings))


def _portions(moment: Moment) -> int:
    """Return how many texts the experts are dealt."""
    return sum(isinstance(item, Exhibit) for item in moment.activity.items)


def _picks(moment: Moment) -> list[Kept]:
    """Return the stickers that were chosen, in the order of the latest choice of each learner."""
    kept = [one for one in moment.answers(moment.turn) if one.item == STICKER]
    return sorted(kept, key=lambda one: (one.changed_at, one.id))


def _teams(moment: Moment, settings: GroupSettings) -> list[list[int]]:
    picks = [
        (one.participant, one.value - 1)
        for one in _picks(moment)
        if one.participant in moment.learners
    ]
    groups = moment.turn.data.get("stickers", 1) if moment.turn else 1
    return chosen_groups(picks, max(groups, 1), len(moment.learners), settings.least, settings.most)


def _filled(moment: Moment, settings: GroupSettings) -> list[list[int]]:
    teams = _teams(moment, settings)
    seated = {one for team in teams for one in team}
    return filled_groups(teams, [one for one in moment.learners if one not in seated])


def _left(moment: Moment, settings: GroupSettings, teams: Sequence[Sequence[int]]) -> list[int]:
    sizes = [len(team) for team in teams]
    return list(seats_left(sizes, len(moment.learners), settings.least, settings.most))


def _stickers(
    moment: Moment, settings: GroupSettings, learners: Sequence[Learner]
) -> dict[int, Shown]:
    teams = _teams(moment, settings)
    got = {one: number for number, team in enumerate(teams, 1) for one in team}
    left = _left(moment, settings, teams)
    return {one.id: {"sticker": got.get(one.id, 0), "left": left} for one in learners}


def _laid_out(moment: Moment) -> list[Shown]:
    """Return each sticker with who took it, and how many are left."""
    settings = _settings(moment.activity, moment.step_number)
    teams = _teams(moment, settings)
    left = _left(moment, settings, teams)
    return [
        {
            "number": number,
            "members": [moment.learners[one].shown_name for one in team],
            "left": left[number - 1],
        }
        for number, team in enumerate(teams, 1)
    ]


def _dealt(moment: Moment, number: int, groups: int, language: str) -> Shown:
    """Return what a group is going to work on: its side in a debate, the titles of its texts.

    Nothing where groups are made anew before something is dealt to them.
    """
    steps = moment.activity.steps
    for step in range(moment.step_number + 1, len(steps)):
        if steps[step].primitive == Primitive.GROUPS:
            break
        if steps[step].items == "dealt":
            items = moment.activity.dealt(step, Seat(number - 1, groups))
            texts = [item for item in items if isinstance(item, Exhibit)]
            return {
                "stand": next((text.stand for text in texts if text.stand), ""),
                "titles": [text.title.said(language) for text in texts],
            }
    return {}


def _person(moment: Moment, one: int) -> Shown:
    learner = moment.learners[one]
    return {"participant": one, "seat": learner.seat, "name": learner.name}


def _move(moment: Moment, data: Mapping[str, str]) -> None:
    teams = {str(team.number): team for team in standing(moment)}
    if not teams:
        raise CommandError("groups-missing")
    moved = data.get("participant", "")
    if not moved.isdecimal() or int(moved) not in moment.learners:
        raise CommandError("participant-unknown")
    if data.get("group", "") not in teams:
        raise CommandError("group-unknown")
    move_learner(moment, int(moved), teams[data["group"]])


def _draw(moment: Moment, data: Mapping[str, str]) -> None:
    """Draw by lot instead: other groups, as many as ``number`` says or the sizes ask for."""
    settings = _settings(moment.activity, moment.step_number)
    if moment.turn is None or settings.grouping in {Grouping.EXPERTS, Grouping.HOME}:
        raise CommandError("command-unknown")
    if not moment.learners:
        raise CommandError("learners-missing")
    wanted = data.get("number") or "0"
    if not wanted.isdecimal() or int(wanted) > MOST_GROUPS:
        raise CommandError("groups-outside", most=MOST_GROUPS)
    series = draw_groups(moment, _sizes(moment, settings, int(wanted)))
    moment.turn.data = {**moment.turn.data, "series": series}
    moment.turn.save(update_fields=["data"])


def _number(value: Any, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise RefusedError("value-misshapen")
    return value
