"""The phone's page from the server: each phase, each kind of question, and answers by form."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import OperationalError
from django.test import Client

from olke.accounts.models import Person
from olke.classroom.domain import directing
from olke.classroom.domain.changing import changing
from olke.classroom.domain.grouping import draw_groups
from olke.classroom.models import Answer, LiveClass, Participant
from olke.classroom.phone import answering
from tests.classroom.rooms import choice, forward, moment_of, prompt
from tests.lessons import statement

pytestmark = pytest.mark.django_db

ESTIMATE = {
    "id": "n1",
    "kind": "estimate",
    "text": {"kk": "Қанша?"},
    "answer": "7646",
    "unit": {"kk": "тонна"},
}
ORDERING = {
    "id": "o1",
    "kind": "ordering",
    "text": {"kk": "Ретімен"},
    "entries": [{"kk": "Бірінші"}, {"kk": "Екінші"}, {"kk": "Үшінші"}],
}


def page(client: Client, live: LiveClass) -> str:
    response = client.get(f"/class/{live.key}/")
    assert response.status_code == 200
    return response.content.decode()


def send(client: Client, live: LiveClass, value: Any, shape: str, **fields: Any) -> Any:
    """Send a form as a browser without script does."""
    turn = moment_of(live).turn
    data = {"turn": turn.pk, "item": turn.item, "number": 0, "shape": shape, "value": value}
    return client.post(f"/class/{live.key}/", data | fields)


def test_who_waits_sees_the_seat_and_that_it_begins_soon(live: LiveClass, phone, latest) -> None:
    shown = page(phone(live, "Айгерім"), live)
    assert "Қош келдің, Айгерім!" in shown
    assert latest().seat in shown


def test_each_phase_has_its_page(live: LiveClass, phone, teacher: Person) -> None:
    client = phone(live, "A")
    forward(live)
    assert "Қазір ашылады." in page(client, live)
    forward(live)
    assert "Тұжырым 1" in page(client, live)
    directing.pause(live)
    assert "Мұғалім уақытты тоқтатты." in page(client, live)
    forward(live)
    assert "Уақыт бітті." in page(client, live)
    forward(live)
    assert "Жауабы:" in page(client, live)
    directing.end_class(live, by=teacher)
    assert "Сабақ аяқталды" in page(client, live)


@pytest.mark.parametrize(
    ("item", "shape", "value", "kept", "more"),
    [
        (statement(1), "bool", "true", True, {}),
        (choice(1), "numbers", ["1"], [1], {}),
        (choice(1, answer=(0, 2)), "numbers", ["0", "2"], [0, 2], {}),
        (ESTIMATE, "number", "7 600,5", "7600.5", {}),
        (ORDERING, "order", ["3", "1", "2"], [1, 2, 0], {"option": ["0", "1", "2"]}),
        (prompt(1), "text", "  Себебі… ", "Себебі…", {}),
    ],
)
def test_every_kind_of_question_is_answered_without_script(
    asking: Callable[..., LiveClass],
    phone,
    item: dict[str, Any],
    shape: str,
    value: object,
    kept: object,
    more: dict[str, Any],
) -> None:
    live = forward(asking(item), 2)
    client = phone(live, "A")
    assert f'name="shape" value="{shape}"' in page(client, live)

    assert send(client, live, value, shape, **more).status_code == 302

    assert Answer.objects.get().value == kept
    assert "Жауабың сақталды" in page(client, live)


def test_what_was_typed_stays_where_it_was_refused(asking, phone) -> None:
    live = forward(asking(ESTIMATE), 2)
    response = send(phone(live, "A"), live, "жүз тонна", "number")
    assert response.status_code == 422
    assert "Санды цифрмен жаз." in response.content.decode()
    assert 'value="жүз тонна"' in response.content.decode()


@pytest.mark.parametrize(
    ("shape", "value", "says"),
    [
        ("numbers", [], "Алдымен жауапты таңда."),
        ("order", ["1", "1", "2"], "Әрқайсысына жеке орын бер."),
        ("bool", "perhaps", "оқылмады"),
        ("json", "{", "оқылмады"),
        ("nothing", "1", "оқылмады"),
    ],
)
def test_a_form_that_says_nothing_is_refused_in_words(
    asking, phone, shape: str, value: object, says: str
) -> None:
    live = forward(asking(ORDERING), 2)
    response = send(phone(live, "A"), live, value, shape, option=["0", "1", "2"])
    assert response.status_code == 422
    assert says in response.content.decode()
    assert not Answer.objects.exists()


def test_a_button_pressed_twice_is_one_answer(live: LiveClass, phone) -> None:
    client = phone(live, "A")
    forward(live, 2)
    name = str(uuid4())
    for _ in range(2):
        assert send(client, live, "true", "bool", id=name).status_code == 302
    assert Answer.objects.get().edit == 0


def test_another_form_changes_the_answer(live: LiveClass, phone) -> None:
    client = phone(live, "A")
    forward(live, 2)
    for value in ("true", "false"):
        form = page(client, live)
        name = re.search(r'name="id" value="([^"]+)"', form)
        assert name
        send(client, live, value, "bool", id=name[1])
    answer = Answer.objects.get()
    assert (answer.value, answer.edit) == (False, 1)


def test_an_answer_that_comes_too_late_is_kept_and_said_so(live: LiveClass, phone) -> None:
    client = phone(live, "A")
    forward(live, 4)
    response = send(client, live, "true", "bool")
    assert response.status_code == 302
    assert Answer.objects.get().late


def test_the_group_answers_as_one(asking, phone) -> None:
    live = asking(statement(1), by="group")
    first, second = phone(live, "A"), phone(live, "B")
    with changing(live) as moment:
        draw_groups(moment, (2,))
    forward(live, 2)

    assert send(first, live, "true", "bool").status_code == 302
    refused = send(second, live, "false", "bool")

    assert refused.status_code == 422
    assert "басқа адам жазып отыр" in refused.content.decode()
    assert "Жауабың сақталды" in page(second, live)


def test_hands_go_up_and_down_without_script(asking, phone) -> None:
    live = forward(asking(prompt(1), aloud=True, volunteers=True), 2)
    client = phone(live, "A")
    assert "Қол көтеру" in page(client, live)
    send(client, live, "true", "bool")
    assert "Қолың көтерулі" in page(client, live)
    send(client, live, "false", "bool")
    assert "Қол көтеру" in page(client, live)


def test_the_solution_says_right_or_wrong_and_where_it_is_from(asking, phone) -> None:
    live = asking(choice(1, claims=["a-claim"]))
    text = {"kk": "7 646 т.", "ru": "", "en": ""}
    live.script["claims"] = {"a-claim": {"sentence": text, "citations": [{"kk": "32-парақ"}]}}
    live.save()
    right, wrong = phone(live, "A"), phone(live, "B")
    forward(live, 2)
    send(right, live, ["0"], "numbers")
    send(wrong, live, ["1"], "numbers")
    assert "32-парақ" not in page(right, live)
    forward(live, 2)

    assert "✓ Дұрыс" in page(right, live)
    assert "× Дұрыс емес" in page(wrong, live)
    assert "32-парақ" in page(wrong, live)


def test_who_has_joined_sees_nothing_of_others(asking, phone) -> None:
    live = asking(prompt(1))
    first, second = phone(live, "Құпия ат"), phone(live, "B")
    forward(live, 2)
    send(first, live, "Құпия жауап", "text")
    forward(live, 2)
    shown = page(second, live)
    assert "Құпия" not in shown


def test_the_language_can_be_changed_at_any_time(live: LiveClass, phone, latest) -> None:
    client = phone(live, "A")
    client.post(f"/class/{live.key}/language/", {"language": "en"})
    assert latest().language == "en"
    assert '<html lang="en">' in page(client, live)
    client.post(f"/class/{live.key}/language/", {"language": "xx"})
    assert latest().language == "en"


@pytest.mark.parametrize(
    ("item", "loads_itself"), [(statement(1), True), (prompt(1), False), (choice(1), False)]
)
def test_only_a_page_without_anything_half_filled_loads_itself_again(
    asking, phone, item: dict[str, Any], *, loads_itself: bool
) -> None:
    live = asking(item)
    client = phone(live, "A")
    assert 'http-equiv="refresh"' in page(client, live)
    forward(live, 2)
    assert ('http-equiv="refresh"' in page(client, live)) == loads_itself
    forward(live)
    assert 'http-equiv="refresh"' in page(client, live)


def test_a_database_that_cannot_be_written_is_told_of(
    live: LiveClass, phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_submissions: object) -> None:
        raise OperationalError("database or disk is full")

    client = phone(live, "A")
    forward(live, 2)
    monkeypatch.setattr(answering, "keep_answers", full)
    response = send(client, live, "true", "bool")
    assert response.status_code == 422
    assert "сақтау мүмкін емес" in response.content.decode()


def test_a_form_of_somebody_who_has_not_joined_leads_to_the_door(live: LiveClass) -> None:
    forward(live, 2)
    response = send(Client(), live, "true", "bool")
    assert response.headers["Location"] == f"/class/{live.key}/"
    assert not Answer.objects.exists()


def test_an_answer_to_another_class_is_refused(live: LiveClass, asking, phone) -> None:
    client = phone(live, "A")
    other = forward(asking(statement(1)), 2)
    forward(live, 2)
    turn = moment_of(other).turn
    response = send(client, live, "true", "bool", turn=turn.pk)
    assert response.status_code == 422
    assert not Answer.objects.exists()


def test_coming_is_noted(live: LiveClass, phone, latest) -> None:
    client = phone(live, "A")
    Participant.objects.update(seen_at="2026-01-01T00:00:00Z")
    page(client, live)
    assert latest().seen_at.year > 2026 - 1
    assert latest().seen_at.month > 1
