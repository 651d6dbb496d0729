"""Addresses on the web: which may be asked, and how near to this machine they lead."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from enum import IntEnum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urljoin, urlsplit

from compendium.fetching.fetch_errors import FetchError, PassingError

LOOK = "look at the address in a browser; the pattern is `document_address` in the settings"
_PORTS = {"http": 80, "https": 443}
# Addresses of version 4 as gateways and old systems write them, the number at the end.
_WRAPPED = tuple(map(ip_network, ("64:ff9b::/96", "::ffff:0:0:0/96", "::/96")))
_LOCAL = ip_network("64:ff9b:1::/48")  # gateways of a network of one's own
_LONGEST = 2000  # letters of an address


class Nearness(IntEnum):
    """Whose network an address is in; the larger, the nearer to this machine."""

    PUBLIC = 0
    PRIVATE = 1
    LINK = 2
    MACHINE = 3


@dataclass(frozen=True, slots=True)
class Address:
    """An address in its parts; `shown` is all of it, as messages and lists may hold it."""

    shown: str
    scheme: str
    host: str
    port: int
    target: str


def address_of(text: str) -> Address:
    """Take an address apart, which is one of the web and has no user or password.

    Raises:
        FetchError: if it has, or is none.
    """
    try:
        parts = urlsplit(text)
        user, host, port = parts.username, parts.hostname, parts.port
    except ValueError as fault:
        raise FetchError(f"{text[:_LONGEST]}: not an address: {fault}", remedy=LOOK) from None
    if user is not None or "@" in parts.netloc:
        shown = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        raise FetchError(
            f"{shown[:_LONGEST]}: an address with a user or password, which is not followed",
            remedy=LOOK,
        )
    if parts.scheme not in _PORTS or not host or not text.isprintable() or len(text) > _LONGEST:
        raise FetchError(f"{text[:_LONGEST]}: this is not a web address", remedy=LOOK)
    target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    if not target.startswith("/"):
        target = f"/{target}"
    return Address(text, parts.scheme, host, port or _PORTS[parts.scheme], target)


def following(address: Address, place: str) -> Address:
    """Where a redirect leads.

    Raises:
        FetchError: if it leads out of the web, to a connection less safe, or to a user's account.
    """
    try:
        joined = urljoin(address.shown, place)
        scheme = urlsplit(joined).scheme
    except ValueError as fault:
        raise FetchError(
            f"{address.shown}: it redirects to no address: {fault}", remedy=LOOK
        ) from None
    if scheme not in ({"https"} if address.scheme == "https" else _PORTS):
        raise FetchError(
            f"{address.shown}: it redirects to {joined[:_LONGEST]}, which is not safe to follow",
            remedy=LOOK,
        )
    return address_of(joined)


def places_of(address: Address) -> tuple[str, ...]:
    """The numbers of the machines behind an address, in whatever form it names them.

    Raises:
        FetchError: if it can be no name.
        PassingError: if nobody knows it, at least for now.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except socket.gaierror as fault:
        raise PassingError(
            f"{address.shown}: the connection failed: {fault.strerror}", remedy="try again later"
        ) from None
    except (UnicodeError, ValueError, OverflowError) as fault:
        raise FetchError(f"{address.shown}: not an address: {fault}", remedy=LOOK) from None
    return tuple(dict.fromkeys(str(place[4][0]) for place in found))


def nearness(place: str) -> Nearness:
    """How near the machine of a number is, whatever the number is wrapped in.

    >>> [nearness(one).name for one in ("8.8.8.8", "::ffff:127.0.0.1", "169.254.169.254")]
    ['PUBLIC', 'MACHINE', 'LINK']
    """
    number = _unwrapped(ip_address(place.partition("%")[0]))
    if isinstance(number, IPv6Address) and (number.is_site_local or number in _LOCAL):
        return Nearness.PRIVATE
    if number.is_loopback or number.is_unspecified:
        return Nearness.MACHINE
    if number.is_link_local or number.is_multicast:
        return Nearness.LINK
    return Nearness.PUBLIC if number.is_global else Nearness.PRIVATE


def _unwrapped(number: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The number of version 4 that one of version 6 stands for."""
    if isinstance(number, IPv6Address):
        if number.is_loopback or number.is_unspecified:
            return number
        if any(number in network for network in _WRAPPED):
            return IPv4Address(int(number) & 0xFFFFFFFF)
        teredo = number.teredo
        return number.ipv4_mapped or number.sixtofour or (teredo[1] if teredo else number)
    return number
