"""The topics of the thematic index."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from compendium.model.passages import TopicKey
from compendium.model.symbols import DocumentSymbol
from compendium.model.value import Value


class FormerHeading(Value):
    """A heading under which an earlier publication printed the topic."""

    document: str
    heading: str


class Restored(Value):
    """Says that assignments of a topic were lost and taken from an earlier publication.

    `parts` are those restored or still open; `through` is the last gathering (its key) that the
    earlier publication covers; `remark` is printed below the topic and asks an editor for the rest.
    """

    source: DocumentSymbol
    parts: tuple[Annotated[str, Field(pattern=r"^[A-Z]$")], ...]
    through: str
    remark: str


class Topic(Value):
    """A heading of the thematic index, with its cross-references."""

    key: TopicKey
    heading: str = Field(min_length=1)
    see: tuple[TopicKey, ...] = ()
    see_also: tuple[TopicKey, ...] = ()
    former: tuple[FormerHeading, ...] = ()
    restored: Restored | None = None


class Topics(Value):
    """The file `topics.yaml`: the topics in the order in which English prints them."""

    topics: tuple[Topic, ...] = Field(min_length=1)
