"""Meetings and sessions: when and where a body met, and what it adopted there."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from compendium.model.passages import Paragraph, PreambularParagraph, Subparagraph
from compendium.model.symbols import DocumentSymbol
from compendium.model.value import Value

BodyKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*$")]


class Dates(Value):
    """The first and the last day of a gathering, both counted."""

    first: date
    last: date


class Citation(StrEnum):
    """What the index counts when it cites a report."""

    PARAGRAPHS = "paragraphs"
    RECOMMENDATIONS = "recommendations"


class Report(Value):
    """The official report of a gathering.

    `offset` is what the report adds to our numbers; it only checks the number stored on each
    paragraph and never makes one.
    """

    symbol: DocumentSymbol
    cited_by: Citation
    offset: int | None = None


class Gathering(Value):
    """What meetings and sessions share: the body, its ordinal, the days, the place, the report."""

    body: BodyKey
    ordinal: int = Field(ge=1)
    dates: Dates
    place: str = Field(min_length=1)
    report: Report | None = None

    @property
    def key(self) -> str:
        """The key of the gathering, such as `wg4.9`."""
        return f"{self.body}.{self.ordinal}"


class Meeting(Gathering):
    """A meeting of a body that adopts recommendations, paragraph by paragraph.

    `remark` stands where a meeting adopted nothing of its own and says what became of its work.
    """

    remark: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()

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

    A decision may be lettered without numbers: it then has `subparagraphs` of its own.
    `segment` tells records of one session apart in keys and locators; a session that adopted
    a single record on the subject needs none.
    """

    kind: RecordKind
    number: str = Field(pattern=r"^[0-9A-Z]+(/[0-9A-Z]+)+$")
    segment: Annotated[str, Field(pattern=r"^[0-9]+$")] | None = None
    symbol: DocumentSymbol | None = None
    title: str = Field(min_length=1)
    formula: str = Field(min_length=1)
    notes: dict[int, str] = Field(default_factory=dict)
    preamble: tuple[PreambularParagraph, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    subparagraphs: tuple[Subparagraph, ...] = ()

    @model_validator(mode="after")
    def _is_numbered_or_lettered(self) -> Self:
        if bool(self.paragraphs) == bool(self.subparagraphs):
            raise ValueError(
                "a record has either paragraphs (numbered) or subparagraphs (lettered)"
            )
        return self


class Session(Gathering):
    """A session of a body that adopts resolutions and decisions."""

    report: Report
    records: tuple[Record, ...] = Field(min_length=1)
