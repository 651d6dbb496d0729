"""Meetings and sessions: when and where a body met, and what it adopted there."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from compendium.model.annexes import Annex
from compendium.model.bounds import NoteNumber, Offset, Ordinal
from compendium.model.passages import Paragraph, PreambularParagraph, Subparagraph
from compendium.model.record_numbers import RecordNumber
from compendium.model.symbols import DocumentSymbol
from compendium.model.value import Day, Text, Value

BodyKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]{0,39}$")]  # a folder has its name


class Dates(Value):
    """The first and the last day of a gathering, both counted."""

    first: Day = Field(description="The first day, such as 2019-09-09.")
    last: Day = Field(
        description="The last day, such as 2019-09-11; the first again where there was one day."
    )


class Citation(StrEnum):
    """What the index counts when it cites a report."""

    PARAGRAPHS = "paragraphs"
    RECOMMENDATIONS = "recommendations"


class Report(Value):
    """The official report of a gathering.

    `offset` is what the report adds to our numbers; it only checks the number stored on each
    paragraph and never makes one.
    """

    symbol: DocumentSymbol = Field(description="The document symbol of the official report.")
    cited_by: Citation = Field(description="What the index counts when it cites the report.")
    offset: Offset | None = Field(
        default=None,
        description=(
            "What the report adds to each of our numbers; only a check, left out where the "
            "report has gaps."
        ),
    )


class Gathering(Value):
    """What meetings and sessions share: the body, its ordinal, the days, the place, the report."""

    body: BodyKey = Field(description="The key of the body, which is the name of the folder.")
    ordinal: Ordinal = Field(
        description="Which meeting or session of the body it is: 9 for the ninth."
    )
    dates: Dates = Field(description="The days on which it was held.")
    place: str = Field(min_length=1, description="Where it was held.")
    report: Report | None = Field(default=None, description="Its official report.")

    @property
    def key(self) -> str:
        """The key of the gathering, such as `wg4.9`."""
        return f"{self.body}.{self.ordinal}"


class FormerRemark(Value):
    """The remark on a meeting as an earlier publication printed it."""

    document: str = Field(description="The key of the published document.")
    remark: Text = Field(description="The remark as that document prints it.")


class Meeting(Gathering):
    """A meeting of a body that adopts recommendations, paragraph by paragraph.

    `remark` stands where a meeting adopted nothing of its own and says what became of its work.
    """

    remark: str | None = Field(
        default=None,
        description=(
            "Printed where the meeting adopted nothing of its own: what became of its work."
        ),
    )
    former: tuple[FormerRemark, ...] = Field(
        default=(), description="The remark in earlier publications, where it reads otherwise."
    )
    paragraphs: tuple[Paragraph, ...] = Field(
        default=(), description="The recommendations, in order."
    )

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not self.paragraphs and not self.remark:
            raise ValueError("a meeting has paragraphs, or a remark that says why it has none")
        if self.paragraphs and self.report is None:
            raise ValueError("a meeting with paragraphs needs its report: symbol and cited_by")
        return self


class RecordKind(StrEnum):
    """What a session adopts."""

    RESOLUTION = "resolution"
    DECISION = "decision"


class Record(Value):
    """A resolution or decision: title, enacting formula, preamble, operative part.

    A decision may be lettered without numbers: it then has `subparagraphs` of its own. One that
    is a sentence of its own ("At its 2nd meeting ... decided that ...") has no formula.
    `segment` tells records of one session apart in keys and locators; a session that adopted
    a single record on the subject needs none.
    """

    kind: RecordKind = Field(description="What was adopted.")
    number: RecordNumber = Field(
        description="Its number, such as 10/3; ES-11/1, 75/245 B and 1373 (2001) are numbers, too."
    )
    segment: Annotated[str, Field(pattern=r"^[0-9]+[a-z]?$")] | None = Field(
        default=None,
        description=(
            "A number that tells it from the other records of its session, in quotes, with the "
            "letter of its part; left out where the session adopted one."
        ),
    )
    symbol: DocumentSymbol | None = Field(
        default=None, description="Its own document symbol, where it has one."
    )
    title: str = Field(min_length=1, description="Its title.")
    formula: str | None = Field(
        default=None,
        min_length=1,
        description=(
            "The enacting formula, with its comma or colon; left out where the decision is a "
            "sentence of its own."
        ),
    )
    notes: dict[NoteNumber, str] = Field(
        default_factory=dict,
        description="The notes to title and formula, by the number of their mark.",
    )
    preamble: tuple[PreambularParagraph, ...] = Field(
        default=(), description="The preambular paragraphs."
    )
    paragraphs: tuple[Paragraph, ...] = Field(
        default=(), description="The operative paragraphs, where they are numbered."
    )
    subparagraphs: tuple[Subparagraph, ...] = Field(
        default=(),
        description="The subparagraphs (a), (b), where a decision has letters and no numbers.",
    )
    annexes: tuple[Annex, ...] = Field(default=(), description="What is annexed to it, as printed.")

    @property
    def called(self) -> tuple[RecordKind, str]:
        """Kind and number; there may be both a resolution 10/3 and a decision 10/3."""
        return self.kind, self.number

    @model_validator(mode="after")
    def _is_numbered_or_lettered(self) -> Self:
        if bool(self.paragraphs) == bool(self.subparagraphs):
            raise ValueError(
                "a record has either paragraphs (numbered) or subparagraphs (lettered)"
            )
        return self

    @model_validator(mode="after")
    def _annexes_count_on(self) -> Self:
        numbers = [annex.number for annex in self.annexes]
        if numbers != sorted(set(numbers)):
            raise ValueError("each annex has a number of its own, and they go up")
        return self


class Session(Gathering):
    """A session of a body that adopts resolutions and decisions.

    It is cited by its report, or, where each record is a document of its own, by those.
    """

    records: tuple[Record, ...] = Field(
        min_length=1, description="The resolutions and decisions, in order."
    )

    @model_validator(mode="after")
    def _can_be_cited(self) -> Self:
        if self.report is None and any(record.symbol is None for record in self.records):
            raise ValueError("a session needs its report, or each of its records its own symbol")
        return self
