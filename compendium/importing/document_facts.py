"""What a document says of itself: the body, which gathering, when and where, its symbol."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from compendium.collating.comparison import plain
from compendium.collating.wording import dates_in, ordinal_in
from compendium.importing.original import Original
from compendium.importing.words import Words
from compendium.model.symbols import check_symbol, symbols_in

_MASTHEAD = 60  # lines at the beginning among which a document says what it is
_OPENING = 15  # lines before which its own symbol stands
_LANGUAGE_ENDING = re.compile(r"\.[a-z]{2}$")
_FEWEST_PARTS = 3  # of a document symbol in the name of a file


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What was found; None where the document does not say it.

    `body` is its name as printed, `kind` the word for what was adopted, `adopted` the day.
    `symbol_from_name` says that the name of the file gave the symbol. `lines` are where the
    facts stand.
    """

    body: str | None = None
    ordinal: int | None = None
    place: str | None = None
    dates: tuple[date, date] | None = None
    adopted: date | None = None
    kind: str | None = None
    symbol: str | None = None
    symbol_from_name: bool = False
    masthead: tuple[str, ...] = field(default=(), repr=False)


def read_facts(original: Original, words: Words, path: Path) -> DocumentFacts:
    """Read what a document says of itself, by the titles of its language."""
    masthead = tuple(plain(line.text) for line in original.lines[:_MASTHEAD])
    said: dict[str, str] = {}
    for line in masthead:
        for pattern in words.titles:
            found = re.fullmatch(pattern, line)
            if found:
                said = {**{k: v for k, v in found.groupdict().items() if v}, **said}
                break
    own, of_name = _own_symbol(masthead), _symbol_of_name(path)
    adopted = dates_in(said.get("adopted", ""))
    return DocumentFacts(
        body=said.get("body"),
        ordinal=ordinal_in(said.get("ordinal", "")),
        place=said.get("place"),
        dates=dates_in(said.get("dates", "")),
        adopted=adopted[0] if adopted else None,
        kind=said.get("kind"),
        symbol=own or of_name,
        symbol_from_name=own is None and of_name is not None,
        masthead=masthead,
    )


def _own_symbol(masthead: tuple[str, ...]) -> str | None:
    """The symbol that stands alone in a line, or else the first of the opening lines."""
    lines = [line.strip() for line in masthead if line.strip()][:_OPENING]
    found = [line[start:end] for line in lines for start, end in symbols_in(line)]
    alone = [line for line in lines if line in found]
    short = [line[start:end] for line in lines for start, end in _symbols_of_short(line)]
    return next(iter([*alone, *short]), None)


def _symbols_of_short(line: str) -> list[tuple[int, int]]:
    """The symbols in a line that says little else: no sentence, nothing in brackets."""
    return symbols_in(line) if len(line.split()) <= 4 and "(" not in line else []  # noqa: PLR2004


def _symbol_of_name(path: Path) -> str | None:
    """The symbol in the name of a file, such as CTOC-COP-WG.4-2019-6_report.txt."""
    stem = _LANGUAGE_ENDING.sub("", path.stem.partition("_")[0])
    symbol = stem.replace("-", "/")
    try:
        check_symbol(symbol)
    except ValueError:
        return None
    parts = symbol.split("/")
    return symbol if len(parts) >= _FEWEST_PARTS and parts[-1].isdigit() else None
