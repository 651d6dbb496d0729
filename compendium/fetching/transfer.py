"""One document over HTTP: redirects, time-outs, tries and limits."""

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
    """A whole document: its bytes, the kind the server calls it, where it was in the end."""

    content: bytes
    kind: str
    address: str


class Progress(Protocol):
    """Who is told how a transfer goes."""

    def received(self, size: int, total: int | None) -> None:
        """So many bytes came, of so many in all where that is known."""

    def waiting(self, turn: int, tries: int) -> None:
        """Now and then during a try."""

    def again(self, reason: str, turn: int, tries: int) -> None:
        """A try failed, and the next one follows."""


def receive(address: str, limits: Limits, progress: Progress) -> Received:
    """Get what an address holds, trying again where the failure may pass.

    Raises:
        FetchError: if there is nothing, it is too large, leads astray or keeps failing.
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
                tried = f"{fault.message} ({turn} tries)" if turn > 1 else fault.message
                raise FetchError(tried, remedy=fault.remedy) from None
            progress.again(fault.message, turn + 1, limits.tries)
            time.sleep(limits.pause * 2 ** (turn - 1))
        except LateError:
            raise _too_slow(address, limits.whole) from None
    raise AssertionError("unreachable")


class _Try:
    """One try: a way through redirects to a whole answer, before its deadline."""

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
        left = max(0.001, self._deadline - time.monotonic())
        connect, read = min(self._limits.connect, left), min(self._limits.read, left)
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
    """Where the answer sends us, or None where it is the document."""
    place = answer.headers.get("Location")
    if answer.status in _REDIRECTS and place:
        return following(address, place)
    if answer.status == HTTPStatus.OK:
        return None
    raise _refusal(answer.status, address.shown)


def _announced(length: str) -> int | None:
    """The number of bytes that a header announces; one that nobody could send is cut to that."""
    if not (length.isascii() and length.isdecimal()):
        return None
    number = number_in(length, _LARGEST, least=0)
    return _LARGEST if number is None else number


def _too_slow(address: str, seconds: float) -> FetchError:
    return FetchError(f"{address}: not complete after {seconds:g} seconds", remedy=LATER)


def _refusal(status: int, address: str) -> FetchError:
    """The error for an answer that is no document."""
    said = f"{status} {HTTPStatus(status).phrase}" if status in set(HTTPStatus) else f"{status}"
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS:
        return PassingError(f"{address}: the server answers {said}", remedy=LATER)
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        return FetchError(
            f"{address}: there is no such document ({said})",
            remedy="check the symbol, and whether the document exists in this language",
        )
    return FetchError(f"{address}: the server answers {said}", remedy=LOOK)
