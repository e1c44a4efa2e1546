"""Choosing among methods: by form, by time, by what a dossier has enough of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from olke.teaching.documents.lesson import LENGTHS, LessonForm, StagePart
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.draft import Shortfall
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.needs import lacking
from olke.teaching.methods.library import methods
from olke.teaching.methods.method import Method

TIMES = (5, 10, 15, 20, 30)
"""Minutes that a teacher may have."""


@dataclass(frozen=True)
class Wanted:
    """What to choose by; empty, or 0 minutes: everything."""

    form: str = ""
    minutes: int = 0
    tradition: str = ""

    @classmethod
    def of(cls, fields: Mapping[str, str]) -> Wanted:
        """Read what a page's address asks for; what makes no sense asks for nothing."""
        form, minutes = fields.get("form", ""), fields.get("minutes", "")
        known = {known.value for known in LessonForm}
        fits = minutes.isdecimal() and int(minutes) in {*TIMES, *LENGTHS}
        return cls(
            form if form in known else "",
            int(minutes) if fits else 0,
            fields.get("tradition", ""),
        )

    def suits(self, method: Method) -> bool:
        """Tell whether a method is among what is asked for."""
        fits_form = not self.form or self.form in method.forms
        fits_time = not self.minutes or method.within.least <= self.minutes
        fits_library = not self.tradition or tradition_key(method) == self.tradition
        return fits_form and fits_time and fits_library


@dataclass(frozen=True)
class Offered:
    """A method, with what the chosen dossier lacks for it."""

    method: Method
    lacking: tuple[Shortfall, ...] = ()


@dataclass(frozen=True)
class PartOfLibrary:
    """The methods for one part of a lesson, by tradition."""

    part: StagePart
    traditions: tuple[tuple[Text, tuple[Offered, ...]], ...]


def tradition_key(method: Method) -> str:
    """Return what stands for a tradition in an address: its English name."""
    return method.tradition.said("en")


def traditions() -> list[Text]:
    """Return the traditions of all methods, each once."""
    return list({tradition_key(m): m.tradition for m in methods().values()}.values())


def library(wanted: Wanted, material: Material | None) -> list[PartOfLibrary]:
    """Return the methods that suit, each under the part of the lesson it is first meant for."""
    parts = []
    for part in StagePart:
        found: dict[str, tuple[Text, list[Offered]]] = {}
        for method in methods().values():
            if method.parts[0] is not part or not wanted.suits(method):
                continue
            short = lacking(method.needs, material) if material else ()
            listed = found.setdefault(tradition_key(method), (method.tradition, []))[1]
            listed.append(Offered(method, short))
        if found:
            traditions = tuple((name, tuple(listed)) for name, listed in found.values())
            parts.append(PartOfLibrary(part, traditions))
    return parts
