"""Claims made of a loaded pack's own vocabulary, as many as wanted, the same for the same seed.

Subjects, indicators, products, places and sources are drawn with Zipf's frequencies (rank to the
power of -0.8), so that some words are in most claims and most words in few, as in real evidence.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

from olke.entities.models import PLACES, Entity
from olke.evidence.models import Aspect, Citation, Claim, ClaimKind, Measure
from olke.packs.models import Pack
from olke.sources.models import Source
from olke.vocabulary.models import Indicator, IndicatorKind, Product
from olke.vocabulary.units import unit_registry

SKEW = -0.8
BATCH = 5_000
Item = TypeVar("Item")


class Drawn(Sequence[Item]):
    """Items drawn by Zipf's law, the order of the list being the order of frequency."""

    def __init__(self, items: Sequence[Item], chance: random.Random) -> None:
        self.items = list(items)
        chance.shuffle(self.items)
        self.weights = list(accumulate((i + 1) ** SKEW for i in range(len(self.items))))
        self.chance = chance

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self.items[index]

    def draw(self) -> Item:
        """Return the next one."""
        return self.chance.choices(self.items, cum_weights=self.weights)[0]


class Maker:
    """Makes claims; holds everything that they are combinations of."""

    def __init__(self, pack: Pack, seed: int) -> None:
        chance = self.chance = random.Random(seed)
        entities = list(Entity.objects.order_by("pk"))
        indicators = list(Indicator.objects.order_by("pk"))
        self.pack = pack
        self.entities = Drawn(entities, chance)
        self.places = Drawn([e for e in entities if e.kind in PLACES], chance)
        self.people = Drawn([e for e in entities if e.kind == "person"] or entities, chance)
        self.quantities = Drawn([i for i in indicators if i.kind == IndicatorKind.QUANTITY], chance)
        self.events = Drawn([i for i in indicators if i.kind == IndicatorKind.EVENT], chance)
        self.roles = Drawn([i for i in indicators if i.kind == IndicatorKind.ROLE], chance)
        self.products = Drawn(list(Product.objects.order_by("pk")), chance)
        self.sources = Drawn(list(Source.objects.order_by("pk")), chance)
        self.units = list(unit_registry().keys())

    def claim(self, number: int) -> Claim:
        """Return one claim: 7 in 10 observations, 2 events, 1 role."""
        what = self.chance.random()
        claim = self._observation() if what < 0.7 else self._event() if what < 0.9 else self._role()
        claim.pack, claim.key, claim.position = self.pack, f"synthetic-{number}", number
        year = min(1997, 1939 + int(self.chance.expovariate(1 / 18)))
        claim.period = str(year) if self.chance.random() < 0.85 else f"{year}/{min(1997, year + 4)}"
        claim.period_wording = f"{year} жылы"
        if self.chance.random() < 0.3:
            claim.place = self.places.draw()
        claim.derive()
        return claim

    def _observation(self) -> Claim:
        value = round(10 ** self.chance.uniform(0, 6), 1)
        indicator = self.quantities.draw()
        unit = indicator.unit or self.chance.choice(self.units)
        return Claim(
            kind=ClaimKind.OBSERVATION,
            subject=self.entities.draw(),
            indicator=indicator,
            product=self.products.draw() if self.chance.random() < 0.5 else None,
            value=value,
            unit=unit,
            aspect=self.chance.choices(Aspect.values, (80, 15, 3, 2))[0],
            measure=Measure.ABSOLUTE,
            wording=f"{value:g} {indicator.label_kk}"[:60],
        )

    def _event(self) -> Claim:
        subject, indicator = self.entities.draw(), self.events.draw()
        return Claim(
            kind=ClaimKind.EVENT,
            subject=subject,
            indicator=indicator,
            object=self.entities.draw() if self.chance.random() < 0.3 else None,
            **{
                f"title_{code}": f"{getattr(subject, f'name_{code}')}: "
                f"{getattr(indicator, f'label_{code}')}"[:200]
                for code in ("kk", "ru", "en")
            },
        )

    def _role(self) -> Claim:
        return Claim(
            kind=ClaimKind.ROLE,
            subject=self.people.draw(),
            indicator=self.roles.draw(),
            object=self.entities.draw(),
        )

    def citation(self, claim: Claim) -> Citation:
        """Return the citation of a claim, four in five through another work."""
        through = self.chance.random() < 0.8
        return Citation(
            claim=claim,
            source=self.sources.items[0],
            locator_kind="paragraph",
            locator=str(self.chance.randint(1, 1000)),
            through=self.sources.draw() if through else None,
            through_locator_kind="page" if through else "",
            through_locator=str(self.chance.randint(1, 400)) if through else "",
        )


def add_claims(pack: Pack, number: int, seed: int = 1939) -> Iterator[int]:
    """Add claims to the database in batches and yield how many there are after each.

    They are written past the history and the index: what is measured is the search alone.
    """
    maker = Maker(pack, seed)
    for start in range(0, number, BATCH):
        claims = [maker.claim(n) for n in range(start, min(number, start + BATCH))]
        Claim.objects.bulk_create(claims)
        Citation.objects.bulk_create([maker.citation(claim) for claim in claims])
        yield start + len(claims)
