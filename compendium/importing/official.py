"""Sets texts of a catalogue as official, and keeps the earlier translation as previous text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polib

from compendium.importing.alignment import Aligned
from compendium.model.lines import lines_of
from compendium.texts.catalogue import set_state, state_of
from compendium.texts.states import State

PREVIOUS = "previous text: "


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An official text that the catalogue already has, and the different text of the document."""

    key: str
    recorded: str
    printed: str


@dataclass(frozen=True, slots=True)
class Taken:
    """Keys of the texts that were set, keys of those already there, and disagreements."""

    set: tuple[str, ...]
    same: tuple[str, ...]
    disagreements: tuple[Disagreement, ...]


def take_official(
    texts: Iterable[Aligned], entries: Mapping[str, polib.POEntry], symbol: str
) -> Taken:
    """Set texts as official; a text that is already official is never changed.

    Args:
        texts: the texts, each with its key.
        entries: the entries of the catalogue, by key.
        symbol: the symbol of their document.
    """
    done: list[str] = []
    same: list[str] = []
    disagreements: list[Disagreement] = []
    for text in texts:
        entry = entries[text.key]
        if state_of(entry)[0] is not State.OFFICIAL:
            _set(entry, text.text, symbol)
            done.append(text.key)
        elif entry.msgstr == text.text:
            same.append(text.key)
        else:
            disagreements.append(Disagreement(text.key, entry.msgstr, text.text))
    return Taken(tuple(done), tuple(same), tuple(disagreements))


def _set(entry: polib.POEntry, text: str, symbol: str) -> None:
    if entry.msgstr and entry.msgstr != text:
        kept = [line for line in lines_of(entry.tcomment) if line]
        entry.tcomment = "\n".join([*kept, f"{PREVIOUS}{entry.msgstr}"])
    entry.msgstr = text
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    entry.previous_msgid = None
    set_state(entry, State.OFFICIAL, symbol)
