"""How phones reach a class: the address to type, and the same as a QR code."""

from __future__ import annotations

from dataclasses import dataclass

import segno
from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port, validate_host
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from olke.classroom.models import LiveClass
from olke.web.network import own_addresses

ONLY_HERE = {"localhost", "127.0.0.1", "[::1]"}


@dataclass(frozen=True)
class Way:
    """How to join a class.

    ``address`` is what learners type, ``link`` what the QR code holds. ``moved``: the teacher's
    browser calls this machine by a name that phones cannot use, and the machine's address in the
    network stands instead. ``reachable`` is false where no address of this machine can be used.
    """

    address: str
    link: str
    moved: bool
    reachable: bool


def way_to_join(request: HttpRequest, live: LiveClass) -> Way:
    """Return how phones reach a class that runs, from where its teacher sees it."""
    host = request.get_host()
    name, port = split_domain_port(host)
    found = own_addresses() if name in ONLY_HERE else [name]
    # What the server does not answer to is no way in: it listens for this machine alone.
    usable = [one for one in found if validate_host(one, settings.ALLOWED_HOSTS)]
    here = usable[0] if usable else name
    known = f"{here}:{port}" if port and not host.endswith("]") else here
    with override(live.language):
        link = f"{request.scheme}://{known}{reverse('classroom:join_by_code', args=[live.code])}"
        address = f"{known}{reverse('classroom:join')}"
    return Way(address.rstrip("/"), link, here != name, bool(usable))


def qr_drawing(text: str) -> SafeString:
    """Return a QR code as an SVG element that takes its size from the page.

    Always dark on light, with its quiet zone (ISO/IEC 18004): some phones read no other. Error
    correction M (15 %): read from the back row, at a slant, from a scratched screen.
    """
    code = segno.make(text, error="m", micro=False)
    drawing = code.svg_inline(
        omitsize=True, svgclass="qr", lineclass=None, border=4, dark="#000", light="#fff"
    )
    return mark_safe(drawing)  # noqa: S308 - drawn here, of squares only
