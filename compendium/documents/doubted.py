"""What a document does not say, or not clearly, for an editor to look at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Doubt(Enum):
    """What an editor should look at, for the document does not say it."""

    PLACE = auto()  # where a text stands is told by its mark and what stands before it
    GOES_ON = auto()  # a text has two paragraphs
    PREAMBLE = auto()  # a paragraph among the operative ones is taken for the preamble
    NUMBER = auto()  # of the record: only the symbol has it
    SLIP = auto()  # a number is misprinted
    PART = auto()  # the record is a part of a resolution
    HEADING = auto()  # a paragraph is taken for a heading
    DIVISION = auto()  # whether a text is one whole paragraph
    HIDDEN = auto()  # words that are not shown, and were left out
    STRUCK = auto()  # words struck through, which were left out
    CHANGES = auto()  # changes are tracked, and read as if they were accepted
    UNSETTLED = auto()  # nobody said whether the changes tracked in it count
    PAGES = auto()  # of a plain text: what stands at their edges may be within texts
    COLUMNS = auto()  # pages are set in columns, which are read one after the other
    DIRECTION = auto()  # the order of letters on pages from right to left is worked out
    AGAIN = auto()  # a raised figure is taken for the mark of a note above
    RAISED = auto()  # a raised figure or letter is no mark of a note, but a sign
    LIST = auto()  # a paragraph of the preamble has a list
    FORMULA = auto()  # a line after the title is taken for the enacting formula
    NO_FORMULA = auto()  # no enacting formula stands before a preamble
    SECTION = auto()  # of a report, which may hold recommendations and is left out
    OBJECT = auto()  # a picture, a formula or a field within a text
    ANNEX = auto()  # is taken to go on to the end of the document
    HYPHEN = auto()  # at the end of a line, of a word that stands nowhere else
    LOWERED = auto()  # figures that are lowered are set in the line
    LOOK = auto()  # what is shown is in another place or order, or only shown at times
    AID = auto()  # to reading, beside or above words, is left out
    EDGE = auto()  # of a page, which is left out of the text that it stands in
    POINTS = auto()  # of a list stand within a text, in one line
    ACCENTS = auto()  # letters and their accents are characters of their own


@dataclass(frozen=True, slots=True)
class Doubted:
    """A doubt, the number of its line from one, and what it is about."""

    doubt: Doubt
    line: int
    about: str
