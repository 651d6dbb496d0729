"""The topics of the thematic index."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from compendium.model.passages import TopicKey
from compendium.model.symbols import DocumentSymbol
from compendium.model.value import Text, Value


class FormerPrint(Value):
    """How an earlier publication printed the topic: under another heading, or at another place."""

    document: str = Field(description="The key of the published document.")
    heading: Text | None = Field(
        default=None, description="The heading as that document prints it, where it is another."
    )
    after: TopicKey | None = Field(
        default=None,
        description="The topic that stands before it in that document, where it is another.",
    )

    @model_validator(mode="after")
    def _differs(self) -> Self:
        if self.heading is None and self.after is None:
            raise ValueError("a former print has heading or after, or both")
        return self


class Restored(Value):
    """Says that assignments of a topic were lost and taken from an earlier publication.

    `parts` are those restored or still open; `through` is the last gathering (its key) that the
    earlier publication covers; `remark` is printed below the topic and asks an editor for the rest.
    """

    source: DocumentSymbol = Field(
        description="The symbol of the publication from which the assignments were taken."
    )
    parts: tuple[Annotated[str, Field(pattern=r"^[A-Z]$")], ...] = Field(
        description="The letters of the parts that were lost."
    )
    through: str = Field(
        description="The last gathering (body and ordinal) that this publication covers."
    )
    remark: str = Field(description="What is said below the topic; it asks an editor for the rest.")


class Topic(Value):
    """A heading of the thematic index, with its cross-references."""

    key: TopicKey = Field(description="The stable key, such as keepers.training; never changed.")
    heading: str = Field(min_length=1, description="The heading as the index prints it.")
    see: tuple[TopicKey, ...] = Field(
        default=(), description="Keys of topics to look under instead."
    )
    see_also: tuple[TopicKey, ...] = Field(default=(), description="Keys of related topics.")
    former: tuple[FormerPrint, ...] = Field(
        default=(), description="How earlier publications print the topic, where otherwise."
    )
    restored: Restored | None = Field(
        default=None,
        description="Says that assignments were lost in print and taken from elsewhere.",
    )


class Topics(Value):
    """The file `topics.yaml`: the topics in the order in which English prints them."""

    topics: tuple[Topic, ...] = Field(
        min_length=1, description="The topics, in the order in which they are printed."
    )
