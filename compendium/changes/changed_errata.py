"""Errata that were added, dropped or corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from compendium.changes.change import ErratumChange, Kind
from compendium.model.errata import Erratum


def errata_changes(
    before: Sequence[Erratum], after: Sequence[Erratum], titles: Mapping[str, str]
) -> Iterator[ErratumChange]:
    """What became of the errata; one at the same place and column as before was corrected.

    Args:
        before: those of the earlier state.
        after: those of the later one.
        titles: what published documents are called, by their keys.
    """
    old, new = _by_place(before, after), _by_place(after, before)
    for where in dict.fromkeys([*new, *old]):
        for was, now in zip_longest(old[where], new[where]):
            erratum = now or was
            assert erratum is not None
            kind = Kind.CHANGED if was and now else Kind.ADDED if now else Kind.REMOVED
            yield ErratumChange(
                kind=kind,
                document=erratum.document,
                title=titles.get(erratum.document, erratum.document),
                place=erratum.place,
                before=_told(was),
                after=_told(now),
            )


def _by_place(
    errata: Sequence[Erratum], others: Sequence[Erratum]
) -> defaultdict[tuple[str, str, str], list[Erratum]]:
    """The errata that the other state lacks, by document, place and column."""
    by_place: defaultdict[tuple[str, str, str], list[Erratum]] = defaultdict(list)
    for erratum in errata:
        if erratum not in others:
            by_place[erratum.document, erratum.place, erratum.column].append(erratum)
    return by_place


def _told(erratum: Erratum | None) -> str:
    if erratum is None:
        return ""
    printed, ours = erratum.printed or "nothing", erratum.ours or "nothing"
    return f"{erratum.kind}: printed {printed}; ours {ours}; {erratum.reason}"
