"""Transfers one document over HTTP, with redirects, time-outs, tries and limits."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Protocol

import urllib3

from compendium.fetching.addresses import LOOK, Address, address_of, following
from compendium.fetching.answer_bytes import check_whole, unpacked
from compendium.fetching.connection import LATER, Asker, explained
from compendium.fetching.deadline import LateError, in_time
from compendium.fetching.fetch_errors import FetchError, PassingError
from compendium.fetching.fetch_limits import MEGABYTE, Limits
from compendium.model.bounds import number_in

_PIECE = 1 << 16
_LARGEST = 1 << 60  # bytes
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Received:
    """A complete document: its bytes, the type the server declares, and its final address."""

    content: bytes
    kind: str
    address: str


class Progress(Protocol):
    """Receives reports on a transfer."""

    def received(self, size: int, total: int | None) -> None:
        """Report that `size` bytes of `total` have arrived; `total` is None if unknown."""

    def waiting(self, turn: int, tries: int) -> None:
        """Report, at intervals, that a try goes on."""

    def again(self, reason: str, turn: int, tries: int) -> None:
        """Report that a try failed and the next one follows."""


def receive(address: str, limits: Limits, progress: Progress) -> Received:
    """Fetch the document at an address, and try again if a failure may pass.

    Raises:
        FetchError: if there is no document, it is too large, a redirect may not be followed, or
            every try fails.
    """
    with closing(Asker()) as asker:
        return _receive(address, limits, progress, asker)


def _receive(address: str, limits: Limits, progress: Progress, asker: Asker) -> Received:
    deadline = time.monotonic() + limits.whole
    for turn in range(1, limits.tries + 1):
        follow = partial(_Try(asker, limits, progress, deadline).follow, address)
        try:
            return in_time(follow, deadline, partial(progress.waiting, turn, limits.tries))
        except PassingError as fault:
            if turn == limits.tries:
                message = f"{fault.message} ({turn} tries)" if turn > 1 else fault.message
                raise FetchError(message, remedy=fault.remedy) from None
            progress.again(fault.message, turn + 1, limits.tries)
            time.sleep(limits.pause * 2 ** (turn - 1))
        except LateError:
            raise _too_slow(address, limits.whole) from None
    raise AssertionError("unreachable")


class _Try:
    """One try to fetch a complete document, through redirects, before the deadline."""

    def __init__(self, asker: Asker, limits: Limits, progress: Progress, deadline: float) -> None:
        self._asker = asker
        self._limits = limits
        self._progress = progress
        self._deadline = deadline

    def follow(self, text: str) -> Received:
        """Follow redirects to the document, without going in circles."""
        seen = [address_of(text)]
        while True:
            answer = self._ask(seen[-1])
            try:
                place = _redirected(answer, seen[-1])
                if place is None:
                    return self._read(answer, seen[-1].shown)
            finally:
                answer.close()
            if place in seen:
                raise FetchError(f"{text}: the redirects form a circle", remedy=LOOK)
            if len(seen) > self._limits.redirects:
                raise FetchError(
                    f"{text}: more than {self._limits.redirects} redirects", remedy=LOOK
                )
            seen.append(place)

    def _ask(self, address: Address) -> urllib3.BaseHTTPResponse:
        remaining = max(0.001, self._deadline - time.monotonic())
        connect, read = min(self._limits.connect, remaining), min(self._limits.read, remaining)
        return self._asker.ask(address, urllib3.Timeout(connect=connect, read=read))

    def _read(self, answer: urllib3.BaseHTTPResponse, address: str) -> Received:
        total = _announced(answer.headers.get("Content-Length", ""))
        self._check_size(total or 0, address)
        pieces, received = [], 0
        with explained(address):
            while piece := answer.read1(_PIECE):
                pieces.append(piece)
                received += len(piece)
                self._check_size(received, address)
                if time.monotonic() > self._deadline:
                    raise _too_slow(address, self._limits.whole)
                self._progress.received(received, total)
        if total is not None and received != total:
            raise PassingError(f"{address}: {received} of {total} bytes came", remedy=LATER)
        encoding = answer.headers.get("Content-Encoding", "").strip().lower()
        content = unpacked(b"".join(pieces), encoding, address, self._limits.size)
        self._check_size(len(content), address)
        kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        check_whole(content, kind, address)
        return Received(content, kind, address)

    def _check_size(self, size: int, address: str) -> None:
        if size > self._limits.size:
            raise FetchError(
                f"{address}: it is larger than {self._limits.size / MEGABYTE:g} MB",
                remedy="if it should be, raise `document_limit` in the settings",
            )


def _redirected(answer: urllib3.BaseHTTPResponse, address: Address) -> Address | None:
    """The address to which the response redirects, or None if it is the document."""
    place = answer.headers.get("Location")
    if answer.status in _REDIRECTS and place:
        return following(address, place)
    if answer.status == HTTPStatus.OK:
        return None
    raise _refusal(answer.status, address.shown)


def _announced(length: str) -> int | None:
    """The number of bytes in a Content-Length header, up to a maximum; None if it is no number."""
    if not (length.isascii() and length.isdecimal()):
        return None
    number = number_in(length, _LARGEST, least=0)
    return _LARGEST if number is None else number


def _too_slow(address: str, seconds: float) -> FetchError:
    return FetchError(f"{address}: not complete after {seconds:g} seconds", remedy=LATER)


def _refusal(status: int, address: str) -> FetchError:
    """The error for a response that is not a document."""
    description = (
        f"{status} {HTTPStatus(status).phrase}" if status in set(HTTPStatus) else f"{status}"
    )
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS:
        return PassingError(f"{address}: the server answers {description}", remedy=LATER)
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        return FetchError(
            f"{address}: there is no such document ({description})",
            remedy="check the symbol, and whether the document exists in this language",
        )
    return FetchError(f"{address}: the server answers {description}", remedy=LOOK)
