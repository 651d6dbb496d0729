"""Document symbols, the United Nations' identifiers of documents."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

# CTOC/COP/WG.4/2009/2: a series, then parts in capitals, digits, full stops and brackets.
# Source: https://research.un.org/en/docs/symbols
_SYMBOL = re.compile(r"[A-Z][A-Z0-9.]*(?:/[A-Z0-9][A-Za-z0-9.()*-]*)+")
# A/RES/78/183 A: a part of a resolution; S/RES/1373 (2001): its year. Only where it stands alone.
_ENDING = r"(?: [A-Z](?:-[A-Z])?| \([0-9]{4}\))?"
_ALONE = re.compile(_SYMBOL.pattern + _ENDING)
_PARTS = re.compile(r"(?P<whole>.+) (?P<first>[A-Z])-(?P<last>[A-Z])")
_CHANGES = {"Corr": "corrigendum", "Add": "addendum", "Rev": "revision", "Amend": "amendment"}
_CHANGE = re.compile(r"/(?P<kind>Corr|Add|Rev|Amend)\.[0-9]+$")
_ANYWHERE = re.compile(r"(?<![A-Za-z0-9/.])" + _SYMBOL.pattern)


def check_symbol(text: str) -> str:
    """Give back a well-formed document symbol.

    >>> check_symbol("CTOC/COP/WG.4/2009/2")
    'CTOC/COP/WG.4/2009/2'
    >>> check_symbol("A/RES/78/183 A")
    'A/RES/78/183 A'

    Raises:
        ValueError: if the text is no document symbol.
    """
    if not _ALONE.fullmatch(text):
        raise ValueError(f"{text!r} is not a document symbol such as A/RES/55/25")
    return text


def change_in(symbol: str) -> tuple[str, str] | None:
    """How a document changes another one, and the symbol of that; None if it changes none.

    >>> change_in("A/RES/78/12/Corr.1"), change_in("A/78/33/Rev.2/Add.1"), change_in("A/78/33")
    (('corrigendum', 'A/RES/78/12'), ('addendum', 'A/78/33/Rev.2'), None)
    """
    match = _CHANGE.search(symbol)
    return (_CHANGES[match["kind"]], symbol[: match.start()]) if match else None


def parts_of(symbol: str) -> tuple[str, ...]:
    """The symbols of the parts in a document, or its own symbol if it has no parts.

    >>> parts_of("A/RES/78/254 A-C"), parts_of("A/RES/78/254")
    (('A/RES/78/254 A', 'A/RES/78/254 B', 'A/RES/78/254 C'), ('A/RES/78/254',))
    """
    match = _PARTS.fullmatch(symbol)
    if match is None:
        return (symbol,)
    letters = range(ord(match["first"]), ord(match["last"]) + 1)
    return tuple(f"{match['whole']} {chr(letter)}" for letter in letters)


def symbols_in(text: str) -> list[tuple[int, int]]:
    """Find the document symbols in running text, as (start, end) places.

    >>> [("see E/2022/27, para. 1")[a:b] for a, b in symbols_in("see E/2022/27, para. 1")]
    ['E/2022/27']
    >>> ["(E/2022/27)"[a:b] for a, b in symbols_in("(E/2022/27)")]
    ['E/2022/27']
    """
    places = []
    for match in _ANYWHERE.finditer(text):
        symbol = _without_end_of_sentence(match.group())
        if any(character.isdigit() for character in symbol):
            places.append((match.start(), match.start() + len(symbol)))
    return places


def without_symbols(text: str, sign: str = "") -> str:
    """A text with a sign in place of each document symbol, or nothing.

    >>> without_symbols("see E/2022/27, para. 1", "¤")
    'see ¤, para. 1'
    """
    for start, end in reversed(symbols_in(text)):
        text = f"{text[:start]}{sign}{text[end:]}"
    return text


def _without_end_of_sentence(symbol: str) -> str:
    """A full stop at the end is not its own, nor is a bracket that it does not open."""
    while symbol.endswith(".") or (symbol.endswith(")") and symbol.count(")") > symbol.count("(")):
        symbol = symbol[:-1]
    return symbol


DocumentSymbol = Annotated[
    str,
    AfterValidator(check_symbol),
    Field(json_schema_extra={"pattern": f"^{_ALONE.pattern}$"}),
]
