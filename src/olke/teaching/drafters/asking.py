"""Words that questions are asked in, in three languages. Names are never inflected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from django.utils.translation import gettext, override

from olke.entities.models import PLACES, EntityKind
from olke.evidence.models import Claim, ClaimKind
from olke.evidence.sentences import (
    claim_number,
    claim_value,
    claim_what,
    period_in_sentence,
    period_text,
)
from olke.measures import Registry
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.material import in_three
from olke.teaching.drafters.numbers import bare_number, how_many
from olke.teaching.drafters.statements import (
    capitalised,
    happening,
    said,
    subject_and_what,
    when_and_what,
)
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


def value(claim: Claim, units: Registry) -> Text:
    """Say a number with its unit."""
    return in_three(lambda code: claim_value(claim, code, units))


def number(claim: Claim, units: Registry) -> Text:
    """Say a number with its unit, without what it is compared with."""
    return in_three(lambda code: claim_number(claim, code, units))


def bare(claim: Claim, units: Registry) -> Text:
    """Say a number without its unit, which the question names."""
    return in_three(lambda code: bare_number(claim, code, units))


def name(claim: Claim) -> Text:
    """Name the subject of a claim."""
    return in_three(lambda code: capitalised(localised(claim.subject, "name", code)))


def what(claim: Claim) -> Text:
    """Say what a number is of, without whose it is."""
    return in_three(lambda code: capitalised(claim_what(claim, code)))


def event(claim: Claim) -> Text:
    """Say an event without its time."""
    return in_three(lambda code: happening(claim, code))


def time(claim: Claim) -> Text:
    """Say a claim's time by itself."""
    return in_three(lambda code: period_text(claim.period, code))


def when(claim: Claim) -> Text:
    """Say a claim's time as a part of a sentence."""
    return in_three(lambda code: period_in_sentence(claim.period, code))


def how_much(claim: Claim, units: Registry) -> Text:
    """Ask for a number."""

    def say(language: str) -> str:
        with override(language):
            return gettext("%(heading)s — %(how_many)s?") % {
                "heading": when_and_what(claim, language),
                "how_many": how_many(claim, language, units),
            }

    return in_three(say)


def guess(claim: Claim, units: Registry) -> Text:
    """Ask for a number that nobody knows by heart."""
    return filled(
        lambda: gettext("%(question)s Make an estimate."), question=how_much(claim, units)
    )


def how_it_changed(first: Claim, last: Claim) -> Text:
    """Ask what a number did between two times, and why."""
    return filled(
        lambda: gettext("%(what)s — how did it change from %(first)s to %(last)s, and why?"),
        what=in_three(lambda code: subject_and_what(first, code)),
        first=time(first),
        last=time(last),
    )


def asked_when(claim: Claim) -> Text:
    """Ask for the time of an event."""
    return filled(lambda: gettext("%(event)s. When did this happen?"), event=event(claim))


def whose(claim: Claim, kinds: Iterable[str], units: Registry) -> Text:
    """Ask whose number it is. ``kinds`` are the kinds of entities that may be the answer."""
    return filled(
        lambda: gettext("%(what)s — %(value)s. %(question)s"),
        what=in_three(lambda code: when_and_what(claim, code, of_whom=False)),
        value=number(claim, units),
        question=filled(_which_of(set(kinds))),
    )


def _which_of(kinds: set[str]) -> Callable[[], str]:
    """Ask which enterprise, which place or which person it is, where all are of that kind."""
    if kinds <= {EntityKind.ENTERPRISE}:
        return lambda: gettext("Which enterprise is it?")
    if kinds <= {EntityKind.FARM}:
        return lambda: gettext("Which farm is it?")
    if kinds <= {EntityKind.PERSON}:
        return lambda: gettext("Who is it?")
    if kinds <= PLACES:
        return lambda: gettext("Which place is it?")
    return lambda: gettext("Whose figure is it?")


def who(claim: Claim) -> Text:
    """Ask for the person of a role."""

    def say(language: str) -> str:
        lead = [localised(claim.object, "name", language)] if claim.object else []
        lead += [period_in_sentence(claim.period, language)] if claim.period else []
        with override(language):
            return gettext("%(lead)s: %(role)s — who was it?") % {
                "lead": capitalised(", ".join(lead)),
                "role": localised(claim.indicator, "label", language),
            }

    return in_three(say)


def dated(claim: Claim, units: Registry) -> Text:
    """Say a claim in a sentence that begins with its time: for a list in order of time."""
    if claim.kind == ClaimKind.OBSERVATION or not claim.period:
        return said(claim, units)
    return filled(lambda: gettext("%(time)s: %(event)s"), time=time(claim), event=event(claim))
