"""Requests an address from the machine that was checked, or through a proxy if one is set."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPException
from typing import Any
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import (
    HTTPError,
    LocationValueError,
    NewConnectionError,
    SSLError,
    TimeoutError,  # noqa: A004 - its name there
)

from compendium import __version__
from compendium.fetching.addresses import LOOK, Address, Nearness, nearness, places_of
from compendium.fetching.fetch_errors import FetchError, PassingError

LATER = "try again later"
_HEADERS = {"Accept-Encoding": "identity", "User-Agent": f"compendium/{__version__}"}
_MOST_PLACES = 4  # IP addresses of a name, tried one after the other


class Asker:
    """Requests one address after another; none may lead nearer to this machine than the first."""

    def __init__(self) -> None:
        self._nearest: Nearness | None = None
        self._open = ExitStack()

    def close(self) -> None:
        """Close every connection."""
        self._open.close()

    def ask(self, address: Address, timeout: urllib3.Timeout) -> urllib3.BaseHTTPResponse:
        """Request an address, and return the response before its content is read.

        Raises:
            FetchError: if it may not be requested, or does not respond.
        """
        with explained(address.shown):
            proxy = getproxies().get(address.scheme)
            if proxy is not None and not proxy_bypass(address.host):
                return self._through(proxy, address, timeout)
            places = places_of(address)
            self._judge(address, places)
            for place in places[:_MOST_PLACES]:
                try:
                    pool = self._open.enter_context(_pool(address, place))
                    return _request(pool, address, timeout)
                except NewConnectionError as fault:  # another machine with that name may respond
                    failed = fault
            raise failed

    def _through(
        self, proxy: str, address: Address, timeout: urllib3.Timeout
    ) -> urllib3.BaseHTTPResponse:
        """Request an address through a proxy, which resolves the name itself."""
        try:
            self._judge(address, places_of(address))
        except PassingError:  # only the proxy can resolve the name
            self._judge(address, ())
        manager = self._open.enter_context(urllib3.ProxyManager(proxy))
        answer = manager.request("GET", address.shown, headers=_HEADERS, timeout=timeout, **_PLAIN)
        assert isinstance(answer, urllib3.BaseHTTPResponse)
        return answer

    def _judge(self, address: Address, places: tuple[str, ...]) -> None:
        """Refuse an address that is nearer than the first one."""
        distances = [nearness(place) for place in places]
        if self._nearest is None:
            self._nearest = min(distances, default=Nearness.PUBLIC)
        if any(distance > self._nearest for distance in distances):
            raise FetchError(
                f"{address.shown}: a redirect leads into a network that is not public",
                remedy=LOOK,
            )


# No retries, redirects or decompression by urllib3: we limit and check them ourselves.
_PLAIN: dict[str, Any] = {
    "retries": False,
    "redirect": False,
    "preload_content": False,
    "decode_content": False,
}


def _pool(address: Address, place: str) -> urllib3.HTTPConnectionPool:
    """The connection to one machine, whose certificate must match the name."""
    if address.scheme == "http":
        return urllib3.HTTPConnectionPool(place, address.port)
    return urllib3.HTTPSConnectionPool(place, address.port, server_hostname=address.host)


def _request(
    pool: urllib3.HTTPConnectionPool, address: Address, timeout: urllib3.Timeout
) -> urllib3.BaseHTTPResponse:
    headers = _HEADERS | {"Host": urllib3.util.parse_url(address.shown).netloc or address.host}
    return pool.urlopen("GET", _encoded(address), headers=headers, timeout=timeout, **_PLAIN)


def _encoded(address: Address) -> str:
    """Path and query, percent-encoded."""
    return urllib3.util.parse_url(f"http://name{address.target}").request_uri


@contextmanager
def explained(address: str) -> Iterator[None]:
    """Turn failures of the connection into errors with a plain message and a remedy."""
    try:
        yield
    except SSLError as fault:
        raise FetchError(f"{address}: no safe connection: {fault}", remedy=LOOK) from None
    except LocationValueError as fault:
        raise FetchError(f"{address}: not an address: {fault}", remedy=LOOK) from None
    except NewConnectionError as fault:  # a subclass of TimeoutError in urllib3
        raise _failed(address, fault) from None
    except TimeoutError:
        raise PassingError(f"{address}: no answer in time", remedy=LATER) from None
    except (HTTPError, HTTPException, OSError, ValueError) as fault:
        raise _failed(address, fault) from None


def _failed(address: str, fault: Exception) -> PassingError:
    """The error for a failure, without the name of the object in its message."""
    cause = next((each for each in reversed(fault.args) if isinstance(each, Exception)), fault)
    reason = str(cause).rpartition(": ")[2] or type(cause).__name__
    if isinstance(cause, HTTPException):
        reason = "the response is not that of a web server"
    if isinstance(cause, OSError):
        reason = cause.strerror or reason
    return PassingError(f"{address}: the connection failed: {reason}", remedy=LATER)
