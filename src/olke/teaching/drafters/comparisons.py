"""Two claims side by side: numbers of two times or two subjects, or two events in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import NamedTuple

from django.utils.translation import gettext, override

from olke.dates import parse
from olke.evidence.models import Claim, ClaimKind
from olke.evidence.sentences import period_text
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.material import Material, found_once, in_three
from olke.teaching.drafters.pairing import sayable
from olke.teaching.drafters.statements import happening, subject_and_what, when_and_what
from olke.teaching.drafters.titles import inner_quoted
from olke.teaching.drafters.truth import APART
from olke.vocabulary.models import Summable
from olke.web.localised import localised


@dataclass(frozen=True)
class Comparison:
    """Two claims of which the second surely has the greater number, or came later."""

    less: Claim
    more: Claim

    @property
    def claims(self) -> tuple[str, str]:
        """Keys of both."""
        return self.less.key, self.more.key


@found_once
def comparisons(material: Material) -> Sequence[Comparison]:
    """Return every pair of a dossier's undisputed numbers that may be compared."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in sayable(material):
        thing = (claim.indicator_id, claim.product_id, claim.measure, claim.base_period)
        groups.setdefault(thing, []).append(claim)
    return tuple(found for group in groups.values() for found in _within(group, material))


class _Side(NamedTuple):
    """A number with what is asked of it for every pair that it is in."""

    claim: Claim
    subject: int
    first: date
    last: date
    line: frozenset[int]
    adds_up: bool
    months: int | None
    days: int | None


def _sides(claims: Iterable[Claim], material: Material) -> Iterator[_Side]:
    for claim in claims:
        if claim.earliest is not None and claim.latest is not None:
            adds_up = claim.indicator.summable == Summable.YES and not claim.base_period
            line, period = material.kin.line(claim.subject_id), parse(claim.period)
            days = (claim.earliest, claim.latest)
            long = (period.months, period.duration)
            yield _Side(claim, claim.subject_id, *days, line, adds_up, *long)


def _within(group: list[Claim], material: Material) -> Iterator[Comparison]:
    above = material.figures.above
    for one, other in combinations(_sides(group, material), 2):
        if not _side_by_side(one, other):
            continue
        if above(one.claim, other.claim, APART):
            yield Comparison(other.claim, one.claim)
        elif above(other.claim, one.claim, APART):
            yield Comparison(one.claim, other.claim)


def _side_by_side(one: _Side, other: _Side) -> bool:
    if one.subject != other.subject:
        alike = (one.first, one.last) == (other.first, other.last)
        return alike and other.subject not in one.line and one.subject not in other.line
    if one.first <= other.last and other.first <= one.last:
        return False
    return not one.adds_up or _as_long(one, other)


def _as_long(one: _Side, other: _Side) -> bool:
    """Tell what ``comparable_length`` tells, of lengths that are known already."""
    if one.months is not None and other.months is not None:
        return one.months == other.months
    return one.days == other.days


def compared(first: Claim, second: Claim) -> Text:
    """Say what two numbers are about, without either: what, and the two times or subjects."""

    def say(language: str) -> str:
        same = first.subject_id == second.subject_id
        sides = [_side(claim, language, by_time=same) for claim in (first, second)]
        heading = (
            subject_and_what(first, language)
            if same
            else when_and_what(first, language, of_whom=False)
        )
        with override(language):
            return gettext("%(heading)s. Compared are %(first)s and %(second)s.") % {
                "heading": heading,
                "first": sides[0],
                "second": sides[1],
            }

    return in_three(say)


def two_events(first: Claim, second: Claim) -> Text:
    """Name two events without their times."""

    def say(language: str) -> str:
        with override(language):
            return gettext("Two events: “%(first)s” and “%(second)s”.") % {
                "first": inner_quoted(happening(first, language)),
                "second": inner_quoted(happening(second, language)),
            }

    return in_three(say)


def compared_statement(first: Claim, second: Claim, *, more: bool) -> Text:
    """Say that the second of two numbers is the higher or the lower, or came later or earlier."""
    of_events = first.kind == ClaimKind.EVENT
    heading = two_events(first, second) if of_events else compared(first, second)

    def say(language: str) -> str:
        with override(language):
            verdict = _later(later=more) if of_events else _higher(higher=more)
        return f"{heading.said(language)} {verdict}"

    return in_three(say)


def _later(*, later: bool) -> str:
    return (
        gettext("The second happened later.") if later else gettext("The second happened earlier.")
    )


def _higher(*, higher: bool) -> str:
    if higher:
        return gettext("The second has the higher figure.")
    return gettext("The second has the lower figure.")


def _side(claim: Claim, language: str, *, by_time: bool) -> str:
    if by_time:
        return period_text(claim.period, language)
    return localised(claim.subject, "name", language)
