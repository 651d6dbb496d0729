"""The passages of a record: paragraphs, subparagraphs, items, preambular paragraphs."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from compendium.model.bounds import NoteNumber, ParagraphNumber
from compendium.model.roman import from_roman
from compendium.model.value import Value

TopicKey = Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)*$")]
# The mark of a subparagraph; some lists have numbers instead of letters.
Letter = Annotated[str, Field(pattern=r"^([a-z]{1,2}|[1-9][0-9]?)$")]


def _check_item(mark: str) -> str:
    if mark != mark.lower():
        raise ValueError(f"{mark!r} is not a small Roman numeral")
    from_roman(mark)
    return mark


ItemMark = Annotated[
    str, AfterValidator(_check_item), Field(json_schema_extra={"pattern": "^[ivxlcdm]+$"})
]


class Passage(Value):
    """A text that was adopted, with its notes and the topics an editor assigned.

    Text is plain but for `*emphasis*` and note marks `[^1]`, which name entries of `notes`.
    """

    text: str = Field(
        min_length=1,
        description=(
            "The text as adopted: plain but for *emphasis* and note marks [^1]; the chapeau "
            "where a list follows."
        ),
    )
    notes: dict[NoteNumber, str] = Field(
        default_factory=dict,
        description=(
            "The notes by the number of their mark in the text, counted from 1 in each text."
        ),
    )
    topics: tuple[TopicKey, ...] = Field(
        default=(),
        description=(
            "Keys of the topics under which the index lists this text, in the order of topics.yaml."
        ),
    )


Closing = Annotated[
    str | None,
    Field(
        default=None,
        min_length=1,
        description="The words that go on after the list below it: `and to report.`",
    ),
]


class Item(Passage):
    """An item, (i), of a subparagraph."""

    item: ItemMark = Field(description="The small Roman numeral of the item: i, ii, iii.")


class Subparagraph(Passage):
    """A subparagraph, (a); its text is the chapeau when items follow."""

    letter: Letter = Field(
        description=(
            "The letter of the subparagraph: a, b, c; after z come aa, bb. Its number, in quotes, "
            "where the list is numbered."
        ),
    )
    items: tuple[Item, ...] = Field(default=(), description="The items (i), (ii) below it.")
    closing: Closing


class Paragraph(Passage):
    """A numbered paragraph or recommendation; its text is the chapeau when subparagraphs follow.

    `report` is the number that the official report gives it, where that report counts otherwise.
    """

    number: ParagraphNumber = Field(
        description="The number, counted from 1 in its meeting or record."
    )
    report: ParagraphNumber | None = Field(
        default=None,
        description=(
            "The number that the official report gives it, where that report counts otherwise."
        ),
    )
    headings: tuple[Annotated[str, Field(min_length=1)], ...] = Field(
        default=(),
        description="The headings of sections before it, in order: the number, the title.",
    )
    subparagraphs: tuple[Subparagraph, ...] = Field(
        default=(), description="The subparagraphs (a), (b) below it."
    )
    closing: Closing


class PreambularParagraph(Passage):
    """A preambular paragraph (PP), counted from one."""

    number: ParagraphNumber = Field(
        description="The number among the preambular paragraphs, counted from 1."
    )
    subparagraphs: tuple[Subparagraph, ...] = Field(
        default=(), description="The subparagraphs (a), (b) below it."
    )
    closing: Closing
