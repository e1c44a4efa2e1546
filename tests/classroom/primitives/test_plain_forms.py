"""Groups, documents and the board on a phone without script: forms that say and send the same."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from olke.accounts.models import Person
from olke.classroom.access import COOKIE, sealed
from olke.classroom.domain import directing
from olke.classroom.domain.changing import changing
from olke.classroom.domain.grouping import draw_groups
from olke.classroom.models import Answer, LiveClass, Participant
from tests.classroom.rooms import exhibit, forward, joined, prompt, sent, started, with_steps, words

pytestmark = pytest.mark.django_db
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


def page(live: LiveClass, learner: Participant) -> str:
    """Return what a phone without script shows."""
    client = Client(HTTP_HOST="localhost")
    client.cookies[COOKIE + live.key] = sealed(learner)
    response = client.get(f"/class/{live.key}/")
    assert response.status_code == 200
    text = response.content.decode()
    return text[text.index("<main") : text.index("</main>")]


def post(live: LiveClass, learner: Participant, marked: str, **data: Any) -> None:
    """Send the form that has a field marked so, with what is typed into it."""
    forms = re.findall(r"<form.*?</form>", page(live, learner), re.DOTALL)
    form = next(one for one in forms if marked in one)
    client = Client(HTTP_HOST="localhost")
    client.cookies[COOKIE + live.key] = sealed(learner)
    found = {name: value for name, value in HIDDEN.findall(form) if name != "size"}
    sizes = [value for name, value in HIDDEN.findall(form) if name == "size"]
    client.post(f"/class/{live.key}/", {**found, "size": sizes, **data})


def test_a_sticker_is_chosen_by_a_button(teacher: Person) -> None:
    step = {"primitive": "group-assigner", "settings": {"grouping": "new", "chosen": True}}
    live = with_steps(started(teacher), step)
    (learner, *_) = joined(live, 8)
    forward(live, 2)
    post(live, learner, 'value="2"', value="2")

    assert Answer.objects.get().value == 2
    assert 'aria-pressed="true"' in page(live, learner)


def test_lines_are_written_with_their_evidence(teacher: Person) -> None:
    live = with_steps(
        started(teacher),
        {"primitive": "rubric-document", "items": "all", "settings": {"needs_evidence": True}},
        items=[exhibit(1, claims=["c-1"])],
    )
    live.script["claims"] = {"c-1": {"sentence": words("Fact"), "citations": [words("[1]")]}}
    live.save(update_fields=["script"])
    (learner,) = joined(live, 1)
    forward(live, 2)
    post(live, learner, 'value="lines"', text=["First", "", "Second"], claim=["c-1", "", ""])

    assert Answer.objects.get().value == [
        {"text": "First", "claim": "c-1"},
        {"text": "Second", "claim": ""},
    ]
    assert 'value="First"' in page(live, learner)


def test_a_task_and_a_document_are_written_and_given_points(teacher: Person) -> None:
    live = with_steps(
        started(teacher),
        {"primitive": "rubric-document", "items": "all"},
        {"primitive": "rubric-document", "takes_up": 1, "settings": {"assessed": "self"}},
        items=[prompt(1)],
    )
    descriptors = [{"text": words("Facts"), "points": 2}, {"text": words("Causes"), "points": 1}]
    live.script["activities"][0]["criteria"] = [
        {"text": words("Evidence"), "descriptors": descriptors}
    ]
    live.save(update_fields=["script"])
    (learner,) = joined(live, 1)
    forward(live, 2)
    post(live, learner, 'value="task"', value="Because")
    assert Answer.objects.get().value == {"answer": "Because", "claim": ""}

    directing.go(live, 0, 1)
    forward(live)
    post(live, learner, 'value="points"', value=["2", "0"], comment="More causes")
    assert Answer.objects.get(item="assessment").value == {
        "points": [[2, 0]],
        "comment": "More causes",
    }


def test_a_covered_text_is_covered_without_script_too(teacher: Person) -> None:
    live = with_steps(
        started(teacher),
        {"primitive": "rubric-document", "items": "all", "settings": {"covered": True}},
        items=[exhibit(1)],
    )
    (learner,) = joined(live, 1)
    forward(live, 2)

    assert "Text 1" not in page(live, learner)


def test_a_team_chooses_a_cell_and_answers_by_forms(teacher: Person) -> None:
    live = with_steps(
        started(teacher),
        {"primitive": "hidden-board", "items": "all"},
        items=[prompt(1, topic=words("Land"), points=10), prompt(2, topic=words("Land"))],
    )
    one, other = joined(live, 2)
    with changing(live) as moment:
        draw_groups(moment, (1, 1))
        first = moment.series(moment.live.series)[0].members[0][0]
    asked, waiting = (one, other) if one.pk == first else (other, one)
    forward(live, 2)
    post(live, asked, 'value="p1"', value="p1")
    assert Answer.objects.get(item="cell").value == "p1"
    assert "disabled>10</button>" in page(live, waiting)

    directing.advance(live)
    post(live, asked, 'name="item" value="p1"', value="1,400")
    assert Answer.objects.get(item="p1").value == "1,400"
    assert "<textarea" not in page(live, waiting)


def test_a_group_without_script_takes_the_pen(teacher: Person) -> None:
    live = with_steps(
        started(teacher), {"primitive": "rubric-document", "settings": {"by": "group"}}
    )
    one, other = joined(live, 2)
    with changing(live) as moment:
        draw_groups(moment, (2,))
    forward(live, 2)
    sent(live, one, "Ours", item="field")
    post(live, other, 'name="item" value="pen"', value="true")

    assert Answer.objects.get(item="pen").participant == other
