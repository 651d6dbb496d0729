"""Parity: a translation has the marks of its source, and is a translation."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from compendium.checks.notes import MARK
from compendium.checks.translated import TextFault
from compendium.findings import Finding, Severity
from compendium.languages.language import Language
from compendium.model.symbols import symbols_in
from compendium.texts.translations import Translation

_SPAN = re.compile(r"\*[^*]+\*")
_PLACEHOLDER = re.compile(r"\{\w*\}")
_STOPS = "([.;:,?!])[”’)*\\]]*"
# How far the word may reach that follows the mark of the last but one of a list.
_CONJUNCTION = 6
_WORD = re.compile(r"[^\W\d_]{4,}")
# Marks that an abbreviation, a bracket or a quotation may stand between the end and its mark.
_CLOSING = "”’»“‘)\uff09]*\u00a0\u202f "


def marks(source: str, text: str) -> Iterator[TextFault]:
    """P001 to P003: the same note marks, as many emphasised words, the same placeholders."""
    said = _difference(MARK, source, text)
    if said:
        message = f"the note marks are not those of the source: {said}"
        yield TextFault("P001", message, "put each [^1] where the source has it")
    ours, theirs = len(_SPAN.findall(source)), len(_SPAN.findall(text))
    if ours != theirs:
        yield TextFault(
            "P002",
            f"{theirs} spans of emphasis, where the source has {ours}",
            "write *word* for the words that the source emphasises",
        )
    said = _difference(_PLACEHOLDER, source, text)
    if said:
        message = f"the placeholders are not those of the source: {said}"
        yield TextFault("P003", message, "keep what stands in braces as it is")


def _difference(pattern: re.Pattern[str], source: str, text: str) -> str:
    """What of a kind of marks is lost and what is new, in words."""
    ours = Counter(match.group() for match in pattern.finditer(source))
    theirs = Counter(match.group() for match in pattern.finditer(text))
    lost, added = sorted((ours - theirs).elements()), sorted((theirs - ours).elements())
    said = [f"{' '.join(lost)} is lost"] * bool(lost) + [f"{' '.join(added)} is new"] * bool(added)
    return ", ".join(said)


def endings(source: str, text: str, ours: Language, theirs: Language) -> Iterator[TextFault]:
    """P004, P005: the text ends with the mark that the source ends with."""
    words = "|".join(re.escape(word) for word in ours.writing.conjunctions)
    found = re.search(rf"{_STOPS}(\s(?:{words}))?$", MARK.sub("", source).rstrip())
    if found is None:
        return
    wanted = theirs.writing.final_marks.get(found[1], found[1])
    end = MARK.sub("", text).rstrip(_CLOSING)
    if end.endswith(wanted) or (found[2] and len(end.rpartition(wanted)[2]) <= _CONJUNCTION):
        return
    opens_list = found[1] == ":"
    yield TextFault(
        "P005" if opens_list else "P004",
        f"the text ends with {end[-1:]!r}, where {wanted!r} is expected",
        f"close it with {wanted}, as the source has {found[1]}",
        Severity.ERROR if opens_list else Severity.WARNING,
    )


def copies(source: str, text: str, language: Language) -> Iterator[TextFault]:
    """P006: a translation is not its source, save names, symbols and what the language leaves."""
    stays = (re.search(pattern, text) for pattern in language.writing.stays)
    if source != text or any(stays):
        return
    plain = source
    for start, end in reversed(symbols_in(source)):
        plain = plain[:start] + plain[end:]
    if any(word[:1].islower() for word in _WORD.findall(plain)):
        yield TextFault("P006", "the text is still the source", "translate it, or leave it empty")


def repetitions(texts: Iterable[Translation]) -> Iterator[Finding]:
    """P007: what says the same in the source says the same in the translation."""
    by_source: defaultdict[str, dict[str, Translation]] = defaultdict(dict)
    for translation in texts:
        by_source[translation.source].setdefault(translation.text, translation)
    for versions in by_source.values():
        first, *others = versions.values()
        for other in others:
            yield Finding(
                other.place,
                "P007",
                f"{first.key} has the same source and another translation",
                f"make both one, or both sources two: {first.place}",
                Severity.WARNING,
            )
