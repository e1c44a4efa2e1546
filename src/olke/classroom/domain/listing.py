"""Class lists: names that a teacher pasted, changed, erased. Nothing of them is in the history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, count

from django.db import transaction

from olke.accounts.models import Person
from olke.classroom.models import ClassList, Listed

MOST_NAMES = 400
LONGEST_NAME = 80


def read_names(pasted: str) -> tuple[str, ...]:
    """Return the names of a pasted text: one a line, or a column of a spreadsheet with others.

    Of a line with tabs the first cell that has letters is the name, so that a column of numbers
    before it does no harm. A name that comes twice is told apart by a number: two pupils may be
    called alike.
    """
    found = [_name_in(line) for line in pasted.replace("\r", "\n").split("\n")]
    return tuple(_apart(name for name in found if name))


def save_list(
    *, by: Person, name: str, names: Sequence[str], class_list: ClassList | None = None
) -> ClassList:
    """Make a class list, or give one another name and other names.

    A name that stays keeps who joined by it.
    """
    with transaction.atomic():
        saved = class_list or ClassList(owner=by)
        saved.name = name
        saved.save()
        known = set(saved.names.values_list("name", flat=True))
        saved.names.exclude(name__in=names).delete()
        Listed.objects.bulk_create(
            Listed(class_list=saved, name=one) for one in names if one not in known
        )
    return saved


def erase_list(class_list: ClassList) -> None:
    """Erase a list. Classes that used it keep the names of those who joined, as their own."""
    class_list.delete()


def _name_in(line: str) -> str:
    cells = (" ".join(cell.replace("\0", "").split()) for cell in line.split("\t"))
    with_letters = (cell for cell in cells if any(one.isalpha() for one in cell))
    # A line that was numbered by hand: "12. Ayan".
    name = next(with_letters, "").lstrip("0123456789.)№ ")
    return name[:LONGEST_NAME].strip()


def _apart(names: Iterable[str]) -> Iterable[str]:
    taken: set[str] = set()
    for name in names:
        numbered = (f"{name[: LONGEST_NAME - 4]} {number}" for number in count(2))
        free = next(one for one in chain([name], numbered) if one not in taken)
        taken.add(free)
        yield free
