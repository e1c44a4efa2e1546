"""A survey: questions to a class or a study, in up to three languages.

What somebody answered is never here: a survey is written once and asked many times (``studies``).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from olke.teaching.documents.items import Choice, Estimate, Statement
from olke.teaching.documents.parts import NO_TEXT, Key, Part, Text, Title

MOST_QUESTIONS = 200
MOST_OPTIONS = 30
Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
"""Of a question: answers refer to it, so it stays when the question is edited or moved."""
Options = Annotated[tuple[Title, ...], Field(min_length=2, max_length=MOST_OPTIONS)]
Value = bool | int | str


class Condition(Part):
    """A question is asked only of those who answered an earlier one in one of some ways.

    ``values`` are answers to ``question``: true or false, numbers of options from 0, or a number
    of a scale. Several options: one of them suffices.
    """

    question: Name
    values: Annotated[tuple[Value, ...], Field(min_length=1)]

    def holds(self, answers: Mapping[str, Any]) -> bool:
        """Tell whether some answers, by question, let the question be asked."""
        given = answers.get(self.question)
        found = given if isinstance(given, list) else [given]
        return any(_same(one, value) for one in found for value in self.values)


class Question(Part):
    """What every question has. ``groups``: results may be divided by its answers."""

    id: Name
    text: Text
    help: Text = NO_TEXT
    required: bool = False
    shown_if: Condition | None = None
    groups: bool = False

    @model_serializer(mode="wrap")
    def _with_kind(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        # Its kind is a question's default and would be left out of plain data.
        return {"kind": type(self).model_fields["kind"].default, **written(self)}

    @model_validator(mode="after")
    def _asks_something(self) -> Question:
        if not self.text:
            raise ValueError("question-empty")
        return self


class YesNo(Question):
    """Yes or no. ``claims`` are what a question about knowledge asks about."""

    kind: Literal["yes-no"] = "yes-no"
    claims: tuple[Key, ...] = ()


class OneOf(Question):
    """One of several options; ``other`` lets people write their own."""

    kind: Literal["one-of"] = "one-of"
    options: Options
    other: bool = False


class SeveralOf(Question):
    """Several of several options, at least and at most so many."""

    kind: Literal["several-of"] = "several-of"
    options: Options
    least: Annotated[int, Field(ge=0)] = 0
    most: Annotated[int, Field(ge=1)] = MOST_OPTIONS
    other: bool = False

    @model_validator(mode="after")
    def _goes_up(self) -> SeveralOf:
        if self.least > min(self.most, len(self.options)):
            raise ValueError("range-goes-down")
        return self


class Scale(Question):
    """A whole number on a scale, whose ends have words."""

    kind: Literal["scale"] = "scale"
    least: Annotated[int, Field(ge=0, le=1)] = 1
    most: Annotated[int, Field(ge=2, le=10)] = 5
    least_means: Text = NO_TEXT
    most_means: Text = NO_TEXT


class Ranking(Question):
    """Options to bring into an order of one's own: the first is the most liked."""

    kind: Literal["ranking"] = "ranking"
    options: Annotated[Options, Field(max_length=10)]


class Number(Question):
    """A number within limits."""

    kind: Literal["number"] = "number"
    least: Decimal | None = None
    most: Decimal | None = None
    unit: Text = NO_TEXT
    whole: bool = True

    @model_validator(mode="after")
    def _goes_up(self) -> Number:
        if self.least is not None and self.most is not None and self.least > self.most:
            raise ValueError("range-goes-down")
        return self


class Words(Question):
    """An answer in one's own words: a line, or a ``long`` one."""

    kind: Literal["words"] = "words"
    long: bool = False


class Matrix(Question):
    """One option for each of several rows."""

    kind: Literal["matrix"] = "matrix"
    rows: Annotated[tuple[Title, ...], Field(min_length=1, max_length=MOST_OPTIONS)]
    options: Options


class Consent(Question):
    """Something to agree to before anything else is kept; ``guardian``: by a parent, for minors."""

    kind: Literal["consent"] = "consent"
    guardian: bool = False


class Knowledge(Question):
    """A question with a right answer that rests on claims; it counts in the score.

    Its words are the item's: ``text`` repeats them for lists and is taken from the item when left
    empty.
    """

    kind: Literal["knowledge"] = "knowledge"
    item: Annotated[Statement | Choice | Estimate, Field(discriminator="kind")]

    @model_validator(mode="before")
    @classmethod
    def _text_of_the_item(cls, data: Any) -> Any:
        if isinstance(data, dict) and not data.get("text") and isinstance(data.get("item"), dict):
            return {**data, "text": data["item"].get("text", {})}
        return data


AnyQuestion = Annotated[
    YesNo | OneOf | SeveralOf | Scale | Ranking | Number | Words | Matrix | Consent | Knowledge,
    Field(discriminator="kind"),
]


class Survey(Part):
    """A survey as its author wrote it.

    ``intro`` is read before the first question, ``thanks`` after the last one.
    """

    key: Key
    title: Title
    purpose: Text = NO_TEXT
    intro: Text = NO_TEXT
    thanks: Text = NO_TEXT
    questions: Annotated[tuple[AnyQuestion, ...], Field(max_length=MOST_QUESTIONS)] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Survey:
        earlier: set[str] = set()
        for question in self.questions:
            if question.id in earlier:
                raise ValueError("question-twice")
            if question.shown_if and question.shown_if.question not in earlier:
                raise ValueError("condition-not-earlier")
            earlier.add(question.id)
        return self

    def question(self, name: str) -> AnyQuestion | None:
        """Return a question by its id."""
        return next((one for one in self.questions if one.id == name), None)

    def asked(self, answers: Mapping[str, Any]) -> tuple[AnyQuestion, ...]:
        """Return the questions that somebody with some answers is asked, in their order.

        An answer to a question that is not asked any more opens no other question.
        """
        found: list[AnyQuestion] = []
        standing: dict[str, Any] = {}
        for question in self.questions:
            if question.shown_if is None or question.shown_if.holds(standing):
                found.append(question)
                if question.id in answers:
                    standing[question.id] = answers[question.id]
        return tuple(found)

    @property
    def knowledge(self) -> tuple[Knowledge, ...]:
        """The questions that have a right answer."""
        return tuple(one for one in self.questions if isinstance(one, Knowledge))

    @property
    def claims(self) -> tuple[str, ...]:
        """Keys of the claims that questions ask about, each once."""
        named = [key for one in self.questions for key in claims_asked(one)]
        return tuple(dict.fromkeys(named))


def claims_asked(question: AnyQuestion) -> tuple[str, ...]:
    """Return the claims that a question asks about."""
    if isinstance(question, Knowledge):
        return question.item.claims
    return question.claims if isinstance(question, YesNo) else ()


def _same(given: Any, value: Value) -> bool:
    # True is 1 in Python: an answer "yes" is not the option of number 1.
    return type(given) is type(value) and given == value
