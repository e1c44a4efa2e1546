"""Doing several things at the same moment, as people on one server do."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

from django.db import connection


def at_once(*actions: Callable[[], object]) -> list[Exception]:
    """Do everything at the same moment, each in a thread, and return what was raised.

    A test that calls it must be marked ``django_db(transaction=True)``: every thread has a
    connection of its own and sees what others have finished.
    """
    start = Barrier(len(actions))
    raised: list[Exception] = []

    def act(action: Callable[[], object]) -> None:
        start.wait()
        try:
            action()
        except Exception as error:  # noqa: BLE001 - handed to the test, whatever it is
            raised.append(error)
        finally:
            connection.close()

    threads = [Thread(target=act, args=[action]) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised
