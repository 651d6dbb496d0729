"""Elements of Akoma Ntoso: their names, their places, whether they contain text directly."""

from __future__ import annotations

from babel.core import get_global
from lxml import etree

from compendium.documents.inline_text import text_of
from compendium.untrusted.xml_markup import name_of

HEADINGS = frozenset({"heading", "subheading", "crossHeading"})
LINES = frozenset({"p", "num", "listIntroduction", "listWrapUp", *HEADINGS})  # that contain text


def is_number(element: etree._Element) -> bool:
    """Whether an element is a number, or a paragraph that contains only a number."""
    alone = name_of(element) == "p" and [name_of(child) for child in element] == ["num"]
    return name_of(element) == "num" or (alone and not (element[0].tail or "").strip())


def is_ornament(element: etree._Element) -> bool:
    """Whether a paragraph consists only of asterisks or the like."""
    names = [name_of(child) for child in element]
    return names == ["decoration"] and not any(map(str.isalnum, text_of(element)))


def has_text(element: etree._Element) -> bool:
    """Whether an element contains text directly, not only in the elements below it."""
    return any((text or "").strip() for text in (element.text, *(child.tail for child in element)))


def path_of(element: etree._Element) -> str:
    """The names of the elements that lead to one, for messages."""
    return "/".join([*reversed([*map(name_of, element.iterancestors())]), name_of(element)])


def language_said(root: etree._Element) -> str:
    """The code of the language that a file declares for its text; empty if it declares none.

    >>> language_said(etree.XML('<meta><FRBRlanguage language="rus"/></meta>'))
    'ru'
    """
    tag = next((named.get("language", "") for named in root.iter("{*}FRBRlanguage")), "")
    code = tag.partition("-")[0].lower()
    return str(get_global("language_aliases").get(code, code))
