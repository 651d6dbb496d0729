"""The rules of a page's own style sheets, as far as they say what is shown and what stands out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import cssselect2
import tinycss2
from lxml import etree

from compendium.errors import InputError

_PROPERTIES = frozenset(
    {"display", "visibility", "mso-hide", "text-decoration", "text-decoration-line"}
    | {"font-style", "font-weight", "list-style", "list-style-type", "content"}
    | {"padding", "padding-left", "padding-right", "margin", "margin-left", "margin-right"}
    | {"padding-inline", "padding-inline-start", "padding-inline-end"}
    | {"margin-inline", "margin-inline-start", "margin-inline-end"}
    | {"opacity", "left", "top", "text-indent", "clip", "font-size"}
)
BESIDE = "compendium-beside"  # the attribute for what a rule puts before or after an element
_SAYS = re.compile(r"[\"'][^\"']*\w|attr\(|counters?\(")
_MOST = 1_000_000  # rules for elements; pages of documents have less than a tenth
_REMEDY = "save the document anew, without what is not text"

Declared = dict[str, str]


def apply_styles(root: etree._Element, path: Path) -> None:
    """Write into each element of a page what the rules in its <style> elements say of it.

    What an element says itself goes before. Style sheets elsewhere are not fetched, and rules for
    media are none for reading.

    Raises:
        InputError: if there are more rules than any document has, they are nested without end, or
            a number in them has none.
    """
    try:
        _apply(root, path)
    except RecursionError:
        raise InputError(
            f"{path}: its style sheets are nested without end", remedy=_REMEDY
        ) from None
    except ValueError:  # Python makes no number of over 4,300 digits
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
        said: Declared = {}
        for _, _, pseudo, declared in matcher.match(wrapper):
            said |= {} if pseudo else declared
            if pseudo in {"before", "after"} and _SAYS.search(declared.get("content", "")):
                wrapper.etree_element.set(BESIDE, declared["content"])
        if said:
            element = wrapper.etree_element
            said |= _declared(element.get("style", ""))
            element.set("style", f"{_written(said)};{_others(element.get('style', ''))}")


def _rules(sheet: str) -> Iterator[tuple[list[object], Declared]]:
    """The rules that say anything of these properties: whom they are about, and what."""
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            continue
        declared = _declared(tinycss2.serialize(rule.content))
        if declared:
            try:
                yield cssselect2.compile_selector_list(rule.prelude), declared
            except cssselect2.SelectorError:
                continue


def _declared(style: str) -> Declared:
    found = tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True)
    return {
        one.lower_name: tinycss2.serialize(one.value).strip()
        for one in found
        if one.type == "declaration" and one.lower_name in _PROPERTIES
    }


def _others(style: str) -> str:
    """What an element says of other properties."""
    found = tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True)
    return ";".join(
        f"{one.lower_name}:{tinycss2.serialize(one.value).strip()}"
        for one in found
        if one.type == "declaration" and one.lower_name not in _PROPERTIES
    )


def _written(declared: Mapping[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in declared.items())
