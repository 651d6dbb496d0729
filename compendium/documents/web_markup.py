"""What of the mark-up of a web page a reader sees, and what not."""

from __future__ import annotations

import re

from lxml import etree

# Elements whose words stand on no page, and the reading aid beside signs.
_NO_TEXT = frozenset({"head", "script", "style", "template", "datalist", "rp", "rt"})
_STRUCK = frozenset({"s", "strike", "del"})
_EMPHASIS = frozenset({"em", "i", "strong", "b", "u", "cite", "dfn"})
_OBJECTS = frozenset(
    {"img", "math", "svg", "canvas", "object", "embed", "iframe", "video", "audio", "input"}
    | {"select", "textarea", "meter", "progress"}
)
_LEAST = 2  # pixels of a picture that only keeps a place
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_LINE_THROUGH = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)
_STANDS_OUT = re.compile(
    r"font-style\s*:\s*(?:italic|oblique)|font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE
)


def has_no_text(element: etree._Element) -> bool:
    """Whether nothing of an element is text of the page: comments, scripts and the like."""
    return not isinstance(element.tag, str) or element.tag in _NO_TEXT


def is_object(element: etree._Element) -> bool:
    """Whether an element shows a picture, a formula or a field that is filled in."""
    sizes = (element.get(name, "") for name in ("width", "height"))
    spacer = any(size.isdigit() and int(size) <= _LEAST for size in sizes)
    unseen = spacer or element.get("type", "").casefold() == "hidden"
    return element.tag in _OBJECTS and not unseen


def is_hidden(element: etree._Element) -> bool:
    """Whether an element is said not to be shown."""
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


def is_struck(element: etree._Element) -> bool:
    """Whether an element is struck through, or marked as deleted."""
    return element.tag in _STRUCK or bool(_LINE_THROUGH.search(element.get("style", "")))


def stands_out(element: etree._Element) -> bool:
    """Whether an element is emphasis."""
    return element.tag in _EMPHASIS or bool(_STANDS_OUT.search(element.get("style", "")))
