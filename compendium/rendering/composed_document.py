"""A composed document: its file, and the metadata that its rendering depends on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from compendium.errors import InputError
from compendium.files import read_text


class ComposedDocument:
    """A document in Pandoc's JSON, whose metadata are read once."""

    def __init__(self, document: Path) -> None:
        """Read the metadata.

        Raises:
            InputError: if the file cannot be read, or is not a document.
        """
        self.path = document
        try:
            self._values = json.loads(read_text(document))["meta"]
        except (ValueError, KeyError, TypeError, RecursionError):
            raise self._fault() from None

    def text(self, *names: str) -> str:
        """A plain value; several names follow nested maps.

        Raises:
            InputError: if there is none.
        """
        return str(self._value(names, "MetaString"))

    @property
    def is_right_to_left(self) -> bool:
        """Whether the document is written from right to left."""
        return self.text("dir") == "rtl"

    @property
    def edition(self) -> dict[str, str]:
        """The key and the language of its edition."""
        return {"edition": self.text("edition"), "language": self.text("lang")}

    def has(self, name: str) -> bool:
        """Whether there is a value with that name."""
        return name in self._values

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
            values = self._values
            for name in maps:
                values = values[name]["c"]
            value = values[last]
            if value["t"] == kind:
                return value["c"]
        except (KeyError, TypeError):
            pass
        raise self._fault()

    def _fault(self) -> InputError:
        return InputError(
            f"{self.path}: not a composed document",
            remedy="make it again with `compendium compose`",
        )
