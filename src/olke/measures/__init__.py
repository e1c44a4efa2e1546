"""Measures: units with the Soviet ones, quantities, numbers in three languages, old money."""

from olke.measures.errors import MeasureError
from olke.measures.formatting import UnitForm, format_quantity
from olke.measures.money import Redenomination, redenominations_between, require_same_money
from olke.measures.numerals import Scale, format_number
from olke.measures.quantity import Bound, Quantity, comparable, compare, convert
from olke.measures.reading import parse_number
from olke.measures.registry import Registry, builtin_registry
from olke.measures.units import Language, Unit

__all__ = [
    "Bound",
    "Language",
    "MeasureError",
    "Quantity",
    "Redenomination",
    "Registry",
    "Scale",
    "Unit",
    "UnitForm",
    "builtin_registry",
    "comparable",
    "compare",
    "convert",
    "format_number",
    "format_quantity",
    "parse_number",
    "redenominations_between",
    "require_same_money",
]
