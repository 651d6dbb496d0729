"""Taking back: what a returned file changes in the catalogues, all of it checked first.

What the translator changed is told by the stamps: a text that the file left as it was handed over
stays as it is now, though somebody else changed it meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polib

from compendium.checks import check_letters
from compendium.exchange.form import faults_of_form
from compendium.exchange.returned import Returned, ReturnedRow
from compendium.exchange.stamp import checksum
from compendium.findings import Finding, Severity
from compendium.languages.language import Language
from compendium.model.characters import forbidden
from compendium.model.markup import blanked
from compendium.texts.catalogue import set_state, state_of
from compendium.texts.states import State, reaches

_OUT = "or delete the row, to take back the others"


@dataclass(frozen=True, slots=True)
class Change:
    """A text to write, and the state it gets; an empty one is a translation withdrawn."""

    key: str
    text: str
    state: State


@dataclass(frozen=True, slots=True)
class Taking:
    """What a file changes, and what speaks against it."""

    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


def judge(
    returned: Returned,
    entries: Mapping[str, polib.POEntry],
    language: Language,
    *,
    allow_empty: bool = False,
) -> Taking:
    """Find out what a file changes, and everything that is wrong with it.

    Args:
        returned: the file as it was read.
        entries: the entries of all catalogues of its language, by key.
        language: its language.
        allow_empty: whether a translation may be withdrawn.
    """
    changes: list[Change] = []
    findings = list(returned.findings)
    seen: set[str] = set()
    for row in returned.rows:
        entry = entries.get(row.key)
        if row.key in seen:
            findings.append(_fault(row, "H002", "the key occurs twice", "delete one of its rows"))
        elif entry is None:
            told = "no catalogue has this key" if row.key else "a row without a key"
            findings.append(_fault(row, "H001", told, f"restore the key, {_OUT}"))
        else:
            change = _change(row, entry)
            if change is not None:
                changes.append(change)
                findings.extend(_faults(row, entry, change, allow_empty=allow_empty))
                findings.extend(_doubtful_letters(row, change, language))
            findings.extend(_forbidden(row))
            findings.extend(_warnings(row, entry))
        seen.add(row.key)
    return Taking(tuple(changes), tuple(findings))


def apply(changes: tuple[Change, ...], entries: Mapping[str, polib.POEntry]) -> None:
    """Write the changes into the entries: a changed text is fuzzy no longer."""
    for change in changes:
        entry = entries[change.key]
        entry.msgstr = change.text
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.previous_msgid = entry.previous_msgctxt = None
        set_state(entry, change.state)


def _change(row: ReturnedRow, entry: polib.POEntry) -> Change | None:
    """What a row changes, if it changes anything.

    A changed text is unofficial unless the translator says it is reviewed. Where the text stays,
    its state may rise as far as reviewed: that is how a fuzzy text is confirmed.
    """
    text, present = row.target.strip(), entry.msgstr.strip()
    claim = row.claim if row.claim in {State.REVIEWED, State.UNOFFICIAL} else None
    if text == present:
        raised = claim is not None and text and not reaches(state_of(entry)[0], claim)
        return Change(row.key, entry.msgstr, claim) if raised and claim else None
    if row.stamp is not None and checksum(text) == row.stamp.target:
        return None
    return Change(row.key, text, claim or State.UNOFFICIAL)


def _faults(
    row: ReturnedRow, entry: polib.POEntry, change: Change, *, allow_empty: bool
) -> Iterator[Finding]:
    """What speaks against a change."""
    if _source_changed(row, entry):
        yield _fault(
            row,
            "H003",
            "its source changed since it was handed over",
            f"hand it over again, {_OUT}",
        )
    conflict = row.stamp is not None and row.stamp.target != checksum(entry.msgstr)
    if conflict and change.text != entry.msgstr:
        yield _fault(
            row,
            "H005",
            f"somebody changed it after the handover: {entry.msgstr}",
            f"write the right translation into both, {_OUT}",
        )
    if not change.text:
        if not allow_empty:
            yield _fault(
                row, "H006", "its translation was deleted", f"restore it, use --allow-empty, {_OUT}"
            )
        return
    for fault in faults_of_form(entry.msgid, change.text):
        yield _fault(row, fault.code, fault.message, fault.remedy)


def _doubtful_letters(row: ReturnedRow, change: Change, language: Language) -> Iterator[Finding]:
    """Letters that look right and are others; they keep no text out, but stop a build."""
    for fault in check_letters(blanked(change.text), language):
        yield _warning(row, fault.code, fault.message, fault.remedy)


def _forbidden(row: ReturnedRow) -> Iterator[Finding]:
    """Characters that no text may hold, though they are at its ends, where a space would go."""
    for found in forbidden(row.target):
        yield _fault(row, "H014", found.message, f"delete it, {_OUT}")


def _source_changed(row: ReturnedRow, entry: polib.POEntry) -> bool:
    if row.stamp is not None:
        return row.stamp.source != checksum(entry.msgid)
    return row.source is not None and row.source.strip() != entry.msgid.strip()


def _warnings(row: ReturnedRow, entry: polib.POEntry) -> Iterator[Finding]:
    """What is not taken back, but an editor should know: a claim, an edited source."""
    left = row.target.strip() == entry.msgstr.strip() and state_of(entry)[0] is State.OFFICIAL
    if row.claim is State.OFFICIAL and not left:
        yield _warning(
            row,
            "H013",
            "the file calls it official, but a file makes no text official",
            "import its official document, or write reviewed",
        )
    if row.stamp is None or row.source is None or _source_changed(row, entry):
        return
    if row.source.strip() != entry.msgid.strip():
        yield _warning(
            row,
            "H004",
            "the source text was edited in the file",
            "this is not taken back; if the source is wrong, correct the record",
        )


def _warning(row: ReturnedRow, code: str, message: str, remedy: str) -> Finding:
    return Finding(row.place, code, f"{row.key}: {message}", remedy, Severity.WARNING)


def _fault(row: ReturnedRow, code: str, message: str, remedy: str) -> Finding:
    return Finding(row.place, code, f"{row.key or '(no key)'}: {message}", remedy)
