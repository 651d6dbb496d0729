"""Elements of Akoma Ntoso: their names, where they stand, whether they hold text themselves."""

from __future__ import annotations

from babel.core import get_global
from lxml import etree

from compendium.documents.inline_text import text_of
from compendium.untrusted.xml_markup import name_of

HEADINGS = frozenset({"heading", "subheading", "crossHeading"})
LINES = frozenset({"p", "num", "listIntroduction", "listWrapUp", *HEADINGS})  # that hold text


def is_number(element: etree._Element) -> bool:
    """Whether an element is a number, or a paragraph that holds nothing else."""
    alone = name_of(element) == "p" and [name_of(child) for child in element] == ["num"]
    return name_of(element) == "num" or (alone and not (element[0].tail or "").strip())


def is_ornament(element: etree._Element) -> bool:
    """Whether a paragraph is asterisks or the like alone."""
    names = [name_of(child) for child in element]
    return names == ["decoration"] and not any(map(str.isalnum, text_of(element)))


def has_text(element: etree._Element) -> bool:
    """Whether an element holds text itself, not only in those below it."""
    return any((text or "").strip() for text in (element.text, *(child.tail for child in element)))


def path_of(element: etree._Element) -> str:
    """The names of the elements that lead to one, for messages."""
    return "/".join([*reversed([*map(name_of, element.iterancestors())]), name_of(element)])


def language_said(root: etree._Element) -> str:
    """The code of the language that a file says its text is in; empty where it says none.

    >>> language_said(etree.XML('<meta><FRBRlanguage language="rus"/></meta>'))
    'ru'
    """
    tag = next((named.get("language", "") for named in root.iter("{*}FRBRlanguage")), "")
    code = tag.partition("-")[0].lower()
    return str(get_global("language_aliases").get(code, code))
