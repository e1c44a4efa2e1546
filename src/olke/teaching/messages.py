"""Every sentence about a document that cannot be read, a thin dossier or a refused picture."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from olke.teaching.documents.reading import DocumentProblem
from olke.teaching.drafters.draft import Shortfall
from olke.teaching.errors import PictureError

REASONS: dict[str, str] = {
    # how it is written
    "toml": gettext_noop("The file is not TOML: %(why)s."),
    "encoding": gettext_noop("The file is not in UTF-8."),
    "required": gettext_noop("This is missing."),
    "unknown-field": gettext_noop("There is no field “%(name)s” here."),
    "enum": gettext_noop("“%(cell)s” is none of these: %(choices)s."),
    "too-long": gettext_noop("The text has %(length)s characters; %(longest)s fit."),
    "number-outside": gettext_noop("“%(cell)s” lies beyond the limit, %(limit)s."),
    "too-short-list": gettext_noop("The list has %(found)s entries; the fewest are %(limit)s."),
    "too-long-list": gettext_noop("The list has %(found)s entries; the most are %(limit)s."),
    "not-number": gettext_noop("“%(cell)s” is not a whole number."),
    "not-text": gettext_noop("“%(cell)s” is not written as it must be here."),
    "not-shape": gettext_noop("“%(cell)s” is not what belongs here."),
    "title-empty": gettext_noop("The title is empty in all three languages."),
    "range-goes-down": gettext_noop("The least is more than the most."),
    "entry-of-no-kind": gettext_noop("It does not say of which kind it is."),
    # dossiers
    "note-empty": gettext_noop("The note says nothing."),
    "quotation-without-source": gettext_noop("The quotation does not say where it is from."),
    # lessons
    "kind-of-other-form": gettext_noop("This kind belongs to another form of lesson."),
    "activity-twice": gettext_noop("Two activities have the same id."),
    "answer-no-option": gettext_noop("The right answer is none of the options."),
    "answer-twice": gettext_noop("The same option is given twice as an answer."),
    "grid-not-full": gettext_noop("The table does not have a cell for every row and column."),
    "blank-outside": gettext_noop("A blank cell lies outside the table."),
    # surveys
    "question-empty": gettext_noop("The question has no words."),
    "question-twice": gettext_noop("Two questions have the same id."),
    "condition-not-earlier": gettext_noop(
        "The question depends on one that does not come before it."
    ),
    # methods
    "name-not-key": gettext_noop("The file is called “%(name)s”, and its key is another."),
    "key-taken": gettext_noop("There is a method “%(key)s” already."),
    "shares-sum": gettext_noop("The shares of the steps do not sum to 100."),
    "minutes-outside": gettext_noop("The minutes lie outside the range that the method allows."),
    "step-not-earlier": gettext_noop("A step takes up one that does not come before it."),
    "items-not-shown": gettext_noop("This primitive cannot show items."),
    "items-of-no-step": gettext_noop("The method has a drafter, and no step shows its items."),
    "settings-unfit": gettext_noop("The settings do not fit the primitive."),
    "no-drafter": gettext_noop("There is no drafter “%(name)s”."),
    "untranslated": gettext_noop("There is no text in these languages: %(languages)s."),
}
ADVICE: dict[str, str] = {
    "encoding": gettext_noop("Save it as UTF-8."),
    "unknown-field": gettext_noop("Correct its name, or take it out."),
    "too-long": gettext_noop("Shorten it, or make two of it."),
    "not-number": gettext_noop("Write it in digits, without quotation marks."),
    "not-text": gettext_noop(
        "A text stands in quotation marks; a key has small Latin letters, digits and single "
        "hyphens."
    ),
    "not-shape": gettext_noop("Compare it with the same place in another file of this kind."),
    "title-empty": gettext_noop("Write it in at least one language."),
    "range-goes-down": gettext_noop("Exchange the two."),
    "entry-of-no-kind": gettext_noop(
        "An entry of a dossier is a claim, an entity, a source, a drawing, a quotation, a picture "
        "or words; an item names its kind."
    ),
    "note-empty": gettext_noop("Write something, or take the note out."),
    "quotation-without-source": gettext_noop(
        "Choose its source, or write in words where it is from."
    ),
    "kind-of-other-form": gettext_noop("Choose a kind of this form, or leave it open."),
    "activity-twice": gettext_noop("Give one of them another id."),
    "answer-no-option": gettext_noop("Count the options from 0."),
    "grid-not-full": gettext_noop("Give each row as many cells as there are columns."),
    "blank-outside": gettext_noop("Count rows and columns from 0."),
    "name-not-key": gettext_noop("Call the file as its key, with .toml at the end."),
    "key-taken": gettext_noop("Choose another key, for instance with the school's name in front."),
    "shares-sum": gettext_noop("Change the shares so that they make 100 percent together."),
    "minutes-outside": gettext_noop("Change the minutes or the range."),
    "step-not-earlier": gettext_noop("Steps are counted from 1."),
    "items-not-shown": gettext_noop("Show them in another step."),
    "items-of-no-step": gettext_noop("Set “items” in the step that shows them."),
    "no-drafter": gettext_noop("Take one of these: %(names)s."),
}
SHORTFALLS: dict[str, str] = {
    "claims": gettext_noop("Usable claims: %(found)s, wanted: %(needed)s."),
    "observations": gettext_noop("Claims with a number: %(found)s, wanted: %(needed)s."),
    "events": gettext_noop("Dated events: %(found)s, wanted: %(needed)s."),
    "series": gettext_noop(
        "Series of three or more values over time: %(found)s, wanted: %(needed)s."
    ),
    "pairs": gettext_noop("Pairs of plan and result: %(found)s, wanted: %(needed)s."),
    "disagreements": gettext_noop("Claims that disagree: %(found)s, wanted: %(needed)s."),
    "sources": gettext_noop("Different sources: %(found)s, wanted: %(needed)s."),
    "subjects": gettext_noop("Different subjects: %(found)s, wanted: %(needed)s."),
    "topics": gettext_noop("Topics with two facts or more: %(found)s, wanted: %(needed)s."),
    "tables": gettext_noop("Tables that the numbers fill: %(found)s, wanted: %(needed)s."),
    "contexts": gettext_noop(
        "Facts with two events of their time beside them: %(found)s, wanted: %(needed)s."
    ),
    "events-apart": gettext_noop(
        "Dated events of which each surely came before the next: %(found)s, wanted: %(needed)s."
    ),
    "points-for": gettext_noop("Facts that speak for it: %(found)s, wanted: %(needed)s."),
    "points-against": gettext_noop("Facts that speak against it: %(found)s, wanted: %(needed)s."),
    "gain-and-harm": gettext_noop(
        "Fields of life with both gain and harm: %(found)s, wanted: %(needed)s."
    ),
}
PICTURES: dict[str, str] = {
    "too-large": gettext_noop("The file is larger than 10 MB. Make the picture smaller first."),
    "too-many-pixels": gettext_noop(
        "The picture has more than 40 million pixels. Make it smaller first."
    ),
    "not-a-picture": gettext_noop("This is not a picture in JPEG, PNG or WebP."),
}


def reason_for(problem: DocumentProblem) -> str:
    """Say what is wrong."""
    return _(REASONS[problem.code]) % problem.details


def advice_on(problem: DocumentProblem) -> str:
    """Say what to do about it; empty where the reason says it all."""
    if problem.meant:
        return _("Was “%(meant)s” meant?") % {"meant": problem.meant}
    return _(ADVICE[problem.code]) % problem.details if problem.code in ADVICE else ""


def said(problem: DocumentProblem) -> str:
    """Say where a problem is, what it is and what to do, in one line."""
    place = [_("line %(line)s") % {"line": problem.line}] if problem.line else []
    where = ", ".join([*place, *filter(None, [problem.place])])
    sentences = " ".join(filter(None, [reason_for(problem), advice_on(problem)]))
    return f"{where}: {sentences}" if where else sentences


def shortfall_said(shortfall: Shortfall) -> str:
    """Say what a dossier lacks."""
    counted = {"found": shortfall.found, "needed": shortfall.needed}
    return _(SHORTFALLS[shortfall.code]) % counted


def picture_refused(error: PictureError) -> str:
    """Say why an upload was refused."""
    return _(PICTURES[error.code])
