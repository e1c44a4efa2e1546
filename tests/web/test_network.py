"""Which names a server answers to, while networks come and go."""

from __future__ import annotations

from ipaddress import ip_address
from types import SimpleNamespace

import pytest
from django.http.request import validate_host

from olke.web import network
from olke.web.network import HostNames, own_addresses


def test_no_address_that_phones_cannot_use_is_given() -> None:
    assert not [one for one in own_addresses() if ip_address(one).is_loopback]


def test_a_machine_without_a_way_outside_still_has_its_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = set(own_addresses())
    monkeypatch.setattr(network, "_address_outside", lambda: "")

    assert set(own_addresses()) == known


def test_a_hotspot_comes_before_the_way_to_the_internet(monkeypatch: pytest.MonkeyPatch) -> None:
    usual, hotspot = "192.168.1.20", "10.42.0.1"
    adapters = [SimpleNamespace(ips=[_ip(usual)]), SimpleNamespace(ips=[_ip(hotspot)])]
    monkeypatch.setattr(network.ifaddr, "get_adapters", lambda: adapters)
    monkeypatch.setattr(network, "_address_outside", lambda: usual)

    assert own_addresses() == [hotspot, usual]


def _ip(address: str) -> SimpleNamespace:
    return SimpleNamespace(ip=address, is_IPv4=True)


def test_a_hotspot_opened_after_the_start_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    hosts = HostNames(["localhost", "network"])
    monkeypatch.setattr(network, "own_addresses", list)
    assert not validate_host("10.42.0.1", hosts)

    monkeypatch.setattr(network, "own_addresses", lambda: ["10.42.0.1"])
    monkeypatch.setattr(network, "LOOK_AGAIN", -1)

    assert validate_host("10.42.0.1", hosts)
    assert not validate_host("another.example", hosts)
    assert not validate_host("network", hosts)
