"""What the command line and the pages call: check, load, save."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from django.db import Error
from django.utils.translation import gettext as _

from olke.accounts.models import Person
from olke.exchange.pack.checking import check_folder
from olke.exchange.pack.describe import describe as described
from olke.exchange.pack.describe import descriptor_text
from olke.exchange.pack.differences import Resolution
from olke.exchange.pack.editions import freeze_edition
from olke.exchange.pack.folder import read_folder
from olke.exchange.pack.loading import load_folder
from olke.exchange.pack.report import Report
from olke.exchange.pack.saving import Saved, save_folder
from olke.exchange.pack.schema import DESCRIPTOR
from olke.packs.domain import EditionExistsError
from olke.packs.models import Edition, Pack
from olke.packs.queries import keys_of_other_packs, loaded_packs

RESOLUTIONS = {
    None: Resolution.ASK,
    "pack": Resolution.THEIRS,
    "database": Resolution.OURS,
}


class SaveError(Exception):
    """A pack cannot be saved; the message says why."""


def check(path: Path) -> Report:
    """Report every problem of a pack's folder and change nothing.

    Keys that another loaded pack owns are reported where there is a database to ask.
    """
    try:
        return check_folder(path, keys_of_other_packs).report
    except Error:  # no database yet, or one that is not ready: the folder is judged alone
        return check_folder(path).report


def load(
    path: Path,
    *,
    by: Person | None,
    why: str = "",
    prefer: Literal["pack", "database"] | None = None,
) -> Report:
    """Load a pack's folder, whole or not at all; ``prefer`` settles what both sides changed."""
    return load_folder(path, by=by, why=why, resolution=RESOLUTIONS[prefer])


def save(path: Path, *, key: str = "") -> Saved:
    """Write a loaded pack to a folder; ``key`` says which one where several are loaded.

    Raises ``SaveError``.
    """
    try:
        return save_folder(_chosen(key), path)
    except OSError as fault:
        details = {"path": fault.filename or path, "why": fault.strerror or fault}
        raise SaveError(_("%(path)s cannot be written: %(why)s.") % details) from fault


def describe(path: Path) -> bool:
    """Bring the resources of a folder's descriptor up to date; tell whether that changed it.

    All other properties stay, and hashes stay where there are some. Raises ``SaveError`` when there
    is no descriptor to bring up to date.
    """
    folder = read_folder(path)
    try:
        data = json.loads(folder.descriptor)
        hashed = any("hash" in resource for resource in data.get("resources", []))
    except (ValueError, AttributeError, TypeError) as fault:
        details = {"path": path / DESCRIPTOR, "why": fault}
        raise SaveError(_("%(path)s cannot be written: %(why)s.") % details) from fault
    text = descriptor_text(described(data, folder.digests, hashes=hashed))
    if text == folder.descriptor:
        return False
    (path / DESCRIPTOR).write_text(text, encoding="utf-8")
    return True


def freeze(number: str, *, note: str = "", key: str = "", by: Person | None = None) -> Edition:
    """Freeze an edition of a loaded pack; ``key`` says which one where several are loaded.

    Raises ``SaveError`` for a number of another form, or one that is taken.
    """
    try:
        return freeze_edition(_chosen(key), number=number, by=by, note=note)
    except ValueError as fault:
        sentence = _("%(number)s is no edition number; write 1, 1.2 or 1.2.3.")
        raise SaveError(sentence % {"number": number}) from fault
    except EditionExistsError as fault:
        sentence = _("There is an edition %(number)s already; choose another number.")
        raise SaveError(sentence % {"number": number}) from fault


def _chosen(key: str) -> Pack:
    packs = {pack.key: pack for pack in loaded_packs()}
    if not packs:
        raise SaveError(_("No pack is loaded."))
    if not key and len(packs) == 1:
        return next(iter(packs.values()))
    if key not in packs:
        details = {"keys": ", ".join(packs)}
        raise SaveError(_("Say which pack to save: %(keys)s.") % details)
    return packs[key]
