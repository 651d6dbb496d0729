"""Annexes of a record, kept as they are printed, line by line."""

from __future__ import annotations

from pydantic import Field

from compendium.model.bounds import NoteNumber, ParagraphNumber
from compendium.model.value import Flag, Value

# In the keys of texts of an annex: `cop.5.annex.1` is its heading, `cop.5.annex.1.7` a line.
ANNEX_STEP = "annex"


class AnnexLine(Value):
    """A paragraph of an annex, or a heading within it, with the mark that is printed before it."""

    text: str = Field(
        min_length=1,
        description=(
            "The paragraph as printed, its mark with it: plain but for *emphasis* and note marks "
            "[^1]."
        ),
    )
    heading: Flag = Field(default=False, description="Whether it is a heading.")
    notes: dict[NoteNumber, str] = Field(
        default_factory=dict,
        description="The notes by the number of their mark, counted from 1 in each line.",
    )


class Annex(Value):
    """An annex; what it numbers and what stands below what is told by its lines alone."""

    number: ParagraphNumber = Field(
        description="Its number among the annexes of the document, counted from 1."
    )
    heading: str = Field(min_length=1, description="Its heading as printed, such as Annex II.")
    notes: dict[NoteNumber, str] = Field(
        default_factory=dict, description="The notes to the heading, by the number of their mark."
    )
    lines: tuple[AnnexLine, ...] = Field(
        min_length=1, description="Its headings and paragraphs, in order."
    )
