"""Asks the editor for facts that neither document nor options give, or reports them missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from compendium.documents.original import Original
from compendium.errors import InputError
from compendium.model.bounds import ORDINAL, number_in

# Asks an editor for a missing fact: the option, its name, and a function that reads the answer or
# raises ValueError; returns the fact, or None.
Ask = Callable[[str, str, Callable[[str], Any]], Any]

_WHAT = {
    "body": "the key of the body",
    "symbol": "its document symbol",
    "first": "the first day, such as 2024-09-30",
    "last": "the last day; nothing where there was one",
    "ordinal": "which meeting or session it is, in figures",
    "place": "where it was held",
}


class Missing:
    """The missing facts: the editor is asked for them; those without an answer are reported."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._options: list[str] = []

    def ask(self, option: str, read: Callable[[str], Any]) -> Any:
        """The answer of the editor; None if there is none."""
        answer = self._ask(option, _WHAT[option], read)
        if answer is None and option != "last":
            self._options.append(option)
        return answer

    def refuse(self, original: Original) -> None:
        """Refuse the document and name every missing fact with its option.

        Raises:
            InputError: if a fact is missing.
        """
        if self._options:
            what = "; ".join(_WHAT[option] for option in self._options)
            options = [f"--{option}" for option in self._options]
            raise InputError(
                f"{original.file}: it does not say: {what}", remedy=f"give {', '.join(options)}"
            )


def read_ordinal(answer: str) -> int:
    """Read the ordinal that an editor answers; ValueError if it is not an ordinal."""
    number = number_in(answer, ORDINAL)
    if number is None:
        raise ValueError(f"{answer[:20]!r} is no number from 1 to {ORDINAL}")
    return number
