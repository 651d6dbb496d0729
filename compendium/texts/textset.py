"""Text sets: all texts of one language, each with its state, and what share is in which state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from compendium.errors import InputError
from compendium.handoffs import load_handoff
from compendium.model.corpus import Corpus
from compendium.model.editions import Content, Edition
from compendium.model.value import Value
from compendium.texts.catalogue import read_catalogue, state_of
from compendium.texts.catalogue_files import CatalogueFile
from compendium.texts.keys import former_key, map_texts
from compendium.texts.states import RANKS, State, is_translated, reaches
from compendium.texts.text_units import TextUnit


class UnitState(Value):
    """The state of one unit, and the symbol of the document behind an official text."""

    state: State
    symbol: str | None = None


class TextSet(Value):
    """The corpus in one language, with the state of each of its texts by key.

    A text that is missing or fuzzy is that of the source. `states` is empty in the language of
    the source, whose texts are the texts of record.
    """

    language: str
    source_language: str
    corpus: Corpus
    states: dict[str, UnitState]

    @property
    def is_source(self) -> bool:
        """Whether this is the language of the records themselves."""
        return self.language == self.source_language

    def is_translated(self, key: str) -> bool:
        """Whether the text at a key is in the language of the set.

        Raises:
            InputError: if the set does not know the key.
        """
        return self.is_source or is_translated(self.state_at(key))

    def state_at(self, key: str) -> State:
        """The state of the text at a key, in a set that is not that of the source.

        Raises:
            InputError: if the set does not know the key.
        """
        if key not in self.states:
            raise InputError(
                f"the text set in {self.language} has no state for {key}",
                remedy="make it again with `compendium localise`",
            )
        return self.states[key].state

    def for_edition(self, edition: Edition) -> TextSet:
        """The text set as an edition knows it, with the states of the texts it shows."""
        corpus = self.corpus.of_edition(edition)
        known = self.states
        if document := edition.as_printed_in:
            corpus = corpus.in_order_of(document).in_words_of(document)
            known = {key: known.get(former_key(key, document), known[key]) for key in known}
        keys: set[str] = set()

        def take(key: str, text: str) -> str:
            keys.add(key)
            return text

        map_texts(_shown(corpus, edition), take)
        states = {key: state for key, state in known.items() if key in keys}
        return self.model_copy(update={"corpus": corpus, "states": states})

    def shares(self) -> dict[State, int]:
        """How many texts are in each state, from the most to the least reliable."""
        counts = Counter(unit.state for unit in self.states.values())
        return {state: counts[state] for state in RANKS}

    def below(self, wanted: State) -> list[str]:
        """The keys of the texts that do not reach a state, in the order of the records."""
        return [key for key, unit in self.states.items() if not reaches(unit.state, wanted)]


def _shown(corpus: Corpus, edition: Edition) -> Corpus:
    """The texts that an edition shows: its frame, and its records or topics."""
    left_out: dict[str, tuple[()]] = {"bodies": ()}
    if Content.RECORDS not in edition.holds:
        left_out |= {"meetings": (), "sessions": ()}
    if Content.INDEX not in edition.holds:
        left_out |= {"topics": ()}
    return corpus.model_copy(update=left_out)


@dataclass(frozen=True, slots=True)
class Languages:
    """The language of the records, and the one to localise into."""

    source: str
    target: str


def source_set(corpus: Corpus, language: str) -> TextSet:
    """The text set of the records' own language."""
    return TextSet(language=language, source_language=language, corpus=corpus, states={})


def localise(corpus: Corpus, entries: Mapping[str, polib.POEntry], languages: Languages) -> TextSet:
    """Resolve every text of the corpus in a language.

    An entry whose source differs from the record counts as fuzzy, even if it is not merged yet.

    Args:
        corpus: the records.
        entries: the entries of all catalogues of the language, by key.
        languages: that of the records and that of the entries.
    """
    states: dict[str, UnitState] = {}

    def resolve(key: str, text: str) -> str:
        entry = entries.get(key)
        state, symbol = (State.MISSING, None) if entry is None else state_of(entry)
        if entry is not None and entry.msgid != text and is_translated(state):
            state, symbol = State.FUZZY, None
        states[key] = UnitState(state=state, symbol=symbol)
        return entry.msgstr if entry is not None and is_translated(state) else text

    resolved = map_texts(corpus, resolve)
    return TextSet(
        language=languages.target,
        source_language=languages.source,
        corpus=resolved,
        states=states,
    )


def read_entries(folder: Path, units: Iterable[TextUnit]) -> dict[str, polib.POEntry]:
    """The entries of the texts in a language's folder, by key, each from its own catalogue.

    Obsolete ones do not count. A catalogue that is not there yet holds nothing.

    Raises:
        InputError: if a catalogue is broken or holds a key twice.
    """
    keys = _keys_by_catalogue(units)
    paths = {name: folder / f"{name}.po" for name in keys}
    return _own_entries(
        keys, {name: read_catalogue(path) for name, path in paths.items() if path.exists()}
    )


def entries_of(
    catalogues: Iterable[CatalogueFile], units: Iterable[TextUnit]
) -> dict[str, polib.POEntry]:
    """The same from catalogues that were already read and have no key twice."""
    read = {file.name: file.catalogue for file in catalogues}
    return _own_entries(_keys_by_catalogue(units), read)


def _keys_by_catalogue(units: Iterable[TextUnit]) -> dict[str, set[str]]:
    own: dict[str, set[str]] = {}
    for unit in units:
        own.setdefault(unit.catalogue, set()).add(unit.key)
    return own


def _own_entries(
    own: Mapping[str, set[str]], catalogues: Mapping[str, polib.POFile]
) -> dict[str, polib.POEntry]:
    return {
        entry.msgctxt: entry
        for name, keys in own.items()
        for entry in catalogues.get(name, ())
        if not entry.obsolete and entry.msgctxt in keys
    }


def load_text_set(path: Path) -> TextSet:
    """Read the text set that `compendium localise` wrote.

    Raises:
        InputError: if the file is missing or holds something else.
    """
    return load_handoff(TextSet, path, by="compendium localise")
