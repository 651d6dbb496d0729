"""What a document says of itself: the body, which gathering, when and where, its symbol."""

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


def read_facts(original: Original, language: Language, path: Path) -> DocumentFacts:
    """Read what a document says of itself, by the titles of its language."""
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
    """A line without asterisks, be they of its emphasis or of a note to a title."""
    return unshield(line.replace("*", "").replace(ASTERISK, ""))


def _said(lines: Sequence[str], titles: Sequence[str]) -> dict[str, str]:
    """What the titles among the lines say; only the first that names a body is the document's."""
    facts: dict[str, str] = {}
    for line in lines:
        matches = (re.fullmatch(pattern, line) for pattern in titles)
        groups = next((match.groupdict() for match in matches if match), {})
        if not (groups.get("body") and "body" in facts):
            facts = {name: text for name, text in groups.items() if text} | facts
    return facts


def _ordinal(word: str, language: Language) -> int | None:
    """The number of an ordinal, as the language counts gatherings, or as it writes numbers."""
    for words in language.ordinals.values():
        for number, own in enumerate(words, start=1):
            if own.casefold() == word.casefold():
                return number
    if load_words(language.code).ordinals_in_words:
        return ordinal_of(word, language.writing.numbers)
    return None


def _own_symbol(masthead: Sequence[str], heads: Sequence[str]) -> str | None:
    """The symbol that stands alone in an opening line or at the edge of pages, or nearly so."""
    lines = [line for line in masthead if line][:_OPENING]
    alone = [line for line in (*lines, *heads) if _is_symbol(line)]
    short = [symbol for line in (*lines, *heads) if _is_short(line) for symbol in _symbols(line)]
    return next(iter([*alone, *short]), None)


def _symbols(line: str) -> list[str]:
    return [line[start:end] for start, end in symbols_in(line)]


def _is_symbol(line: str) -> bool:
    """Whether a line is a symbol and nothing else."""
    try:
        return bool(check_symbol(line)) and any(map(str.isdigit, line))
    except ValueError:
        return False


def _is_short(line: str) -> bool:
    """Whether a line says little beside a symbol: no sentence, nothing in brackets."""
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
