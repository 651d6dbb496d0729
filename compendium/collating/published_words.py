"""The words of the published documents, from the data of the language that they are in."""

from __future__ import annotations

import re
from functools import cache

from compendium.languages.language import Language, load_language

PUBLISHED_IN = "en"  # the language of the published documents and of the text of record


def published_language() -> Language:
    """The language of the published documents."""
    return load_language(PUBLISHED_IN)


@cache
def preambular_mark() -> str:
    """How an index prints the step of a preambular paragraph: PP."""
    return published_language().references.preambular.format("").strip()


@cache
def conjunction() -> str:
    """What joins the last place of a list to those before it, as a regular expression."""
    return rf"\b{re.escape(published_language().lists.last.strip())}\b"


@cache
def section_heading() -> re.Pattern[str]:
    """The heading of the section of a gathering: "IX. Ninth meeting, 9 to 11 September 2019"."""
    names = published_language().gatherings.values()
    kinds = "|".join(re.escape(name.format(ordinal="").strip()) for name in names)
    return re.compile(
        r"(?P<numeral>[IVXLC]+)\. (?P<ordinal>[A-Z][a-z]+(?:-[a-z]+)?)"
        rf" (?:{kinds}), (?P<when>[^\t]+)"
    )
