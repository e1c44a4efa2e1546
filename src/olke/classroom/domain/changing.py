"""Changing a class: one transaction holds it, its revision grows, the screens are told after."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from olke.classroom.errors import CommandError
from olke.classroom.live.announce import announce
from olke.classroom.models import LiveClass
from olke.classroom.moment import Moment
from olke.classroom.primitives.registry import play_of


@contextmanager
def changing(live: LiveClass) -> Iterator[Moment]:
    """Hold a class, give it one more revision and, once that is certain, tell every screen.

    The class that was passed is brought up to date. Raises ``CommandError`` for a class that has
    ended.
    """
    with transaction.atomic():
        moment = Moment(_held(live))
        if moment.live.ended_at:
            raise CommandError("class-ended")
        yield moment
        _settle(moment)
        moment.live.revision += 1
        moment.live.save()
        transaction.on_commit(lambda: announce(live.pk))
    live.refresh_from_db()


def _settle(moment: Moment) -> None:
    """Let the primitive that is shown do what follows from the change."""
    if moment.live.begun_at is None:
        return
    play = play_of(moment.activity, moment.step_number)
    if play is not None:
        play.settle(moment)


def _held(live: LiveClass) -> LiveClass:
    held = LiveClass.objects.select_for_update(of=("self",), no_key=True).select_related("turn")
    return held.defer("script").get(pk=live.pk)
