"""Claims of which not all can be right, and what may have come between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.utils.translation import gettext

from olke.evidence.models import Aspect, Claim, ClaimKind, Measure, Rank, Review
from olke.teaching.documents.parts import Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.arithmetic import quotient
from olke.teaching.drafters.figures import Limits, limits_apart
from olke.teaching.drafters.material import Material, found_once
from olke.teaching.drafters.series import cell_of
from olke.teaching.drafters.truth import ROUNDED, contradicted, same_thing, same_time
from olke.vocabulary.models import Summable

CLOSE = Decimal("0.05")
"""Numbers that differ by no more than this share may be one number, rounded."""
SLIPS = (Decimal(10), Decimal(100), Decimal(1000))
"""A decimal point or a thousand that went astray."""
YEAR = timedelta(days=366)
Reason = Callable[[], str]


@dataclass(frozen=True)
class Disagreement:
    """Two or three claims that cannot all be right.

    Two say different numbers of one thing and time; three are plan, actual and percent of plan
    that do not fit. Questioned claims are among them: that they are in doubt is the point.
    """

    claims: tuple[Claim, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of its claims."""
        return tuple(claim.key for claim in self.claims)


@found_once
def disagreements(material: Material) -> list[Disagreement]:
    """Return what in a dossier cannot all be right, each once, the dossier's own claim first."""
    return [*_differing(material), *_misfits(material)]


def _differing(material: Material) -> list[Disagreement]:
    """Return the numbers of one thing and time of which only one can be right.

    What a second passage repeats is no second disagreement.
    """
    found: dict[tuple[object, ...], Disagreement] = {}
    numbers = _Numbers()
    for claim in material.claims:
        if claim.kind != ClaimKind.OBSERVATION or not one_number(claim):
            continue
        cell, number = cell_of(claim), numbers.place(claim)
        for other in contradicted(claim, material):
            pair = (cell, *sorted((number, numbers.place(other))))
            if pair not in found and same_thing(claim, other) and same_time(claim, other):
                found[pair] = Disagreement((claim, other))
    return list(found.values())


class _Numbers:
    """Numbers as they are written, each with a place of its own: five hundred make many pairs."""

    def __init__(self) -> None:
        self._places: dict[tuple[object, ...], int] = {}
        self._known: dict[int, int] = {}

    def place(self, claim: Claim) -> int:
        """Return the place of a claim's number."""
        if claim.pk not in self._known:
            number = (claim.measure, claim.value, claim.value_max, claim.bound, claim.unit)
            self._known[claim.pk] = self._places.setdefault(number, len(self._places))
        return self._known[claim.pk]


def one_number(claim: Claim) -> bool:
    """Tell whether what is measured has one number for the claim's time.

    What adds up has one sum over any years; a stock or a rate may have changed within them.
    """
    if claim.indicator.summable == Summable.YES or claim.base_period:
        return True
    if claim.earliest is None or claim.latest is None:
        return not claim.period
    return claim.latest - claim.earliest <= YEAR


def _misfits(material: Material) -> Iterator[Disagreement]:
    """Pass on plan, actual and percent of plan where the percent is that of no plan and result."""
    told: set[tuple[object, ...]] = set()
    for claim in material.claims:
        if claim.kind != ClaimKind.OBSERVATION or claim.measure != Measure.PERCENT_OF_PLAN:
            continue
        own, thing = material.figures.limits(claim), (*cell_of(claim), claim.value)
        pairs = list(_plans_and_results(claim, material))
        misfit = all(limits_apart(own, found, ROUNDED) for found, _, _ in pairs)
        if pairs and misfit and thing not in told:
            told.add(thing)
            yield Disagreement((*pairs[0][1:], claim))


def _plans_and_results(percent: Claim, material: Material) -> Iterator[tuple[Limits, Claim, Claim]]:
    """Pass on every plan and result of a percent's thing and time, with what they make."""
    beside = [
        o
        for o in material.about.get((percent.subject_id, percent.indicator_id), ())
        if o.kind == ClaimKind.OBSERVATION
        and o.measure == Measure.ABSOLUTE
        and cell_of(o) == cell_of(percent)
    ]
    for plan in (o for o in beside if o.aspect == Aspect.PLANNED):
        for fact in (o for o in beside if o.aspect == Aspect.ACTUAL):
            made = quotient(fact, plan, material)
            if made is not None:
                yield made, plan, fact


def reasons(found: Disagreement, material: Material) -> list[Text]:
    """Return what may explain a disagreement, what the numbers themselves suggest first."""
    return [asking.filled(reason) for reason in _reasons(found, material)]


def _reasons(found: Disagreement, material: Material) -> Iterator[Reason]:
    one, other = found.claims[0], found.claims[1]
    if len(found.claims) == 3:
        yield lambda: gettext("The percent may be counted from another plan: plans were changed.")
        yield lambda: gettext("The percent may be of the value, and the numbers of the quantity.")
    else:
        yield from _of_two(one, other, material)
    yield lambda: gettext("One of the numbers may be a slip of whoever wrote or copied it.")


def _of_two(one: Claim, other: Claim, material: Material) -> Iterator[Reason]:
    if not material.figures.apart(one, other, CLOSE):
        yield lambda: gettext("The numbers are close: one may be the other, rounded.")
    if _is_slip(one, other, material):
        yield lambda: gettext(
            "One is ten, a hundred or a thousand times the other: a misread unit."
        )
    if one.subject_id != other.subject_id:
        yield lambda: gettext(
            "They may be about different bodies of one name, or before and after."
        )
    if one.aspect != other.aspect:
        yield lambda: gettext("One is a result, the other an estimate.")
    if one.period_wording and other.period_wording and one.period_wording != other.period_wording:
        yield lambda: gettext(
            "They may cover different months: the records name the time otherwise."
        )
    if one.bound or other.bound or one.approximate or other.approximate:
        yield lambda: gettext("One of the numbers is only approximate, or a limit.")
    if origin_of_claim(one) == origin_of_claim(other):
        yield lambda: gettext("Both are from one document: it may mean two different things.")
    yield lambda: gettext("One may count a part and the other the whole, or count by another rule.")
    yield lambda: gettext("One may be a plan or a first report that was corrected later.")


def _is_slip(one: Claim, other: Claim, material: Material) -> bool:
    first, second = material.figures.limits(one)[0], material.figures.limits(other)[0]
    if not first or not second:
        return False
    times = max(abs(first / second), abs(second / first))
    return any(abs(times / slip - 1) <= CLOSE for slip in SLIPS)


def origin_of_claim(claim: Claim) -> str:
    """Return the key of the document that a claim comes from in the end, "" without a citation."""
    citation = next(iter(claim.citations.all()), None)
    return (citation.through or citation.source).key if citation else ""


def ranked(found: Disagreement) -> Claim | None:
    """Return the one claim that researchers hold for better, None where they leave it open."""
    preferred = [claim for claim in found.claims if claim.rank == Rank.PREFERRED]
    kept = [claim for claim in found.claims if claim.rank != Rank.DEPRECATED]
    if len(preferred) == 1:
        return preferred[0]
    return kept[0] if len(kept) == 1 and len(found.claims) == 2 else None


def questioned(found: Disagreement) -> list[Claim]:
    """Return the claims that a researcher has put in question."""
    return [claim for claim in found.claims if claim.review == Review.QUESTIONED]
