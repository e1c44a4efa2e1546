"""`parse`: EDTF text to `Period`, with a suggestion when it fails."""

from functools import lru_cache

from olke.dates.errors import EdtfError
from olke.dates.grammar import read_edtf
from olke.dates.period import Period
from olke.dates.reading.reader import read
from olke.dates.suggestions import suggest


@lru_cache(maxsize=8192)
def parse(text: str) -> Period:
    """Read an EDTF text (ISO 8601-2 levels 0 to 2).

    Raises EdtfError with a code, the position of the slip and, where one is likely, a suggestion.
    """
    try:
        return read_edtf(text)
    except EdtfError as error:
        suggestion = suggest(text, _read_wording)
        raise EdtfError(error.code, text, error.position, suggestion) from None


def _read_wording(text: str) -> str | None:
    """Give the EDTF of a text that is one date wording and nothing else."""
    found = read(text)
    return str(found[0].period) if len(found) == 1 and found[0].wording == text else None
