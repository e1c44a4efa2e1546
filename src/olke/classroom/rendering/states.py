"""What each audience sees of a class: one rendering of a state, sent to all."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from django.utils.translation import override

from olke.classroom.models import LiveClass, Participant, Turn
from olke.classroom.moment import Moment
from olke.classroom.primitives.base import Shown
from olke.classroom.primitives.registry import play_of
from olke.classroom.rendering.console import console_state
from olke.classroom.rendering.screens import screen_state, takes_answers
from olke.classroom.rendering.stamps import ms


class Audience(StrEnum):
    """Who looks."""

    LEARNER = "learner"
    PROJECTOR = "projector"
    CONSOLE = "console"


def render(live_class: int, audience: str, languages: Collection[str]) -> dict[str, Shown]:
    """Return the state of an audience in each language asked for.

    The class is read once, whatever the number of languages. Raises ``LiveClass.DoesNotExist``.
    """
    moment = Moment(read_class(live_class))
    return {language: rendered(moment, Audience(audience), language) for language in languages}


def rendered(moment: Moment, audience: Audience, language: str) -> Shown:
    """Return the state of one audience in one language."""
    with override(language):
        state = common_state(moment, language)
        play = play_of(moment.activity, moment.step_number)
        if play is not None and moment.live.begun_at and not moment.live.ended_at:
            show = {
                Audience.LEARNER: play.for_phones,
                Audience.PROJECTOR: play.for_projector,
                Audience.CONSOLE: play.for_console,
            }[audience]
            state["show"] = show(moment, language)
        if audience != Audience.LEARNER:
            state |= screen_state(moment)
        if audience == Audience.CONSOLE:
            state |= console_state(moment, language)
    return state


def read_class(pk: int) -> LiveClass:
    """Read a class without its script, which every process keeps parsed: one statement."""
    return LiveClass.objects.select_related("turn").defer("script").get(pk=pk)


def phase_of(live: LiveClass, turn: Turn | None) -> str:
    """Return where a class is: lobby, ready, open, paused, closed, revealed or ended."""
    if live.ended_at:
        return "ended"
    if live.begun_at is None:
        return "lobby"
    if turn is None:
        return "ready"
    if turn.revealed_at:
        return "revealed"
    if turn.closed_at:
        return "closed"
    return "open" if turn.left is None else "paused"


def common_state(moment: Moment, language: str) -> Shown:
    live, turn, activity = moment.live, moment.turn, moment.activity
    step = moment.step
    state: Shown = {
        "phase": phase_of(live, turn),
        "title": moment.script.title.said(language),
        "activity": {
            "number": live.activity + 1,
            "of": len(moment.script.activities),
            "title": activity.title.said(language),
            "method": activity.method,
        },
        "step": {
            "number": live.step + 1,
            "of": activity.length,
            "title": step.title.said(language) if step else activity.title.said(language),
            "do": (step.learner if step else activity.learner).said(language),
        },
        "primitive": step.primitive.value if step else "talk",
        "takes_answers": takes_answers(moment),
    }
    if turn:
        state |= {
            "turn": turn.pk,
            "opened": ms(turn.opened_at),
            "closes": ms(turn.closes_at),
            "hard": turn.hard,
            "together": bool(turn.series),
            "left": int(turn.left.total_seconds() * 1000) if turn.left is not None else None,
        }
    return state


def class_of(participant: Participant) -> LiveClass:
    """Return a participant's class with the turn that is open."""
    return read_class(participant.live_class_id)
