"""What the browsers show at a moment, and when it changes: shared by the server and the maker."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from compendium.errors import UserError
from compendium.findings import Finding, Severity
from compendium.printable import printable
from compendium.reporting import finding_fields

_BEAT = 15.0  # seconds after which a browser that left is noticed


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: the last good page, the changes in it, the findings, its pages in the book.

    `number` counts the pages; `pictures` are the numbers of the pages of the book, whose images
    have that of `pictured`. `note` says in a few words what there is to wait for, or what failed.
    """

    number: int = 0
    name: str = ""
    html: bytes = b""
    changed: tuple[str, ...] = ()
    is_current: bool = False
    findings: tuple[Mapping[str, Any], ...] = ()
    pictured: int = 0
    pictures: tuple[int, ...] = ()
    images: Mapping[int, bytes] = field(default_factory=dict)
    note: str = "The first page is being made."

    def event(self) -> str:
        """What a browser is told, as JSON on one line."""
        told = {
            "number": self.number,
            "page": f"/{self.name}?number={self.number}" if self.number else "",
            "changed": self.changed,
            "current": self.is_current,
            "findings": self.findings,
            "pictured": self.pictured,
            "pictures": [
                {"page": page, "address": f"/pages/{self.pictured}-{page}.png"}
                for page in self.pictures
            ],
            "note": self.note,
        }
        return json.dumps(told, ensure_ascii=False)


class Board:
    """Holds what is shown; one thread writes, the others wait for the next state."""

    def __init__(self) -> None:
        self._changing = threading.Condition()
        self._shown, self._state, self._closed = Shown(), 0, False

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    def show(self, **values: Any) -> None:
        """Show other values than before."""
        with self._changing:
            self._shown = replace(self._shown, **values)
            self._state += 1
            self._changing.notify_all()

    def close(self) -> None:
        """End all waiting."""
        with self._changing:
            self._closed = True
            self._changing.notify_all()

    def states(self) -> Iterator[Shown | None]:
        """What is shown, now and after each change; None after some time without a change."""
        seen = -1
        while not self._closed:
            with self._changing:
                fresh = self._changing.wait_for(self._is_after(seen), _BEAT)
                seen, shown = self._state, self._shown
            if not self._closed:
                yield shown if fresh else None

    def _is_after(self, seen: int) -> Any:
        return lambda: self._closed or self._state != seen


def findings_to_show(
    findings: Sequence[Finding], error: UserError | None
) -> tuple[Mapping[str, Any], ...]:
    """Findings as a browser gets them, errors first; an error without a place is one of them."""
    of_step = []
    if error is not None:
        of_step = [
            {
                "file": "",
                "line": 0,
                "code": "",
                "severity": Severity.ERROR.value,
                "message": printable(error.message),
                "remedy": printable(error.remedy),
            }
        ]
    ordered = sorted(findings, key=lambda it: (it.severity is not Severity.ERROR, it))
    return (*of_step, *(finding_fields(finding) for finding in ordered))
