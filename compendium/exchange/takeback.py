"""Takes back the changes in a returned file, after checking them all.

The stamps show what the translator changed: a text that is still as it was handed over keeps its
present translation, even if somebody else changed that meanwhile.
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
    """A text to write, and its new state; an empty text withdraws the translation."""

    key: str
    text: str
    state: State


@dataclass(frozen=True, slots=True)
class Taking:
    """The changes in a file, and the findings against them."""

    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


def judge(
    returned: Returned,
    entries: Mapping[str, polib.POEntry],
    language: Language,
    *,
    allow_empty: bool = False,
) -> Taking:
    """Find the changes in a file and all its faults.

    Args:
        returned: the content of the file.
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
            findings.append(_unknown_key(row))
        else:
            change = _change(row, entry)
            changes += [change] if change is not None else []
            findings += _row_findings(row, entry, change, language, allow_empty=allow_empty)
        seen.add(row.key)
    return Taking(tuple(changes), tuple(findings))


def _unknown_key(row: ReturnedRow) -> Finding:
    message = "no catalogue has this key" if row.key else "a row without a key"
    return _fault(row, "H001", message, f"restore the key, {_OUT}")


def _row_findings(
    row: ReturnedRow,
    entry: polib.POEntry,
    change: Change | None,
    language: Language,
    *,
    allow_empty: bool,
) -> Iterator[Finding]:
    """Find the faults of a row and of its change, if it has one."""
    if change is not None:
        yield from _faults(row, entry, change, allow_empty=allow_empty)
        yield from _doubtful_letters(row, change, language)
    yield from _forbidden(row)
    yield from _warnings(row, entry)


def apply(changes: tuple[Change, ...], entries: Mapping[str, polib.POEntry]) -> None:
    """Write the changes to the entries; a changed text is no longer fuzzy."""
    for change in changes:
        entry = entries[change.key]
        entry.msgstr = change.text
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.previous_msgid = entry.previous_msgctxt = None
        set_state(entry, change.state)


def _change(row: ReturnedRow, entry: polib.POEntry) -> Change | None:
    """The change in a row, if there is one.

    A changed text is unofficial unless the translator marks it as reviewed. If the text is
    unchanged, its state may rise up to reviewed; a fuzzy text is confirmed in this way.
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
    """Find faults of a change."""
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
    """Find letters that look like others; they keep no text out, but stop a build."""
    for fault in check_letters(blanked(change.text), language):
        yield _warning(row, fault.code, fault.message, fault.remedy)


def _forbidden(row: ReturnedRow) -> Iterator[Finding]:
    """Find characters that no text may contain, even at its ends, where spaces are ignored."""
    for fault in forbidden(row.target):
        yield _fault(row, "H014", fault.message, f"delete it, {_OUT}")


def _source_changed(row: ReturnedRow, entry: polib.POEntry) -> bool:
    if row.stamp is not None:
        return row.stamp.source != checksum(entry.msgid)
    return row.source is not None and row.source.strip() != entry.msgid.strip()


def _warnings(row: ReturnedRow, entry: polib.POEntry) -> Iterator[Finding]:
    """Warn of what is not taken back: a claim of official state, an edited source."""
    is_unchanged_official = (
        row.target.strip() == entry.msgstr.strip() and state_of(entry)[0] is State.OFFICIAL
    )
    if row.claim is State.OFFICIAL and not is_unchanged_official:
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
