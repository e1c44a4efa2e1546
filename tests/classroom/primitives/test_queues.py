"""The submission queue: questions sent, looked through, voted on, picked, answered."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.accounts.models import Person
from olke.classroom.domain import directing, moderating
from olke.classroom.domain.directing import Next
from olke.classroom.domain.joining import show_all_names
from olke.classroom.errors import CommandError, RefusedError
from olke.classroom.models import LiveClass
from olke.classroom.primitives.entries import ENTRY, VOTES, entry_words, votes_of
from olke.classroom.primitives.likeness import most_alike
from olke.classroom.primitives.queues import Queues
from olke.classroom.rendering import Audience
from tests.classroom.primitives.asking import asked
from tests.classroom.primitives.entering import entered, kept, seen_by, show
from tests.classroom.rooms import forward, joined, moment_of, prompt, sent, started, with_steps

pytestmark = pytest.mark.django_db
QUEUE = "submission-queue"


def press(teacher: Person, **fields: object) -> LiveClass:
    """Return a press conference whose questions are open: asked, voted on, answered."""
    live = started(teacher, **fields)
    steps = [
        {"primitive": QUEUE, "items": "all", "settings": {"submissions": 2, "votes": 0, "pick": 0}},
        {
            "primitive": QUEUE,
            "takes_up": 1,
            "settings": {"submissions": 0, "votes": 2, "pick": 2},
        },
        {
            "primitive": QUEUE,
            "takes_up": 2,
            "settings": {"submissions": 0, "votes": 0, "pick": 0, "answered": True},
        },
    ]
    with_steps(live, *steps, items=[prompt(1, claims=["c-1"]), prompt(2, claims=["c-2"])])
    return forward(live, 2)


def one_step(teacher: Person, **settings: object) -> LiveClass:
    """Return a class in which a queue of one step is open."""
    return forward(with_steps(started(teacher), {"primitive": QUEUE, "settings": settings}), 2)


def test_a_question_reaches_nobody_before_the_teacher_lets_it_through(teacher: Person) -> None:
    live = press(teacher)
    (learner,) = joined(live, 1)
    number = entered(live, learner, "Who counted the sheep?")

    before = [seen_by(live, one)["entries"] for one in (Audience.LEARNER, Audience.PROJECTOR)]
    show(live, number)
    after = [seen_by(live, one)["entries"] for one in (Audience.LEARNER, Audience.PROJECTOR)]

    assert before == [{}, {}]
    assert after == [{str(number): {"text": "Who counted the sheep?"}}] * 2
    assert seen_by(live, Audience.CONSOLE)["entries"][str(number)]["state"] == "shown"


def test_a_question_that_was_changed_is_looked_at_again(teacher: Person) -> None:
    live = press(teacher)
    (learner,) = joined(live, 1)
    show(live, entered(live, learner, "A kind question?"))

    sent(live, learner, "An unkind question?", item=ENTRY, edit=1)

    assert seen_by(live, Audience.PROJECTOR)["entries"] == {}


def test_a_question_taken_back_is_gone(teacher: Person) -> None:
    live = press(teacher, shows_at_once=True)
    (learner,) = joined(live, 1)
    entered(live, learner, "Never mind?")

    assert sent(live, learner, None, item=ENTRY, edit=1).status == "kept"

    assert seen_by(live, Audience.CONSOLE)["entries"] == {}


@pytest.mark.parametrize(
    ("item", "number", "value", "code"),
    [
        (ENTRY, 2, "One too many?", "too-many"),
        (ENTRY, 0, "x" * 301, "too-long"),
        (ENTRY, 0, " \n", "empty"),
        (ENTRY, 0, ["list"], "value-misshapen"),
        (VOTES, 0, [1], "item-unknown"),
        ("p1", 0, "?", "item-unknown"),
    ],
)
def test_what_is_no_question_is_refused(
    teacher: Person, item: str, number: int, value: object, code: str
) -> None:
    live = press(teacher)
    (learner,) = joined(live, 1)

    assert sent(live, learner, value, item=item, number=number).code == code


def test_nobody_gives_more_votes_than_there_are(teacher: Person) -> None:
    live = forward(press(teacher), 3)
    (learner,) = joined(live, 1)

    assert sent(live, learner, [1, 2, 3], item=VOTES).code == "too-many"
    assert sent(live, learner, [2, 2, 1], item=VOTES).status == "kept"
    assert sent(live, learner, "1", item=VOTES, edit=1).code == "value-misshapen"


def test_votes_are_seen_once_no_more_are_given(teacher: Person) -> None:
    live = press(teacher, shows_at_once=True)
    author, voter = joined(live, 2)
    number = entered(live, author, "Why then?")
    forward(live, 3)
    sent(live, voter, [number], item=VOTES)

    open_ones = [seen_by(live, one)["entries"][str(number)] for one in Audience]
    forward(live)
    closed_ones = [seen_by(live, one)["entries"][str(number)] for one in Audience]

    assert [one.get("votes") for one in open_ones] == [None, None, 1]
    assert [one.get("votes") for one in closed_ones] == [1, 1, 1]


def test_the_most_voted_are_answered_one_after_another(teacher: Person) -> None:
    live = press(teacher, shows_at_once=True)
    learners = joined(live, 3)
    first, second, third = (entered(live, one, f"Question {n}?") for n, one in enumerate(learners))
    forward(live, 3)
    sent(live, learners[0], [second, third], item=VOTES)
    sent(live, learners[1], [third], item=VOTES)
    forward(live, 2)
    line = seen_by(live, Audience.PROJECTOR)["line"]

    stages = []
    while directing.next_of(moment_of(live)) == Next.ITEM:
        forward(live)
        stages.append(seen_by(live, Audience.PROJECTOR).get("stage", {}).get("entry"))

    assert line == [third, second]
    assert stages == [third, second, None]
    assert first not in line
    entries = seen_by(live, Audience.CONSOLE)["entries"]
    assert [entries[str(one)]["answered"] for one in line] == [True, True]


def test_two_clicks_on_one_button_are_one_question(teacher: Person) -> None:
    live = press(teacher, shows_at_once=True)
    for number, learner in enumerate(joined(live, 2)):
        entered(live, learner, f"Question {number}?")
    forward(live, 5)
    at = directing.place_token(moment_of(live))
    directing.advance(live, at)

    with pytest.raises(CommandError, match="moved-on"):
        directing.advance(live, at)


def test_the_teacher_picks_whatever_the_votes_say(teacher: Person) -> None:
    live = press(teacher, shows_at_once=True)
    learners = joined(live, 3)
    first, second, third = (entered(live, one, f"Question {n}?") for n, one in enumerate(learners))
    forward(live, 3)
    sent(live, learners[0], [second, third], item=VOTES)
    forward(live)

    directing.do_own(live, "pick", {"entry": str(first), "on": "1"})
    directing.do_own(live, "pick", {"entry": str(second), "on": "0"})

    assert seen_by(live, Audience.PROJECTOR)["line"] == [third, first]


def test_picking_lets_a_question_through(teacher: Person) -> None:
    live = one_step(teacher, submissions=1, votes=0, pick=3, answered=True)
    (learner,) = joined(live, 1)
    number = entered(live, learner, "What about the homework?")

    directing.do_own(live, "pick", {"entry": str(number), "on": "1"})

    assert list(seen_by(live, Audience.LEARNER)["entries"]) == [str(number)]


def test_a_question_on_stage_shows_what_its_answer_rests_on(teacher: Person, monkeypatch) -> None:
    live = press(teacher, shows_at_once=True)
    (learner,) = joined(live, 1)
    number = entered(live, learner, "Who came?")
    forward(live, 4)
    directing.do_own(live, "stage", {"entry": str(number)})

    directing.do_own(live, "tie", {"item": "p2"})

    stage = seen_by(live, Audience.LEARNER)["stage"]
    assert (stage["entry"], stage["tied"]) == (number, "p2")
    assert {one["id"] for one in seen_by(live, Audience.CONSOLE)["prepared"]} == {"p1", "p2"}


def test_a_prepared_question_can_be_put_on_stage(teacher: Person) -> None:
    live = forward(press(teacher), 4)

    directing.do_own(live, "stage", {"item": "p1"})

    assert seen_by(live, Audience.PROJECTOR)["stage"] == {
        "item": "p1",
        "text": "Question 1",
        "evidence": [],
    }


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("pick", {"entry": "999", "on": "1"}),
        ("stage", {"item": "nothing"}),
        ("tie", {"item": "p1"}),
        ("dance", {}),
    ],
)
def test_what_cannot_be_done_is_refused(teacher: Person, name: str, data: dict[str, str]) -> None:
    live = press(teacher)

    with pytest.raises(CommandError):
        directing.do_own(live, name, data)


def test_names_go_to_the_projector_only_where_questions_are_signed(teacher: Person) -> None:
    live = one_step(teacher, submissions=1, votes=1, pick=1, anonymous=False)
    (learner,) = joined(live, 1)
    number = str(entered(live, learner, "To the other side: why?"))
    show(live, int(number))

    assert "by" not in seen_by(live, Audience.PROJECTOR)["entries"][number]
    show_all_names(live)

    assert seen_by(live, Audience.PROJECTOR)["entries"][number]["by"] == "Learner 1"
    assert "by" not in seen_by(live, Audience.LEARNER)["entries"][number]
    assert seen_by(live, Audience.CONSOLE)["entries"][number]["by"] == "Learner 1"


def test_an_anonymous_question_has_no_name_anywhere(teacher: Person) -> None:
    live = one_step(teacher, submissions=1, votes=0, pick=1, anonymous=True)
    (learner,) = joined(live, 1)
    show(live, entered(live, learner, "Who said so?"))

    told = [*(seen_by(live, one) for one in Audience)]
    told += Queues().summary(moment_of(live), "en")

    assert "Learner 1" not in str(told)
    assert learner.seat not in str(told)


def test_the_report_has_the_questions_by_their_votes(teacher: Person) -> None:
    live = press(teacher, shows_at_once=True)
    one, other = joined(live, 2)
    first, second = entered(live, one, "First?"), entered(live, other, "Second?")
    forward(live, 3)
    sent(live, one, [second], item=VOTES)
    moderating.note_entry(live, first, "For the seminar.")

    (row,) = Queues().summary(moment_of(live), "en")

    assert [(e["text"], e["count"], e["note"]) for e in row["entries"]] == [
        ("Second?", 1, ""),
        ("First?", 0, "For the seminar."),
    ]


def test_simulated_learners_ask_and_vote_within_the_limits(teacher: Person) -> None:
    live = press(teacher, shows_at_once=True, language="kk")
    joined(live, 3)
    chance = random.Random(1)  # noqa: S311 - a play, not a secret
    for step in range(2):
        for learner in live.participants.all():
            for one in Queues().simulated(asked(live, learner.pk), chance):
                receipt = sent(live, learner, one.value, item=one.item, number=one.number)
                assert receipt.status == "kept", step
        forward(live, 3)


@given(
    merges=st.dictionaries(st.integers(1, 8), st.integers(1, 8)),
    ballots=st.lists(st.sets(st.integers(1, 12), max_size=3), max_size=12),
)
def test_every_party_counts_once_for_an_entry_and_for_all_that_was_merged_into_it(
    merges: dict[int, int], ballots: list[set[int]]
) -> None:
    # Merging is kept flat: what is merged into was not merged itself.
    flat = {one: into for one, into in merges.items() if into not in merges and one != into}
    entries = [
        kept(n, f"p{100 + n}", f"Question {n}", merged_into=flat.get(n)) for n in range(1, 9)
    ]
    votes = [kept(50 + n, f"p{n}", sorted(chosen), VOTES) for n, chosen in enumerate(ballots, 1)]

    counted = votes_of(entries, votes)

    for number in range(1, 9):
        names = {number} | {one for one, into in flat.items() if into == number}
        if number in flat:
            assert number not in counted
        else:
            assert counted[number] == sum(bool(names & chosen) for chosen in ballots)


@pytest.mark.parametrize(
    ("written", "kept_as"),
    [
        ("a\u202eb\u2066c", "abc"),
        ("zero\u200bwidth\x07", "zerowidth"),
        ("one\n\n\n \n\ntwo", "one\n\ntwo"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("Қазақстан — 1954 ж. 🙂", "Қазақстан — 1954 ж. 🙂"),
    ],
)
def test_what_would_spoil_a_screen_is_left_out(written: str, kept_as: str) -> None:
    assert entry_words(written, 100) == kept_as


@pytest.mark.parametrize(("written", "code"), [("\u200b\u202e", "empty"), ("x" * 101, "too-long")])
def test_nothing_to_be_seen_is_nothing(written: str, code: str) -> None:
    with pytest.raises(RefusedError, match=code):
        entry_words(written, 100)


def test_nobody_votes_for_their_own() -> None:
    entries = [kept(1, "p1", "Mine?"), kept(2, "p2", "Theirs?")]

    assert votes_of(entries, [kept(3, "p1", [1, 2], VOTES)]) == {1: 0, 2: 1}


def test_what_speaks_of_the_same_stands_first() -> None:
    told = [
        "Мыс қорыту зауыты 1938 жылы салынды.",
        "Тігін фабрикасы 1941 жылғы қарашада көшіп келді.",
        "Мектептердің саны екі есе өсті.",
    ]

    assert most_alike("Тігін фабрикасының жұмысшылары кімдер болды?", told)[0] == 1
    assert most_alike("Бүгін ауа райы қандай?", told) == [0, 1, 2]
