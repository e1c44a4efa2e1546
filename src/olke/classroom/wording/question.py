"""Words of timed questions on the phone."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from olke.classroom.wording.plural import Counted, ngettext_noop

WORDS: dict[str, str | Counted] = {
    "question.true": gettext_noop("It is true"),
    "question.false": gettext_noop("It is false"),
    "question.several": gettext_noop("Choose all that are right, then send."),
    "question.number": gettext_noop("Your number"),
    "question.not-number": gettext_noop("Write a number in digits."),
    "question.words": gettext_noop("Your answer"),
    "question.order": gettext_noop("Bring them into order with the arrows, or drag the words."),
    "question.up": gettext_noop("Up: %(text)s"),
    "question.down": gettext_noop("Down: %(text)s"),
    "question.moved": gettext_noop("%(text)s: now in place %(place)s"),
    "question.aloud": gettext_noop("Think about it. The answer is given aloud."),
    "question.volunteer": gettext_noop(
        "Answer aloud? Raise your hand and wait until you are called."
    ),
    "question.hand-raise": gettext_noop("Raise your hand"),
    "question.hand-down": gettext_noop("Take the hand down"),
    "question.answer": gettext_noop("Answer:"),
    "question.rests-on": gettext_noop("What it rests on"),
    "question.right": gettext_noop("Right"),
    "question.wrong": gettext_noop("Not right"),
    "question.with-teacher": gettext_noop("The teacher reads your answer."),
    "question.partly": gettext_noop("Partly right"),
    "question.points": ngettext_noop("%(points)s point", "%(points)s points"),
}
