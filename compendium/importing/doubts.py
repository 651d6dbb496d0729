"""Doubts about what was read from a document, each at its line (codes I004 to I040)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compendium.documents.content import DocumentContent
from compendium.documents.doubted import Doubt
from compendium.documents.printed import STRAY, PrintedRecord, PrintedText
from compendium.documents.word_comparison import opening
from compendium.findings import Finding
from compendium.model.annexes import ANNEX_STEP
from compendium.model.list_letters import next_letter
from compendium.model.roman import from_roman
from compendium.model.units import PREAMBULAR_STEP, is_item, unit_steps

Steps = tuple[str, ...]
_DOUBTS = {
    Doubt.PLACE: (
        "I015",
        "the document does not say what this stands below; by its mark it is placed here: {}",
        "compare its place with the document",
    ),
    Doubt.GOES_ON: (
        "I016",
        "a text of two paragraphs was made one; the second begins: {}",
        "compare it with the document",
    ),
    Doubt.PREAMBLE: (
        "I017",
        "taken for a paragraph of the preamble, which the document does not say: {}",
        "compare its place with the document",
    ),
    Doubt.NUMBER: (
        "I018",
        "the document prints no number of the resolution; {} is from its symbol",
        "compare it with the document",
    ),
    Doubt.SLIP: (
        "I028",
        "a number is misprinted, for those beside it leave another between them: {}",
        "compare it with the document in other languages",
    ),
    Doubt.PART: (
        "I022",
        "{} is a part of a resolution; its other parts may be documents of their own",
        "import these, too",
    ),
    Doubt.HEADING: (
        "I029",
        "taken for a heading before the next number: {}",
        "compare it with the document",
    ),
    Doubt.DIVISION: (
        "I025",
        "perhaps a part of a paragraph, or more than one: {}",
        "compare it with the page",
    ),
    Doubt.HIDDEN: (
        "I026",
        "hidden words are left out: {}",
        "see in the word processor whether they belong to the text",
    ),
    Doubt.STRUCK: (
        "I026",
        "words struck through are left out: {}",
        "see in the word processor whether they belong to the text",
    ),
    Doubt.CHANGES: (
        "I027",
        "changes are tracked in it; it is read as if all were {}",
        "get the document as it was issued, or accept or reject the changes",
    ),
    Doubt.RAISED: (
        "I031",
        "what is raised here names no note and is kept as a sign: {}",
        "if it is the mark of a note, add the note by hand",
    ),
    Doubt.LIST: (
        "I032",
        "a paragraph of the preamble has a list, which other documents may count as paragraphs: {}",
        "compare the count of the preamble with the document",
    ),
    Doubt.ACCENTS: (
        "I033",
        "letters and accents are characters of their own here, and one in the record: {}",
        "nothing, unless a word looks otherwise than in the document",
    ),
    Doubt.PAGES: (
        "I039",
        "the text is divided into pages: what stands at their edges may be within texts",
        "take it out of the record, or import the document in the format that it came in",
    ),
    Doubt.COLUMNS: (
        "I037",
        "columns of text are read one after the other on these pages: {}",
        "compare the order of what stands there with the pages",
    ),
    Doubt.DIRECTION: (
        "I034",
        "the letters of a PDF from right to left are put in order by their places on the page",
        "compare numbers, brackets and words in Latin letters with the pages, or import the .docx",
    ),
    Doubt.OBJECT: (
        "I044",
        "a picture, a formula or a field that is filled in stands within this, and is left out: {}",
        "add what it says by hand; the text is not set as official",
    ),
    Doubt.FORMULA: (
        "I045",
        "taken for the enacting formula, for it stands after the title: {}",
        "compare title, formula and preamble with the document",
    ),
    Doubt.SECTION: (
        "I046",
        "a section that may hold recommendations is left out: {}",
        "if they were adopted, add them to the record by hand",
    ),
    Doubt.ANNEX: (
        "I047",
        "the annex is taken to go on to the end of the document; this is its last line: {}",
        "delete what stands after its end",
    ),
    Doubt.AGAIN: (
        "I019",
        "a raised {} is taken for a mark of the note with that number",
        "if it is none, mend the text by hand",
    ),
}


_INCOMPLETE = (
    "INCOMPLETE: something of the document is not in this draft; delete this line when it is"
)
LOST = frozenset({"I005", "I023"})
INCOMPLETE = LOST | {"I044"}
# Doubts about the words themselves, which concern a translation as they do a record.
OF_FORMAT = frozenset(
    {"I008", "I016", "I025", "I026", "I027", "I034", "I037", "I039", "I040", "I044", "I045"}
)

# Doubts about what a text is, with which none is official.
OF_TEXT = frozenset({Doubt.FORMULA, Doubt.GOES_ON, Doubt.DIVISION, Doubt.HYPHEN, Doubt.OBJECT})


def remark_on(findings: Iterable[Finding]) -> str:
    """The comment that a draft gets for what was found; empty where nothing is lost."""
    return _INCOMPLETE if any(finding.code in INCOMPLETE for finding in findings) else ""


def unaccounted(adopted: DocumentContent) -> Iterator[Finding]:
    """What of a document is in nothing that was read: nothing of it may be official then."""
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
    """Whether a text is a paragraph of what was adopted, and none of the preamble."""
    return steps[0] not in {PREAMBULAR_STEP, ANNEX_STEP} and not steps[0].startswith("#")


def doubts(adopted: DocumentContent) -> Iterator[Finding]:
    """Everything in what was adopted that an editor should look at."""
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
    for doubted in (*adopted.original.doubted, *adopted.doubted):
        if doubted.doubt in {Doubt.HYPHEN, Doubt.UNSETTLED}:  # told together; of translations
            continue
        code, what, remedy = _DOUBTS[doubted.doubt]
        message = what.format(opening(doubted.about))
        error = doubted.doubt is Doubt.OBJECT
        yield adopted.original.finding(code, doubted.line, message, remedy, error=error)
    for annex in adopted.annexes:
        yield adopted.original.finding(
            "I008",
            annex.line,
            f"{opening(annex.heading)}: an annex that is left out, for {annex.reason}",
            "if it belongs to what was adopted, add it to the record by hand",
        )


def _hyphens(adopted: DocumentContent) -> Iterator[Finding]:
    """All hyphens at ends of lines that are in doubt, told once with their places."""
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
    """Numbers and letters count on; the first number of a report may be any."""
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
