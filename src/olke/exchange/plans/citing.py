"""Citations of a print: short ones in square brackets, and the numbered list they point to.

As GOST R 7.0.5-2008 (section 7) has it: the number of the source in the list and the place in it,
``[3, л. 14]``; of a source that was cited through another, both:
``[3, л. 14 (цит. по: 1, абз. 5)]``.
Sources are numbered in the order in which they are first cited.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from olke.evidence.models import Citation, Claim, Review
from olke.exchange.bibliography.gost import is_described, place_text, source_text
from olke.exchange.bibliography.words import words_for
from olke.exchange.plans.evidence import Evidence
from olke.exchange.printing.blocks import Block, Heading, Listing, words
from olke.sources.models import Source


class Citing:
    """The sources of one print, in one language."""

    def __init__(self, evidence: Evidence, language: str) -> None:
        self.evidence = evidence
        self.language = language
        self._claims = dict(evidence.claims)
        self._numbers: dict[str, int] = {}

    def claims(self, keys: Iterable[str]) -> str:
        """Point to what some claims rest on: ``[3, л. 14; 5, с. 32]``; nothing without claims.

        What became of a claim since it was taken up is told there: withdrawn, or no longer found.
        """
        told: list[str] = []
        for key in keys:
            claim = self._claims.get(key)
            told += (
                [_("claim %(key)s is not found") % {"key": key}]
                if claim is None
                else (self._claim(claim))
            )
        return _bracketed(told)

    def look_up(self, keys: Iterable[str]) -> None:
        """Read claims that the document itself does not name, so that they can be cited."""
        self._claims.update((claim.key, claim) for claim in self.evidence.claims_of(keys))

    def sources(self, keys: Iterable[str]) -> str:
        """Point to some sources as wholes."""
        return _bracketed(self._key(key, "") for key in keys)

    def quotation(self, key: str | None, locator: str, reference: str) -> str:
        """Point to where a quotation is from: a source, or words where it is none of the pack's."""
        if key:
            return _bracketed([self._key(key, locator)])
        number = self._number(reference)
        return _bracketed([f"{number}, {locator}" if locator else str(number)])

    def listed(self) -> tuple[str, ...]:
        """Return the references in order: number 1 first."""
        return tuple(self._numbers)

    def blocks(self) -> tuple[Block, ...]:
        """Return the list of sources under its heading; nothing where nothing was cited."""
        if not self._numbers:
            return ()
        entries = tuple(words(reference) for reference in self._numbers)
        return (Heading(2, words(_("Sources"))), Listing(entries, numbered=True))

    def _claim(self, claim: Claim) -> list[str]:
        told = [self._citation(citation) for citation in claim.citations.all()]
        if claim.review == Review.WITHDRAWN:
            told.append(_("the claim was withdrawn"))
        return told

    def _citation(self, citation: Citation) -> str:
        place = place_text(citation.locator_kind, citation.locator, self.language, inside=True)
        here = _joined(self._source(citation.source), place)
        through = citation.through
        if through is None:
            return here
        kind, locator = citation.through_locator_kind, citation.through_locator
        place = place_text(kind, locator, self.language, inside=True)
        if is_described(through):
            there = _joined(self._source(through), place)
            return _("%(there)s (cited in: %(here)s)") % {"there": there, "here": here}
        if not through.reference:
            return here
        item = words_for(self.language).item % through.reference
        return f"{here} ({_joined(item, place)})"

    def _key(self, key: str, locator: str) -> str:
        source = self.evidence.sources.get(key)
        if source is None:
            return _("source %(key)s is not found") % {"key": key}
        return _joined(self._source(source), locator)

    def _source(self, source: Source) -> str:
        return str(self._number(source_text(source, self.language)))

    def _number(self, reference: str) -> int:
        return self._numbers.setdefault(reference, len(self._numbers) + 1)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _bracketed(told: Iterable[str]) -> str:
    once = list(dict.fromkeys(one for one in told if one))
    return f"[{'; '.join(once)}]" if once else ""
