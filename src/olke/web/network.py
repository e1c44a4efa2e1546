"""Where this machine is reached from: its addresses in the networks it is in now."""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Iterator

import ifaddr

NETWORK = "network"
"""Among the names of hosts: every address that this machine has, as long as it has it."""
HOTSPOTS = (
    ipaddress.ip_network("10.42.0.0/16"),
    ipaddress.ip_network("192.168.137.1/32"),
)
"""Addresses that a machine gives itself when it opens a hotspot: NetworkManager (``ipv4.method
shared``) and Windows (Internet Connection Sharing)."""
LOOK_AGAIN = 5.0
"""Seconds after which the machine is asked again: a hotspot is often opened after the start."""


def own_addresses() -> list[str]:
    """Return this machine's addresses in local networks, the most useful first; nothing is sent.

    First those of hotspots that this machine has opened: it is where the phones are, whatever way
    outside there is besides. Then the one that leads outside, where there is a way outside.
    """
    found = [
        str(address.ip)
        for adapter in ifaddr.get_adapters()
        for address in adapter.ips
        if address.is_IPv4 and _is_usable(str(address.ip))
    ]
    outside = _address_outside()
    return sorted(dict.fromkeys(found), key=lambda one: (not _is_hotspot(one), one != outside))


def _is_hotspot(address: str) -> bool:
    return any(ipaddress.ip_address(address) in network for network in HOTSPOTS)


class HostNames(list[str]):
    """Names that this server answers to. ``network`` among them stands for ``own_addresses``.

    A page that lies about its name cannot use this: it would have to be reached at an address of
    this machine, and then it is this server.
    """

    _known: tuple[float, list[str]] = (0.0, [])

    def __iter__(self) -> Iterator[str]:
        """Give the names as they are now."""
        for name in super().__iter__():
            if name == NETWORK:
                yield from self._network()
            else:
                yield name

    def _network(self) -> list[str]:
        asked, found = self._known
        now = time.monotonic()
        if not asked or now - asked > LOOK_AGAIN:
            found = own_addresses()
            self._known = (now, found)
        return found


def _is_usable(address: str) -> bool:
    known = ipaddress.ip_address(address)
    return not (known.is_loopback or known.is_link_local or known.is_unspecified)


def _address_outside() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # RFC 5737: an address that is nobody's
        except OSError:
            return ""
        return str(probe.getsockname()[0])
