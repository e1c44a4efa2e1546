"""Every sentence about something that cannot be done in a class, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

REASONS: dict[str, str] = {
    # joining
    "code-unknown": gettext_noop(
        "No class has this code now. Look at the screen and type it once more."
    ),
    "code-missing": gettext_noop("Type the code that is on the screen."),
    "slow-down": gettext_noop(
        "Too many wrong codes came from here. Wait %(seconds)s s, try again."
    ),
    "too-many-joins": gettext_noop(
        "Very many are joining from here at once. Wait %(seconds)s s, try again."
    ),
    "seat-unknown": gettext_noop("Nobody in this class has that seat code. Ask your teacher."),
    "class-locked": gettext_noop("The teacher has closed the door. Ask to be let in."),
    "class-full": gettext_noop("The class is full: %(most)s have joined."),
    "class-ended": gettext_noop("This class has ended."),
    "class-gone": gettext_noop("This class is no longer kept."),
    "removed": gettext_noop("The teacher has taken you out of this class. Ask your teacher."),
    "name-missing": gettext_noop("Write what you would like to be called."),
    "name-too-long": gettext_noop("The name is too long; %(most)s letters fit."),
    "name-taken": gettext_noop("Somebody else has chosen this name. Ask your teacher."),
    # answering
    "turn-unknown": gettext_noop("This question is not asked in your class now."),
    "nothing-asked": gettext_noop("There is nothing to answer here."),
    "item-unknown": gettext_noop("This is not part of what is asked now."),
    "answered-already": gettext_noop("You have answered this already; the first answer counts."),
    "answered-elsewhere": gettext_noop("A newer answer was sent from another phone."),
    "closed": gettext_noop("The time is over; what you sent before counts."),
    "pen-elsewhere": gettext_noop("Somebody else in your group is writing. Take the pen first."),
    "value-misshapen": gettext_noop("This answer could not be read. Load the page again."),
    "empty": gettext_noop("Write something first."),
    "nothing-chosen": gettext_noop("Choose an answer first."),
    "order-unfinished": gettext_noop("Give each its own place."),
    "too-long": gettext_noop("This is too long. Shorten it and send it again."),
    "not-number": gettext_noop("Write a number in digits."),
    "claim-unknown": gettext_noop("This evidence is not among what lies before you."),
    "own-work": gettext_noop("Give points to the others' work, not to your own."),
    "others-work": gettext_noop("Give points to your own work only."),
    "others-turn": gettext_noop("It is another team's turn."),
    "cell-open": gettext_noop("This cell has been played. Choose another."),
    "too-many": gettext_noop("You have chosen or sent as many as there may be."),
    # directing
    "moved-on": gettext_noop("The class has moved on meanwhile; look at the screen."),
    "at-end": gettext_noop("This is the last step. End the class when you are done."),
    "at-beginning": gettext_noop("This is the first step."),
    "place-unknown": gettext_noop("The lesson has no such step."),
    "nothing-open": gettext_noop("Nothing is open now."),
    "nothing-to-reveal": gettext_noop("There is nothing to reveal here."),
    "paused-already": gettext_noop("The clock is stopped already."),
    "not-paused": gettext_noop("The clock is running already."),
    "seconds-outside": gettext_noop("Give between 1 and %(most)s seconds."),
    "command-unknown": gettext_noop("This cannot be done here."),
    "participant-unknown": gettext_noop("Nobody in the class has this seat."),
    "entry-unknown": gettext_noop("This is not in the class any more."),
    "merge-with-itself": gettext_noop("Choose another entry to merge it into."),
    "points-outside": gettext_noop("Give between -%(most)s and %(most)s points."),
    "lesson-empty": gettext_noop("The lesson has no activity yet. Add one, then start the class."),
    "groups-missing": gettext_noop("There are no groups yet."),
    "group-unknown": gettext_noop("There is no such group."),
    "groups-outside": gettext_noop("Give a number of groups up to %(most)s."),
    "learners-missing": gettext_noop("Nobody has joined yet."),
    # the connection
    "malformed": gettext_noop("This could not be read. Load the page again."),
    "too-fast": gettext_noop("Too much came at once. It is sent again in a moment."),
    "protocol": gettext_noop("This page is out of date. Load it again."),
    "not-joined": gettext_noop("Join the class first."),
    "not-kept": gettext_noop(
        "Answers cannot be kept now; phones go on sending them until they are."
    ),
    "not-read": gettext_noop("The database does not answer; the screens show what was known."),
    "apart": gettext_noop(
        "The processes cannot reach one another; screens may lag until they can."
    ),
}


def sentence(code: str, **told: object) -> str:
    """Return the sentence for a code in the language in force.

    A code that is not known gets the sentence for something unreadable: nobody sees a code.
    """
    return _(REASONS.get(code, REASONS["malformed"])) % told
