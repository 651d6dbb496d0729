"""Keeps official documents in a folder: fetched once, and stored as received."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from compendium.errors import InputError
from compendium.fetching.fetch_limits import Limits
from compendium.fetching.fetched_kind import ending
from compendium.fetching.lock import LOCK_FILE, Locked, lock_content, read_lock
from compendium.fetching.transfer import Progress, Received, receive
from compendium.files import write_all
from compendium.untrusted.limits import read_limited
from compendium.untrusted.regular import LARGEST


class Outcome(StrEnum):
    """The result for one document."""

    KEPT = "here already"
    FETCHED = "fetched"
    UNCHANGED = "fetched again, unchanged"
    CHANGED = "fetched again, changed"


@dataclass(frozen=True, slots=True)
class Library:
    """A folder of documents, the pattern of their addresses, and the limits of fetching."""

    folder: Path
    pattern: str
    limits: Limits
    pages: bool = False

    def fetch(
        self, symbol: str, language: str, progress: Progress, *, again: bool = False
    ) -> tuple[Locked, Outcome]:
        """Fetch one document into the folder, unless it is there with the same checksum.

        Raises:
            FetchError: if it could not be fetched completely.
            InputError: if a file in the folder would be lost.
            OutputError: if the folder cannot be written.
        """
        old = read_lock(self.folder).find(symbol, language)
        if old is not None and not again and self._is_kept(old):
            return old, Outcome.KEPT
        received = receive(self._address(symbol, language), self.limits, progress)
        return self._keep(received, symbol, language, old, again=again)

    def _address(self, symbol: str, language: str) -> str:
        try:
            return self.pattern.format(symbol=quote(symbol, safe="/"), language=quote(language))
        except (KeyError, IndexError, ValueError):
            raise InputError(
                f"{self.pattern}: this address pattern cannot be filled in",
                remedy="write only {symbol} and {language} in `document_address`",
            ) from None

    def _is_kept(self, old: Locked) -> bool:
        path = self.folder / old.file
        if not path.exists():
            return False
        remedy = "move it away, or replace it with --again"
        kept = read_limited(path, largest=max(old.size, LARGEST), remedy=remedy)
        if hashlib.sha256(kept).hexdigest() != old.sha256:
            raise InputError(f"{path}: the file changed since it was fetched", remedy=remedy)
        return True

    def _keep(
        self, received: Received, symbol: str, language: str, old: Locked | None, *, again: bool
    ) -> tuple[Locked, Outcome]:
        name = f"{symbol.replace('/', '-')}_{language}.{ending(received, pages=self.pages)}"
        path = self.folder / name
        if path.exists() and not again and (old is None or old.file != name):
            raise InputError(
                f"{path}: a file with this name exists that was not fetched from there",
                remedy="move it away, or replace it with --again",
            )
        new = Locked(
            symbol=symbol,
            language=language,
            file=name,
            address=received.address,
            fetched=datetime.now(UTC).replace(microsecond=0),
            sha256=hashlib.sha256(received.content).hexdigest(),
            size=len(received.content),
        )
        outcome = Outcome.FETCHED
        if old is not None:
            same = (old.sha256, old.file) == (new.sha256, new.file)
            outcome = Outcome.UNCHANGED if same else Outcome.CHANGED
            new = old if same else new  # the date remains that of the stored bytes
        lock = read_lock(self.folder).with_document(new)
        lock_bytes = lock_content(lock, self.folder)
        write_all({path: received.content, self.folder / LOCK_FILE: lock_bytes})
        return new, outcome
