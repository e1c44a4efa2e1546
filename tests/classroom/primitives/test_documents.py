"""Documents: written together, on evidence, shown when let through, assessed by criteria."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.accounts.models import Person
from olke.classroom.domain import directing
from olke.classroom.domain.answers import PEN, Submission, keep_answers
from olke.classroom.domain.changing import changing
from olke.classroom.domain.directing import Next, next_of
from olke.classroom.domain.grouping import draw_groups
from olke.classroom.domain.moderating import judge_entries
from olke.classroom.errors import CommandError
from olke.classroom.models import Answer, Award, EntryState, LiveClass, Participant
from olke.classroom.primitives.registry import play_of
from olke.classroom.primitives.writing import is_right_cell
from olke.classroom.rendering import mine, render
from olke.teaching.documents.parts import Text
from tests.classroom.primitives.asking import simulated
from tests.classroom.rooms import (
    choice,
    exhibit,
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
CLAIMS = {
    f"c-{n}": {"sentence": words(f"Fact {n}"), "citations": [words(f"[{n}, p. 32]")]}
    for n in range(1, 5)
}
CRITERIA = [
    {
        "text": words("Evidence"),
        "descriptors": [
            {"text": words("Two facts"), "points": 2},
            {"text": words("Causes"), "points": 2},
        ],
    },
    {"text": words("Speech"), "descriptors": [{"text": words("Clear"), "points": 1}]},
]
FULL, HALF, NOTHING = [[2, 2], [1]], [[1, 1], [0]], [[0, 0], [0]]


def document(**settings: Any) -> dict[str, Any]:
    """Return a step that writes or shows documents."""
    step = {"primitive": "rubric-document"}
    for name in ("items", "takes_up"):
        if name in settings:
            step[name] = settings.pop(name)
    return step | {"settings": settings}


def written(teacher: Person, *steps: dict[str, Any], items: Any = (), **choices: Any) -> LiveClass:
    """Return a class of some steps with criteria and evidence, at its first step."""
    live = with_steps(started(teacher, **choices), *steps, items=items)
    live.script["activities"][0]["criteria"] = CRITERIA
    live.script["claims"] = CLAIMS
    live.save(update_fields=["script"])
    return live


def grouped(live: LiveClass, *sizes: int) -> list[list[Participant]]:
    """Let so many learners join and sit in groups of these sizes; return the groups."""
    joined(live, sum(sizes))
    with changing(live) as moment:
        draw_groups(moment, sizes)
    moment = moment_of(live)
    return [
        [Participant.objects.get(pk=one) for one, _ in team.members]
        for team in moment.series(moment.live.series)
    ]


def shown(live: LiveClass, audience: str = "learner") -> dict[str, Any]:
    """Return what a screen shows, in English."""
    return render(live.pk, audience, ["en"])["en"]["show"]


def own(live: LiveClass, learner: Participant) -> dict[str, Any]:
    """Return what one phone alone shows."""
    return mine(live.pk, [learner.pk])[learner.pk]


def line(text: str, claim: str = "") -> dict[str, str]:
    """Return a line of a document."""
    return {"text": text, "claim": claim}


def lines_of(paper: dict[str, Any]) -> list[str]:
    """Return every line of a document."""
    return [one["text"] for part in paper["parts"] for one in part["lines"]]


def at(live: LiveClass, learner: Participant, value: object, **told: Any) -> Submission:
    """Return what a phone sends at some moment."""
    turn = moment_of(live).turn
    made = {"id": uuid4(), "turn": turn.pk, "item": "field", "number": 0, "edit": 0}
    made |= {"participant": learner.pk, "value": value, "received": datetime.now(UTC)}
    return Submission(**(made | told))


class TestWriting:
    """Drafts grow, and nothing of them is lost."""

    def test_a_draft_grows_as_it_is_typed(self, teacher: Person) -> None:
        live = forward(written(teacher, document(fields=[words("Why?"), words("So what?")])), 2)
        (learner,) = joined(live, 1)
        for edit, text in enumerate(["T", "The plan", "The plan failed"]):
            assert sent(live, learner, text, item="field", number=1, edit=edit).status == "kept"

        assert Answer.objects.get().value == "The plan failed"

    def test_an_older_draft_never_takes_the_place_of_a_newer(self, teacher: Person) -> None:
        live = forward(written(teacher, document()), 2)
        (learner,) = joined(live, 1)
        sent(live, learner, "Newer", item="field", edit=3)

        assert sent(live, learner, "Older", item="field", edit=2).status == "kept"
        assert Answer.objects.get().value == "Newer"

    def test_the_clock_runs_out_softly_until_the_teacher_closes(self, teacher: Person) -> None:
        live = forward(written(teacher, document()), 2)
        (learner,) = joined(live, 1)
        after = datetime.now(UTC) + timedelta(minutes=5)

        assert keep_answers([at(live, learner, "Still", received=after)])[0].status == "kept"

    def test_what_comes_after_the_end_is_kept_beside_what_counted(self, teacher: Person) -> None:
        live = forward(written(teacher, document()), 2)
        (learner,) = joined(live, 1)
        sent(live, learner, "In time", item="field")
        directing.close(live)
        after = datetime.now(UTC) + timedelta(minutes=1)
        (receipt,) = keep_answers([at(live, learner, "In time and more", received=after, edit=1)])
        again = at(live, learner, "In time and more.", received=after, edit=2)

        assert receipt.status == "late"
        assert keep_answers([again])[0].status == "late"
        paper = next(iter(shown(live, "console")["papers"].values()))
        assert lines_of(paper) == ["In time"]
        assert lines_of({"parts": paper["late"]}) == ["In time and more."]

    def test_more_time_makes_a_late_first_draft_count_once_it_is_changed(
        self, teacher: Person
    ) -> None:
        live = forward(written(teacher, document()), 2)
        (learner,) = joined(live, 1)
        directing.close(live)
        after = datetime.now(UTC) + timedelta(minutes=1)
        keep_answers([at(live, learner, "Late", received=after)])
        directing.extend(live, 600)

        assert sent(live, learner, "In time now", item="field", edit=1).status == "kept"
        assert not Answer.objects.get().late

    @pytest.mark.parametrize(
        ("value", "code"),
        [
            (["list"], "value-misshapen"),
            (None, "value-misshapen"),
            (1, "value-misshapen"),
            ("x" * 16_001, "too-long"),
        ],
    )
    def test_what_is_no_text_is_refused(self, teacher: Person, value: object, code: str) -> None:
        live = forward(written(teacher, document()), 2)
        (learner,) = joined(live, 1)

        assert sent(live, learner, value, item="field").code == code

    def test_only_headings_that_there_are_can_be_written_under(self, teacher: Person) -> None:
        live = forward(written(teacher, document(fields=[words("Why?")])), 2)
        (learner,) = joined(live, 1)

        assert sent(live, learner, "x", item="field", number=1).code == "item-unknown"
        assert sent(live, learner, "x", item="nothing").code == "item-unknown"

    @given(st.text(max_size=200))
    def test_any_text_comes_back_as_it_was_but_for_spaces_around_it(self, text: str) -> None:
        from olke.classroom.primitives.writing import _text  # noqa: PLC0415

        assert _text(text, 1000) == text.replace("\0", "").strip()


class TestTogether:
    """A group writes with one pen."""

    @pytest.fixture
    def live(self, teacher: Person) -> LiveClass:
        """Return a class whose groups write a poster of two headings with evidence."""
        return written(
            teacher,
            document(
                by="group",
                needs_evidence=True,
                items="dealt",
                fields=[words("Our stand"), words("Arguments")],
            ),
            document(takes_up=1, assessed="peers"),
            items=[
                exhibit(1, stand="for", claims=["c-1", "c-2"]),
                exhibit(2, stand="against", claims=["c-3"]),
            ],
        )

    def test_one_writes_and_all_see_it_until_another_takes_the_pen(self, live: LiveClass) -> None:
        ((first, second),) = grouped(live, 2)
        forward(live, 2)
        sent(live, first, [line("Ours")], item="field")
        seen = own(live, second)
        assert [one["value"] for one in seen["answers"] if one["item"] == "field"] == [
            [line("Ours")]
        ]
        assert seen["writer"] == first.name
        assert sent(live, second, [line("Mine")], item="field", edit=1).code == "pen-elsewhere"

        sent(live, second, value=True, item=PEN, edit=1)
        assert sent(live, second, [line("Mine")], item="field", edit=1).status == "kept"
        assert sent(live, first, [line("Ours")], item="field", edit=2).code == "pen-elsewhere"

    def test_groups_have_what_was_dealt_to_their_side_and_its_evidence(
        self, live: LiveClass
    ) -> None:
        (one, _), (other, _) = grouped(live, 2, 2)
        forward(live, 2)
        desk, beyond = own(live, one)["work"], own(live, other)["work"]

        assert [text["stand"] for text in desk["exhibits"]] == ["for"]
        assert [fact["claim"] for fact in desk["evidence"]] == ["c-1", "c-2"]
        assert [fact["claim"] for fact in beyond["evidence"]] == ["c-3"]

    def test_a_line_without_evidence_is_visible_as_unsupported(self, live: LiveClass) -> None:
        ((writer, _), _) = grouped(live, 2, 2)
        forward(live, 2)
        sent(live, writer, [line("Grain grew", "c-1"), line("All were glad")], item="field")
        (paper,) = shown(live, "console")["papers"].values()

        assert paper["unsupported"] == 1
        assert [one["unsupported"] for one in paper["parts"][0]["lines"]] == [False, True]
        assert paper["parts"][0]["lines"][0]["evidence"]["citations"] == ["[1, p. 32]"]
        progress = [
            (one["group"], one["lines"], one["unsupported"])
            for one in shown(live, "projector")["progress"]
        ]
        assert progress == [(1, 2, 1), (2, 0, 0)]  # the second has not begun
        assert "Grain" not in str(shown(live, "projector"))

    @pytest.mark.parametrize(
        ("value", "code"),
        [
            ("text", "value-misshapen"),
            ([{"text": "x", "claim": "nowhere"}], "claim-unknown"),
            ([{"text": "x", "claim": 1}], "value-misshapen"),
            ([{"text": "x", "more": 1}], "value-misshapen"),
            ([{"text": "x"}] * 41, "too-many"),
            ([{"text": "x" * 601}], "too-long"),
        ],
    )
    def test_lines_must_be_lines_that_rest_on_claims_of_the_activity(
        self, live: LiveClass, value: object, code: str
    ) -> None:
        ((writer,),) = grouped(live, 1)
        forward(live, 2)

        assert sent(live, writer, value, item="field").code == code

    def test_posters_are_seen_by_others_only_once_the_teacher_presents_them(
        self, live: LiveClass
    ) -> None:
        (one, _), (other, _) = grouped(live, 2, 2)
        forward(live, 2)
        sent(live, one, [line("We are for it", "c-1")], item="field")
        sent(live, other, [line("We are against it")], item="field")
        forward(live, 3)
        assert shown(live)["papers"] == {}
        assert "We are" not in str(shown(live, "projector"))
        assert lines_of(own(live, one)["own"]) == ["We are for it"]

        assert next_of(moment_of(live)) == Next.OWN
        directing.advance(live)
        seen = shown(live)
        assert seen["now"] == 1
        assert lines_of(seen["papers"]["1"]) == ["We are for it"]
        assert "against it" not in str(seen["papers"])

    def test_posters_are_presented_one_after_another_and_then_the_step_ends(
        self, live: LiveClass
    ) -> None:
        (one, _), (other, _) = grouped(live, 2, 2)
        forward(live, 2)
        for writer in (one, other):
            sent(live, writer, [line("Ours")], item="field")
        forward(live, 3)
        presented = []
        while directing.advance(live) == Next.OWN:
            presented.append((shown(live)["now"], shown(live)["papers"][str(len(presented) + 1)]))

        assert [(number, paper["stand"]) for number, paper in presented] == [
            (1, "for"),
            (2, "against"),
        ]
        assert moment_of(live).turn.closed_at

    def test_what_the_teacher_hid_is_not_presented(self, live: LiveClass) -> None:
        ((writer, _),) = grouped(live, 2)
        forward(live, 2)
        sent(live, writer, [line("Fine")], item="field", number=0)
        sent(live, writer, [line("Rude")], item="field", number=1)
        rude = Answer.objects.get(item="field", number=1)
        judge_entries(live, [rude.pk], EntryState.HIDDEN)
        forward(live, 4)

        assert lines_of(shown(live)["papers"]["1"]) == ["Fine"]

    def test_a_group_without_a_poster_has_none_to_present(self, live: LiveClass) -> None:
        ((writer, _), _) = grouped(live, 2, 2)
        forward(live, 2)
        sent(live, writer, [line("Ours")], item="field")
        sent(live, writer, [], item="field", number=1)
        forward(live, 3)

        with pytest.raises(CommandError, match="entry-unknown"):
            directing.do_own(live, "present", {"number": "2"})


class TestAssessing:
    """Points by criteria: of peers, of oneself, of the teacher."""

    @pytest.fixture
    def live(self, teacher: Person) -> LiveClass:
        """Return a class of three groups with a poster each, before the gallery is assessed."""
        live = written(teacher, document(by="group"), document(takes_up=1, assessed="peers"))
        self.teams = grouped(live, 2, 2, 2)
        forward(live, 2)
        for team in self.teams:
            sent(live, team[0], "Ours", item="field")
        return forward(live, 3)

    def given(self, live: LiveClass, learner: Participant, number: int, points: Any) -> str:
        """Let a learner assess a document; return what became of it."""
        value = {"points": points, "comment": "Well said."}
        receipt = sent(live, learner, value, item="assessment", number=number)
        return receipt.code or receipt.status

    def test_peers_give_points_to_others_never_to_their_own(self, live: LiveClass) -> None:
        (one, _), _, _ = self.teams

        assert self.given(live, one, 2, FULL) == "kept"
        assert self.given(live, one, 1, FULL) == "own-work"
        assert self.given(live, one, 7, FULL) == "item-unknown"

    @pytest.mark.parametrize(
        "points", [[[3, 2], [1]], [[-1, 0], [0]], [[2, 2]], [[2], [1]], [[True, 2], [1]], "full"]
    )
    def test_points_stay_within_the_descriptors(self, live: LiveClass, points: Any) -> None:
        (one, _), _, _ = self.teams

        assert self.given(live, one, 2, points) == "value-misshapen"

    def test_points_of_peers_are_averaged_and_count_once_revealed(self, live: LiveClass) -> None:
        (one, _), (two, partner), (three, _) = self.teams
        self.given(live, one, 2, FULL)
        self.given(live, three, 2, HALF)
        assert shown(live, "console")["papers"]["2"]["mean"] == 3.5
        assert not Award.objects.exists()
        directing.reveal(live)

        assert shown(live)["points"]["2"] == 3.5
        assert Award.objects.get().points == 4
        assert own(live, two)["points"] == own(live, partner)["points"] == 4

    def test_the_teachers_points_are_final(self, live: LiveClass) -> None:
        (one, _), (two, _), _ = self.teams
        self.given(live, one, 2, FULL)
        directing.do_own(live, "assess", {"number": "2", "points": json.dumps(HALF)})
        directing.reveal(live)

        assert shown(live)["points"]["2"] == 2
        assert [award.points for award in Award.objects.all()] == [2]
        directing.do_own(live, "assess", {"number": "2", "points": json.dumps(NOTHING)})
        assert own(live, two)["points"] == 0

    @pytest.mark.parametrize("points", ["", "[[9,9],[9]]", "{}", "no"])
    def test_the_teacher_too_gives_what_the_criteria_allow(
        self, live: LiveClass, points: str
    ) -> None:
        with pytest.raises(CommandError, match="value-misshapen"):
            directing.do_own(live, "assess", {"number": "2", "points": points})

    def test_comments_reach_their_authors_once_the_teacher_lets_them(self, live: LiveClass) -> None:
        (one, _), (two, _), _ = self.teams
        self.given(live, one, 2, FULL)
        assert own(live, two)["own"]["comments"] == []
        judge_entries(live, [Answer.objects.get(item="assessment").pk], EntryState.SHOWN)

        assert own(live, two)["own"]["comments"] == ["Well said."]

    def test_the_teachers_word_reaches_the_authors(self, live: LiveClass) -> None:
        _, (two, _), _ = self.teams
        directing.do_own(live, "remark", {"number": "2", "text": "Name your sources."})

        assert own(live, two)["own"]["note"] == "Name your sources."

    def test_the_report_has_the_points_of_each_document(self, live: LiveClass) -> None:
        (one, _), _, _ = self.teams
        self.given(live, one, 2, FULL)
        moment = moment_of(live)
        rows = play_of(moment.activity, 1).summary(moment, "en")

        assert [(row["text"], row["answered"], row["points"]) for row in rows] == [
            ("1", 0, None),
            ("2", 1, 5.0),
            ("3", 0, None),
        ]

    def test_a_document_written_after_the_gallery_opened_is_taken_in(self, teacher: Person) -> None:
        live = written(teacher, document(by="group"), document(takes_up=1, assessed="peers"))
        (one, _), (two, _) = grouped(live, 2, 2)
        forward(live, 2)
        sent(live, one, "Ours", item="field")
        forward(live, 3)
        directing.go(live, 0, 0)
        directing.extend(live, 600)
        sent(live, two, "Ours, too", item="field")
        directing.go(live, 0, 1)
        directing.extend(live, 60)

        assert self.given(live, one, 2, FULL) == "kept"

    def test_a_step_that_writes_and_is_assessed_by_peers_has_two_turns(
        self, teacher: Person
    ) -> None:
        live = written(teacher, document(by="group", assessed="peers"))
        (one, _), (two, _) = grouped(live, 2, 2)
        forward(live, 2)
        sent(live, one, "Ours", item="field")
        sent(live, two, "Theirs", item="field")
        seen = []
        while next_of(moment_of(live)) != Next.END:
            seen.append(directing.advance(live))
            if shown(live).get("now") == 2 and not moment_of(live).turn.closed_at:
                assert self.given(live, one, 2, FULL) == "kept"

        assert seen == [Next.CLOSE, Next.ITEM, Next.OWN, Next.OWN, Next.CLOSE, Next.REVEAL]
        assert own(live, two)["points"] == 5

    def test_learners_alone_read_the_next_two_whatever_was_let_through(
        self, teacher: Person
    ) -> None:
        live = written(teacher, document(), document(takes_up=1, assessed="peers"))
        learners = joined(live, 4)
        forward(live, 2)
        for learner in learners:
            sent(live, learner, f"By {learner.seat}", item="field")
        forward(live, 3)
        assert own(live, learners[0])["reads"] == []
        entries = Answer.objects.filter(item="field").values_list("pk", flat=True)
        judge_entries(live, entries, EntryState.SHOWN)
        reads = {one.pk: own(live, one)["reads"] for one in learners}

        assert all(len(some) == 2 for some in reads.values())
        first = [lines_of(paper) for paper in reads[learners[3].pk]]
        assert first == [[f"By {learners[0].seat}"], [f"By {learners[1].seat}"]]

    def test_oneself_gives_points_to_the_own_work_alone(self, teacher: Person) -> None:
        live = written(teacher, document(), document(takes_up=1, assessed="self"))
        one, two = joined(live, 2)
        forward(live, 2)
        for learner in (one, two):
            sent(live, learner, "Mine", item="field")
        forward(live, 3)
        number = own(live, one)["paper"]

        assert self.given(live, one, number, FULL) == "kept"
        assert self.given(live, two, number, FULL) == "others-work"


class TestReading:
    """What lies beside the document."""

    def test_a_covered_text_shows_only_where_it_is_from(self, teacher: Person) -> None:
        live = written(
            teacher,
            document(covered=True, items="all"),
            document(items="all"),
            items=[exhibit(1, claims=["c-1"], questions=[words("What of Text 1?")])],
        )
        (learner,) = joined(live, 1)
        forward(live, 2)
        everything = str(shown(live)) + str(own(live, learner)) + str(shown(live, "projector"))
        assert "Text 1" not in everything
        assert "Fact 1" not in everything
        assert shown(live)["work"]["exhibits"][0]["evidence"][0]["citations"] == ["[1, p. 32]"]

        forward(live, 3)
        assert shown(live)["work"]["exhibits"][0]["text"] == "Text 1"

    def test_a_text_stays_covered_where_it_is_dealt(self, teacher: Person) -> None:
        live = written(
            teacher, document(covered=True, items="dealt"), items=[exhibit(1, claims=["c-1"])]
        )
        (learner,) = joined(live, 1)
        forward(live, 2)

        assert "Text 1" not in str(own(live, learner))

    def test_questions_stand_above_the_headings_and_are_not_answered_one_by_one(
        self, teacher: Person
    ) -> None:
        live = written(
            teacher, document(items="all", fields=[words("Main idea")]), items=[prompt(1)]
        )
        (learner,) = joined(live, 1)
        forward(live, 2)

        assert [one["id"] for one in shown(live)["work"]["questions"]] == ["p1"]
        assert shown(live)["work"]["tasks"] == []
        assert sent(live, learner, "x", item="field").status == "kept"

    def test_questions_of_another_step_are_left_to_it(self, teacher: Person) -> None:
        live = written(
            teacher,
            document(items="all", fields=[words("Main idea")]),
            {"primitive": "timed-question", "items": "all"},
            items=[exhibit(1), prompt(1)],
        )
        forward(live, 2)

        assert shown(live)["work"]["questions"] == []


class TestTasks:
    """Levelled tasks and tables."""

    @pytest.fixture
    def live(self, teacher: Person) -> LiveClass:
        """Return a class that chose levels and does their tasks, then assesses itself."""
        poll = {
            "primitive": "choice-poll",
            "settings": {"used": True, "options": [words(letter) for letter in "ABC"]},
        }
        return written(
            teacher,
            poll,
            document(takes_up=1, items="chosen", needs_evidence=True, assessed="teacher"),
            document(takes_up=2, assessed="self"),
            items=[
                prompt(1, level="A", claims=["c-1"]),
                prompt(2, level="B", claims=["c-2"]),
                choice(3, level="C", claims=["c-3"], points=3),
            ],
        )

    def chosen(self, live: LiveClass, option: int) -> Participant:
        """Let somebody join and choose a level; open the tasks."""
        (learner,) = joined(live, 1)
        forward(live, 2)
        sent(live, learner, [option])
        directing.go(live, 0, 1)
        forward(live)
        return learner

    def test_each_has_the_tasks_of_the_level_chosen_and_may_go_further(
        self, live: LiveClass
    ) -> None:
        learner = self.chosen(live, 1)
        desk = own(live, learner)

        assert [task["id"] for task in desk["work"]["tasks"]] == ["p2"]
        assert [one["level"] for one in desk["further"]] == ["A", "C"]

    def test_an_answer_names_its_evidence(self, live: LiveClass) -> None:
        learner = self.chosen(live, 0)
        value = {"answer": "Silikat", "claim": "c-1"}

        assert sent(live, learner, value, item="p1").status == "kept"
        assert sent(live, learner, {"answer": [0], "claim": ""}, item="c3").status == "kept"
        assert Answer.objects.get(item="c3").right is True
        assert Answer.objects.get(item="c3").points == 3

    def test_the_key_is_shown_when_learners_hold_their_work_against_it(
        self, live: LiveClass
    ) -> None:
        learner = self.chosen(live, 2)
        sent(live, learner, {"answer": [1], "claim": ""}, item="c3")
        assert "solutions" not in shown(live)
        directing.go(live, 0, 2)
        forward(live)

        assert shown(live)["solutions"]["c3"]["solution"] == [0]
        assert lines_of(own(live, learner)["own"]) == ["Option B kk"]

    def test_simulated_learners_write_what_fits(self, live: LiveClass) -> None:
        self.chosen(live, 0)

        assert simulated(live)


def test_a_form_that_was_chosen_brings_its_own_template_whatever_its_level(
    teacher: Person,
) -> None:
    poll = {"primitive": "choice-poll", "settings": {"used": True, "options": [words("A")] * 3}}
    live = written(
        teacher,
        poll,
        document(takes_up=1, items="chosen", fields=[words("My topic")]),
        items=[prompt(1), {**GRID, "level": "B"}, prompt(3)],
    )
    one, two = joined(live, 2)
    forward(live, 2)
    sent(live, one, [1])
    sent(live, two, [2])
    directing.go(live, 0, 1)
    forward(live)

    assert [grid["id"] for grid in own(live, one)["work"]["grids"]] == ["g1"]
    assert own(live, one)["work"]["questions"] == []
    assert [task["id"] for task in own(live, two)["work"]["questions"]] == ["p3"]
    assert "further" not in own(live, two)


GRID = {
    "id": "g1",
    "kind": "grid",
    "text": words("Fill the table"),
    "columns": [words("1940"), words("1950")],
    "rows": [words("Works"), words("Shoes")],
    "cells": [
        [{"kk": "32", "ru": "32", "en": "32"}, {"kk": "50", "ru": "50", "en": "50"}],
        [{"kk": "435,4 мың", "ru": "435,4 тыс.", "en": "435.4 thousand"}, words("five")],
    ],
    "blank": [[0, 1], [1, 0]],
}


class TestTables:
    """Tables with open cells."""

    def test_only_open_cells_are_hidden_and_filled(self, teacher: Person) -> None:
        live = forward(written(teacher, document(items="all"), items=[GRID]), 2)
        (learner,) = joined(live, 1)
        (grid,) = shown(live)["work"]["grids"]
        assert grid["rows"][0]["cells"] == ["32", None]
        assert grid["blank"] == [[0, 1], [1, 0]]

        assert sent(live, learner, " 50 ", item="g1", number=0).status == "kept"
        assert sent(live, learner, "433", item="g1", number=1).status == "kept"
        assert sent(live, learner, "x", item="g1", number=2).code == "item-unknown"
        assert list(Answer.objects.order_by("number").values_list("right", flat=True)) == [
            True,
            None,
        ]

    def test_the_key_is_revealed_at_the_end(self, teacher: Person) -> None:
        live = forward(written(teacher, document(items="all"), items=[GRID]), 3)
        assert next_of(moment_of(live)) == Next.REVEAL
        directing.reveal(live)

        assert shown(live)["solutions"]["g1"]["rows"][0]["cells"] == ["32", "50"]

    @pytest.mark.parametrize(
        ("key", "value", "right"),
        [
            ("50", "50", True),
            ("50", "50.0", True),
            ("1 250,5", "1250.5", True),
            ("50", "51", False),
            ("50", "fifty", None),
            ("Жамбыл  зауыты", "жамбыл зауыты.", True),
            ("Орлёнок", "орленок", True),
            ("a factory", "a mill", None),
        ],
    )
    def test_a_cell_is_compared_as_people_write(
        self,
        key: str,
        value: str,
        right: bool | None,  # noqa: FBT001
    ) -> None:
        assert is_right_cell(Text(kk=key), value) is right


def test_the_report_tells_what_was_written_under_each_heading(teacher: Person) -> None:
    live = written(teacher, document(by="group", fields=[words("Why?"), words("So what?")]))
    (one, _), (two, _) = grouped(live, 2, 2)
    forward(live, 2)
    sent(live, one, "Drought", item="field")
    sent(live, two, "Ploughing", item="field")
    moment = moment_of(live)
    rows = play_of(moment.activity, 0).summary(moment, "en")

    assert [(row["text"], row["answered"]) for row in rows] == [("Why?", 2), ("So what?", 0)]
    assert [entry["text"] for entry in rows[0]["entries"]] == ["Drought", "Ploughing"]


def test_any_number_of_drafts_takes_the_same_number_of_statements(
    teacher: Person, django_assert_max_num_queries
) -> None:
    live = written(teacher, document(), document(takes_up=1, assessed="peers"))
    learners = joined(live, 30)
    forward(live, 2)
    drafts = [at(live, one, "Mine") for one in learners]
    with django_assert_max_num_queries(12):
        keep_answers(drafts)
    forward(live, 3)
    moment = moment_of(live)
    numbers = [int(number) for number in moment.turn.data["authors"]]
    value = {"points": FULL, "comment": ""}
    given_ = [
        at(live, one, value, item="assessment", number=numbers[place - 1])
        for place, one in enumerate(learners)
    ]
    with django_assert_max_num_queries(12):
        receipts = keep_answers(given_)
    assert {one.status for one in receipts} == {"kept"}
