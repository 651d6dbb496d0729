"""Doubts about the texts read from a document, each at its line (codes I004 to I040)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compendium.documents.content import DocumentContent
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.printed import STRAY, PrintedRecord, PrintedText
from compendium.documents.word_comparison import opening
from compendium.findings import Finding
from compendium.importing.doubt_messages import DOUBT_MESSAGES
from compendium.model.annexes import ANNEX_STEP
from compendium.model.list_letters import next_letter
from compendium.model.roman import from_roman
from compendium.model.units import PREAMBULAR_STEP, is_item, unit_steps

Steps = tuple[str, ...]
_INCOMPLETE = (
    "INCOMPLETE: something of the document is not in this draft; delete this line when it is"
)
LOST = frozenset({"I005", "I023"})
INCOMPLETE = LOST | {"I044"}
# Doubts about the words themselves, which apply to a translation as well as to a record.
OF_FORMAT = frozenset(
    {
        "I008",
        "I016",
        "I025",
        "I026",
        "I027",
        "I034",
        "I037",
        "I039",
        "I040",
        "I044",
        "I045",
        "I053",
        "I055",
    }
)
# Doubts about words that are left out, which may belong to the text.
NOT_SHOWN = frozenset({Doubt.HIDDEN, Doubt.STRUCK})
# Doubts about the role of a text, with which no text is official.
OF_TEXT = frozenset(
    {Doubt.FORMULA, Doubt.GOES_ON, Doubt.DIVISION, Doubt.HYPHEN, Doubt.OBJECT, Doubt.LOOK}
)


def remark_on(findings: Iterable[Finding]) -> str:
    """The comment at the head of a draft of an incomplete document; empty if nothing is lost."""
    return _INCOMPLETE if any(finding.code in INCOMPLETE for finding in findings) else ""


def unaccounted(adopted: DocumentContent) -> Iterator[Finding]:
    """The content of a document that was not read: if there is any, nothing may be official."""
    for fault in adopted.account.faults:
        yield adopted.original.finding(
            "I023",
            fault.line,
            fault.message,
            "compare the document with the record, and add what is missing by hand; nothing of the "
            "document is set as official",
            error=True,
        )
    for record in adopted.records:
        if not any(_is_adopted(text.steps) for text in record.texts):
            yield adopted.original.finding(
                "I023",
                record.line,
                f"{_name(record)} has no paragraph: what stands there was taken for a section",
                "compare the document with the record, and add what is missing by hand; nothing of "
                "the document is set as official",
                error=True,
            )
    records = (record.texts for record in adopted.records)
    for text in (text for texts in (adopted.recommendations, *records) for text in texts):
        if text.steps == STRAY:
            yield adopted.original.finding(
                "I005",
                text.line,
                f"no number leads to this text, it is left out: {opening(text.text)}",
                "put it where it belongs; nothing of the document is set as official",
                error=True,
            )


def _is_adopted(steps: Steps) -> bool:
    """Whether a text is a paragraph of the adopted texts, but not of the preamble."""
    return steps[0] not in {PREAMBULAR_STEP, ANNEX_STEP} and not steps[0].startswith("#")


def doubts(adopted: DocumentContent) -> Iterator[Finding]:
    """Everything in the adopted texts that an editor should check."""
    yield from unaccounted(adopted)
    yield from _in_texts(adopted, adopted.recommendations)
    for record in adopted.records:
        yield from _in_texts(adopted, record.texts)
        if record in adopted.unnumbered:
            yield adopted.original.finding(
                "I007",
                [text for text in record.texts if _is_adopted(text.steps)][-1].line,
                f"{_name(record)} has operative paragraphs without numbers",
                "what ends with a stop is recorded as paragraph 1, 2, ...; compare it with the "
                "document",
            )
    for block in adopted.left_out:
        yield adopted.original.finding(
            "I013",
            block.line,
            f"taken for a heading or an introduction, and left out: {opening(block.text)}",
            "if it was adopted, add it to the record by hand",
        )
    yield from _hyphens(adopted)
    for doubted, count in _together(adopted):
        code, what, remedy = DOUBT_MESSAGES[doubted.doubt]
        message = what.format(opening(doubted.about))
        if count > 1:
            message = message.replace(": ", f", in {count} texts: ", 1)
        error = doubted.doubt is Doubt.OBJECT
        yield adopted.original.finding(code, doubted.line, message, remedy, error=error)
    for annex in adopted.annexes:
        yield adopted.original.finding(
            "I008",
            annex.line,
            f"{opening(annex.heading)}: an annex that is left out, for {annex.reason}",
            "if it belongs to what was adopted, add it to the record by hand",
        )


def _together(adopted: DocumentContent) -> Iterator[tuple[Doubted, int]]:
    """The doubts, with a count if one line or paragraph of the file gives rise to several.

    Hyphens are reported together, and unsettled changes only for translations.
    """
    original = adopted.original
    counts: dict[tuple[Doubt, int], set[tuple[int, str]]] = {}
    firsts: list[tuple[Doubted, set[tuple[int, str]]]] = []
    for doubted in (*original.doubted, *adopted.doubted):
        if doubted.doubt in {Doubt.HYPHEN, Doubt.UNSETTLED}:
            continue
        place = original.lines[doubted.line - 1].place if doubted.line else 0
        alike = set[tuple[int, str]]()
        if doubted.doubt is Doubt.DIVISION and original.counts != "page":
            alike = counts.setdefault((doubted.doubt, place), alike)
        if not alike:
            firsts.append((doubted, alike))
        alike.add((doubted.line, doubted.about))
    yield from ((doubted, len(alike)) for doubted, alike in firsts)


def _hyphens(adopted: DocumentContent) -> Iterator[Finding]:
    """All doubtful hyphens at ends of lines, reported once with their places."""
    original = adopted.original
    words = dict.fromkeys(
        f"{doubted.about} ({original.counts} {original.lines[doubted.line - 1].place})"
        for doubted in adopted.doubted
        if doubted.doubt is Doubt.HYPHEN
    )
    if words:
        yield original.finding(
            "I040",
            0,
            f"a line ends within these words, at a hyphen that is kept: {', '.join(words)}",
            "see whether the hyphen belongs to the word, or only divides it",
        )


def _in_texts(adopted: DocumentContent, texts: Sequence[PrintedText]) -> Iterator[Finding]:
    original = adopted.original
    last: dict[Steps, str] = {}
    for text in texts:
        if text.steps == STRAY:
            continue
        missing = [place for place, note in enumerate(text.notes, start=1) if not note]
        if missing:
            yield original.finding(
                "I006",
                text.line,
                f"{_shown(text.steps)}: the note is not found: {', '.join(map(str, missing))}",
                "add the note to the record, or delete its mark",
            )
        yield from _out_of_sequence(adopted, text, last)


def _out_of_sequence(
    adopted: DocumentContent, text: PrintedText, last: dict[Steps, str]
) -> Iterator[Finding]:
    """Numbers and letters must be in sequence; the first number of a report may be any."""
    above, mark = text.steps[:-1], text.steps[-1]
    if mark.startswith("#") or unit_steps(text.steps) != text.steps:
        return
    before = last.get(above, "")
    last[above] = mark
    if not _follows(before, mark, above, any_first=bool(adopted.recommendations)):
        where = f"after {_shown((*above, before))}" if before else "first"
        yield adopted.original.finding(
            "I004",
            text.line,
            f"{_shown(text.steps)} stands {where}",
            "compare it with the document; a number may have been lost or misread",
        )


def _follows(before: str, mark: str, above: Steps, *, any_first: bool) -> bool:
    if mark.isdigit():
        first = (any_first and not above) or mark == "1"
        return before.isdigit() and int(mark) == int(before) + 1 if before else first
    if is_item((*above, mark)):
        return from_roman(mark) == (from_roman(before) if before else 0) + 1
    return mark == next_letter(before)


def _shown(steps: Steps) -> str:
    """Steps as an editor names them: 46 (j) (iv), PP 9 (a)."""
    first, *others = steps
    if first == ANNEX_STEP:
        return ", line ".join([f"annex {others[0]}", *others[1:]])
    if first == PREAMBULAR_STEP and others:
        return " ".join([f"PP {others[0]}", *(f"({step})" for step in others[1:])])
    return " ".join([first, *(f"({step})" for step in others)])


def _name(record: PrintedRecord) -> str:
    return f"{record.kind} {record.number}" if record.kind else record.number
