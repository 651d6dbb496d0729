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
            found = now or was
            assert found is not None
            kind = Kind.CHANGED if was and now else Kind.ADDED if now else Kind.REMOVED
            yield ErratumChange(
                kind=kind,
                document=found.document,
                title=titles.get(found.document, found.document),
                place=found.place,
                before=_told(was),
                after=_told(now),
            )


def _by_place(
    errata: Sequence[Erratum], others: Sequence[Erratum]
) -> defaultdict[tuple[str, str, str], list[Erratum]]:
    """The errata that the other state lacks, by document, place and column."""
    found: defaultdict[tuple[str, str, str], list[Erratum]] = defaultdict(list)
    for one in errata:
        if one not in others:
            found[one.document, one.place, one.column].append(one)
    return found


def _told(erratum: Erratum | None) -> str:
    if erratum is None:
        return ""
    printed, ours = erratum.printed or "nothing", erratum.ours or "nothing"
    return f"{erratum.kind}: printed {printed}; ours {ours}; {erratum.reason}"
