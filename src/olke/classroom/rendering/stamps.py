"""Times as the protocol has them."""

from __future__ import annotations

from datetime import datetime


def ms(moment: datetime | None) -> int | None:
    """Return milliseconds since 1970, as browsers count."""
    return int(moment.timestamp() * 1000) if moment else None
