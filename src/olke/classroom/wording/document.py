"""Words of documents: writing, evidence, the gallery, points by criteria."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from olke.classroom.wording.plural import Counted, ngettext_noop

WORDS: dict[str, str | Counted] = {
    # writing
    "document.text": gettext_noop("Write here"),
    "document.line": gettext_noop("Line %(number)s"),
    "document.line.hint": gettext_noop("One thought a line"),
    "document.add": gettext_noop("Add a line"),
    "document.remove": gettext_noop("Remove line %(number)s"),
    "document.evidence": gettext_noop("Evidence"),
    "document.rests": gettext_noop("It rests on"),
    "document.no.evidence": gettext_noop("No evidence yet"),
    "document.unsupported": gettext_noop("without evidence"),
    "document.answer": gettext_noop("Your answer"),
    "document.cell": gettext_noop("%(row)s, %(column)s"),
    "document.further": gettext_noop("Done? Go on with level %(level)s"),
    "document.level": gettext_noop("Level %(level)s"),
    "document.texts": gettext_noop("Texts"),
    "document.from": gettext_noop("Where it is from"),
    "document.covered": gettext_noop("The text is covered. Look at where it is from."),
    "document.no.source": gettext_noop("The source is not named."),
    "document.writer": gettext_noop("%(name)s is writing for you."),
    "document.not.taken": gettext_noop("Not taken into the group's document; copy it if you like:"),
    # the fate of what is typed
    "document.saved": gettext_noop("Everything is kept."),
    "document.saving": gettext_noop("Keeping it…"),
    "document.late": gettext_noop(
        "The end of it came after the time was over: kept, shown to the teacher."
    ),
    "document.closed": gettext_noop("The time for writing is over."),
    # the gallery
    "document.presented": gettext_noop("Now presented"),
    "document.gallery": gettext_noop("All documents"),
    "document.wait": gettext_noop("The documents are presented one after another."),
    "document.own": gettext_noop("Your document"),
    "document.own.presented": gettext_noop("Your document is presented now"),
    "document.own.none": gettext_noop("There is no document of yours."),
    "document.read": gettext_noop("Read and assess"),
    "document.read.wait": gettext_noop("You get others' work to read when the teacher lets it."),
    "document.for": gettext_noop("for"),
    "document.against": gettext_noop("against"),
    "document.key": gettext_noop("A good answer"),
    "document.right": gettext_noop("right"),
    "document.wrong": gettext_noop("not as in the key"),
    # points
    "document.assess": gettext_noop("Give points"),
    "document.assess.self": gettext_noop("Give yourself points"),
    "document.of": gettext_noop("%(points)s of %(most)s"),
    "document.comment": gettext_noop("One strength, one suggestion"),
    "document.comment.self": gettext_noop("What I corrected"),
    "document.give": gettext_noop("Send the points"),
    "document.give.again": gettext_noop("Change the points"),
    "document.given": gettext_noop("Your points are kept."),
    "document.note": gettext_noop("The teacher writes"),
    "document.comments": gettext_noop("What others say"),
    "document.points": ngettext_noop("%(count)s point", "%(count)s points"),
    # on projector and console
    "document.lines": ngettext_noop("%(count)s line", "%(count)s lines"),
    "document.unsupported.count": ngettext_noop(
        "%(count)s without evidence", "%(count)s without evidence"
    ),
    "document.nothing": gettext_noop("Nothing is written yet."),
    "document.written": ngettext_noop(
        "%(count)s has begun to write", "%(count)s have begun to write"
    ),
    "document.present": gettext_noop("Present"),
    "document.present.not": gettext_noop("Take it off the screen"),
    "document.show": gettext_noop("Let others read it"),
    "document.hide": gettext_noop("Hide it"),
    "document.show.all": gettext_noop("Let others read all"),
    "document.state.waiting": gettext_noop("not yet let through"),
    "document.state.shown": gettext_noop("others may read it"),
    "document.state.hidden": gettext_noop("hidden"),
    "document.mean": gettext_noop("Others give %(points)s of %(most)s (%(given)s)"),
    "document.your.points": gettext_noop("Your points are final"),
    "document.remark": gettext_noop("A word to the authors"),
    "document.remark.send": gettext_noop("Send it"),
    "document.after": gettext_noop("After the time was over"),
}
