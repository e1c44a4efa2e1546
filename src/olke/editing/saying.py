"""What a form says about a fault: one sentence that tells what to do, for its own field.

The sentences of ``exchange`` speak of cells, rows and files; a form has none of these.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from olke.editing.queries import suggestions, unit_name
from olke.evidence.changes import column_label
from olke.evidence.models import ClaimKind, Measure
from olke.exchange.pack.messages import advice_on, reason_for
from olke.exchange.pack.report import Problem
from olke.packs.columns import Fault, Table
from olke.vocabulary.models import IndicatorKind

CANDIDATES = 4
SAID = {
    "required": _("Fill this in."),
    "too-long": _("Shorten the text: it has %(length)s characters, and %(longest)s fit."),
    "uncited": _("Say where it stands: at least one citation."),
    "duplicate": _("There is one like this already: “%(identity)s”. Change or remove this one."),
    "enum": _("Choose one of the list."),
    "dangling": _(
        "“%(cell)s” is not known here: choose from the list that opens while you type, "
        "or add it first."
    ),
    "unit": _("“%(cell)s” is no unit known here: choose from the list, or add the unit first."),
    "edtf": _(
        "“%(cell)s” cannot be read as one date: write 1946, 1946-05, 1946-05-09 or 1943/1945, "
        "or words such as “May 1946”."
    ),
    "decimal": _("“%(cell)s” is not a number: write figures only, for instance 1400000 or 79.4."),
    "decimal-comma": _(
        "“%(cell)s” can be read in two ways: write %(fraction)s or %(thousands)s, whichever "
        "the source means."
    ),
    "exponent": _("Write the number in full: %(meant)s, if that is what the source says."),
    "became-date": _("“%(cell)s” looks like a date, and no date belongs here."),
    "needs-other": _("Fill in “%(other)s” as well, or leave this empty."),
    "observation-needs": _("Fill this in: a number needs its value, unit, aspect and measure."),
    "only-for-observation": _("Leave this empty: only a claim with a number has it."),
    "event-needs-title": _("Name the event in this language too."),
    "indicator-of-other-kind": _(
        "This indicator is for “%(found)s”: choose another one, or change the kind of the claim."
    ),
    "unit-of-measure": _("With “%(measure)s” the unit is “%(wanted)s”: choose it here."),
    "other-dimension": _("The indicator is counted otherwise: choose another unit or indicator."),
    "range-goes-down": _("The upper end must be larger than %(low)s: exchange the two."),
    "base-needs-change": _("Leave this empty, or choose a share or a change as the measure."),
    "locator-needs-kind": _("Say what “%(locator)s” counts: pages, sheets or paragraphs."),
    "locator-needs-source": _("Name the work that is cited, or leave its place empty."),
    "cites-itself": _("A source does not cite itself: name another work, or leave this empty."),
    "needs-fond": _("Give the fond that this belongs to, or leave this empty."),
    "source-without-title": _("Give a title, a fond or a number, so that the source has a name."),
    "language-code": _("Write the language as a code: kk, ru or en."),
    "end-before-start": _("The end lies before the beginning, %(start)s: correct one of the two."),
    "relation-to-itself": _("Choose another record: nothing is related to itself."),
    "off-earth": _("Degrees lie between −%(limit)s and %(limit)s: correct the number."),
    "bad-key": _("Use small Latin letters, digits and hyphens, or leave the key empty."),
}
OF_FORMS = frozenset(
    {
        *("required", "too-long", "uncited", "duplicate", "enum", "dangling", "unit", "edtf"),
        *("decimal", "decimal-comma", "exponent", "became-date", "bad-key"),
    }
)
"""What a file is told in the words of ``exchange``, because it has cells and rows."""
ALSO = {"edtf-month": "edtf", "edtf-day": "edtf"}


def sentence_of(fault: Fault, table: Table | None = None) -> str:
    """Say what to do, and what was probably meant."""
    said = SAID.get(ALSO.get(fault.code, fault.code))
    if said is None:
        reason, advice = reason_for(fault.code, fault.details), advice_on(fault.code, fault.details)
        return " ".join(filter(None, (reason, advice, _meant(fault, table))))
    return " ".join(filter(None, (str(said % _details(fault, table)), _meant(fault, table))))


def sentence_of_cell(problem: Problem, table: Table) -> str:
    """Say what to do about a cell of a file: in a form's words where those fit a file as well."""
    if problem.code in SAID and problem.code not in OF_FORMS:
        fault = Fault(problem.column, problem.code, problem.details, problem.meant)
        return sentence_of(fault, table)
    return " ".join(filter(None, (problem.reason, problem.suggestion)))


def _details(fault: Fault, table: Table | None) -> dict[str, str]:
    """Return what the sentence mentions, with labels in the reader's language for stored words."""
    details = {**fault.details, "meant": fault.meant}
    cell = details.get("cell", "")
    details |= {"fraction": cell.replace(",", "."), "thousands": cell.replace(",", "")}
    if table and details.get("other") in table.names:
        details["other"] = column_label(table, details["other"])
    for name, labels in (("found", IndicatorKind), ("kind", ClaimKind), ("measure", Measure)):
        if details.get(name) in labels.values:
            details[name] = str(labels(details[name]).label)
    if "wanted" in details:
        details["wanted"] = unit_name(details["wanted"])
    return details


def _meant(fault: Fault, table: Table | None) -> str:
    """Ask whether one of the likeliest was meant; empty where there is nothing to offer."""
    if fault.code in {"exponent", "decimal-comma", "decimal", "unit-of-measure", "required"}:
        return ""
    if fault.code == "dangling" and table:
        return _candidates(table.column(fault.column).refers_to, fault)
    if not fault.meant:
        return ""
    unit = fault.code in {"unit", "other-dimension"}
    meant = f"{unit_name(fault.meant)} ({fault.meant})" if unit else fault.meant
    return str(_("Did you mean “%(meant)s”?") % {"meant": meant})


def _candidates(table: str, fault: Fault) -> str:
    found = suggestions(table, fault.details["cell"])[:CANDIDATES]
    if not found and fault.meant:
        found = suggestions(table, fault.meant)[:1]
    meant = ", ".join(f"{one.label} ({one.value})" for one in found)
    return str(_("Did you mean: %(meant)s?") % {"meant": meant}) if meant else ""
