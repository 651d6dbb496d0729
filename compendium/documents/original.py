"""An official document as received: its lines, and what its format states about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from compendium.documents.blocks import Flow
from compendium.documents.doubted import Doubt, Doubted
from compendium.findings import Finding, Place, Severity
from compendium.model.characters import in_one_form
from compendium.model.markup import unshield

# The remedy if the structure of a document fits no record.
BY_HAND = "write the record by hand; what a record holds is in docs/editors.md"
_ORDINAL_SIGNS = {"o": "º", "a": "ª"}
_OF_ORDINALS = frozenset("aeos")  # XIXe, nos
_RAISED = str.maketrans("0123456789-−–+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")  # noqa: RUF001
_POWER = re.compile(r"[-−–+]?[0-9]+")  # noqa: RUF001
_MARK = re.compile(r"[-−–+]?[0-9]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")  # noqa: RUF001


class Style(Enum):
    """The kind of a line by the format of its document."""

    TEXT = auto()
    HEADING = auto()


class Role(Enum):
    """The role of a line by the structure of its document."""

    HEAD = auto()  # of the document: who issued it, when, under which item
    NUMBER = auto()  # of a resolution or decision
    TITLE = auto()
    FORMULA = auto()
    PREAMBULAR = auto()
    PASSAGE = auto()  # of the operative part, or of a list in the preamble
    GOES_ON = auto()  # a further paragraph of the text before it
    HEADING = auto()  # of a section
    CLOSING = auto()  # place and date of adoption
    ANNEX = auto()
    ORNAMENT = auto()  # * * *


@dataclass(frozen=True, slots=True)
class Said:
    """What the structure of a document states about a line.

    `mark` is the mark before its text, as printed: 1., (a). `depth` is the number of passages above
    it. `loose` means that the structure does not state which passage it is below, or that its role
    is uncertain. `notes` are the texts of its notes, whose marks in the text are `[^1]`, `[^2]`;
    `again` are the raised figures that call a note a second time, by the number of their mark;
    `raised` are the raised figures that call none; `figures` are printed before notes.
    """

    role: Role
    mark: str = ""
    depth: int = 0
    loose: bool = False
    notes: tuple[str, ...] = ()
    again: Mapping[int, str] = field(default_factory=dict)
    raised: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document: its text, with *emphasis* and raised numbers for notes.

    A note is a separate line that begins with its raised number. `place` counts in the original:
    lines, paragraphs or pages. `said` is what the structure of the document states about the line,
    if the document has a structure. `made` is text of the line that is not among the words of the
    file: automatic numbers, marks of notes. `doubts` are the doubts that its format leaves, each
    with the words that it is about. `in_table` means that it is a cell of a table, or a part of
    one.
    """

    text: str
    place: int
    style: Style = Style.TEXT
    said: Said | None = None
    made: str = ""
    doubts: tuple[tuple[Doubt, str], ...] = ()
    in_table: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The text, and the texts of the notes that the structure of the document gives it."""
        return (self.text, *(self.said.notes if self.said else ()))

    def changed(self, change: Callable[[str], str]) -> Line:
        """The line with every text in it changed by the same function."""
        said = self.said and replace(self.said, notes=tuple(map(change, self.said.notes)))
        return replace(self, text=change(self.text), made=change(self.made), said=said)

    def joined(self, following: Line) -> Line:
        """The line as one with the line after it, with the doubts about both."""
        text = f"{self.text.rstrip()} {following.text.strip()}"
        return replace(self, text=text, doubts=(*self.doubts, *following.doubts))

    def in_doubt(self, doubt: Doubt) -> Line:
        """The line with one more doubt, about its text."""
        return replace(self, doubts=(*self.doubts, (doubt, self.text)))


@dataclass(frozen=True, slots=True)
class Original:
    """A document: the name of its file, its lines, their flow, and the unit of their places.

    `heads` are the lines at the edges of its pages. `shown` is all text that the file shows,
    counted from the file itself and not from what was read of it. `own_marks` means that the marks
    of notes are not in that text, but were made by the reader. `doubted` are the doubts that its
    format leaves. `starts` are the numbers of the lines where its resolutions begin, and `language`
    is the code of its language according to its structure.
    """

    file: str
    lines: tuple[Line, ...]
    flow: Flow
    counts: str = "line"
    heads: tuple[str, ...] = ()
    shown: str = ""
    own_marks: bool = False
    doubted: tuple[Doubted, ...] = ()
    starts: tuple[int, ...] = (1,)
    language: str = ""

    def in_one_form(self) -> Original:
        """The document with each letter and its accents as one character, which is reported."""
        texts = [text for line in self.lines for text in line.texts]
        words = (word for text in texts if in_one_form(text) != text for word in text.split())
        apart = dict.fromkeys(composed for word in words if (composed := in_one_form(word)) != word)
        told = (Doubted(Doubt.ACCENTS, 0, ", ".join(apart)),) if apart else ()
        return replace(self.changed(in_one_form), doubted=(*self.doubted, *told))

    def changed(self, change: Callable[[str], str]) -> Original:
        """The document with every text in it changed by the same function."""
        lines = tuple(line.changed(change) for line in self.lines)
        heads = tuple(map(change, self.heads))
        return replace(self, lines=lines, heads=heads, shown=change(self.shown))

    @property
    def is_set_in_lines(self) -> bool:
        """Whether a paragraph may have several lines that end wherever one is full."""
        return self.flow is Flow.BROKEN and self.counts != "page"

    def place(self, line: int) -> str:
        """The place of a line, for messages; zero means the document as a whole.

        >>> Original("a.docx", (Line("One", 1), Line("Two", 4)), Flow.WHOLE, "paragraph").place(2)
        'a.docx, paragraph 4'
        """
        place = self.lines[line - 1].place if 0 < line <= len(self.lines) else 0
        if place and self.counts != "line":
            return f"{self.file}, {self.counts} {place}"
        return str(Place(self.file, place))

    def finding(
        self, code: str, line: int, message: str, remedy: str, *, error: bool = False
    ) -> Finding:
        """A finding at a line by its number from one; zero means the document as a whole."""
        place = self.lines[line - 1].place if 0 < line <= len(self.lines) else 0
        if place and self.counts != "line":
            message = f"{self.counts} {place}: {message}"
        severity = Severity.ERROR if error else Severity.WARNING
        return Finding(Place(self.file, place), code, message, remedy, severity)


def raised(number: str) -> str:
    """A number as the mark of a note.

    >>> raised("17")
    '¹⁷'
    """
    return number.translate(_RAISED)


def superscript(text: str) -> str:
    """A raised text: figures as the mark of a note, the letter of an ordinal as its sign.

    >>> superscript("17"), superscript("-3"), superscript("o"), superscript("th")
    ('¹⁷', '⁻³', 'º', 'th')
    """
    bare = text.strip()
    return raised(bare) if is_power(bare) else _ORDINAL_SIGNS.get(bare, text)


def is_power(text: str) -> bool:
    """Whether a raised text is a number, perhaps with a minus.

    >>> is_power("17"), is_power("-3"), is_power("th")
    (True, True, False)
    """
    return bool(_POWER.fullmatch(text))


def is_formula(raised_text: str) -> bool:
    """Whether a raised text belongs to a formula, or is several marks: a letter, mixed figures.

    >>> [is_formula(text) for text in ("n", "2n", "1,2", "(a)", "th", "e", "o", "17", "-3", "[1]")]
    [True, True, True, True, False, False, False, False, False, False]
    >>> is_formula("1."), is_formula("¹")
    (False, False)
    """
    bare = raised_text.strip()
    number = _MARK.fullmatch(unshield(bare).strip("[](). "))
    if number or not any(map(str.isalnum, bare)) or bare in _OF_ORDINALS:
        return False
    return len(bare) == 1 or not bare.isalpha()


def emphasised(text: str) -> str:
    """A text as emphasis, with the spaces at its ends outside the marks.

    >>> emphasised("Recalling ")
    '*Recalling* '
    """
    bare = text.strip()
    if not bare:
        return text
    start = text.index(bare)
    bare = bare.replace("*", "")  # emphasis within the text; its literal asterisks are shielded
    return f"{text[:start]}*{bare}*{text[start + len(text.strip()) :]}"


def of_paragraphs(paragraphs: Sequence[str]) -> tuple[tuple[Doubt, str], ...]:
    """The doubts about a note of several paragraphs: those after the first may be separate notes.

    >>> of_paragraphs(["See A.", "See B."])
    ((<Doubt.GOES_ON: 2>, 'See B.'),)
    """
    return tuple((Doubt.GOES_ON, one) for one in [text for text in paragraphs if text][1:])
