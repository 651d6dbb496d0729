"""Checks web addresses: which may be requested, and how near to this machine they lead."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from enum import IntEnum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urljoin, urlsplit

from compendium.fetching.fetch_errors import FetchError, PassingError

LOOK = "look at the address in a browser; the pattern is `document_address` in the settings"
_PORTS = {"http": 80, "https": 443}
# IPv6 forms of IPv4 addresses, for gateways and old systems, with the IPv4 address at the end.
_WRAPPED = tuple(map(ip_network, ("64:ff9b::/96", "::ffff:0:0:0/96", "::/96")))
_LOCAL = ip_network("64:ff9b:1::/48")  # gateways of a private network
_LONGEST = 2000  # letters of an address


class Nearness(IntEnum):
    """The kind of network that an address is in; a larger value is nearer to this machine."""

    PUBLIC = 0
    PRIVATE = 1
    LINK = 2
    MACHINE = 3


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of an address; `shown` is the whole address for messages and lists."""

    shown: str
    scheme: str
    host: str
    port: int
    target: str


def address_of(text: str) -> Address:
    """Split a web address, which must have no user or password, into its parts.

    Raises:
        FetchError: if it has, or is not a web address.
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
    """The address to which a redirect leads.

    Raises:
        FetchError: if it leads out of the web, to a less safe connection, or to a user's account.
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
    """The IP addresses of the machines behind a web address.

    Raises:
        FetchError: if its host is not a valid name.
        PassingError: if the name cannot be resolved now.
    """
    try:
        resolved = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except socket.gaierror as fault:
        raise PassingError(
            f"{address.shown}: the connection failed: {fault.strerror}", remedy="try again later"
        ) from None
    except (UnicodeError, ValueError, OverflowError) as fault:
        raise FetchError(f"{address.shown}: not an address: {fault}", remedy=LOOK) from None
    return tuple(dict.fromkeys(str(place[4][0]) for place in resolved))


def nearness(place: str) -> Nearness:
    """How near the machine with an IP address is, whatever form the address has.

    >>> [nearness(ip).name for ip in ("8.8.8.8", "::ffff:127.0.0.1", "169.254.169.254")]
    ['PUBLIC', 'MACHINE', 'LINK']
    """
    ip = _unwrapped(ip_address(place.partition("%")[0]))
    if isinstance(ip, IPv6Address) and (ip.is_site_local or ip in _LOCAL):
        return Nearness.PRIVATE
    if ip.is_loopback or ip.is_unspecified:
        return Nearness.MACHINE
    if ip.is_link_local or ip.is_multicast:
        return Nearness.LINK
    return Nearness.PUBLIC if ip.is_global else Nearness.PRIVATE


def _unwrapped(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address contains, or else the address itself."""
    if isinstance(ip, IPv6Address):
        if ip.is_loopback or ip.is_unspecified:
            return ip
        if any(ip in network for network in _WRAPPED):
            return IPv4Address(int(ip) & 0xFFFFFFFF)
        teredo = ip.teredo
        return ip.ipv4_mapped or ip.sixtofour or (teredo[1] if teredo else ip)
    return ip
