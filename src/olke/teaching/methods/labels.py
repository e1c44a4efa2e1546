"""What primitives, their settings and the choices of these are called."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from olke.teaching.primitives import Grouping, Primitive

PRIMITIVES: dict[Primitive, str | Promise] = {
    Primitive.QUEUE: _("Questions and votes"),
    Primitive.WALL: _("Wall of cards"),
    Primitive.POLL: _("Poll"),
    Primitive.QUESTION: _("Questions against the clock"),
    Primitive.BOARD: _("Board of hidden cells"),
    Primitive.GROUPS: _("Forming groups"),
    Primitive.DOCUMENT: _("Written work"),
    Primitive.SURVEY: _("Feedback"),
}
SETTINGS: dict[str, str | Promise] = {
    "aloud": _("Answers are given aloud"),
    "anonymous": _("Without names"),
    "answered": _("Picked questions are answered one by one"),
    "assessed": _("Points by the criteria are given by"),
    "by": _("Who answers together"),
    "cards": _("Cards for each learner"),
    "chosen": _("Learners choose their colour"),
    "columns": _("Columns"),
    "comment": _("Words may be added"),
    "covered": _("The source is shown first, the text later"),
    "fields": _("Headings to write under"),
    "grouping": _("Which groups"),
    "least": _("Learners in a group, at least"),
    "most": _("Learners in a group, at most"),
    "multiple": _("Several may be chosen"),
    "needs_evidence": _("What rests on no claim is marked"),
    "number": _("Number of groups"),
    "options": _("Options"),
    "passed": _("An unanswered cell goes to the next team"),
    "passed_on": _("Each card goes to a neighbour"),
    "pick": _("Questions that are picked"),
    "points": _("Points"),
    "roles": _("Roles in a group"),
    "seconds": _("Seconds for each"),
    "shown": _("Shown as"),
    "side_by_side": _("Texts stand side by side"),
    "submissions": _("Questions from each learner"),
    "used": _("The outcome decides what follows"),
    "volunteers": _("Learners ask for the word"),
    "votes": _("Votes for each learner"),
}
CHOICES: dict[str, dict[str, str | Promise]] = {
    "assessed": {
        "": _("nobody"),
        "self": _("oneself"),
        "peers": _("the other learners"),
        "teacher": pgettext_lazy("who gives points", "the teacher"),
    },
    "by": {"each": _("everyone alone"), "pair": _("in pairs"), "group": _("in groups")},
    "grouping": {
        Grouping.KEPT: _("those that stand"),
        Grouping.NEW: _("new ones"),
        Grouping.EXPERTS: _("experts from every group"),
        Grouping.HOME: _("back to the home groups"),
    },
    "shown": {
        "cards": _("cards"),
        "words": _("words, the more frequent the larger"),
        "bars": _("bars"),
        "tree": _("apples on a tree"),
    },
}
