"""Edition definitions: what one publication holds, and the text of its front matter."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from compendium.model.gatherings import BodyKey
from compendium.model.value import Value

Text = Annotated[str, Field(min_length=1)]


class Part(Value):
    """A part of the edition: the records of one body under a heading."""

    letter: Annotated[str, Field(pattern=r"^[A-Z]$")]
    body: BodyKey
    heading: Text
    running_head: Text
    remark: Text | None = None


class IndexText(Value):
    """The words of the thematic index: heading, columns, labels, notes."""

    heading: Text
    running_head: Text
    introduction: tuple[Text, ...] = ()
    columns: dict[str, Text]
    part_label: Text
    continued: Text
    see: Text
    see_also: Text


class Edition(Value):
    """One publication definition, such as the compendium."""

    key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    title: Text
    short_title: Text
    subject: Text
    subtitle: Text
    publisher: Text
    imprint: tuple[Text, ...]
    year: int
    status: Text | None = None
    place: Text
    keywords: tuple[Text, ...] = ()
    copyright: Text
    disclaimers: tuple[Text, ...]
    contents_heading: Text
    contents_remark: Text | None = None
    introduction_heading: Text
    introduction: tuple[Text, ...]
    body_heading: Text
    body_introduction: tuple[Text, ...]
    parts: tuple[Part, ...] = Field(min_length=1)
    index: IndexText
    colophon: tuple[Text, ...]
    labels: dict[str, Text] = Field(default_factory=dict)
