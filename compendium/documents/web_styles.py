"""The rules in the style sheets of a page that decide what is shown and what is emphasised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import cssselect2
import tinycss2
from lxml import etree

from compendium.documents.look import LOOK, looks_otherwise
from compendium.documents.web_markup import is_hidden
from compendium.errors import InputError

_PROPERTIES = frozenset(
    {"display", "visibility", "mso-hide", "text-decoration", "text-decoration-line"}
    | {"font-style", "font-weight", "list-style", "list-style-type", "content"}
    | {"padding", "padding-left", "padding-right", "margin", "margin-left", "margin-right"}
    | {"padding-inline", "padding-inline-start", "padding-inline-end"}
    | {"margin-inline", "margin-inline-start", "margin-inline-end"}
    | {"opacity", "left", "top", "text-indent", "clip", "font-size", "clip-path", "transform"}
    | {"height", "width", "max-height", "max-width", "overflow", "overflow-x", "overflow-y"}
    | {"color", "order", "flex-direction", "flex-flow", "flex-wrap", "direction", "unicode-bidi"}
)
_WHITE = frozenset({"white", "#fff", "#ffffff"})  # it may be on another background
_AT_TIMES = frozenset({"media", "supports", "container"})
BESIDE = "compendium-beside"  # the attribute for text that a rule puts before or after an element
_SAYS = re.compile(r"[\"'][^\"']*\w|attr\(|counters?\(")
_MOST = 1_000_000  # rules for elements; pages of documents have less than a tenth
_REMEDY = "save the document again, without what is not text"

Declared = dict[str, str]


def apply_styles(root: etree._Element, path: Path) -> None:
    """Write into each element of a page the declarations that its <style> elements make for it.

    Declarations in an element itself take precedence. Style sheets in other files are not fetched.
    Text that a rule shows or hides for some media, or makes white, is shown, and marked as in
    doubt.

    Raises:
        InputError: if there are more rules than any document has, they are nested
            without end, or a number in them has too many digits.
    """
    try:
        _apply(root, path)
    except RecursionError:
        raise InputError(
            f"{path}: its style sheets are nested without end", remedy=_REMEDY
        ) from None
    except ValueError:  # Python converts no number of over 4,300 digits
        raise InputError(
            f"{path}: a number in its style sheets has no end", remedy=_REMEDY
        ) from None


def _apply(root: etree._Element, path: Path) -> None:
    rules = [rule for sheet in root.iter("style") for rule in _rules(sheet.text or "")]
    if not rules:
        return
    matcher, count = cssselect2.Matcher(), 0
    for selectors, declared in rules:
        for selector in selectors:
            matcher.add_selector(selector, declared)
            count += 1
    if count * sum(1 for _ in root.iter()) > _MOST:
        raise InputError(
            f"{path}: its style sheets have more rules than any document",
            remedy=_REMEDY,
        )
    for wrapper in cssselect2.ElementWrapper.from_html_root(root).iter_subtree():
        applied: Declared = {}
        for _, _, pseudo, declared in matcher.match(wrapper):
            if declared.get(LOOK):
                wrapper.etree_element.set(LOOK, "")
                continue
            applied |= {} if pseudo else declared
            if pseudo in {"before", "after"} and _SAYS.search(declared.get("content", "")):
                wrapper.etree_element.set(BESIDE, declared["content"])
        if applied:
            element = wrapper.etree_element
            applied |= _declared(element.get("style", ""))
            element.set("style", f"{_written(applied)};{_others(element.get('style', ''))}")


def _rules(sheet: str) -> Iterator[tuple[list[object], Declared]]:
    """The rules that set any of these properties: their selectors and declarations."""
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            yield from _rule(rule, _declared(tinycss2.serialize(rule.content)))
        elif rule.type == "at-rule" and rule.lower_at_keyword in _AT_TIMES and rule.content:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            for one in inner:
                if one.type == "qualified-rule":
                    changes = _changes(_declared(tinycss2.serialize(one.content)))
                    yield from _rule(one, {LOOK: "at times"} if changes else {})


def _changes(declared: Declared) -> bool:
    """Whether a rule hides, adds or moves words."""
    shown = etree.Element("p", style=_written(declared))
    return (
        is_hidden(shown)
        or looks_otherwise(shown)
        or bool(_SAYS.search(declared.get("content", "")))
    )


def _rule(rule: Any, declared: Declared) -> Iterator[tuple[list[object], Declared]]:
    """A rule, if it declares anything; text that it makes white is only marked."""
    if not declared:
        return
    try:
        selectors = cssselect2.compile_selector_list(rule.prelude)
    except cssselect2.SelectorError:
        return
    if declared.get("color", "").casefold() in _WHITE:
        del declared["color"]
        yield selectors, {LOOK: "white"}
    yield selectors, declared


def _declared(style: str) -> Declared:
    declarations = tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True)
    return {
        one.lower_name: tinycss2.serialize(one.value).strip()
        for one in declarations
        if one.type == "declaration" and one.lower_name in _PROPERTIES
    }


def _others(style: str) -> str:
    """The declarations of an element for other properties."""
    declarations = tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True)
    return ";".join(
        f"{one.lower_name}:{tinycss2.serialize(one.value).strip()}"
        for one in declarations
        if one.type == "declaration" and one.lower_name not in _PROPERTIES
    )


def _written(declared: Mapping[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in declared.items())
