"""Remembers the texts in which the checks of a build found no fault, for the next build.

A text with a fault is checked every time, so each fault is found anew. A text is sound as long as
the program, and what its checks depend on, stay as they were.
"""

from __future__ import annotations

import os

from compendium.kept import Kept, digest, kept
from compendium.languages.language import FOLDER_VARIABLE

_LIMIT = 20_000_000  # bytes for all languages
_MOST = 50_000  # texts of one language; those that no longer occur are forgotten beyond that
_LENGTH = 32  # digits of the checksum of a text


class SoundTexts:
    """The texts that passed the same checks before.

    Args:
        sources: what the checks depend on besides the program and the texts.
    """

    def __init__(self, *sources: str) -> None:
        # a folder of languages of one's own may change checks of any language
        is_own = bool(os.environ.get(FOLDER_VARIABLE))
        self._kept = Kept(None, _LIMIT) if is_own else kept("sound", limit=_LIMIT)
        self._sources = sources
        self._earlier = self._load()
        self._now: set[str] = set()

    def knows(self, *texts: str) -> bool:
        """Whether these texts, such as a source with its translation, passed before."""
        if self._kept.folder is None:
            return False
        name = _name(texts)
        if name in self._earlier:
            self._now.add(name)
        return name in self._earlier

    def add(self, *texts: str) -> None:
        """Remember that these texts passed all checks."""
        if self._kept.folder is not None:
            self._now.add(_name(texts))

    def save(self) -> None:
        """Keep the texts for the next build, with those that another command has kept meanwhile."""
        if self._now <= self._earlier:
            return
        names = self._load() | self._now
        self._kept.save(sorted(names if len(names) <= _MOST else self._now), *self._sources)

    def _load(self) -> frozenset[str]:
        names = self._kept.load(*self._sources)
        return frozenset(names) if isinstance(names, list) else frozenset()


def _name(texts: tuple[str, ...]) -> str:
    counted = "".join(f"{len(text)} {text}" for text in texts)
    return digest(counted.encode(errors="surrogatepass"))[:_LENGTH]
