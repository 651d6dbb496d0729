"""The values of a comparison: what arrived, what was changed, from what to what."""

from __future__ import annotations

from enum import StrEnum

from compendium.model.value import Value


class Kind(StrEnum):
    """What became of something that the records hold."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Arrival(Value):
    """A gathering, or one record of a known session, that was not there before.

    `locators` are the places it takes in the compendium, `topics` the headings under which the
    index lists it.
    """

    key: str
    heading: str
    symbols: tuple[str, ...] = ()
    units: int
    locators: tuple[str, ...]
    topics: tuple[str, ...]


class Departure(Value):
    """A gathering that is no longer there."""

    key: str
    heading: str


class Stretch(Value):
    """A stretch of words that differs, with a few words on either side; one may be empty."""

    before: str
    after: str


class TextChange(Value):
    """A text of a gathering known before that was added, removed or changed.

    `only_form` says that the words are the same: emphasis, quotation marks or spaces differ.
    """

    kind: Kind
    place: str
    locator: str
    stretches: tuple[Stretch, ...]
    only_form: bool = False


class FactChange(Value):
    """A fact of a gathering or a unit, such as its dates or its number in the report."""

    place: str
    fact: str
    before: str
    after: str


class TopicChange(Value):
    """A topic that was added, removed, renamed, or refers to others than before."""

    kind: Kind
    key: str
    fact: str
    before: str
    after: str


class AssignmentChange(Value):
    """The topics that a unit gained and lost; with both, its assignment was moved."""

    place: str
    locator: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


class ErratumChange(Value):
    """An erratum that was added, dropped, or says something else than before.

    `document` is the key of the published document, `title` what it is called: its symbol, if any.
    """

    kind: Kind
    document: str
    title: str
    place: str
    before: str
    after: str


class Changes(Value):
    """Everything that differs between two states of the records.

    `since` names the earlier state. What is None could not be compared, since nothing is known of
    it in that state.
    """

    since: str
    arrivals: tuple[Arrival, ...]
    departures: tuple[Departure, ...] | None = None
    texts: tuple[TextChange, ...] | None = None
    facts: tuple[FactChange, ...] | None = None
    topics: tuple[TopicChange, ...] | None = None
    assignments: tuple[AssignmentChange, ...] | None = None
    errata: tuple[ErratumChange, ...] | None = None
