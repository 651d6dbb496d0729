"""Edition definitions: what one publication holds, and the text of its front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from compendium.model.bounds import Ordinal, Year
from compendium.model.gatherings import BodyKey
from compendium.model.news import News
from compendium.model.symbols import DocumentSymbol
from compendium.model.value import Day, Flag, Text, Value


class Part(Value):
    """A part of the edition: the records of one body under a heading."""

    translatable: ClassVar[frozenset[str]] = frozenset(
        {
            "heading",
            "running_head",
            "remark",
        }
    )

    letter: Annotated[str, Field(pattern=r"^[A-Z]$")] = Field(description="The letter of the part.")
    body: BodyKey = Field(description="The key of the body whose records it holds.")
    heading: Text = Field(description="The heading of the part.")
    running_head: Text = Field(description="The heading at the top of its pages.")
    remark: Text | None = Field(default=None, description="What is said below the heading.")


class IndexText(Value):
    """The words of the thematic index: heading, columns, labels, notes."""

    translatable: ClassVar[frozenset[str]] = frozenset(
        {
            "heading",
            "running_head",
            "introduction",
            "columns",
            "part_label",
            "continued",
            "see",
            "see_also",
        }
    )

    heading: Text = Field(description="The heading of the index.")
    running_head: Text = Field(description="The heading at the top of its pages.")
    introduction: tuple[Text, ...] = Field(
        default=(), description="The paragraphs before the first topic."
    )
    columns: dict[str, Text] = Field(
        description=(
            "The headings of the columns: locators, symbol, record, paragraphs, recommendations; "
            "of a paper also topic, and report above symbol and paragraphs."
        ),
    )
    part_label: Text = Field(
        description="How a part is named in the index; {letter} is its letter."
    )
    continued: Text = Field(
        description="How a topic is repeated on a new page; {heading} is its heading."
    )
    see: Text = Field(description="The words of the cross-reference see.")
    see_also: Text = Field(description="The words of the cross-reference see also.")


class Masthead(Value):
    """The head of a parliamentary paper; the language adds its lines on distribution."""

    translatable: ClassVar[frozenset[str]] = frozenset(
        {
            "organ",
            "date_remark",
            "body",
            "place_and_dates",
            "item",
            "item_remark",
            "matter",
            "origin",
        }
    )

    symbol: DocumentSymbol = Field(description="The document symbol of the paper.")
    organ: Text = Field(description="The organ above the line.")
    date: Day = Field(description="The date of distribution.")
    date_remark: Text | None = Field(
        default=None, description="The remark on the date, such as that of a reissue."
    )
    body: Text = Field(description="The body that the paper is for.")
    place_and_dates: Text = Field(description="Where and when that body meets.")
    item: Text = Field(description="The item of the agenda.")
    item_remark: Text | None = Field(
        default=None, description="The remark on the agenda, at the foot of the page."
    )
    matter: Text = Field(description="The title of the item.")
    origin: Text = Field(description="Who prepared the paper.")


class Design(StrEnum):
    """The families of editions."""

    BOOK = "book"
    PAPER = "paper"


class Content(StrEnum):
    """What an edition can hold."""

    RECORDS = "records"
    INDEX = "index"


_NEEDED_BY_A_BOOK = (
    "short_title",
    "subtitle",
    "copyright",
    "contents_heading",
    "introduction_heading",
    "body_heading",
)


_NEEDED_COLUMNS = {
    Design.BOOK: ("locators", "symbol", "record", "paragraphs", "recommendations"),
    Design.PAPER: ("topic", "symbol", "paragraphs", "locators"),
}
_NEEDED_LABELS = (
    "permalink",
    "untranslated",
    "state_official",
    "state_reviewed",
    "state_unofficial",
)

# What an edition fills in, by the text that it fills: names in braces, or, for None, the key of a
# body for the ordinal of its last gathering. Elsewhere braces have no meaning.
PLACEHOLDERS: Mapping[str, tuple[str, ...] | None] = {
    "introduction": None,
    "body_introduction": None,
    "parts.heading": None,
    "index.part_label": ("letter",),
    "index.continued": ("heading",),
    "notice": ("total", "official", "reviewed", "unofficial", "untranslated"),
    "labels.permalink": ("letter", "locator"),
}
# A placeholder, or a brace that belongs to none.
PLACEHOLDER = re.compile(r"\{\w*\}|[{}]")


class Edition(Value):
    """One publication definition, such as the compendium."""

    translatable: ClassVar[frozenset[str]] = frozenset(
        {
            "title",
            "short_title",
            "subject",
            "subtitle",
            "publisher",
            "imprint",
            "place",
            "status",
            "keywords",
            "copyright",
            "disclaimers",
            "contents_heading",
            "contents_remark",
            "introduction_heading",
            "introduction",
            "body_heading",
            "body_introduction",
            "colophon",
            "notice",
            "labels",
        }
    )

    key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")] = Field(
        description="The key, which names the files made."
    )
    design: Design = Field(default=Design.BOOK, description="Its family: book or paper.")
    holds: tuple[Content, ...] = Field(
        default=(Content.RECORDS, Content.INDEX),
        min_length=1,
        description="What it holds, in order: records, index.",
    )
    as_of: dict[BodyKey, Ordinal] = Field(
        default_factory=dict,
        description="For a body, the ordinal of the last gathering that the edition knows.",
    )
    as_printed_in: str | None = Field(
        default=None,
        description=(
            "The key of the published document that it gives again: in its words and with its "
            "order of topics, where records and topics keep them as former."
        ),
    )
    published_from: Text | None = Field(
        default=None,
        description=(
            "The records from which it was last published: a file that `compendium collect "
            "--published` wrote, by its path in the sources, or a Git commit."
        ),
    )
    masthead: Masthead | None = Field(default=None, description="The head of a paper.")
    numbered: Flag = Field(
        default=False, description="Whether the paragraphs of the introduction are numbered."
    )
    title: Text = Field(description="The full title.")
    short_title: Text | None = Field(
        default=None, description="The title on the spine and in running heads."
    )
    subject: Text = Field(description="What it is about, for the metadata.")
    subtitle: Text | None = Field(default=None, description="The subtitle.")
    publisher: Text = Field(description="Who publishes it.")
    imprint: tuple[Text, ...] = Field(
        default=(), description="The lines at the foot of the title page."
    )
    year: Year = Field(description="The year of publication.")
    status: Text | None = Field(
        default=None, description="What is said of its standing: official, unofficial."
    )
    place: Text = Field(description="The place of publication.")
    keywords: tuple[Text, ...] = Field(default=(), description="Keywords, for the metadata.")
    copyright: Text | None = Field(default=None, description="The copyright line.")
    disclaimers: tuple[Text, ...] = Field(
        default=(), description="The paragraphs below the copyright line."
    )
    contents_heading: Text | None = Field(default=None, description="The heading of the contents.")
    contents_remark: Text | None = Field(
        default=None, description="What is said below the contents."
    )
    introduction_heading: Text | None = Field(
        default=None, description="The heading of the introduction."
    )
    introduction: tuple[Text, ...] = Field(default=(), description="Its paragraphs.")
    new_since: News | None = Field(
        default=None, description="The page on what is new, after the introduction of a book."
    )
    body_heading: Text | None = Field(
        default=None, description="The heading before the first part."
    )
    body_introduction: tuple[Text, ...] = Field(default=(), description="The paragraphs below it.")
    parts: tuple[Part, ...] = Field(min_length=1, description="The parts, in order.")
    index: IndexText = Field(description="The words of the thematic index.")
    notice: Text = Field(
        default=(
            "Official texts: {official}. Reviewed translations: {reviewed}. Unofficial "
            "translations: {unofficial}. Not translated: {untranslated}."
        ),
        description=(
            "What a translated edition says of its texts, with {total}, {official}, {reviewed}, "
            "{unofficial} and {untranslated}."
        ),
    )
    colophon: tuple[Text, ...] = Field(default=(), description="The lines on the back cover.")
    labels: dict[str, Text] = Field(
        default_factory=dict, description="Short words of the page, such as the name of a link."
    )

    @model_validator(mode="after")
    def _has_what_its_design_needs(self) -> Self:
        if self.design is Design.PAPER and self.masthead is None:
            raise ValueError("a paper has a masthead")
        labels = [name for name in _NEEDED_LABELS if name not in self.labels]
        if labels:
            raise ValueError(f"the labels lack {', '.join(labels)}")
        columns = [name for name in _NEEDED_COLUMNS[self.design] if name not in self.index.columns]
        if columns and Content.INDEX in self.holds:
            raise ValueError(f"the columns of the index lack {', '.join(columns)}")
        if self.design is Design.BOOK:
            missing = [name for name in _NEEDED_BY_A_BOOK if getattr(self, name) is None]
            if missing:
                raise ValueError(f"a book has {', '.join(missing)} as well")
        return self

    @model_validator(mode="after")
    def _knows_since_when(self) -> Self:
        if self.new_since is not None:
            self.new_since.suits(self.published_from)
        return self
