"""Ending sessions: a session knows its person, but a person does not know the sessions."""

from __future__ import annotations

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from olke.accounts.models import Person


def end_sessions(person: Person) -> None:
    """Sign somebody out everywhere.

    Reads every session, one statement: a school has hundreds, and this happens rarely.
    """
    keys = [
        session.session_key
        for session in Session.objects.iterator()
        if session.get_decoded().get(SESSION_KEY) == str(person.pk)
    ]
    Session.objects.filter(session_key__in=keys).delete()
