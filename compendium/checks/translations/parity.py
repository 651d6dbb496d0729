"""Parity: a translation has the marks of its source, and is a translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from compendium.checks.fault import Fault
from compendium.checks.translations.word_runs import longest_run
from compendium.findings import Severity
from compendium.languages.language import Language
from compendium.model.editions import PLACEHOLDER
from compendium.model.markup import EMPHASIS, NOTE_LIKE, without_escapes, without_notes
from compendium.model.symbols import without_symbols

_STOPS = "([.;:,?!])[”’)*\\]]*"
# How far the word may reach that follows the mark of the last but one of a list.
_CONJUNCTION = 6
_RUNNING = re.compile(r"[^\W\d_]+")
# So many words in small letters in a row are no name and no chance.
_LEFT = 4
_TRANSLATE = "translate it; mark words that stay as they are: [words]{lang=en}"
_WORD = re.compile(r"[^\W\d_]{4,}")
# Marks that an abbreviation, a bracket or a quotation may stand between the end and its mark.
_CLOSING = "”’»“‘)\uff09]*\u00a0\u202f "


def check_marks(source: str, text: str) -> Iterator[Fault]:
    """P001 to P003: the same note marks, as many emphasised words, the same placeholders."""
    difference = _difference(NOTE_LIKE, source, text)
    if difference:
        message = f"the note marks differ from the source: {difference}"
        yield Fault("P001", message, "put each [^1] where the source has it")
    ours, theirs = (len(EMPHASIS.findall(without_escapes(one))) for one in (source, text))
    if ours != theirs:
        yield Fault(
            "P002",
            f"{theirs} emphasised passages, but the source has {ours}",
            "write *word* for the words that the source emphasises",
        )
    difference = _difference(PLACEHOLDER, source, text)
    if difference:
        message = f"the placeholders differ from the source: {difference}"
        yield Fault("P003", message, "keep the words in braces as they are")


def _difference(pattern: re.Pattern[str], source: str, text: str) -> str:
    """What of a kind of marks is lost and what is new, in words."""
    ours = Counter(match.group() for match in pattern.finditer(source))
    theirs = Counter(match.group() for match in pattern.finditer(text))
    lost, added = sorted((ours - theirs).elements()), sorted((theirs - ours).elements())
    missing = [f"{' '.join(lost)} is missing"] * bool(lost)
    differences = missing + [f"{' '.join(added)} is new"] * bool(added)
    return ", ".join(differences)


def check_endings(source: str, text: str, ours: Language, theirs: Language) -> Iterator[Fault]:
    """P004, P005: the text ends with the mark that the source ends with."""
    words = "|".join(re.escape(word) for word in ours.writing.conjunctions)
    match = re.search(rf"{_STOPS}(\s(?:{words}))?$", without_notes(source).rstrip())
    if match is None:
        return
    wanted = theirs.writing.final_marks.get(match[1], match[1])
    end = without_notes(text).rstrip(_CLOSING)
    if end.endswith(wanted) or (match[2] and len(end.rpartition(wanted)[2]) <= _CONJUNCTION):
        return
    opens_list = match[1] == ":"
    yield Fault(
        "P005" if opens_list else "P004",
        f"the text ends with {end[-1:]!r}, but {wanted!r} is expected",
        f"end it with {wanted}, because the source has {match[1]}",
        Severity.ERROR if opens_list else Severity.WARNING,
    )


def check_titles(source: str, text: str, ours: Language, theirs: Language) -> Iterator[Fault]:
    """P008: a title of a work bears the marks that the language gives to titles."""
    finds, marked = ours.writing.titles, theirs.writing.titles
    if finds is None or marked is None:
        return
    there, here = len(re.findall(finds, source)), len(re.findall(marked, text))
    if here < there:
        yield Fault(
            "P008",
            f"{here} titles of works with title marks, but the source has {there}",
            "put title marks around it, inside the emphasis",
        )


def check_copies(source: str, text: str) -> Iterator[Fault]:
    """P006: no translation is its source, save names, symbols and what is marked as staying so."""
    if source == text:
        if any(word[:1].islower() for word in _WORD.findall(without_symbols(source, "¤"))):
            yield Fault("P006", "the text is still identical to the source", _TRANSLATE)
        return
    ours, theirs = _RUNNING.findall(without_symbols(source, "¤")), _RUNNING.findall(text)
    if len({*ours} & {*theirs}) >= _LEFT:
        run = longest_run(theirs, ours)
        if sum(word.islower() for word in run) >= _LEFT:
            yield Fault("P006", f"still identical to the source: {' '.join(run)}", _TRANSLATE)
