"""The passages of a record: paragraphs, subparagraphs, items, preambular paragraphs."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from compendium.model.roman import from_roman
from compendium.model.value import Value

TopicKey = Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)*$")]
Letter = Annotated[str, Field(pattern=r"^[a-z]{1,2}$")]


def _check_item(mark: str) -> str:
    if mark != mark.lower():
        raise ValueError(f"{mark!r} is not a small Roman numeral")
    from_roman(mark)
    return mark


ItemMark = Annotated[str, AfterValidator(_check_item)]


class Passage(Value):
    """A text that was adopted, with its notes and the topics an editor assigned.

    Text is plain but for `*emphasis*` and note marks `[^1]`, which name entries of `notes`.
    """

    text: str = Field(min_length=1)
    notes: dict[int, str] = Field(default_factory=dict)
    topics: tuple[TopicKey, ...] = ()


class Item(Passage):
    """An item, (i), of a subparagraph."""

    item: ItemMark


class Subparagraph(Passage):
    """A subparagraph, (a); its text is the chapeau when items follow."""

    letter: Letter
    items: tuple[Item, ...] = ()


class Paragraph(Passage):
    """A numbered paragraph or recommendation; its text is the chapeau when subparagraphs follow.

    `report` is the number that the official report gives it, where that report counts otherwise.
    """

    number: int = Field(ge=1)
    report: int | None = Field(default=None, ge=1)
    subparagraphs: tuple[Subparagraph, ...] = ()


class PreambularParagraph(Passage):
    """A preambular paragraph (PP), counted from one."""

    number: int = Field(ge=1)
