"""The facts that a document states about itself: body, gathering, dates, place and symbol."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from compendium.documents.original import Original
from compendium.documents.tidying import tidy
from compendium.documents.words import load_words
from compendium.languages.days import days_in
from compendium.languages.language import Language
from compendium.languages.numbers import ordinal_of
from compendium.model.markup import ASTERISK, unshield
from compendium.model.symbols import check_symbol, symbols_in

_MASTHEAD = 60  # lines at the beginning that may identify a document
_OPENING = 15  # lines before which its symbol appears
_LANGUAGE_ENDING = re.compile(r"\.[a-z]{2}$")
_FEWEST_PARTS = 3  # of a document symbol in the name of a file


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The facts found; None if the document does not state a fact.

    `body` is its name as printed, `kind` the word for what was adopted, `adopted` the date.
    `symbol_from_name` means that the name of the file contains the symbol. `lines` are where the
    facts are.
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


def read_facts(original: Original, language: Language, path: Path) -> DocumentFacts:
    """Read the facts that a document states about itself, by the titles of its language."""
    clean = tidy(language)
    masthead = tuple(_bare(clean(line.text)) for line in original.lines[:_MASTHEAD])
    facts = _said(masthead, load_words(language.code).titles)
    heads = tuple(map(clean, original.heads))
    own, of_name = _own_symbol(masthead, heads), _symbol_of_name(path)
    adopted = days_in(facts.get("adopted", ""), language)
    return DocumentFacts(
        body=facts.get("body"),
        ordinal=_ordinal(facts.get("ordinal", ""), language),
        place=facts.get("place"),
        dates=days_in(facts.get("dates", ""), language),
        adopted=adopted[0] if adopted else None,
        kind=facts.get("kind"),
        symbol=own or of_name,
        symbol_from_name=own is None and of_name is not None,
        masthead=masthead,
    )


def _bare(line: str) -> str:
    """A line without asterisks, whether of its emphasis or of a note to a title."""
    return unshield(line.replace("*", "").replace(ASTERISK, ""))


def _said(lines: Sequence[str], titles: Sequence[str]) -> dict[str, str]:
    """The facts in the titles among the lines; only the first with a body is the document's."""
    facts: dict[str, str] = {}
    for line in lines:
        matches = (re.fullmatch(pattern, line) for pattern in titles)
        groups = next((match.groupdict() for match in matches if match), {})
        if not (groups.get("body") and "body" in facts):
            facts = {name: text for name, text in groups.items() if text} | facts
    return facts


def _ordinal(word: str, language: Language) -> int | None:
    """The value of an ordinal, as the language counts gatherings, or as it writes numbers."""
    for words in language.ordinals.values():
        for number, own in enumerate(words, start=1):
            if own.casefold() == word.casefold():
                return number
    if load_words(language.code).ordinals_in_words:
        return ordinal_of(word, language.writing.numbers)
    return None


def _own_symbol(masthead: Sequence[str], heads: Sequence[str]) -> str | None:
    """The symbol that is alone, or almost alone, in an opening line or at the edge of pages."""
    lines = [line for line in masthead if line][:_OPENING]
    alone = [line for line in (*lines, *heads) if _is_symbol(line)]
    short = [symbol for line in (*lines, *heads) if _is_short(line) for symbol in _symbols(line)]
    return next(iter([*alone, *short]), None)


def _symbols(line: str) -> list[str]:
    return [line[start:end] for start, end in symbols_in(line)]


def _is_symbol(line: str) -> bool:
    """Whether a line is only a symbol."""
    try:
        return bool(check_symbol(line)) and any(map(str.isdigit, line))
    except ValueError:
        return False


def _is_short(line: str) -> bool:
    """Whether a line has few words beside a symbol: no sentence, nothing in brackets."""
    return len(line.split()) <= 4 and "(" not in line  # noqa: PLR2004


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
