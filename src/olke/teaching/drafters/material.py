"""What a drafter is given: the dossier's claims, and all the evidence about the same things."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, wraps
from typing import Any, TypeVar, cast

from django.db.models import Q

from olke.evidence.models import Claim, ClaimKind, Rank, Review
from olke.evidence.queries import standing_claims
from olke.measures import Registry
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.figures import Figures
from olke.teaching.drafters.kin import Kin, kin_of
from olke.teaching.drafters.surroundings import Surroundings
from olke.vocabulary.units import unit_registry

LANGUAGES = ("kk", "ru", "en")
Found = TypeVar("Found")


@dataclass(frozen=True)
class Material:
    """A dossier with its evidence.

    ``claims`` are the dossier's own that stand, in its order, with subject, indicator, product and
    citations loaded. ``surroundings`` are all standing claims about the same subjects or
    indicators, the dossier's own among them: what could make a statement true or false.
    """

    dossier: Dossier
    claims: tuple[Claim, ...]
    surroundings: Surroundings

    @property
    def around(self) -> tuple[Claim, ...]:
        """All standing claims about the same subjects or indicators."""
        return self.surroundings.claims

    @property
    def units(self) -> Registry:
        """The units in force."""
        return self.surroundings.units

    @property
    def kin(self) -> Kin:
        """Which subjects and products belong together."""
        return self.surroundings.kin

    @property
    def figures(self) -> Figures:
        """Numbers side by side."""
        return self.surroundings.figures

    @property
    def by_indicator(self) -> dict[int, tuple[Claim, ...]]:
        """All the evidence by indicator, whatever the subject."""
        return self.surroundings.by_indicator

    @property
    def by_subject(self) -> dict[int, tuple[Claim, ...]]:
        """All the evidence by subject, whatever the indicator."""
        return self.surroundings.by_subject

    @property
    def about(self) -> dict[tuple[int, int], tuple[Claim, ...]]:
        """All the evidence by subject and indicator."""
        return self.surroundings.about

    @cached_property
    def certain(self) -> tuple[Claim, ...]:
        """The claims that nobody has questioned or deprecated: what may be taught as known."""
        return tuple(claim for claim in self.claims if is_certain(claim))

    @cached_property
    def undoubted(self) -> tuple[Claim, ...]:
        """All the evidence but what somebody has questioned or deprecated."""
        return tuple(claim for claim in self.around if is_certain(claim))

    @cached_property
    def observations(self) -> tuple[Claim, ...]:
        """Certain claims with a value."""
        return tuple(c for c in self.certain if c.kind == ClaimKind.OBSERVATION)

    @cached_property
    def events(self) -> tuple[Claim, ...]:
        """Certain claims that something happened."""
        return tuple(c for c in self.certain if c.kind == ClaimKind.EVENT)

    @cached_property
    def findings(self) -> dict[object, Any]:
        """What was found in it, by what was asked; ``found_once`` fills it."""
        return {}


def is_certain(claim: Claim) -> bool:
    """Tell whether nobody has questioned or deprecated a claim."""
    return claim.review != Review.QUESTIONED and claim.rank != Rank.DEPRECATED


def without_grave(material: Material) -> Material:
    """Return the material for a game: nobody plays with the dead, the sick and the deported.

    The evidence around stays whole, for what is true does not change.
    """
    if _WITHOUT_GRAVE not in material.findings:
        light = tuple(claim for claim in material.claims if not claim.indicator.grave)
        none = len(light) == len(material.claims)
        material.findings[_WITHOUT_GRAVE] = material if none else replace(material, claims=light)
    return cast("Material", material.findings[_WITHOUT_GRAVE])


_WITHOUT_GRAVE = "without-grave"


def found_once(look: Callable[[Material], Found]) -> Callable[[Material], Found]:
    """Let a function of the material alone look only once."""

    @wraps(look)
    def found(material: Material) -> Found:
        if look not in material.findings:
            material.findings[look] = look(material)
        return cast("Found", material.findings[look])

    return found


def material_of(dossier: Dossier) -> Material:
    """Read a dossier's evidence: a dozen statements, however many claims it has."""
    keys = dossier.claims
    around = _around(keys)
    found = {claim.key: claim for claim in around}
    own = tuple(found[key] for key in keys if key in found)
    kin = kin_of({claim.subject_id: claim.subject for claim in around}.values())
    return Material(dossier, own, Surroundings(around, unit_registry(), kin))


def in_three(say: Callable[[str], str]) -> Text:
    """Return what ``say`` says in each language."""
    return Text(**{language: say(language) for language in LANGUAGES})


def _around(keys: Iterable[str]) -> tuple[Claim, ...]:
    own = standing_claims().filter(key__in=keys).values_list("subject_id", "indicator_id")
    subjects, indicators = {one for one, _ in own}, {other for _, other in own}
    if not subjects:
        return ()
    near = Q(subject__in=subjects) | Q(indicator__in=indicators)
    return tuple(standing_claims().filter(near).order_by("pack_id", "position", "pk"))
