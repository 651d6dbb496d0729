"""The annexes of a resolution: each is kept line by line, or left out whole for a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from compendium.documents.blocks import Block, Hand, Kind, note_marks, with_counted_marks
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.marks import mark_of
from compendium.documents.original import Line, Original, Role, Style
from compendium.documents.powers import with_powers_kept
from compendium.documents.printed import PrintedRecord, PrintedText
from compendium.documents.raised_signs import raised_signs
from compendium.documents.signs import signs
from compendium.model.annexes import ANNEX_STEP
from compendium.model.markup import shield, without_emphasis, write_escapes

# Why an annex is left out.
NOT_WHOLE = "this format does not say what is a paragraph of it (Akoma Ntoso, Word and HTML do)"
NOT_OWN = "it may belong to the document, which is not one resolution alone"
_ALONE = "it has no text but its heading"
_WITHOUT_HEADING = "what is attached does not begin with a heading"


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of an annex: its text with its mark and notes, and what its document states about it.

    `begins` means that an attachment begins with it. `hinders` is something in the annex at this
    line that lines of text cannot represent.
    """

    text: PrintedText
    begins: bool = False
    hinders: str = ""


@dataclass(frozen=True, slots=True)
class LeftAnnex:
    """An annex that is left out: the number of its first line, that line, and why."""

    line: int
    heading: str
    reason: str


@dataclass(frozen=True, slots=True)
class Annexed:
    """The texts of the annexes that are kept, and the annexes that are left out."""

    texts: tuple[PrintedText, ...] = ()
    left: tuple[LeftAnnex, ...] = ()

    def left_whole(self, reason: str) -> Annexed:
        """The same content with every annex left out, all for one reason."""
        first = (text for text in self.texts if len(text.steps) == len((ANNEX_STEP, "1")))
        every = (
            *((text.line, text.text) for text in first),
            *((o.line, o.heading) for o in self.left),
        )
        return Annexed(left=tuple(LeftAnnex(*one, reason) for one in sorted(every)))


def read_annexes(pieces: Iterable[Piece], is_heading: Callable[[str], bool]) -> Annexed:
    """Divide the attached lines into annexes, and keep each annex that is only text.

    Args:
        pieces: the lines, in order.
        is_heading: whether an annex begins with a line, judging by its words.
    """
    texts: list[PrintedText] = []
    left: list[LeftAnnex] = []
    for number, annex in enumerate(_divided(pieces, is_heading), start=1):
        first = annex[0].text
        if reason := _reason(annex, is_heading):
            left.append(LeftAnnex(first.line, _bare(first.text), reason))
        else:
            texts += _with_steps(annex, (ANNEX_STEP, str(number)))
    return Annexed(tuple(texts), tuple(left))


def with_annexes(record: PrintedRecord, annexed: Annexed) -> PrintedRecord:
    """A record with the texts of its kept annexes after its other texts."""
    return replace(record, texts=(*record.texts, *annexed.texts))


def _divided(
    pieces: Iterable[Piece], is_heading: Callable[[str], bool]
) -> Iterator[Sequence[Piece]]:
    annex: list[Piece] = []
    for piece in pieces:
        if annex and (piece.begins or is_heading(_bare(piece.text.text))):
            yield annex
            annex = []
        annex.append(piece)
    if annex:
        yield annex


def _reason(annex: Sequence[Piece], is_heading: Callable[[str], bool]) -> str:
    """Why an annex cannot be kept; empty if it can."""
    first, *others = annex
    hindering = [piece.hinders for piece in annex if piece.hinders]
    if hindering or not others:
        return f"it holds {hindering[0]}" if hindering else _ALONE
    headed = first.text.heading or is_heading(_bare(first.text.text))
    return "" if headed else _WITHOUT_HEADING


def _with_steps(annex: Sequence[Piece], above: tuple[str, ...]) -> Iterator[PrintedText]:
    """The texts of an annex; its headings have no emphasis."""
    for number, piece in enumerate(annex):
        text = piece.text
        heading = text.heading or not number
        steps = (*above, str(number)) if number else above
        words = without_emphasis(text.text) if heading else text.text
        yield replace(text, steps=steps, text=words, heading=heading)


def _bare(text: str) -> str:
    return without_emphasis(text).strip()


def open_end(annexed: Annexed) -> Iterator[Doubted]:
    """The doubt where the last annex ends, in a document that states only where annexes begin."""
    last = max((left.line for left in annexed.left), default=0)
    for text in annexed.texts[-1:]:
        if text.line > last:
            yield Doubted(Doubt.ANNEX, text.line, text.text)


def doubts_in(annexed: Annexed, original: Original) -> Iterator[Doubted]:
    """The doubts about the kept annexes of a document whose file states the role of each line.

    They concern raised characters, and numbers that are separate paragraphs.
    """
    for text in annexed.texts:
        said = original.lines[text.line - 1].said
        if said is not None:
            yield from raised_signs(text.line, said)
            if said.loose:
                yield Doubted(Doubt.PLACE, text.line, text.text)


def structured_pieces(original: Original, lines: range, hand: Hand) -> Iterator[Piece]:
    """The attached lines of a document whose file states the role of each line.

    Args:
        original: the document.
        lines: the numbers of the lines of one resolution.
        hand: how the document is written.
    """
    for number in lines:
        line = original.lines[number - 1]
        if line.said is not None and line.said.role is Role.ANNEX:
            words = (shield(hand.clean(line.said.mark)), line.text.strip())
            text = PrintedText(
                (),
                write_escapes(" ".join(filter(None, words))),
                tuple(map(write_escapes, line.said.notes)),
                number,
                lines=(number,),
                heading=line.style is Style.HEADING,
            )
            yield Piece(text, not line.said.depth, _hinders(line))


def paragraph_pieces(
    original: Original, lines: Iterable[int], notes: Mapping[str, Block], hand: Hand
) -> Iterator[Piece]:
    """The attached lines of a document in which each line is a paragraph.

    Args:
        original: the document.
        lines: the numbers of the lines, notes with them.
        notes: the notes of the document, by their numbers.
        hand: how it is written.
    """
    of_notes = {line for note in notes.values() for line in note.lines}
    for number in lines:
        line = original.lines[number - 1]
        if number in of_notes or not signs(line.text):
            continue
        kept = with_powers_kept(line.text.strip(), notes)
        own = [notes.get(mark) for mark in note_marks(kept)]
        text = PrintedText(
            (),
            write_escapes(with_counted_marks(kept)),
            tuple(write_escapes(note.text) if note else "" for note in own),
            number,
            lines=(number,),
            note_lines=tuple(place for note in own if note for place in note.lines),
            heading=line.style is Style.HEADING,
        )
        stray = mark_of(line.text, hand)[0] is Kind.NOTE
        yield Piece(text, hinders=_hinders(line) or ("a note that nothing names" if stray else ""))


def _hinders(line: Line) -> str:
    """The content in or beside this line that a line of text cannot represent."""
    if any(doubt is Doubt.OBJECT for doubt, _ in line.doubts):
        return "a picture, a formula or a field"
    return "a table" if line.in_table else ""
