"""Pictures: what is uploaded is hostile until it has been drawn anew."""

from __future__ import annotations

import hashlib
import io
import warnings
from pathlib import PurePath

from django.db import transaction

from olke.accounts.models import Person
from olke.history.domain import Change, hold_history, record_changes
from olke.history.models import Action
from olke.language import slug
from olke.teaching.errors import PictureError
from olke.teaching.models import Document, Picture

LARGEST_FILE = 10 * 1024**2
"""Bytes of an upload."""
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 2000
"""Pixels of the longer side that are kept: enough for A4 at 170 dots an inch."""
_KEPT = {"PNG": ("png", "image/png"), "JPEG": ("jpg", "image/jpeg"), "WEBP": ("webp", "image/webp")}


def add_picture(document: Document, upload: bytes, filename: str, *, by: Person) -> Picture:
    """Keep an uploaded picture with a document; raises ``PictureError``.

    Its pixels are drawn anew: whatever else was in the file (the place it was taken, a script) is
    gone, and a large one is made smaller.
    """
    content, form, size = drawn_anew(upload)
    suffix, media_type = _KEPT[form]
    digest = hashlib.sha256(content).hexdigest()
    stem = slug(PurePath(filename).stem)[:60].strip("-") or "picture"
    with transaction.atomic():
        hold_history()
        same = document.pictures.filter(digest=digest).first()
        if same:
            return same
        name = f"{stem}-{digest[:8]}.{suffix}"
        picture = Picture.objects.create(
            document=document,
            name=name,
            content=content,
            media_type=media_type,
            width=size[0],
            height=size[1],
            digest=digest,
        )
        change = Change(document.kind, document.key, Action.CHANGED, {}, {"picture": name})
        record_changes([change], by=by, why="")
    return picture


def measured(content: bytes) -> tuple[str, tuple[int, int]]:
    """Return media type and size of a picture without drawing it; raises ``PictureError``."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - 60 ms at start

    try:
        with Image.open(io.BytesIO(content), formats=tuple(_KEPT)) as opened:
            return _KEPT[opened.format or "PNG"][1], opened.size
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise PictureError("not-a-picture") from None


def drawn_anew(upload: bytes) -> tuple[bytes, str, tuple[int, int]]:
    """Return a picture's pixels in a new file, its format (Pillow's name) and its size.

    Raises ``PictureError``: ``too-large``, ``not-a-picture`` or ``too-many-pixels``.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - 60 ms at start

    if len(upload) > LARGEST_FILE:
        raise PictureError("too-large")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(upload), formats=tuple(_KEPT)) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise PictureError("too-many-pixels")
                form = opened.format or "PNG"
                turned = ImageOps.exif_transpose(opened)
                turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                clean = turned.convert("RGB" if form == "JPEG" else "RGBA")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise PictureError("too-many-pixels") from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        raise PictureError("not-a-picture") from None
    out = io.BytesIO()
    clean.save(out, format=form, **({"quality": 88} if form != "PNG" else {"optimize": True}))
    return out.getvalue(), form, clean.size
