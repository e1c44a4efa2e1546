"""Words of the phone around whatever is asked."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from olke.classroom.wording.plural import Counted, ngettext_noop

WORDS: dict[str, str | Counted] = {
    "phone.welcome": gettext_noop("Welcome, %(name)s!"),
    "phone.wait": gettext_noop("Wait: the teacher begins in a moment."),
    "phone.your-seat": gettext_noop("Your seat code"),
    "phone.write-down": gettext_noop("Write it down: it brings you back on another phone."),
    "phone.opens-soon": gettext_noop("It opens in a moment."),
    "phone.look": gettext_noop("Look at the screen."),
    "phone.group": gettext_noop("Group %(number)s"),
    "phone.stopped": gettext_noop("%(left)s, stopped"),
    # answers
    "phone.send": gettext_noop("Send"),
    "phone.send-again": gettext_noop("Change the answer"),
    "phone.sending": gettext_noop("On its way…"),
    "phone.kept": gettext_noop("Your answer is kept. You may change it until the time is over."),
    "phone.kept-wait": gettext_noop("Your answer is kept. Wait for the solution."),
    "phone.late": gettext_noop("It came after the time was over: it is kept, and does not count."),
    "phone.time-over": gettext_noop("The time is over."),
    "phone.hand-up": gettext_noop("Your hand is up. Wait until you are called."),
    "phone.letters-left": ngettext_noop("%(count)s letter left", "%(count)s letters left"),
    "phone.lost-answer": gettext_noop("An earlier answer was not taken. %(sentence)s"),
    # the pen of a group
    "phone.pen-free": gettext_noop("One of you writes for the group: whoever begins."),
    "phone.pen-mine": gettext_noop("You are writing for the group."),
    "phone.pen-elsewhere": gettext_noop("Somebody in your group is writing."),
    "phone.pen-take": gettext_noop("Take the pen"),
    # the end
    "phone.ended": gettext_noop("The class has ended"),
    "phone.thanks": gettext_noop("Thank you for working with us."),
    "phone.right-answers": gettext_noop("Right answers"),
    "phone.right-of": gettext_noop("%(right)s of %(asked)s"),
    "phone.points": gettext_noop("Your points"),
    "phone.removed": gettext_noop("You are not in the class any more"),
    "phone.goodbye": gettext_noop("The class is not here any more"),
    # trouble
    "phone.offline": gettext_noop("No connection. What you type stays on the phone."),
    "phone.waiting": ngettext_noop(
        "%(count)s answer waits and is sent by itself.",
        "%(count)s answers wait and are sent by themselves.",
    ),
    "phone.keep-open": gettext_noop("Do not close this page before."),
    "phone.again": gettext_noop("Load again"),
    "phone.loading": gettext_noop("One moment…"),
    # for who does not see the screen
    "phone.news-open": gettext_noop("A new question"),
    "phone.news-goes-on": gettext_noop("The clock goes on"),
    "phone.news-paused": gettext_noop("The teacher has stopped the clock."),
    "phone.news-over": gettext_noop("The time is over."),
    "phone.news-solution": gettext_noop("The solution is here"),
    "phone.news-ended": gettext_noop("The class has ended"),
}
