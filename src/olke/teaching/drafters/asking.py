"""Words that questions are asked in, in three languages. Names are never inflected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.utils.translation import gettext, override

from olke.evidence.models import Claim, ClaimKind
from olke.evidence.sentences import (
    claim_statement,
    claim_value,
    claim_what,
    period_in_sentence,
    period_text,
)
from olke.measures import Registry
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.material import in_three
from olke.teaching.drafters.numbers import bare_number
from olke.teaching.drafters.statements import heading_of, said, what_and_when
from olke.web.localised import localised


def filled(message: Callable[[], str], **parts: Text) -> Text:
    """Return a message in three languages with its parts put in."""

    def say(language: str) -> str:
        with override(language):
            return message() % {name: part.said(language) for name, part in parts.items()}

    return in_three(say)


def listed(texts: Sequence[Text]) -> Text:
    """Return texts as the entries of a list."""
    return in_three(lambda code: "\n".join(f"- {text.said(code)}" for text in texts))


def joined(texts: Sequence[Text]) -> Text:
    """Return sentences one after another."""
    return in_three(lambda code: " ".join(text.said(code) for text in texts))


def under(first: Text, *others: Text) -> Text:
    """Return paragraphs one under another."""
    return in_three(lambda code: "\n\n".join(text.said(code) for text in (first, *others)))


def heading(claim: Claim, units: Registry) -> Text:
    """Say of whom, what, when and in which unit a number is."""
    return in_three(lambda code: heading_of(claim, code, units))


def measured(claim: Claim) -> Text:
    """Say of whom, what and when a number is."""
    return in_three(lambda code: what_and_when(claim, code))


def value(claim: Claim, units: Registry) -> Text:
    """Say a number with its unit."""
    return in_three(lambda code: claim_value(claim, code, units))


def bare(claim: Claim, units: Registry) -> Text:
    """Say a number without its unit, which the question names."""
    return in_three(lambda code: bare_number(claim, code, units))


def name(claim: Claim) -> Text:
    """Name the subject of a claim."""
    return in_three(lambda code: localised(claim.subject, "name", code))


def what(claim: Claim) -> Text:
    """Say what a number is of, without whose it is."""
    return in_three(lambda code: claim_what(claim, code))


def event(claim: Claim) -> Text:
    """Say an event without its time."""
    return in_three(lambda code: claim_statement(claim, code))


def time(claim: Claim) -> Text:
    """Say a claim's time by itself."""
    return in_three(lambda code: period_text(claim.period, code))


def when(claim: Claim) -> Text:
    """Say a claim's time as a part of a sentence."""
    return in_three(lambda code: period_in_sentence(claim.period, code))


def which_figure(claim: Claim, units: Registry) -> Text:
    """Ask which of several numbers is right."""
    return filled(
        lambda: gettext("%(heading)s. Which figure is right?"), heading=heading(claim, units)
    )


def how_much(claim: Claim) -> Text:
    """Ask for a number."""
    return filled(lambda: gettext("%(heading)s. What is the figure?"), heading=measured(claim))


def guess(claim: Claim, units: Registry) -> Text:
    """Ask for a number that nobody knows by heart."""
    return filled(
        lambda: gettext("%(heading)s. Estimate the figure."), heading=heading(claim, units)
    )


def asked_when(claim: Claim) -> Text:
    """Ask for the time of an event."""
    return filled(lambda: gettext("%(event)s. When did this happen?"), event=event(claim))


def whose(claim: Claim, units: Registry) -> Text:
    """Ask whose number it is."""
    return filled(
        lambda: gettext("%(what)s, %(when)s — %(value)s. Whose figure is it?"),
        what=what(claim),
        when=when(claim),
        value=value(claim, units),
    )


def who(claim: Claim) -> Text:
    """Ask for the person of a role."""
    role = in_three(lambda code: localised(claim.indicator, "label", code))
    if claim.object is None:
        return filled(
            lambda: gettext("Who was it? %(role)s, %(when)s"), role=role, when=when(claim)
        )
    body = claim.object
    place = in_three(lambda code: localised(body, "name", code))
    if not claim.period:
        return filled(lambda: gettext("Who was it? %(role)s, %(body)s"), role=role, body=place)
    return filled(
        lambda: gettext("Who was it? %(role)s, %(body)s, %(when)s"),
        role=role,
        body=place,
        when=when(claim),
    )


def dated(claim: Claim, units: Registry) -> Text:
    """Say a claim in a sentence that begins with its time: for a list in order of time."""
    if claim.kind == ClaimKind.OBSERVATION or not claim.period:
        return said(claim, units)
    return filled(lambda: gettext("%(time)s: %(event)s"), time=time(claim), event=event(claim))
