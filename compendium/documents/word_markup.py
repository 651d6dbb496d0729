"""Simplifies the mark-up of a Word file before Pandoc, which drops part of the text, reads it.

Fields, embedded directions and the like are replaced by their contents, and automatic numbers
become text. Words that Word does not show, or strikes through, are removed and reported. Tracked
changes are accepted or rejected, and reported.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from compendium.documents.bullets import BULLET
from compendium.documents.look import is_turned
from compendium.documents.marks_alone import begins_with_mark
from compendium.documents.objects import OTHERWISE
from compendium.documents.word_changes import (
    PUT_IN,
    TAKEN_OUT,
    Changes,
    remove,
    settle_changes,
    unwrap,
)
from compendium.documents.word_numbering import Numbering, numbering_of
from compendium.documents.word_objects import mark_objects
from compendium.documents.word_styles import VALUE, WORD, Styles, is_raised, is_unseen, value_of
from compendium.errors import InputError
from compendium.untrusted.limits import AGAIN
from compendium.untrusted.xml_markup import parse_xml

_PARTS = re.compile(r"word/(?:document\d*|footnotes|endnotes)\.xml")
_NUMBERS = "word/numbering.xml"
# Elements around runs, which only describe them.
_AROUND = tuple(
    f"{WORD}{name}" for name in ("fldSimple", "dir", "bdo", "customXml", "smartTag", "rubyBase")
)
# Other files that are shown in the text.
_EMBEDDED = (f"{WORD}altChunk", f"{WORD}subDoc")
# Styles of paragraphs that Pandoc does not take for text.
_TAKEN_OVER = frozenset(
    {"title", "subtitle", "author", "date", "abstract", "abstract title", "source code"}
    | {"definition", "definition term", "caption", "table caption", "image caption"}
    | {"captioned figure"}
)


@dataclass
class Plain:
    """A simplified Word file: its bytes, the numbers and characters added, the words removed.

    `changes` means that changes are tracked in it.
    """

    content: bytes
    numbers: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    aids: list[str] = field(default_factory=list)
    changes: bool = False


def made_plain(
    archive: zipfile.ZipFile, content: bytes, path: Path, styles: Styles, changes: Changes
) -> Plain:
    """Simplify the mark-up of a Word file.

    Args:
        archive: its parts, already checked.
        content: the file itself.
        path: its name, for messages.
        styles: its styles.
        changes: what to do with tracked changes.

    Raises:
        InputError: if a part is not well-formed XML, shows another file, or holds tracked changes
            that are to be refused.
    """
    plain = Plain(content)
    numbering = numbering_of(archive, styles, path)
    changed: dict[str, bytes] = {}
    for name in filter(_PARTS.fullmatch, archive.namelist()):
        root = parse_xml(archive.read(name), path, remedy=AGAIN)
        _refuse_embedded(root, path)
        if next(root.iter(*PUT_IN, *TAKEN_OUT), None) is not None:
            plain.changes = True
            settle_changes(root, changes, path)
        _make_plain(root, plain, styles)
        plain.numbers += _number(root, numbering)
        changed[name] = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    if _NUMBERS in archive.namelist():
        changed[_NUMBERS] = etree.tostring(etree.Element(f"{WORD}numbering"))
    plain.content = _with_parts(archive, changed)
    return plain


def _refuse_embedded(root: etree._Element, path: Path) -> None:
    if next(root.iter(*_EMBEDDED), None) is not None:
        raise InputError(
            f"{path}: it shows another file within its text, which is not read",
            remedy="open it in a word processor and save it anew as .docx",
        )


def _make_plain(root: etree._Element, plain: Plain, styles: Styles) -> None:
    """Change the tree of a part."""
    for run in list(root.iter(f"{WORD}r")):
        words = "".join(text.text or "" for text in run.iter(f"{WORD}t"))
        if words and (styles.is_on(run, "vanish") or is_unseen(run)):
            _take_out(run, words, plain.hidden)
        elif words and (styles.is_on(run, "strike") or styles.is_on(run, "dstrike")):
            _take_out(run, words, plain.struck)
    plain.aids += _settle_ruby(root)
    for run in root.iter(f"{WORD}r"):
        if is_raised(run):
            _raise(run)
    plain.numbers += mark_objects(root)
    _mark_turned(root)
    for around in list(root.iter(*_AROUND)):
        unwrap(around)
    for end in root.iter(f"{WORD}cr"):
        end.tag = f"{WORD}br"
    for named in list(root.iter(f"{WORD}pStyle")):
        names = (value_of(style, "name") or "" for _, style in styles.chain(named.get(VALUE)))
        if any(name.casefold() in _TAKEN_OVER for name in names):
            remove(named)


def _raise(run: etree._Element) -> None:
    """Make text that is raised by its position a superscript, which Pandoc reads."""
    properties = run.find(f"{WORD}rPr")
    assert properties is not None
    if value_of(properties, "vertAlign") is None:
        etree.SubElement(properties, f"{WORD}vertAlign").set(VALUE, "superscript")


def _mark_turned(root: etree._Element) -> None:
    """Put a placeholder into text that Word shows in an order that reverses its letters."""
    for turned in list(root.iter(f"{WORD}bdo")):
        words = "".join(text.text or "" for text in turned.iter(f"{WORD}t"))
        if is_turned(words, turned.get(VALUE, "")):
            run = etree.SubElement(turned, f"{WORD}r")
            etree.SubElement(run, f"{WORD}t").text = OTHERWISE


def _settle_ruby(root: etree._Element) -> Iterator[str]:
    """Keep the characters without the reading aid above them; yield the reading aid."""
    for aid in root.iter(f"{WORD}rt"):
        yield "".join(text.text or "" for text in aid.iter(f"{WORD}t"))
    for gone in list(root.iter(f"{WORD}rt", f"{WORD}rubyPr")):
        remove(gone)
    for ruby in list(root.iter(f"{WORD}ruby")):
        holder = ruby.getparent()
        unwrap(ruby)
        if holder is not None and holder.tag == f"{WORD}r":
            unwrap(holder)


def _number(root: etree._Element, numbering: Numbering) -> Iterator[str]:
    """Put the automatic numbers of paragraphs into their text."""
    for paragraph in root.iter(f"{WORD}p"):
        label = numbering.label(paragraph)
        said = "".join(text.text or "" for text in paragraph.iter(f"{WORD}t"))
        if label == BULLET and begins_with_mark(said):
            continue
        if label and said:
            run = etree.Element(f"{WORD}r")
            text = etree.SubElement(run, f"{WORD}t")
            text.text = f"{label} "
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            paragraph.insert(1 if paragraph.find(f"{WORD}pPr") is not None else 0, run)
            yield label


def _take_out(run: etree._Element, words: str, told: list[str]) -> None:
    if words.strip():
        told.append(words)
        remove(run)


def _with_parts(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    """The file with some of its parts changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name in archive.namelist():
            target.writestr(name, changed.get(name) or archive.read(name))
    return made.getvalue()
