"""Every sentence about a form that cannot be read."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from olke.teaching import messages
from olke.teaching.documents.reading import DocumentProblem

REASONS: dict[str, str] = {
    "part-shows-one-thing": gettext_noop(
        "A part has either “rows”, or a “table”, or a “field”, and this has none or several."
    ),
    "shows-nothing": gettext_noop("This shows nothing."),
    "ends-before-it-begins": gettext_noop("The form ends before it begins."),
    "table-of-other-document": gettext_noop("This kind of document has no such table."),
    "field-of-other-document": gettext_noop("This kind of document has no such field."),
    "unreadable": gettext_noop("The file cannot be read (%(why)s)."),
}
ADVICE: dict[str, str] = {
    "part-shows-one-thing": gettext_noop("Make one part of each."),
    "table-of-other-document": gettext_noop("The guide to forms lists which table shows what."),
    "field-of-other-document": gettext_noop("The guide to forms lists the fields of each kind."),
}


def said(problem: DocumentProblem) -> str:
    """Say where a problem of a form is, what it is and what to do, in one line."""
    if problem.code not in REASONS:
        return messages.said(problem)
    line = [_("line %(line)s") % {"line": problem.line}] if problem.line else []
    where = ", ".join([*line, *filter(None, [problem.place])])
    advice = _(ADVICE[problem.code]) if problem.code in ADVICE else ""
    sentences = " ".join(filter(None, [_(REASONS[problem.code]) % problem.details, advice]))
    return f"{where}: {sentences}" if where else sentences
