"""Two claims side by side: numbers of two times or two subjects, or two events in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, override

from olke.dates import comparable_length, parse
from olke.evidence.models import Claim, ClaimKind
from olke.evidence.sentences import period_text
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.material import Material, in_three
from olke.teaching.drafters.statements import happening, subject_and_what, when_and_what
from olke.teaching.drafters.titles import inner_quoted
from olke.teaching.drafters.truth import APART, same_time, touch
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


def comparisons(claims: Iterable[Claim], material: Material) -> list[Comparison]:
    """Return every pair of numbers that may be compared; ``claims`` are beyond dispute."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        thing = (claim.indicator_id, claim.product_id, claim.measure, claim.base_period)
        groups.setdefault(thing, []).append(claim)
    return [found for group in groups.values() for found in _within(group, material)]


def _within(group: list[Claim], material: Material) -> Iterator[Comparison]:
    for place, one in enumerate(group):
        for other in group[place + 1 :]:
            if not _side_by_side(one, other, material):
                continue
            if material.figures.above(one, other, APART):
                yield Comparison(other, one)
            elif material.figures.above(other, one, APART):
                yield Comparison(one, other)


def _side_by_side(one: Claim, other: Claim, material: Material) -> bool:
    if one.subject_id != other.subject_id:
        return same_time(one, other) and not material.kin.related(one.subject_id, other.subject_id)
    if touch(one, other):
        return False
    adds_up = one.indicator.summable == Summable.YES and not one.base_period
    return not adds_up or comparable_length(parse(one.period), parse(other.period))


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
