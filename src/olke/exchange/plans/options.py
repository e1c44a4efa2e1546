"""What can be chosen of a print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.timezone import localdate

from olke.exchange.forms.fields import Field
from olke.exchange.printing.drawings import Draw, Rasterise


def _draws_nothing(_address: str, _language: str) -> None:
    """Stand in where nobody can draw: the titles of drawings are printed alone."""


def _cannot_rasterise(_svg: str) -> bytes:
    raise RuntimeError("a drawing came from nowhere: no renderer was given")


@dataclass(frozen=True)
class PrintOptions:
    """How a document is printed.

    ``answers``: with answers and explanations, for the teacher. ``form``: the key of an official
    form; empty, the usual one. ``filled``: what is written where a form leaves a line (teacher,
    date, class ...). ``draw`` and ``rasterise`` make pictures of drawings; ``pictures`` are the
    document's own by name, with their media types. ``day``: the day for which the form must hold.
    """

    answers: bool = False
    form: str = ""
    filled: Mapping[Field, str] = field(default_factory=dict)
    draw: Draw = _draws_nothing
    rasterise: Rasterise = _cannot_rasterise
    pictures: Mapping[str, tuple[bytes, str]] = field(default_factory=dict)
    day: date = field(default_factory=localdate)
