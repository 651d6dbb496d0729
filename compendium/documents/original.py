"""An official document as received: its lines, and what its format says of them."""

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

# What to do where a document has a structure that no record holds.
BY_HAND = "write the record by hand; what a record holds is in docs/editors.md"
_ORDINAL_SIGNS = {"o": "º", "a": "ª"}
_OF_ORDINALS = frozenset("aeos")  # XIXe, nos
_RAISED = str.maketrans("0123456789-−–+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")  # noqa: RUF001
_POWER = re.compile(r"[-−–+]?[0-9]+")  # noqa: RUF001
_MARK = re.compile(r"[-−–+]?[0-9]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")  # noqa: RUF001


class Style(Enum):
    """What the format of a document says of a line."""

    TEXT = auto()
    HEADING = auto()


class Role(Enum):
    """What the structure of a document says that a line is."""

    HEAD = auto()  # of the document: who issued it, when, under which item
    NUMBER = auto()  # of a resolution or decision
    TITLE = auto()
    FORMULA = auto()
    PREAMBULAR = auto()
    PASSAGE = auto()  # of the operative part, or of a list in the preamble
    GOES_ON = auto()  # a further paragraph of the text before it
    HEADING = auto()  # of a section
    CLOSING = auto()  # where and when it was adopted
    ANNEX = auto()
    ORNAMENT = auto()  # * * *


@dataclass(frozen=True, slots=True)
class Said:
    """What the structure of a document says of a line.

    `mark` is what stands before its text, as printed: 1., (a). `depth` is how many passages it
    stands below; where it is `loose` the structure does not say below which, or that it is what it
    is taken for. `notes` are the texts of its notes, whose marks in the text are `[^1]`, `[^2]`;
    `again` are the raised figures that name a note a second time, by the number of their mark;
    `raised` are those that name none; `figures` are printed before notes.
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

    A note is a line of its own that begins with its raised number. `place` counts in the
    original: lines, paragraphs or pages. `said` is what the structure of the document says of the
    line, where the document has any; `made` what stands in the text though the file has no words
    for it: automatic numbers, marks of notes. `doubts` are what its format leaves open of it, each
    with what it is about; `in_table` says that it is a cell of a table, or a part of one.
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
        """The text, and those of the notes that the structure of the document gives it."""
        return (self.text, *(self.said.notes if self.said else ()))

    def changed(self, change: Callable[[str], str]) -> Line:
        """The line with every text in it changed in one way."""
        said = self.said and replace(self.said, notes=tuple(map(change, self.said.notes)))
        return replace(self, text=change(self.text), made=change(self.made), said=said)


@dataclass(frozen=True, slots=True)
class Original:
    """A document: the name of its file, its lines, their flow, and what their places count.

    `heads` are what stands at the edges of its pages. `shown` is all text that the file shows,
    counted from the file itself and not from what was read of it; `own_marks` says that the marks
    of notes are none of these, but the reader's own; `doubted` is what its format leaves open.
    `starts` are the numbers of the lines where its resolutions begin, and `language` the code of
    that which it is in, as its structure says.
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
        """The document with every text in it changed in one way."""
        lines = tuple(line.changed(change) for line in self.lines)
        heads = tuple(map(change, self.heads))
        return replace(self, lines=lines, heads=heads, shown=change(self.shown))

    def place(self, line: int) -> str:
        """Where a line stands, for messages; zero means the document as a whole.

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
    """What stands raised: figures as the mark of a note, the letter of an ordinal as its sign.

    >>> superscript("17"), superscript("-3"), superscript("o"), superscript("th")
    ('¹⁷', '⁻³', 'º', 'th')
    """
    bare = text.strip()
    return raised(bare) if is_power(bare) else _ORDINAL_SIGNS.get(bare, text)


def is_power(text: str) -> bool:
    """Whether what stands raised is a number, perhaps with a minus.

    >>> is_power("17"), is_power("-3"), is_power("th")
    (True, True, False)
    """
    return bool(_POWER.fullmatch(text))


def is_formula(raised_text: str) -> bool:
    """Whether what stands raised is of a formula, or several marks: a letter, figures with others.

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
    bare = bare.replace("*", "")  # emphasis within; asterisks of the text are shielded
    return f"{text[:start]}*{bare}*{text[start + len(text.strip()) :]}"


def of_paragraphs(paragraphs: Sequence[str]) -> tuple[tuple[Doubt, str], ...]:
    """The doubts about a note that is made of paragraphs: any after the first was one of its own.

    >>> of_paragraphs(["See A.", "See B."])
    ((<Doubt.GOES_ON: 2>, 'See B.'),)
    """
    return tuple((Doubt.GOES_ON, one) for one in [text for text in paragraphs if text][1:])
