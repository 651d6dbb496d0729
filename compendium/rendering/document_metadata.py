"""The metadata of a composed document, as far as its rendering depends on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from compendium.errors import InputError
from compendium.files import read_text


class Metadata:
    """The metadata of a document in Pandoc's JSON, read once."""

    def __init__(self, document: Path) -> None:
        """Read them.

        Raises:
            InputError: if the file cannot be read, or holds no document.
        """
        self._document = document
        try:
            self._held = json.loads(read_text(document))["meta"]
        except (ValueError, KeyError, TypeError, RecursionError):
            raise self._fault() from None

    def text(self, *names: str) -> str:
        """A plain value; several names lead down into maps.

        Raises:
            InputError: if there is none.
        """
        return str(self._value(names, "MetaString"))

    def says(self, name: str) -> bool:
        """Whether there is a value of that name."""
        return name in self._held

    def texts(self, *names: str) -> list[str]:
        """A list of plain values.

        Raises:
            InputError: if there is none.
        """
        try:
            return [str(part["c"]) for part in self._value(names, "MetaList")]
        except (KeyError, TypeError):
            raise self._fault() from None

    def _value(self, names: tuple[str, ...], kind: str) -> Any:
        *maps, last = names
        try:
            held = self._held
            for name in maps:
                held = held[name]["c"]
            found = held[last]
            if found["t"] == kind:
                return found["c"]
        except (KeyError, TypeError):
            pass
        raise self._fault()

    def _fault(self) -> InputError:
        return InputError(
            f"{self._document}: not a composed document",
            remedy="make it again with `compendium compose`",
        )
