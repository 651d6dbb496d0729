"""Asking an address: at the machine that was judged, through the proxy where there is one."""

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
_MOST_PLACES = 4  # of a name, which are tried one after the other


class Asker:
    """Asks one address after another; none leads nearer to this machine than the first."""

    def __init__(self) -> None:
        self._nearest: Nearness | None = None
        self._open = ExitStack()

    def close(self) -> None:
        """End every connection."""
        self._open.close()

    def ask(self, address: Address, timeout: urllib3.Timeout) -> urllib3.BaseHTTPResponse:
        """The answer of an address, its content still to come.

        Raises:
            FetchError: if it may not be asked, or does not answer.
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
                except NewConnectionError as fault:  # another machine of that name may answer
                    failed = fault
            raise failed

    def _through(
        self, proxy: str, address: Address, timeout: urllib3.Timeout
    ) -> urllib3.BaseHTTPResponse:
        """The same through a proxy, which looks up the name itself."""
        try:
            self._judge(address, places_of(address))
        except PassingError:  # nobody here knows the name
            self._judge(address, ())
        manager = self._open.enter_context(urllib3.ProxyManager(proxy))
        answer = manager.request("GET", address.shown, headers=_HEADERS, timeout=timeout, **_PLAIN)
        assert isinstance(answer, urllib3.BaseHTTPResponse)
        return answer

    def _judge(self, address: Address, places: tuple[str, ...]) -> None:
        """Refuse what is nearer than the first address was."""
        found = [nearness(place) for place in places]
        if self._nearest is None:
            self._nearest = min(found, default=Nearness.PUBLIC)
        if any(one > self._nearest for one in found):
            raise FetchError(
                f"{address.shown}: a redirect leads into a network that is not public",
                remedy=LOOK,
            )


# No try but ours, no redirect that we do not judge, no unpacking without a limit.
_PLAIN: dict[str, Any] = {
    "retries": False,
    "redirect": False,
    "preload_content": False,
    "decode_content": False,
}


def _pool(address: Address, place: str) -> urllib3.HTTPConnectionPool:
    """The connection to one machine, whose certificate must be that of the name."""
    if address.scheme == "http":
        return urllib3.HTTPConnectionPool(place, address.port)
    return urllib3.HTTPSConnectionPool(place, address.port, server_hostname=address.host)


def _request(
    pool: urllib3.HTTPConnectionPool, address: Address, timeout: urllib3.Timeout
) -> urllib3.BaseHTTPResponse:
    headers = _HEADERS | {"Host": urllib3.util.parse_url(address.shown).netloc or address.host}
    return pool.urlopen("GET", _encoded(address), headers=headers, timeout=timeout, **_PLAIN)


def _encoded(address: Address) -> str:
    """Path and query with every letter as the web writes it."""
    return urllib3.util.parse_url(f"http://name{address.target}").request_uri


@contextmanager
def explained(address: str) -> Iterator[None]:
    """Say failures of the connection in our words."""
    try:
        yield
    except SSLError as fault:
        raise FetchError(f"{address}: no safe connection: {fault}", remedy=LOOK) from None
    except LocationValueError as fault:
        raise FetchError(f"{address}: not an address: {fault}", remedy=LOOK) from None
    except NewConnectionError as fault:  # which urllib3 counts among the time-outs
        raise _failed(address, fault) from None
    except TimeoutError:
        raise PassingError(f"{address}: no answer in time", remedy=LATER) from None
    except (HTTPError, HTTPException, OSError, ValueError) as fault:
        raise _failed(address, fault) from None


def _failed(address: str, fault: Exception) -> PassingError:
    """What a failure says, without the name of the object that it happened to."""
    cause = next((one for one in reversed(fault.args) if isinstance(one, Exception)), fault)
    reason = str(cause).rpartition(": ")[2] or type(cause).__name__
    if isinstance(cause, HTTPException):
        reason = "the response is not that of a web server"
    if isinstance(cause, OSError):
        reason = cause.strerror or reason
    return PassingError(f"{address}: the connection failed: {reason}", remedy=LATER)
