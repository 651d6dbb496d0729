"""Text of a web page or a Word file that is shown in another way than the file states."""

from __future__ import annotations

import re
from unicodedata import bidirectional

from lxml import etree

LOOK = "compendium-look"  # the attribute for what a rule states only for some screens or for paper
_ORDER = re.compile(
    r"(?<![-\w])order\s*:\s*[-+]?0*[1-9]|(?<![-\w])flex-(?:direction|flow|wrap)\s*:[^;]*reverse",
    re.IGNORECASE,
)
_OVERRIDE = re.compile(r"(?<![-\w])unicode-bidi\s*:\s*(?:isolate|bidi)-override", re.IGNORECASE)
_DIRECTION = re.compile(r"(?<![-\w])direction\s*:\s*(rtl|ltr)", re.IGNORECASE)
_LEAST = 2  # letters that can be reversed


def looks_otherwise(element: etree._Element) -> bool:
    """Whether an element is shown in another place or order than in the file, or only sometimes."""
    style = element.get("style", "")
    if LOOK in element.attrib or _ORDER.search(style):
        return True
    if element.tag != "bdo" and not _OVERRIDE.search(style):
        return False
    directions = _DIRECTION.findall(style) or [element.get("dir", "")]
    return is_turned("".join(map(str, element.itertext())), directions[-1].casefold())


def is_turned(text: str, direction: str) -> bool:
    """Whether letters set against their natural direction read backwards.

    >>> is_turned("A/78/1", "ltr"), is_turned("lamps", "rtl"), is_turned("مصباح", "ltr")
    (False, True, True)
    """
    against = {"rtl": {"L", "EN"}, "ltr": {"R", "AL"}}.get(direction, set())
    return sum(bidirectional(sign) in against for sign in text) >= _LEAST
