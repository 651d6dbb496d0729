"""The terms that translations must use, from `translations/terms.csv`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from compendium.findings import Finding, Place
from compendium.model.characters import in_one_form
from compendium.untrusted.regular import regular_bytes

TERMS_FILE = "terms.csv"
# Combining accents, and the marks of vowels in Arabic.
_VOWELS = re.compile(r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]")
_TERM, _VERIFIED, _SOURCE = "term", "verified", "source"


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the source language with its renderings in others, as patterns.

    A pattern holds alternatives between `|`, and `*` for any letters within a word.
    """

    term: str
    renderings: Mapping[str, str]
    verified: frozenset[str]
    place: Place


def read_terms(path: Path) -> tuple[tuple[Term, ...], list[Finding]]:
    """Read the terms, with what is wrong in their file (W003); no file holds no terms."""
    if not path.exists():
        return (), []
    file = path.as_posix()
    try:
        rows = csv.DictReader(
            io.StringIO(in_one_form(regular_bytes(path).decode("utf-8-sig")), newline=""),
            strict=True,
        )
        terms = [_term(row, Place(file, rows.line_num)) for row in rows]
    except (csv.Error, OSError, UnicodeDecodeError) as fault:
        return (), [_finding(Place(file), f"not a table of terms: {fault}")]
    missing = {_TERM, _VERIFIED, _SOURCE} - set(rows.fieldnames or ())
    if missing:
        return (), [_finding(Place(file, 1), f"no column {', '.join(sorted(missing))}")]
    return tuple(terms), _faults(terms)


def _term(row: Mapping[str, str | None], place: Place) -> Term:
    renderings = {name: text for name, text in row.items() if name not in _OTHERS and text}
    verified = frozenset((row.get(_VERIFIED) or "").split())
    return Term(row.get(_TERM) or "", renderings, verified, place)


_OTHERS = {_TERM, _VERIFIED, _SOURCE, None}


def _faults(terms: list[Term]) -> list[Finding]:
    seen: dict[str, Place] = {}
    found: list[Finding] = []
    for term in terms:
        if not term.term:
            found.append(_finding(term.place, "a row without a term"))
        elif term.term in seen:
            line = seen[term.term].line
            found.append(_finding(term.place, f"the term is also in line {line}"))
        bare_of = sorted(term.verified - set(term.renderings))
        found += [
            _finding(term.place, f"verified for {code}, but without a rendering")
            for code in bare_of
        ]
        seen.setdefault(term.term, term.place)
    return found


def _finding(place: Place, message: str) -> Finding:
    return Finding(place, "W003", message, "correct the row; see docs/translators/README.md")


def source_pattern(pattern: str) -> re.Pattern[str]:
    """Finds a term as whole words; one written in small letters, with capitals as well.

    >>> bool(source_pattern("victim*").search("Victims of trafficking"))
    True
    """
    flags = re.NOFLAG if any(letter.isupper() for letter in pattern) else re.IGNORECASE
    return re.compile(rf"\b(?:{_expression(pattern)})\b", flags)


def rendering_pattern(pattern: str) -> re.Pattern[str]:
    """Finds a rendering, even where its language joins a word or an ending to it."""
    return re.compile(_expression(bare(pattern)), re.IGNORECASE)


def _expression(pattern: str) -> str:
    parts = (re.escape(part.strip()).replace(r"\*", r"\w*") for part in pattern.split("|"))
    return "|".join(part.replace(r"\ ", r"\s+") for part in parts if part)


def bare(text: str) -> str:
    """A text without emphasis and without marks of vowels, which a writer may set or not."""
    return _VOWELS.sub("", text)
