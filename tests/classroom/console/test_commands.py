"""Every button of the console does what it says, with script and without."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from olke.accounts import domain
from olke.accounts.models import Person, Role
from olke.classroom.console.commands import COMMANDS
from olke.classroom.console.page import FORMS
from olke.classroom.domain.directing import place_token
from olke.classroom.models import Award, LiveClass, Moderation, NameState, Participant, Turn
from tests.classroom.rooms import forward, joined, moment_of, prompt, sent, started, with_steps

pytestmark = pytest.mark.django_db
Told = Callable[..., Any]


def turn_of(live: LiveClass) -> Turn:
    turn = moment_of(live).turn
    assert turn is not None
    return turn


def test_a_form_without_script_comes_back_to_the_console(browser: Client, live: LiveClass) -> None:
    answer = browser.post(f"/en/classes/{live.key}/command/", {"name": "advance"})

    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/en/classes/{live.key}/"
    live.refresh_from_db()
    assert live.begun_at


def test_without_script_the_page_says_what_could_not_be_done(
    browser: Client, live: LiveClass
) -> None:
    answer = browser.post(f"/en/classes/{live.key}/command/", {"name": "back"}, follow=True)

    assert "This is the first step." in answer.content.decode()


def test_with_script_the_answer_says_it_in_the_readers_language(
    browser: Client, live: LiveClass
) -> None:
    path = f"/ru/classes/{live.key}/command/"
    answer = browser.post(path, {"name": "back"}, HTTP_ACCEPT="application/json")

    assert answer.status_code == 409
    assert answer.json() == {"code": "at-beginning", "sentence": "Это первый шаг."}


def test_two_presses_at_the_same_place_are_one_step(told: Told, live: LiveClass) -> None:
    told("advance")
    place = place_token(moment_of(live))
    told("advance", at=place)

    refused = told("advance", at=place, status=409)

    assert refused["code"] == "moved-on"
    assert turn_of(live).closed_at is None


def test_the_clock_is_stopped_goes_on_and_gets_more(told: Told, live: LiveClass) -> None:
    forward(live, 2)
    closes = turn_of(live).closes_at
    assert closes

    told("extend", seconds=30)
    assert turn_of(live).closes_at == closes + timedelta(seconds=30)
    told("pause")
    assert turn_of(live).left is not None
    told("resume")
    assert turn_of(live).left is None


@pytest.mark.parametrize("seconds", ["0", "-5", "3601", "soon", "", "9" * 400])
def test_time_that_cannot_be_given_is_refused(seconds: str, told: Told, live: LiveClass) -> None:
    forward(live, 2)

    assert told("extend", seconds=seconds, status=409)["sentence"]


def test_a_question_is_closed_revealed_and_repeated(told: Told, live: LiveClass) -> None:
    forward(live, 2)

    told("close")
    assert turn_of(live).closed_at
    told("reveal")
    assert turn_of(live).revealed_at
    told("repeat")
    assert turn_of(live).attempt == 2


def test_time_that_ran_out_is_noticed_once_a_screen_asks(told: Told, live: LiveClass) -> None:
    forward(live, 2)
    turn = turn_of(live)
    ended = datetime.now(UTC) - timedelta(seconds=5)
    Turn.objects.filter(pk=turn.pk).update(opened_at=ended - timedelta(seconds=30), closes_at=ended)

    told("time-over", turn=turn.pk)

    assert turn_of(live).closed_at == ended


def test_asking_about_time_does_not_close_a_question_that_has_some_left(
    told: Told, live: LiveClass
) -> None:
    forward(live, 2)
    before = moment_of(live).live.revision

    told("time-over", turn=turn_of(live).pk)
    told("time-over", turn=turn_of(live).pk + 1)

    assert turn_of(live).closed_at is None
    assert moment_of(live).live.revision == before


def test_the_teacher_goes_to_any_step_by_its_place(told: Told, live: LiveClass) -> None:
    told("advance")

    told("go", place="0.1")
    assert (moment_of(live).live.activity, moment_of(live).live.step) == (0, 1)
    told("go", activity=0, step=0)
    assert moment_of(live).live.step == 0
    assert told("go", place="7.0", status=409)["code"] == "place-unknown"
    assert told("go", place="first", status=409)["code"] == "malformed"


def test_the_door_is_closed_and_opened(told: Told, live: LiveClass) -> None:
    told("lock")
    assert moment_of(live).live.locked
    told("unlock")
    assert not moment_of(live).live.locked


def test_names_are_shown_hidden_and_changed(told: Told, live: LiveClass) -> None:
    one, other = joined(live, 2)

    told("show-name", seat=one.seat)
    told("hide-name", seat=other.seat)
    assert _states(live) == [NameState.SHOWN, NameState.HIDDEN]
    told("rename", seat=other.seat, called="Asel")
    other.refresh_from_db()
    assert (other.name, other.name_state) == ("Asel", NameState.SHOWN)


def test_every_name_that_waits_is_shown_at_once(told: Told, live: LiveClass) -> None:
    joined(live, 3)

    told("show-names")

    assert _states(live) == [NameState.SHOWN] * 3


def _states(live: LiveClass) -> list[str]:
    return list(Participant.objects.filter(live_class=live).values_list("name_state", flat=True))


def test_somebody_is_taken_out_and_let_back(told: Told, live: LiveClass) -> None:
    (one,) = joined(live, 1)

    told("take-out", seat=one.seat)
    assert not moment_of(live).learners
    told("let-back", seat=one.seat)
    assert list(moment_of(live).learners) == [one.pk]


def test_points_are_given_with_a_reason(told: Told, live: LiveClass) -> None:
    (one,) = joined(live, 1)

    told("award", seat=one.seat, points=3, why="a good question")
    told("award", seat=one.seat, points=-1)

    assert moment_of(live).points_of(one.pk) == Decimal(2)
    assert Award.objects.filter(why="a good question").exists()
    assert told("award", seat=one.seat, points=1000, status=409)["code"] == "points-outside"
    assert told("award", group=17, points=1, status=409)["code"] == "participant-unknown"


def test_entries_are_judged_pinned_merged_and_answered(told: Told, live: LiveClass) -> None:
    first, second = _two_entries(live)

    told("show-entries", entries=f"{first},{second}")
    assert _entry_states() == ["shown", "shown"]
    told("hide-entries", entries=second)
    assert _entry_states() == ["shown", "hidden"]
    told("pin", entry=first)
    told("answered", entry=first)
    told("note", entry=first, note="Look at the map")
    told("merge", entries=second, into=first)
    kept = Moderation.objects.get(answer=first)
    assert (kept.pinned, bool(kept.answered_at), kept.note) == (True, True, "Look at the map")
    assert Moderation.objects.get(answer=second).merged_into_id == first
    told("part", entry=second)
    told("unpin", entry=first)
    told("unanswered", entry=first)
    kept.refresh_from_db()
    assert (kept.pinned, kept.answered_at) == (False, None)
    assert told("merge", entries=first, into=first, status=409)["code"] == "merge-with-itself"


def test_entries_of_another_class_are_nobodys(told: Told, live: LiveClass, teacher: Person) -> None:
    first, _ = _two_entries(started(teacher))

    assert told("show-entries", entries=first, status=409)["code"] == "entry-unknown"


def _two_entries(live: LiveClass) -> tuple[int, int]:
    steps = {"primitive": "timed-question", "items": "all"}
    with_steps(live, steps, items=[prompt(1)])
    one, other = joined(live, 2)
    forward(live, 2)
    for learner in (one, other):
        assert sent(live, learner, "Why was the plan not met?").status == "kept"
    first, second = (kept.id for kept in moment_of(live).answers(turn_of(live)))
    return first, second


def _entry_states() -> list[str]:
    return list(Moderation.objects.order_by("answer").values_list("state", flat=True))


def test_entries_come_through_at_once_where_the_teacher_says_so(
    told: Told, live: LiveClass
) -> None:
    told("at-once", on="1")
    assert moment_of(live).live.shows_at_once
    told("at-once", on="0")
    assert not moment_of(live).live.shows_at_once


def test_a_command_of_nobody_is_refused(told: Told, live: LiveClass) -> None:
    assert told("explode", status=409)["code"] == "command-unknown"
    forward(live, 2)
    assert told("call", participant="nobody", status=409)["code"] == "participant-unknown"


def test_the_end_frees_the_code_and_takes_no_more_commands(told: Told, live: LiveClass) -> None:
    told("advance")
    told("end")

    ended = moment_of(live).live
    assert (bool(ended.ended_at), ended.code) == (True, None)
    assert told("advance", status=409)["code"] == "class-ended"


def test_a_rehearsal_is_filled_and_answers_by_itself(browser: Client, teacher: Person) -> None:
    live = started(teacher, rehearsal=True)
    path = f"/classes/{live.key}/command/"
    browser.post(path, {"name": "fill-class"})
    forward(live, 2)

    browser.post(path, {"name": "answer-some"})

    moment = moment_of(live)
    assert all(one.simulated for one in moment.learners.values())
    assert moment.answers(moment.turn)


def test_every_form_of_the_page_has_its_command() -> None:
    assert set(FORMS) <= set(COMMANDS)


@pytest.mark.parametrize("role", [Role.VISITOR, Role.STUDENT, Role.RESEARCHER, Role.ADMINISTRATOR])
def test_nobody_else_directs_a_class(
    role: Role, live: LiveClass, client_of: Callable[[Role], Client]
) -> None:
    for name in COMMANDS:
        answer = client_of(role).post(f"/classes/{live.key}/command/", {"name": name})
        assert answer.status_code in {302, 403, 404}
        if answer.status_code == 302:
            assert "sign-in" in answer.headers["Location"]

    assert moment_of(live).live.revision == live.revision


def test_another_teacher_is_not_told_that_there_is_a_class(
    live: LiveClass, administrator: Person
) -> None:
    other = domain.create_person(username="another", role=Role.TEACHER, by=administrator)
    browser = Client()
    browser.force_login(other, backend="django.contrib.auth.backends.ModelBackend")

    for path in ("", "projector/", "report/"):
        assert browser.get(f"/classes/{live.key}/{path}").status_code == 404
    assert browser.post(f"/classes/{live.key}/command/", {"name": "end"}).status_code == 404


def test_going_to_where_the_class_is_leaves_open_what_is_open(told: Told, live: LiveClass) -> None:
    forward(live, 2)

    told("go", place="0.0")

    assert turn_of(live).closed_at is None
