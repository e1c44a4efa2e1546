"""Words of the card wall, on all screens."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from olke.classroom.wording.plural import Counted, ngettext_noop

WORDS: dict[str, str | Counted] = {
    # the phone
    "wall.card": gettext_noop("Your card"),
    "wall.word": gettext_noop("Your word"),
    "wall.wish": gettext_noop("A kind word to a neighbour"),
    "wall.column": gettext_noop("Where does it belong?"),
    "wall.asked": gettext_noop("What was asked"),
    "wall.idea": gettext_noop("Which idea is it about?"),
    "wall.ideas": gettext_noop("The ideas to be checked"),
    "wall.side": gettext_noop("What does the evidence say?"),
    "wall.supports": gettext_noop("bears it out"),
    "wall.refutes": gettext_noop("speaks against it"),
    "wall.claim": gettext_noop("What does it rest on?"),
    "wall.no-claim": gettext_noop("Choose the evidence"),
    "wall.without": gettext_noop("no evidence"),
    "wall.where": gettext_noop("Where would you put it?"),
    "wall.all": gettext_noop("The cards of the class"),
    "wall.group": gettext_noop("The cards of your group"),
    "wall.words": gettext_noop("The words of the class"),
    "wall.closed": gettext_noop("No more is taken. Look at the screen."),
    "wall.wish-nameless": gettext_noop("It goes to somebody in the class, without your name."),
    "wall.wish-waits": gettext_noop("Sent. It is handed on when everybody is done."),
    "wall.wish-handed": gettext_noop("It has been handed on."),
    "wall.wish-for-you": gettext_noop("A wish for you"),
    "wall.wish-soon": gettext_noop("The wishes are on their way."),
    "wall.wish-none": gettext_noop("No wish has come to this phone. Ask your neighbour for one!"),
    # the projector
    "wall.sent": ngettext_noop("%(count)s card sent", "%(count)s cards sent"),
    "wall.sent-words": ngettext_noop("%(count)s word sent", "%(count)s words sent"),
    "wall.sent-wishes": ngettext_noop("%(count)s wish sent", "%(count)s wishes sent"),
    "wall.times": ngettext_noop("%(count)s time", "%(count)s times"),
    "wall.group-number": gettext_noop("Group %(number)s"),
    "wall.unsorted": gettext_noop("Not sorted yet"),
    "wall.other": gettext_noop("Other cards"),
    "wall.wish-read": gettext_noop("A wish has come to your phone. Read it, and say thank you."),
    # the console
    "wall.sorting-on": gettext_noop(
        "Learners sort the cards on their phones; where most would put one, it stands. Your own "
        "choice goes before theirs."
    ),
    "wall.handed-later": gettext_noop(
        "Wishes are handed on when you end the answers. Look at them before: nothing goes out "
        "that you have not let through."
    ),
    "wall.look-first": gettext_noop("Wishes are handed on once you have looked at all of them."),
    "wall.handed-all": ngettext_noop(
        "%(count)s learner has a wish.", "All %(count)s learners have a wish."
    ),
    "wall.handed-some": ngettext_noop(
        "%(count)s learner has a wish, %(without)s have none.",
        "%(count)s learners have a wish, %(without)s have none.",
    ),
    "wall.kind-word": gettext_noop("Your own wish to those who have none"),
    "wall.kind-word-send": gettext_noop("Hand it to them"),
}
