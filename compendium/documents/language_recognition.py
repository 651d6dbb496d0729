"""The language of a text, by its script and by the words that almost every sentence needs."""

from __future__ import annotations

import re
from collections import Counter

from compendium.documents.words import known_words
from compendium.languages.language import load_language
from compendium.languages.scripts import SCRIPTS, script_of

_SAMPLE = 20_000  # characters that are examined
_LEAST = 0.05  # share of common words below which no language is recognized
_CLEAR = 2  # times as many words of one language as of any other, for a clear result


def language_of(text: str) -> str | None:
    """The code of the language of a text; None if none is recognized, or more than one.

    Common words that two languages share, such as “de la”, count for neither.

    >>> language_of("The Working Group recommended that States parties to the Protocol should act")
    'en'
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    codes = [code for code in known_words() if _script_name(code) == script]
    if len(codes) <= 1:
        return codes[0] if codes else None
    common = {code: known_words()[code].common for code in codes}
    times = Counter(word for words in common.values() for word in set(words))
    own = {code: tuple(w for w in words if times[w] == 1) for code, words in common.items()}
    share = {code: _share(sample, own[code]) for code in codes}
    best, next_best = sorted(codes, key=lambda code: share[code], reverse=True)[:2]
    clear = share[best] > _CLEAR * share[next_best]
    return best if clear and _share(sample, common[best]) >= _LEAST else None


def _script_name(code: str) -> str:
    script = load_language(code).script
    return SCRIPTS.get(script, script)


def _script(text: str) -> str:
    """The script of most of the letters."""
    counts = Counter(filter(None, (script_of(letter) for letter in text if letter.isalpha())))
    return counts.most_common(1)[0][0] if counts else ""


def _share(text: str, common: tuple[str, ...]) -> float:
    words = re.findall(r"\w+", text.lower())
    wanted = frozenset(common)
    return sum(word in wanted for word in words) / max(1, len(words))
