"""The card wall: cards and words, columns, evidence, parts of groups, wishes passed on."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.accounts.models import Person
from olke.classroom.domain import directing, moderating
from olke.classroom.domain.changing import changing
from olke.classroom.domain.grouping import draw_groups
from olke.classroom.models import LiveClass, Participant, Turn
from olke.classroom.primitives.entries import ENTRY, VOTES
from olke.classroom.primitives.walls import SORTED, Walls
from olke.classroom.primitives.wishes import dealt
from olke.classroom.primitives.wordings import word_key, words_shown
from olke.classroom.rendering import Audience
from tests.classroom.primitives.asking import asked
from tests.classroom.primitives.entering import entered, hide, kept, own_of, seen_by, show
from tests.classroom.rooms import (
    forward,
    joined,
    moment_of,
    prompt,
    sent,
    started,
    with_steps,
    words,
)

pytestmark = pytest.mark.django_db
COLUMNS = [words("Causes"), words("Course"), words("Consequences")]


def wall(takes_up: int = 0, items: str = "", **settings: object) -> dict[str, object]:
    """Return a step with a card wall."""
    step = {"primitive": "card-wall", "items": items, "settings": settings}
    return step | {"takes_up": takes_up}


def opened(teacher: Person, *steps: dict[str, object], **choices: object) -> LiveClass:
    """Return a class whose first wall is open."""
    items = [prompt(1, claims=["c-1", "c-2"])]
    return forward(with_steps(started(teacher, **choices), *steps, items=items), 2)


def wishes(teacher: Person, number: int, **choices: object) -> tuple[LiveClass, list[Participant]]:
    """Return a class of some learners who may write a wish each."""
    live = opened(teacher, wall(cards=1, passed_on=True), wall(1, cards=0), **choices)
    return live, joined(live, number)


# Cards


def test_a_card_reaches_nobody_before_the_teacher_lets_it_through(teacher: Person) -> None:
    live = opened(teacher, wall(cards=3))
    (learner,) = joined(live, 1)
    first, _ = entered(live, learner, "Too few hands"), entered(live, learner, "No rails", 1)

    show(live, first)

    for audience in (Audience.LEARNER, Audience.PROJECTOR):
        assert [one["text"] for one in seen_by(live, audience)["cards"].values()] == [
            "Too few hands"
        ]
    assert len(seen_by(live, Audience.CONSOLE)["entries"]) == 2


def test_a_signed_card_has_its_name_on_the_screen_and_never_on_phones(teacher: Person) -> None:
    live = opened(teacher, wall(cards=1, anonymous=False), shows_at_once=True)
    (learner,) = joined(live, 1)
    number = str(entered(live, learner, "Rails came late"))

    assert seen_by(live, Audience.PROJECTOR)["cards"][number]["by"] == "Learner 1"
    assert "Learner 1" not in str(seen_by(live, Audience.LEARNER))


def test_an_anonymous_card_is_nobodys(teacher: Person) -> None:
    live = opened(teacher, wall(cards=1, anonymous=True), wall(1, cards=0, votes=2))
    (learner,) = joined(live, 1)
    show(live, entered(live, learner, "Rails came late"))

    for presses in (3, 0):
        told = [seen_by(live, one) for one in Audience] + Walls().summary(moment_of(live), "en")
        assert "Learner 1" not in str(told)
        assert learner.seat not in str(told)
        forward(live, presses)


def test_a_card_stands_in_the_column_that_its_author_chose(teacher: Person) -> None:
    live = opened(teacher, wall(cards=2, columns=COLUMNS), shows_at_once=True)
    (learner,) = joined(live, 1)
    number = str(entered(live, learner, {"text": "Then hunger came", "column": 2}))

    assert seen_by(live, Audience.PROJECTOR)["cards"][number]["column"] == 2


@pytest.mark.parametrize(
    ("item", "number", "value", "code"),
    [
        (ENTRY, 2, "One too many", "too-many"),
        (ENTRY, 0, "x" * 201, "too-long"),
        (ENTRY, 0, {"text": "x", "column": 3}, "value-misshapen"),
        (ENTRY, 0, {"text": "x", "column": True}, "value-misshapen"),
        (ENTRY, 0, {"text": 1}, "value-misshapen"),
        (ENTRY, 0, {"column": 1}, "value-misshapen"),
        (ENTRY, 0, "\0 ", "empty"),
        (VOTES, 0, [1], "item-unknown"),
        (SORTED, 0, {"1": 0}, "item-unknown"),
    ],
)
def test_what_is_no_card_is_refused(
    teacher: Person, item: str, number: int, value: object, code: str
) -> None:
    live = opened(teacher, wall(cards=2, columns=COLUMNS))
    (learner,) = joined(live, 1)

    assert sent(live, learner, value, item=item, number=number).code == code


# Columns, sorted by the class and the teacher


def sorting(teacher: Person) -> tuple[LiveClass, list[Participant], int]:
    """Return a class that sorts a card of the step before, and the card's number."""
    live = opened(
        teacher, wall(cards=1), wall(1, cards=0, votes=1, columns=COLUMNS), shows_at_once=True
    )
    learners = joined(live, 3)
    number = entered(live, learners[0], "Sheep died")
    return forward(live, 3), learners, number


def column_of(live: LiveClass, card: int) -> int | None:
    """Return where a card stands on the screen."""
    return seen_by(live, Audience.PROJECTOR)["cards"][str(card)].get("column")


def test_most_of_the_class_decides_the_column(teacher: Person) -> None:
    live, learners, card = sorting(teacher)
    assert column_of(live, card) is None

    for learner, column in zip(learners, (2, 1, 2), strict=True):
        sent(live, learner, {str(card): column}, item=SORTED)

    assert column_of(live, card) == 2


def test_the_teachers_column_stands_above_the_class(teacher: Person) -> None:
    live, learners, card = sorting(teacher)
    sent(live, learners[0], {str(card): 2}, item=SORTED)

    directing.do_own(live, "place", {"entry": str(card), "column": "0"})
    assert column_of(live, card) == 0

    directing.do_own(live, "place", {"entry": str(card), "column": ""})
    assert column_of(live, card) == 2


@pytest.mark.parametrize(
    "value", [{"1": 3}, {"1": -1}, {"1": True}, {"x": 1}, [1], {str(n): 0 for n in range(301)}]
)
def test_what_is_no_sorting_is_refused(teacher: Person, value: object) -> None:
    live, learners, _ = sorting(teacher)

    assert sent(live, learners[0], value, item=SORTED).code == "value-misshapen"


def test_votes_for_cards_are_counted_once_they_are_all_given(teacher: Person) -> None:
    live, learners, card = sorting(teacher)
    sent(live, learners[1], [card], item=VOTES)
    sent(live, learners[0], [card], item=VOTES)  # the own card
    assert "votes" not in seen_by(live, Audience.PROJECTOR)["cards"][str(card)]

    forward(live)

    assert seen_by(live, Audience.PROJECTOR)["cards"][str(card)]["votes"] == 1


# Evidence


def test_a_card_names_a_claim_that_is_shown_or_is_marked_as_without(teacher: Person) -> None:
    live = opened(teacher, wall(cards=2, needs_evidence=True, items="all"), shows_at_once=True)
    (learner,) = joined(live, 1)
    bare = str(entered(live, learner, "I think so"))

    assert sent(live, learner, {"text": "x", "claim": "c-9"}, item=ENTRY, number=1).code == (
        "item-unknown"
    )
    assert entered(live, learner, {"text": "It says so", "claim": "c-1"}, 1)
    assert seen_by(live, Audience.PROJECTOR)["cards"][bare]["claim"] is False


def test_evidence_is_laid_beside_the_ideas_with_the_most_votes(teacher: Person) -> None:
    live = opened(
        teacher,
        wall(cards=1),
        wall(1, cards=0, votes=1),
        wall(2, cards=2, needs_evidence=True),
        shows_at_once=True,
    )
    one, other = joined(live, 2)
    weak, strong = entered(live, one, "A weak idea"), entered(live, other, "A strong idea")
    forward(live, 3)
    sent(live, one, [strong], item=VOTES)
    forward(live, 3)

    number = str(entered(live, one, {"text": "Not so", "about": strong, "against": True}))

    shown = seen_by(live, Audience.PROJECTOR)
    assert shown["ideas"] == [{"id": strong, "text": "A strong idea"}]
    assert {k: shown["cards"][number][k] for k in ("about", "against", "claim")} == {
        "about": strong,
        "against": True,
        "claim": False,
    }
    assert str(weak) not in shown["cards"]


# Parts of groups


def test_a_groups_cards_are_on_the_phones_of_that_group_alone(teacher: Person) -> None:
    live = with_steps(started(teacher, shows_at_once=True), wall(cards=2, by="group"))
    learners = joined(live, 4)
    with changing(live) as moment:
        draw_groups(moment, [2, 2])
    forward(live, 2)
    for learner in learners:
        entered(live, learner, f"A thought of {learner.pk}")

    shown = seen_by(live, Audience.PROJECTOR)["cards"]
    assert sorted(card["group"] for card in shown.values()) == [1, 1, 2, 2]
    assert "cards" not in seen_by(live, Audience.LEARNER)
    for learner in learners:
        number = own_of(live, learner)["group"]["number"]
        cards = own_of(live, learner)["cards"]
        assert cards == {n: card for n, card in shown.items() if card["group"] == number} or all(
            cards[n]["text"] == shown[n]["text"] for n in cards
        )
        assert len(cards) == 2
        assert "by" not in str(cards)


# Words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Тың", " тың "),
        ("«Тың»", "тың!"),
        ("жер  игеру", "Жер игеру"),
        ("мінез", "мiнез"),  # a Latin i
        ("Ёлка", "елка"),
    ],
)
def test_the_same_word_is_one_however_it_was_typed(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


@pytest.mark.parametrize(("one", "other"), [("қой", "кой"), ("ұн", "үн"), ("өлке", "олке")])
def test_kazakh_letters_are_never_taken_for_others(one: str, other: str) -> None:
    assert word_key(one) != word_key(other)


def test_a_word_is_shown_as_most_wrote_it() -> None:
    entries = [kept(n, f"p{n}", {"text": text}) for n, text in enumerate(("тың", "Тың", "Тың"), 1)]

    assert words_shown(entries) == {"тың": ("Тың", 3)}


def test_whoever_sent_a_word_that_was_let_through_counts(teacher: Person) -> None:
    live = opened(teacher, wall(cards=1, shown="words"))
    one, other, third = joined(live, 3)
    first = entered(live, one, "Дала")
    entered(live, other, "дала")
    entered(live, third, "шу")

    show(live, first)

    assert seen_by(live, Audience.PROJECTOR)["words"] == {"дала": {"text": "Дала", "count": 2}}


def test_a_word_is_a_word_and_no_sentence(teacher: Person) -> None:
    live = opened(teacher, wall(cards=1, shown="words"))
    (learner,) = joined(live, 1)

    assert sent(live, learner, "x" * 41, item=ENTRY).code == "too-long"


# Wishes


def test_wishes_stay_off_the_wall(teacher: Person) -> None:
    live, (learner, _) = wishes(teacher, 2, shows_at_once=True)
    number = entered(live, learner, "Good luck!")

    assert "Good luck!" not in str(seen_by(live, Audience.LEARNER))
    assert seen_by(live, Audience.PROJECTOR)["cards"] == {}
    moderating.pin_entry(live, number, pinned=True)
    assert [one["text"] for one in seen_by(live, Audience.PROJECTOR)["cards"].values()] == [
        "Good luck!"
    ]


def test_everybody_who_wrote_a_wish_gets_anothers_when_the_turn_is_over(teacher: Person) -> None:
    live, learners = wishes(teacher, 5, shows_at_once=True)
    for learner in learners:
        entered(live, learner, f"From {learner.pk}")
    assert own_of(live, learners[0])["wishes"] == []

    forward(live)
    got = {learner.pk: own_of(live, learner)["wishes"] for learner in learners}
    forward(live)
    later = {learner.pk: own_of(live, learner)["wishes"] for learner in learners}

    assert sorted(wish for found in got.values() for wish in found) == sorted(
        f"From {one.pk}" for one in learners
    )
    assert all(got[one.pk] != [f"From {one.pk}"] for one in learners)
    assert later == got


def test_wishes_wait_until_the_teacher_has_looked_at_them(teacher: Person) -> None:
    live, (one, other) = wishes(teacher, 2)
    first, second = entered(live, one, "Kind"), entered(live, other, "Kinder")
    forward(live)
    assert own_of(live, one)["wishes"] == []

    show(live, first)
    assert own_of(live, other)["wishes"] == []  # one is still to be looked at
    show(live, second)

    assert (own_of(live, one)["wishes"], own_of(live, other)["wishes"]) == (["Kinder"], ["Kind"])


def test_the_next_step_hands_out_what_was_let_through(teacher: Person) -> None:
    live, (one, other) = wishes(teacher, 2)
    show(live, entered(live, one, "Kind"))
    entered(live, other, "Not looked at")

    forward(live, 2)

    assert (own_of(live, one)["wishes"], own_of(live, other)["wishes"]) == ([], ["Kind"])


def test_a_wish_that_is_hidden_afterwards_is_gone(teacher: Person) -> None:
    live, (one, other) = wishes(teacher, 2, shows_at_once=True)
    first = entered(live, one, "Unkind")
    entered(live, other, "Kind")
    forward(live)
    assert own_of(live, other)["wishes"] == ["Unkind"]

    hide(live, first)

    assert own_of(live, other)["wishes"] == []


def test_the_teachers_kind_word_goes_to_whoever_has_none(teacher: Person) -> None:
    live, (one, other) = wishes(teacher, 2, shows_at_once=True)
    entered(live, one, "Kind")
    forward(live)
    assert seen_by(live, Audience.CONSOLE)["handed"] == {"with": 1, "without": 1}

    directing.do_own(live, "kind-word", {"text": "Welcome, all of you!"})

    assert own_of(live, one)["wishes"] == ["Welcome, all of you!"]
    assert own_of(live, other)["wishes"] == ["Kind"]
    assert seen_by(live, Audience.CONSOLE)["handed"]["without"] == 0


def test_what_was_dealt_stands_in_the_turn(teacher: Person) -> None:
    live, learners = wishes(teacher, 3, shows_at_once=True)
    cards = {entered(live, learner, f"From {learner.pk}"): learner.pk for learner in learners}
    forward(live)

    turn = Turn.objects.get(live_class=live)

    assert turn.data["dealt"].keys() == {str(card) for card in cards}
    assert set(turn.data["dealt"].values()) == set(cards.values())


written = st.lists(st.integers(1, 30), min_size=1, max_size=40)


@given(authors=written, silent=st.sets(st.integers(31, 60)), seed=st.integers())
def test_wishes_are_a_derangement(authors: list[int], silent: set[int], seed: int) -> None:
    cards = dict(enumerate(authors, 1))
    people = sorted(set(authors) | silent)

    given_to = dealt(cards, people, seed=seed)

    assert all(one != cards[card] for card, one in given_to.items())
    assert dealt(cards, people, seed=seed) == given_to
    if len(people) > 1:
        assert given_to.keys() == cards.keys()
    having = set(given_to.values())
    if len(set(authors)) > 1:
        assert set(authors) <= having
    if len(set(authors)) > 1 and len(cards) >= len(people):
        assert set(people) <= having
    elif len(set(authors)) > 1:
        assert len(having) == len(cards)


@given(authors=written, cut=st.integers(0, 40), seed=st.integers())
def test_what_was_dealt_before_stays(authors: list[int], cut: int, seed: int) -> None:
    cards = dict(enumerate(authors, 1))
    people = sorted(set(authors))
    before = dealt({n: one for n, one in cards.items() if n <= cut}, people, seed=seed)

    after = dealt(cards, people, before, seed=seed)

    assert before.items() <= after.items()
    assert all(one != cards[card] for card, one in after.items())


# Rehearsals and reports


@pytest.mark.parametrize(
    "steps",
    [
        [wall(cards=5), wall(1, cards=0, votes=3, columns=COLUMNS)],
        [wall(cards=2, needs_evidence=True, items="all"), wall(1, cards=0)],
        [wall(cards=1, shown="words", items="all")],
        [wall(cards=1, passed_on=True), wall(1, cards=0)],
        [wall(cards=2, votes=2, columns=COLUMNS[:2])],
    ],
)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_simulated_learners_send_what_can_be_kept(
    teacher: Person, steps: list[dict[str, object]], language: str
) -> None:
    live = opened(teacher, *steps, shows_at_once=True, language=language)
    joined(live, 4)
    chance = random.Random(1)  # noqa: S311 - a play, not a secret
    while (turn := moment_of(live).turn) is not None:
        moment = moment_of(live)
        if Walls().takes_answers(moment.activity, turn.step):
            for learner in live.participants.all():
                for one in Walls().simulated(asked(live, learner.pk), chance):
                    assert (
                        sent(live, learner, one.value, item=one.item, number=one.number).status
                        == "kept"
                    )
        assert Walls().summary(moment_of(live), language)
        if turn.step + 1 == len(steps):
            break
        forward(live, 2 if directing.next_of(moment_of(live)) == "close" else 1)
        if moment_of(live).turn is None:
            forward(live)


def test_the_report_has_a_row_for_each_column(teacher: Person) -> None:
    live, learners, card = sorting(teacher)
    sent(live, learners[1], {str(card): 1}, item=SORTED)
    sent(live, learners[1], [card], item=VOTES)

    rows = Walls().summary(moment_of(live), "en")

    assert [(row["text"], [(e["text"], e["count"]) for e in row["entries"]]) for row in rows] == [
        ("Causes", []),
        ("Course", [("Sheep died", 1)]),
        ("Consequences", []),
    ]
