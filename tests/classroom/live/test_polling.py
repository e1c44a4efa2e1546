"""Without sockets: frames by GET, answers by POST, for seats and for the class's own teacher."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from olke.accounts.models import Person, Role
from olke.classroom.access import COOKIE, sealed
from olke.classroom.models import Answer, LiveClass, Participant
from tests.classroom.rooms import forward, joined, started

pytestmark = pytest.mark.django_db


@pytest.fixture
def live(person_of: Callable[[Role], Person]) -> LiveClass:
    """A class whose first question is open."""
    return forward(started(person_of(Role.TEACHER)), 2)


@pytest.fixture
def learner(live: LiveClass) -> Participant:
    """A learner of the class."""
    return joined(live, 1)[0]


@pytest.fixture
def phone(live: LiveClass, learner: Participant) -> Client:
    """The learner's phone."""
    client = Client()
    client.cookies[COOKIE + live.key] = sealed(learner)
    return client


def frames_of(client: Client, live: LiveClass, **asked: Any) -> list[dict[str, Any]]:
    found = client.get(f"/class/{live.key}/state", {"language": "en", **asked})
    return list(found.json())


def answer_to(frames: list[dict[str, Any]], value: Any, **fields: Any) -> dict[str, Any]:
    shown = frames[0]["state"]
    place = {"turn": shown["turn"], "item": shown["show"]["item"]["id"], "number": 0}
    return {"type": "answer", "id": str(uuid4()), "value": value, **place, **fields}


def posted(client: Client, live: LiveClass, content: object, **headers: str) -> Any:
    return client.post(
        f"/class/{live.key}/answers", json.dumps(content), "application/json", headers=headers
    )


def test_a_phone_gets_the_state_and_its_own_part(live: LiveClass, phone: Client) -> None:
    state, own = frames_of(phone, live)

    assert state["state"]["show"]["item"]["text"] == "Statement 1"
    assert own["type"] == "mine"


def test_an_answer_by_post_is_kept_and_said_so(live: LiveClass, phone: Client) -> None:
    sent = answer_to(frames_of(phone, live), True)

    assert posted(phone, live, [sent, sent | {"id": "x"}]).json() == [
        {"type": "ack", "id": sent["id"], "status": "kept"}
    ]
    assert Answer.objects.get().value is True


def test_what_is_misshapen_is_refused_beside_what_is_kept(live: LiveClass, phone: Client) -> None:
    shown = frames_of(phone, live)
    good, bad = answer_to(shown, True), answer_to(shown, True, number=-1)

    found = {frame["id"]: frame["type"] for frame in posted(phone, live, [bad, good]).json()}

    assert found == {bad["id"]: "refused", good["id"]: "ack"}


@pytest.mark.parametrize("content", [{}, None, "x", [[]] * 201])
def test_what_is_no_list_of_frames_is_refused(
    live: LiveClass, phone: Client, content: object
) -> None:
    assert posted(phone, live, content).status_code == 400


def test_no_other_site_posts_answers(live: LiveClass, phone: Client) -> None:
    assert posted(phone, live, [], origin="http://evil.example").status_code == 403
    assert phone.post(f"/class/{live.key}/answers", {}).status_code == 403


def test_who_has_not_joined_is_told_so(live: LiveClass) -> None:
    client = Client()

    assert [frame["code"] for frame in frames_of(client, live)] == ["not-joined"]
    assert [frame["code"] for frame in posted(client, live, []).json()] == ["not-joined"]


def test_another_protocol_is_told_to_load_the_page_again(live: LiveClass, phone: Client) -> None:
    assert [frame["code"] for frame in frames_of(phone, live, protocol=9)] == ["protocol"]


def test_screens_are_the_teacher_s_own(
    live: LiveClass, client_of: Callable[[Role], Client]
) -> None:
    teacher, other = client_of(Role.TEACHER), client_of(Role.ADMINISTRATOR)

    (shown,) = frames_of(teacher, live, **{"as": "console"})

    assert shown["state"]["code"] == live.code
    assert other.get(f"/class/{live.key}/state", {"as": "console"}).status_code == 404
