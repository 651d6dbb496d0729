"""An official document as received: its lines, and what its format says of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from compendium.documents.blocks import Flow
from compendium.findings import Finding, Place, Severity
from compendium.model.characters import in_one_form

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Style(Enum):
    """What the format of a document says of a line."""

    TEXT = auto()
    HEADING = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document: its text, with *emphasis* and raised numbers for notes.

    A note is a line of its own that begins with its raised number. `place` counts in the
    original: lines, paragraphs or pages.
    """

    text: str
    place: int
    style: Style = Style.TEXT


@dataclass(frozen=True, slots=True)
class Original:
    """A document: the name of its file, its lines, their flow, and what their places count.

    `heads` are what stands at the edges of its pages.
    """

    file: str
    lines: tuple[Line, ...]
    flow: Flow
    counts: str = "line"
    heads: tuple[str, ...] = ()

    def in_one_form(self) -> Original:
        """The document with each letter and its accents as one character."""
        lines = tuple(replace(line, text=in_one_form(line.text)) for line in self.lines)
        return replace(self, lines=lines, heads=tuple(map(in_one_form, self.heads)))

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


def emphasised(text: str) -> str:
    """A text as emphasis, with the spaces at its ends outside the marks.

    >>> emphasised("Recalling ")
    '*Recalling* '
    """
    bare = text.strip()
    if not bare:
        return text
    start = text.index(bare)
    bare = bare.replace("*", "")
    return f"{text[:start]}*{bare}*{text[start + len(text.strip()) :]}"
