"""Facts that a document does not state, or not clearly, for an editor to check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Doubt(Enum):
    """A point that an editor should check, because the document does not state it."""

    PLACE = auto()  # the place of a text is inferred from its mark and the text before it
    GOES_ON = auto()  # a text has two paragraphs
    PREAMBLE = auto()  # a paragraph among the operative ones is taken for the preamble
    NUMBER = auto()  # only the symbol contains the number of the record
    SLIP = auto()  # a number is misprinted
    PART = auto()  # the record is a part of a resolution
    HEADING = auto()  # a paragraph is taken for a heading
    DIVISION = auto()  # whether a text is one whole paragraph
    HIDDEN = auto()  # words that are not shown, and were left out
    STRUCK = auto()  # words struck through, which were left out
    CHANGES = auto()  # changes are tracked, and read as if they were accepted
    UNSETTLED = auto()  # nobody said whether the changes tracked in it count
    PAGES = auto()  # text at the edges of pages of a plain text may be within texts
    COLUMNS = auto()  # pages are set in columns, which are read one after the other
    DIRECTION = auto()  # the order of letters on pages from right to left is worked out
    AGAIN = auto()  # a raised figure is taken for the mark of a note above
    RAISED = auto()  # a raised figure or letter is not the mark of a note, but a sign
    LIST = auto()  # a paragraph of the preamble has a list
    FORMULA = auto()  # a line after the title is taken for the enacting formula
    NO_FORMULA = auto()  # a preamble has no enacting formula
    SECTION = auto()  # a section of a report that is left out may contain recommendations
    OBJECT = auto()  # a picture, a formula or a field within a text
    ANNEX = auto()  # an annex is taken to continue to the end of the document
    HYPHEN = auto()  # at the end of a line, in a word that appears nowhere else
    LOWERED = auto()  # figures that are lowered are set in the line
    LOOK = auto()  # text is shown in another place or order, or only sometimes
    AID = auto()  # a reading aid beside or above words is left out
    EDGE = auto()  # an edge of a page is left out of the text that surrounds it
    POINTS = auto()  # points of a list are within a text, in one line
    ACCENTS = auto()  # letters and their accents are separate characters


@dataclass(frozen=True, slots=True)
class Doubted:
    """A doubt, the number of its line from one, and what it is about."""

    doubt: Doubt
    line: int
    about: str
