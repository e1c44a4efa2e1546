"""Freezing a pack: a number and a checksum under which it can be cited."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from olke.accounts.models import Person
from olke.exchange.pack.describe import describe, descriptor_text
from olke.exchange.pack.folder import checksum
from olke.exchange.pack.saving import digests_of, pack_files
from olke.history.domain import hold_history
from olke.packs.domain import record_edition
from olke.packs.models import Edition, Pack

NUMBER = re.compile(r"[0-9]+(\.[0-9]+){0,2}")


def freeze_edition(pack: Pack, *, number: str, by: Person | None, note: str = "") -> Edition:
    """Give the pack's present state a number that can be cited.

    ``number`` is one to three whole numbers with points between. The checksum is the SHA-256 of
    the lines ``path sha256`` of every file but ``datapackage.json``, sorted; the descriptor then
    carries number, checksum and each file's hash, so that a later change of a file is noticed.
    Raises ``ValueError`` for another form of number, ``EditionExistsError`` where it is taken.
    """
    if not NUMBER.fullmatch(number):
        raise ValueError(number)
    with transaction.atomic():
        hold_history()  # nothing may change between the files' hashes and the edition's entry
        pack = Pack.objects.select_for_update().get(pk=pack.pk)
        digests = digests_of(pack_files(pack))
        whole = checksum(digests)
        data: dict[str, Any] = json.loads(pack.descriptor)
        described = describe(data, digests, hashes=True)
        described["version"] = number
        frozen = {"number": number, "checksum": whole, "at": f"{datetime.now(UTC):%Y-%m-%d}"}
        described["olke"]["edition"] = {**frozen, **({"note": note} if note else {})}
        pack.layout = {**pack.layout, "digests": digests}
        pack.save(update_fields=["layout"])
        text = descriptor_text(described)
        return record_edition(
            pack, number=number, checksum=whole, descriptor=text, by=by, note=note
        )
