"""Words of the board."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from olke.classroom.wording.plural import Counted, ngettext_noop

WORDS: dict[str, str | Counted] = {
    "board.score": ngettext_noop("%(count)s point", "%(count)s points"),
    "board.points": gettext_noop("for %(points)s"),
    "board.cell": gettext_noop("%(topic)s, %(points)s points"),
    "board.cell.hidden": gettext_noop("%(topic)s, %(points)s points: hidden"),
    "board.cell.done": gettext_noop("%(topic)s, %(points)s points: played"),
    "board.nobody": gettext_noop("nobody"),
    "board.class": gettext_noop("The whole class"),
    "board.choosing": gettext_noop("%(team)s chooses a cell"),
    "board.choosing.class": gettext_noop("Choose a cell together"),
    "board.asked": gettext_noop("%(team)s answers"),
    "board.asked.class": gettext_noop("Everybody may answer"),
    "board.won": gettext_noop("%(team)s: +%(points)s"),
    "board.won.class": gettext_noop("Answered: +%(points)s"),
    "board.lost": gettext_noop("Nobody had it"),
    "board.over": gettext_noop("The board is empty"),
    "board.final": gettext_noop("The score"),
    # on the phone
    "board.your.turn": gettext_noop("It is your team's turn. Confer, then choose a cell."),
    "board.chosen": gettext_noop("Chosen: %(cell)s. The teacher opens it."),
    "board.your.question": gettext_noop("Your team answers."),
    "board.others": gettext_noop("%(team)s answers. Think along: it may be passed on to you."),
    "board.others.choose": gettext_noop("%(team)s chooses."),
    "board.empty": gettext_noop("No questions were prepared for the board."),
    # on the console
    "board.open": gettext_noop("Open a cell yourself, where a team chooses aloud."),
    "board.answers": gettext_noop("What the team answers"),
    "board.no.answer": gettext_noop("No answer yet. It may come aloud."),
    "board.right": gettext_noop("Right"),
    "board.wrong": gettext_noop("Not right"),
    "board.pass": gettext_noop("Not right: pass on"),
    "board.give.up": gettext_noop("Show the answer"),
    "board.correct": gettext_noop("Played cells: correct who got the points"),
    "board.got": gettext_noop("%(cell)s went to"),
    "board.answer": gettext_noop("Answer"),
    "board.sources": gettext_noop("Source"),
}
