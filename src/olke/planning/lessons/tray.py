"""What lies beside the lesson in its editor: the claims of its dossiers, and the methods."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from olke.accounts.access import Somebody
from olke.evidence.models import Citation, Claim, Review
from olke.evidence.queries import complete_claims
from olke.evidence.sentences import claim_sentence
from olke.planning.documents import content_of
from olke.planning.lessons.evidence import dossiers_of
from olke.teaching.documents.dossier import Dossier
from olke.teaching.methods.library import methods
from olke.teaching.methods.method import Method
from olke.teaching.models import FORMS, Document, DocumentKind
from olke.teaching.queries import documents_for
from olke.vocabulary.units import unit_registry


@dataclass(frozen=True)
class TrayClaim:
    """A claim to take, in one sentence; ``used`` says that the lesson rests on it already."""

    claim: Claim
    sentence: str
    used: bool

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where it is from."""
        return tuple(self.claim.citations.all())


@dataclass(frozen=True)
class Tray:
    """The claims by dossier, the methods that fit, and dossiers that could be added."""

    dossiers: tuple[tuple[Document, tuple[TrayClaim, ...]], ...]
    methods: tuple[Method, ...]
    others: tuple[Document, ...]


def tray_for(
    keys: Sequence[str], form: str, used: Iterable[str], words: str, person: Somebody
) -> Tray:
    """Read what lies in the tray: six statements.

    ``words`` narrow the claims to those whose sentence holds them all.
    """
    chosen = dossiers_of(keys, person)
    others = documents_for(person, DocumentKind.DOSSIER).exclude(key__in=keys)
    listed = _claims(chosen, frozenset(used), words)
    fitting = (m for m in methods().values() if form not in FORMS or form in m.forms)
    return Tray(
        tuple((document, tuple(listed[document.key])) for document in chosen),
        tuple(fitting),
        tuple(others.order_by("title_kk", "pk")),
    )


def _claims(
    chosen: Sequence[Document], used: frozenset[str], words: str
) -> dict[str, list[TrayClaim]]:
    named: dict[str, tuple[str, ...]] = {}
    for document in chosen:
        named[document.key] = content_of(document, Dossier).claims
    wanted = {key for keys in named.values() for key in keys}
    standing = complete_claims().exclude(review=Review.WITHDRAWN).filter(key__in=wanted)
    units, language = unit_registry(), get_language() or "kk"
    found = {
        claim.key: TrayClaim(claim, claim_sentence(claim, language, units), claim.key in used)
        for claim in standing
    }
    needles = words.casefold().split()
    return {
        name: [
            found[key]
            for key in keys
            if key in found and all(n in found[key].sentence.casefold() for n in needles)
        ]
        for name, keys in named.items()
    }
