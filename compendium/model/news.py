"""What is new in an edition since it was last published, and the words that say so."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from compendium.model.bounds import OrdinalOrNone
from compendium.model.gatherings import BodyKey
from compendium.model.value import Text, Value

_NEEDED_SINCE_A_STATE = (
    "changed",
    "removed",
    "renamed",
    "moved",
    "listed",
    "unlisted",
    "errata",
)


class News(Value):
    """What an edition says of itself: what is new in it, under which heading.

    Which gatherings are new follows from `since`, or, where the edition has `published_from`, from
    that state; then what was changed in others is said as well, in the words of the last fields.
    """

    translatable: ClassVar[frozenset[str]] = frozenset(
        {
            "heading",
            "introduction",
            "topics",
            "changed",
            "removed",
            "renamed",
            "moved",
            "listed",
            "unlisted",
            "errata",
        }
    )

    since: dict[BodyKey, OrdinalOrNone] = Field(
        default_factory=dict,
        description=(
            "For a body, the ordinal of the last gathering that is not new; 0 for none. Left out "
            "where the edition has published_from."
        ),
    )
    heading: Text = Field(description="The heading, such as New in this edition.")
    introduction: tuple[Text, ...] = Field(default=(), description="The paragraphs below it.")
    topics: Text = Field(description="The words before the topics of a gathering.")
    changed: Text | None = Field(
        default=None, description="The words before the places whose text or facts changed."
    )
    removed: Text | None = Field(
        default=None, description="The words before what is no longer in the edition."
    )
    renamed: Text | None = Field(
        default=None,
        description="The words before the topics that were renamed, with their former headings.",
    )
    moved: Text | None = Field(
        default=None, description="The words before the topics that list other places than before."
    )
    listed: Text | None = Field(
        default=None, description="The words before the places that a topic lists anew."
    )
    unlisted: Text | None = Field(
        default=None, description="The words before the places that a topic no longer lists."
    )
    errata: Text | None = Field(
        default=None,
        description="The words before the places where errata of published documents changed.",
    )

    def suits(self, published_from: str | None) -> None:
        """Check that it says since when, and that it has all the words that this needs.

        Args:
            published_from: the state that the edition was last published from, if it names one.

        Raises:
            ValueError: if it says so twice or not at all, or words are missing.
        """
        if bool(self.since) == bool(published_from):
            raise ValueError("new_since has since, or the edition published_from, and not both")
        missing = [name for name in _NEEDED_SINCE_A_STATE if getattr(self, name) is None]
        if published_from and missing:
            raise ValueError(f"with published_from, new_since has {', '.join(missing)} as well")
