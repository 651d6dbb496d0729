"""Blocks: the paragraphs of a text as received, with those divided by pages joined again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from unicodedata import normalize

from compendium.documents.bullets import begins_with_bullet, begins_with_dash, without_bullet
from compendium.documents.hyphens import Hyphens
from compendium.documents.word_comparison import comparable
from compendium.model.markup import ASTERISK


class Kind(Enum):
    """The kind of mark that a block begins with."""

    HEADING = auto()
    SUBHEADING = auto()  # within a record, by the format of the document
    RECORD = auto()  # the heading of a resolution or decision; its title follows
    NUMBER = auto()  # 1.
    LETTER = auto()  # (a), or an item (i)
    ITEM = auto()  # an item, where no letter looks like one
    COUNT = auto()  # PP 5, the count of preambular paragraphs in the margin
    NOTE = auto()  # a superscript number
    PLAIN = auto()
    STRAY = auto()  # a note that no text calls, an entry of a list without a number


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its kind, the mark it begins with, and the text after the mark.

    `line` is the number of its first line, `lines` are the numbers of all its lines, and `printed`
    is the mark as printed.
    """

    kind: Kind
    mark: str
    text: str
    line: int = field(default=0, compare=False)
    lines: tuple[int, ...] = field(default=(), compare=False)
    printed: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that a block may begin with: a pattern, and what its group means if that differs."""

    kind: Kind
    pattern: re.Pattern[str]
    says: Mapping[str, str] = field(default_factory=dict)


class Flow(Enum):
    """Whether a line without a mark may continue the block before it."""

    BROKEN = auto()  # pages divide paragraphs, and a small letter begins no text
    WHOLE = auto()  # only if the block before has not ended
    FIXED = auto()  # never


@dataclass(frozen=True, slots=True)
class Hand:
    """How a document is written.

    `marks` are the marks that texts begin with, `stops` the marks that texts end with, `commas` the
    marks that only a text of a preamble may end with, and `conjunctions` the words that may follow
    them in a list. `clean` makes a line comparable. `small_preamble` means that the paragraphs of a
    preamble begin with a small letter. `bullets` means that a bullet or a dash at the start of a
    line is kept.
    """

    marks: tuple[Mark, ...]
    flow: Flow = Flow.BROKEN
    clean: Callable[[str], str] = comparable
    stops: tuple[str, ...] = (".", ";", ":", "!", "?")
    commas: tuple[str, ...] = (",",)
    conjunctions: tuple[str, ...] = ()
    small_preamble: bool = False
    bullets: bool = True


_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# Except the figures of a power with a sign: 10⁻³.
KEPT = "\ufdda"  # before raised figures that are known not to call a note
_RAISED = re.compile(r"(?<![⁻⁺\ufdda⁰¹²³⁴⁵⁶⁷⁸⁹])(?<!\d[-−–])[⁰¹²³⁴⁵⁶⁷⁸⁹]+")  # noqa: RUF001
_POWER = frozenset("²³")
_UNIT = re.compile(r"(?:^|[\s\d])(?:[kcdmµ]?m|[кс]?м|كم)$")  # km², not a note
NOTE_MARK = Mark(Kind.NOTE, re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s*"))
COLLATED = Hand(
    (
        NOTE_MARK,
        Mark(Kind.NUMBER, re.compile(r"(\d{1,3})\.\s+")),
        Mark(Kind.LETTER, re.compile(r"\(([a-z]{1,6})\)\s+")),
        Mark(Kind.COUNT, re.compile(r"PP (\d{1,3})$")),
    ),
    bullets=False,
)
_LONGEST_MARK = 8  # (xviii)
_TAIL = 300  # letters at the end of a text that show whether it has ended
_CLOSERS = f"\"')”“’‘»)*{ASTERISK}"


def blocks_of(
    lines: Iterable[str], heading: Callable[[str], Kind | None], hand: Hand = COLLATED
) -> list[Block]:
    """Read lines as blocks, in order; `heading` recognizes the headings of this kind of document.

    A line without a mark continues the block before it, across any notes between them, if it begins
    with a small letter or the block has not ended. A list entry with a bullet in place of a number
    is a stray.
    """
    lines = list(lines)
    hyphens = Hyphens(lines if hand.flow is Flow.BROKEN else (), hand.conjunctions)
    blocks: list[Block] = []
    grown: dict[int, list[str]] = {}  # the pieces of blocks that consist of several lines
    numbers: dict[int, list[int]] = {}  # the line numbers of these blocks
    last: int | None = None  # the block that a line may continue
    in_preamble = False  # of a titled record, up to its first number
    for number, line in enumerate(lines, start=1):
        bare = _without_bullet(line, hand).strip()
        if not bare:
            continue
        block = replace(_block(bare, heading(bare), hand), line=number, lines=(number,))
        if _is_entry(block, blocks[last] if last is not None else None, hand):
            block = replace(block, kind=Kind.STRAY)
        if last is not None and _after_list(blocks[last], lines[number - 2]):
            last = None
        if last is not None and _continues(blocks, last, block, hand, in_preamble=in_preamble):
            pieces = grown.setdefault(last, [blocks[last].text])
            pieces[-1:] = hyphens.pieces(pieces[-1], block.text)
            blocks[last] = replace(blocks[last], text=f"{blocks[last].text[-_TAIL:]} {block.text}")
            numbers.setdefault(last, [blocks[last].line]).append(number)
            continue
        blocks.append(block)
        in_preamble = block.kind is Kind.RECORD or (in_preamble and block.kind is not Kind.NUMBER)
        if block.kind in {Kind.HEADING, Kind.SUBHEADING, Kind.RECORD}:
            last = None
        elif block.kind not in {Kind.NOTE, Kind.COUNT}:
            last = len(blocks) - 1
    for place, pieces in grown.items():
        blocks[place] = replace(blocks[place], text="".join(pieces), lines=tuple(numbers[place]))
    return blocks


def settle_notes(blocks: Sequence[Block]) -> tuple[list[Block], dict[str, Block]]:
    """Separate the notes from the blocks, by number; a note that no text calls is a stray."""
    named = {mark for block in blocks for mark in note_marks(block.text)}
    notes: dict[str, Block] = {}
    kept = []
    for block in blocks:
        if block.kind is not Kind.NOTE:
            kept.append(block)
        elif block.mark in named and block.mark not in notes:
            notes[block.mark] = block
        else:
            kept.append(replace(block, kind=Kind.STRAY))
    return kept, notes


def note_marks(text: str) -> list[str]:
    """The numbers of the notes that a text calls, in order.

    >>> note_marks("the Convention¹⁷ on 5 km² of lamps³")
    ['17', '3']
    """
    marks = filter(_is_call, _RAISED.finditer(text))
    return [mark[0].translate(_SUPERSCRIPTS) for mark in marks]


def with_counted_marks(text: str) -> str:
    """The text with its superscript numbers as `[^1]`, `[^2]`, counted from one.

    >>> with_counted_marks("the Convention¹⁷ and the Protocol¹⁸")
    'the Convention[^1] and the Protocol[^2]'
    """
    count = iter(range(1, len(text) + 1))
    marked = _RAISED.sub(lambda mark: f"[^{next(count)}]" if _is_call(mark) else mark[0], text)
    return marked.replace(KEPT, "")


def _is_call(mark: re.Match[str]) -> bool:
    """Whether a raised figure calls a note, and is not the power of a unit."""
    start = mark.start()
    return not (mark[0] in _POWER and _UNIT.search(mark.string, max(0, start - 4), start))


def ends(block: Block, hand: Hand = COLLATED, *, commas: bool = False) -> bool:
    """Whether the text of a block has ended; texts of a preamble end with commas."""
    text = _RAISED.sub("", block.text).rstrip(_CLOSERS)
    word = next((word for word in hand.conjunctions if text.endswith(word)), "")
    marks = (*hand.stops, *(hand.commas if commas else ()))
    return text.removesuffix(word).rstrip().endswith(marks)


def _block(line: str, heading: Kind | None, hand: Hand) -> Block:
    bare = hand.clean(line)
    if heading is not None:
        return Block(heading, "", bare)
    bare = emphasis_after_mark(bare, hand)
    for mark in hand.marks:
        match = mark.pattern.match(bare)
        if match:
            printed = match[1].translate(_SUPERSCRIPTS)
            says = mark.says.get(printed, printed)
            return Block(mark.kind, says, bare[match.end() :], printed=match[0])
    return Block(Kind.PLAIN, "", bare)


def emphasis_after_mark(text: str, hand: Hand) -> str:
    """The text with emphasis after its mark, if it begins before or in the mark.

    >>> emphasis_after_mark("*1. Urges* all", COLLATED), emphasis_after_mark("*1.* Rests", COLLATED)
    ('1. *Urges* all', '1. Rests')
    """
    place = text.find("*", 0, _LONGEST_MARK)
    if place < 0:
        return text
    bare = _without(text, place)
    end = bare.find("*")
    whole = f"{bare[:end]} {bare[end + 1 :]}" if bare[end - 1] in ".)-–" else _without(bare, end)
    for mark in hand.marks:
        if mark.kind is Kind.NOTE:
            continue
        alone = mark.pattern.match(whole) if 0 <= end < _LONGEST_MARK else None
        if alone and place < end <= alone.end():
            return f"{alone[0].rstrip()} {whole[alone.end() :]}"
        match = mark.pattern.match(bare)
        if match and place < match.end():
            rest = bare[match.end() :]
            return (
                f"{match[0]}{rest[1:].lstrip()}" if rest.startswith("*") else f"{match[0]}*{rest}"
            )
    return text


def _without(text: str, place: int) -> str:
    """The text without one of its characters."""
    return f"{text[:place]}{text[place + 1 :]}"


def _without_bullet(line: str, hand: Hand) -> str:
    """The line without the bullet or dash before its mark."""
    bare = without_bullet(line)
    if bare == line or not hand.bullets:
        return bare
    text = emphasis_after_mark(hand.clean(bare), hand)
    return bare if any(mark.pattern.match(text) for mark in hand.marks) else line


def _is_entry(block: Block, before: Block | None, hand: Hand) -> bool:
    """Whether a block is an entry of a list without numbers.

    A dash may belong to the sentence if a line before it is broken.
    """
    if not hand.bullets or block.kind is not Kind.PLAIN:
        return False
    broken = before is not None and hand.flow is Flow.BROKEN and not ends(before, hand, commas=True)
    return begins_with_bullet(block.text) or (begins_with_dash(block.text) and not broken)


def _after_list(point: Block, above: str) -> bool:
    """Whether words below an empty line follow a list whose last point ends above that line."""
    ended = normalize("NFKC", point.text.rstrip()).endswith((";", "\u061b"))
    return point.kind in {Kind.LETTER, Kind.ITEM} and ended and not above.strip()


def _continues(
    blocks: Sequence[Block], last: int, block: Block, hand: Hand, *, in_preamble: bool
) -> bool:
    """Whether a block without a mark continues the last; a title and a formula need no end mark."""
    if block.kind is not Kind.PLAIN or hand.flow is Flow.FIXED:
        return False
    if hand.bullets and begins_with_dash(block.text):
        return True
    small = block.text[:1].islower()
    if hand.flow is Flow.BROKEN and small and not (in_preamble and hand.small_preamble):
        return True
    whole = hand.flow is Flow.WHOLE and not small
    if whole and (in_preamble or block.text.startswith("*")):
        return False
    opens_record = any(before.kind is Kind.RECORD for before in blocks[max(0, last - 2) : last])
    return not opens_record and not ends(blocks[last], hand, commas=in_preamble or whole)
