"""Which parts of the mark-up of a web page a reader sees, and which not."""

from __future__ import annotations

import re

from lxml import etree

# Elements whose words appear on no page, and the reading aid beside characters.
_NO_TEXT = frozenset({"head", "script", "style", "template", "datalist", "rp", "rt"})
_STRUCK = frozenset({"s", "strike", "del"})
_EMPHASIS = frozenset({"em", "i", "strong", "b", "u", "cite", "dfn"})
_OBJECTS = frozenset(
    {"img", "math", "svg", "canvas", "object", "embed", "iframe", "video", "audio", "input"}
    | {"select", "textarea", "meter", "progress"}
)
_LEAST = 2  # pixels of a picture that is only a placeholder
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|(?<![-\w])opacity\s*:\s*0?(?:\.0+)?\s*(?:;|$)"
    r"|(?<![-\w])(?:left|top|text-indent)\s*:\s*-\d{3,}"  # beside the page
    r"|(?<![-\w])clip\s*:\s*rect\(\s*[01]|(?<![-\w])clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|(?<![-\w])transform\s*:\s*scale\(\s*0*\.?0*\s*[,)]"
    r"|(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?)\s*(?:;|$)",
    re.IGNORECASE,
)
_CLEAR = re.compile(  # transparent letters
    r"(?<![-\w])color\s*:\s*(?:transparent|#[0-9a-f]{3}0(?![0-9a-f])|#[0-9a-f]{6}00(?![0-9a-f])"
    r"|(?:rgb|hsl)a?\([^)]*[,/]\s*(?:0?\.0+|0)%?\s*\))",
    re.IGNORECASE,
)
_RGB = re.compile(r"(?:rgb|hsl)\(\s*[^,()]+,[^,()]+,[^,()]+\)", re.IGNORECASE)  # of three parts
_CUT = re.compile(r"(?<![-\w])(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|$)", re.IGNORECASE)
_OVERFLOW = re.compile(r"(?<![-\w])overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_SIZE = re.compile(r"(?<![-\w])font-size\s*:\s*(0(?:px|pt|em|%)?\s*(?:;|$))?", re.IGNORECASE)
_WHITE = frozenset({"white", "#fff", "#ffffff"})
_LINE_THROUGH = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)
_STANDS_OUT = re.compile(
    r"font-style\s*:\s*(?:italic|oblique)|font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE
)


_DISPLAY = re.compile(r"(?<![-\w])display\s*:\s*([a-z-]+)", re.IGNORECASE)
_ROWS = frozenset({"flex", "grid", "inline-flex", "inline-grid"})  # whose children stand apart
_BLOCK_LAYOUT = frozenset({"block", "flow-root", "list-item", "table", "table-row", "flex", "grid"})
# Space at the left or the right of an element, and the width of a space between words.
_SPACE = re.compile(
    r"(?<![-\w])(?:padding|margin)(-left|-right|-inline(?:-start|-end)?|)\s*:\s*([^;]+)",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"(\d*\.?\d+)([a-z]+)", re.IGNORECASE)
_WORD_SPACE = {"em": 0.2, "rem": 0.2, "ch": 0.4, "ex": 0.4, "px": 3, "pt": 2, "mm": 0.7, "cm": 0.07}
_APART = frozenset({"inline-block", "inline-table", "table-cell", "inline-flex", "inline-grid"})


def is_laid_out_as_block(element: etree._Element) -> bool:
    """Whether a style makes an element a separate paragraph, whatever its name."""
    return _display(element) in _BLOCK_LAYOUT


def space_beside(element: etree._Element) -> tuple[bool, bool]:
    """Whether a style sets an element apart from the words before and after it in the line.

    It may be laid out as a box, or have at its sides as much space as there is between words.
    """
    above = element.getparent()
    if _display(element) in _APART or (above is not None and _display(above) in _ROWS):
        return True, True
    left = right = False
    for name, value in _SPACE.findall(element.get("style", "")):
        sizes = [_is_wide(size) for size in value.split()] or [False]
        sides = (sizes[-1], sizes[1 % len(sizes)]) if not name else (sizes[0], sizes[-1])
        left = left or (name.lower() not in {"-right", "-inline-end"} and sides[0])
        right = right or (name.lower() not in {"-left", "-inline-start"} and sides[1])
    return left, right


def _is_wide(size: str) -> bool:
    """Whether a size is as wide as a space."""
    match = _LENGTH.fullmatch(size)
    return match is not None and float(match[1]) >= _WORD_SPACE.get(match[2].lower(), 1)


def _display(element: etree._Element) -> str:
    values = _DISPLAY.findall(element.get("style", ""))
    return values[-1].lower() if values else ""


def has_no_text(element: etree._Element) -> bool:
    """Whether an element contains no text of the page, as comments and scripts do."""
    return not isinstance(element.tag, str) or element.tag in _NO_TEXT


def is_object(element: etree._Element) -> bool:
    """Whether an element shows a picture, a formula or a field to fill in."""
    sizes = (element.get(name, "") for name in ("width", "height"))
    spacer = any(size.isdigit() and int(size) <= _LEAST for size in sizes)
    unseen = spacer or element.get("type", "").casefold() == "hidden"
    return element.tag in _OBJECTS and not unseen


def is_hidden(element: etree._Element) -> bool:
    """Whether an element is declared hidden, or is invisible: white, or beside the page."""
    style = element.get("style", "")
    unseen = element.tag == "noscript" or element.get("color", "").casefold() in _WHITE
    closed = element.tag == "dialog" and "open" not in element.attrib
    return (
        unseen
        or closed
        or "hidden" in element.attrib
        or bool(_HIDDEN.search(style) or _CLEAR.search(_RGB.sub("", style)))
        or bool(_CUT.search(style) and _OVERFLOW.search(style))
        or _is_tiny(element)
    )


def _is_tiny(element: etree._Element) -> bool:
    """Whether the letters of an element have no size, and no element in it sets one."""
    match = _SIZE.search(element.get("style", ""))
    if not (match and match[1]):
        return False
    return not any(_SIZE.search(below.get("style", "")) for below in element.iterdescendants("*"))


def is_struck(element: etree._Element) -> bool:
    """Whether an element is struck through, or marked as deleted."""
    return element.tag in _STRUCK or bool(_LINE_THROUGH.search(element.get("style", "")))


def stands_out(element: etree._Element) -> bool:
    """Whether an element is emphasis."""
    return element.tag in _EMPHASIS or bool(_STANDS_OUT.search(element.get("style", "")))
