"""The stamp on each text handed over: its source, translation and state at that time.

With the stamp, a file returned weeks later shows what the translator changed and what others
changed meanwhile, without a date or a copy of the original file.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from compendium.texts.states import State

_STAMP = re.compile(
    rf"(?P<source>[0-9a-f]{{8}})/(?P<target>[0-9a-f]{{8}})/(?P<state>{'|'.join(State)})"
)


def checksum(text: str) -> str:
    """Eight hexadecimal digits that depend on the text, but not on spaces around it.

    >>> checksum("Leave ashore.") == checksum("Leave ashore. ")
    True
    >>> checksum("Leave ashore.") == checksum("Leave  ashore.")
    False
    """
    return hashlib.sha256(text.strip().encode("utf-8")).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Stamp:
    """The checksums of source and translation, and the state, when a text was handed over.

    >>> str(Stamp("0f3a61c2", "5b1e77aa", State.REVIEWED))
    '0f3a61c2/5b1e77aa/reviewed'
    """

    source: str
    target: str
    state: State

    def __str__(self) -> str:
        return f"{self.source}/{self.target}/{self.state}"


def find_stamp(text: str) -> Stamp | None:
    """Find the stamp in a text, if it has one.

    >>> find_stamp("lk.1.1 0f3a61c2/5b1e77aa/reviewed")
    Stamp(source='0f3a61c2', target='5b1e77aa', state=<State.REVIEWED: 'reviewed'>)
    """
    match = _STAMP.search(text)
    return Stamp(match["source"], match["target"], State(match["state"])) if match else None
