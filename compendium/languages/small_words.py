"""In which other language a text is, by the small words that hardly a sentence does without."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from ruamel.yaml import YAML

from compendium.languages.language import Language
from compendium.languages.scripts import SCRIPTS, script_of

_WORD = re.compile(r"[^\W\d_]+")
_WITH_LISTS = frozenset({"LATIN", "CYRILLIC"})  # scripts of the languages listed
_FEWEST = 2  # different small words of another language, where the text has own ones, too
_REACH, _IN_REACH = 8, 3  # words of a part without own ones, and how many are small ones


def other_language(text: str, language: Language) -> str:
    """The name of another language of the same script that a text is in; empty where none is.

    Single letters say nothing: they are parts of references, too.

    >>> from compendium.languages.language import load_language
    >>> spanish = load_language("es")
    >>> other_language("Solicita ao Secretário que apresente um relatório", spanish)
    'Portuguese'
    >>> other_language("By night;", spanish), other_language("De noche;", spanish)
    ('English', '')
    """
    script = SCRIPTS.get(language.script, "")
    own = _small_words().get(language.english_name)
    if own is None:
        return ""
    words = _WORD.findall(text.lower())
    for name, small in _small_words().items():
        foreign = _foreign(words, small, own)
        if any(foreign) and _script(small) == script:
            is_own = [word in own for word in words]
            if _outweighs(words, foreign, is_own, small):
                return name
    return ""


def language_of_a_part(text: str, language: Language) -> str:
    """The name of another language that a part of a text is in; empty where none is.

    >>> from compendium.languages.language import load_language
    >>> russian = load_language("ru")
    >>> language_of_a_part("просит государства and requests all of them to report", russian)
    'English'
    """
    script = SCRIPTS.get(language.script, "")
    own = _small_words().get(language.english_name, frozenset())
    if not script or (not own and script in _WITH_LISTS):
        return ""
    words = _WORD.findall(text.lower())
    for name, small in _small_words().items():
        foreign = _foreign(words, small, own)
        if any(foreign):
            is_alike = _script(small) == script
            is_own = [w in own or (not is_alike and script_of(w[0]) == script) for w in words]
            if _is_a_part(foreign, is_own):
                return name
    return ""


def _foreign(words: Sequence[str], small: frozenset[str], own: frozenset[str]) -> list[bool]:
    """Which words are small ones of another language alone."""
    return [len(word) > 1 and word in small and word not in own for word in words]


def _script(words: frozenset[str]) -> str:
    return script_of(min(words)[0])


def _outweighs(
    words: Sequence[str], foreign: Sequence[bool], is_own: Sequence[bool], small: frozenset[str]
) -> bool:
    """Whether the words of another language are more; those of both speak for neither."""
    theirs = [word for word, is_one in zip(words, foreign, strict=True) if is_one]
    ours = [word for word, is_one in zip(words, is_own, strict=True) if is_one]
    if not ours:
        return True
    return len({*theirs}) >= _FEWEST and len(theirs) > sum(word not in small for word in ours)


def _is_a_part(foreign: Sequence[bool], is_own: Sequence[bool]) -> bool:
    """Whether a few words together have several of another language, and none of their own."""
    parts = (slice(start, start + _REACH) for start in range(len(foreign)))
    return any(sum(foreign[part]) >= _IN_REACH and not any(is_own[part]) for part in parts)


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    file = resources.files("compendium.languages") / "shared" / "small_words.yaml"
    content: dict[str, list[str]] = YAML(typ="safe", pure=True).load(file.read_bytes())
    return {name: frozenset(map(str, words)) for name, words in content.items()}
