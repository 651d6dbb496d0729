"""The mark-up of a Word file made plain before Pandoc reads it, which drops part of what it shows.

Fields, embedded directions and the like are replaced by what they hold; words that Word does not
show, or strikes through, are taken out and told; tracked changes are accepted and told.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from compendium.untrusted.limits import AGAIN
from compendium.untrusted.markup import parse_xml

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = re.compile(r"word/(?:document\d*|footnotes|endnotes)\.xml")
# Around runs, which they only describe.
_AROUND = tuple(
    f"{WORD}{name}" for name in ("fldSimple", "dir", "bdo", "customXml", "smartTag", "rubyBase")
)
_PUT_IN = (f"{WORD}ins", f"{WORD}moveTo")
_TAKEN_OUT = (f"{WORD}del", f"{WORD}moveFrom")
_OFF = frozenset({"0", "false", "off"})


@dataclass
class Plain:
    """A Word file made plain: its bytes, the words taken out of it, whether changes are tracked."""

    content: bytes
    hidden: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    changes: bool = False


def made_plain(archive: zipfile.ZipFile, content: bytes, path: Path) -> Plain:
    """Make the mark-up of a Word file plain.

    Args:
        archive: its parts, which are sound.
        content: the file itself.
        path: its name, for messages.

    Raises:
        InputError: if a part is no well-formed XML.
    """
    plain = Plain(content)
    changed: dict[str, bytes] = {}
    for name in filter(_PARTS.fullmatch, archive.namelist()):
        root = parse_xml(archive.read(name), path, remedy=AGAIN)
        plain.changes = plain.changes or next(root.iter(*_PUT_IN, *_TAKEN_OUT), None) is not None
        if _make_plain(root, plain):
            changed[name] = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    if changed:
        plain.content = _with_parts(archive, changed)
    return plain


def _make_plain(root: etree._Element, plain: Plain) -> bool:
    """Change the tree of a part; whether anything in it was."""
    size = sum(1 for _ in root.iter())
    for run in list(root.iter(f"{WORD}r")):
        words = "".join(text.text or "" for text in run.iter(f"{WORD}t"))
        if is_on(run, "vanish"):
            _take_out(run, words, plain.hidden)
        elif is_on(run, "strike") or is_on(run, "dstrike"):
            _take_out(run, words, plain.struck)
    for gone in list(root.iter(f"{WORD}rt", f"{WORD}rubyPr", *_TAKEN_OUT)):
        _remove(gone)
    for ruby in list(root.iter(f"{WORD}ruby")):
        holder = ruby.getparent()
        _unwrap(ruby)
        if holder is not None and holder.tag == f"{WORD}r":
            _unwrap(holder)
    for around in list(root.iter(*_AROUND, *_PUT_IN)):
        _unwrap(around)
    ends = list(root.iter(f"{WORD}cr"))
    for end in ends:
        end.tag = f"{WORD}br"
    return bool(ends) or size != sum(1 for _ in root.iter())


def is_on(run: etree._Element, name: str) -> bool:
    """Whether a run has a property."""
    found = run.find(f"{WORD}rPr/{WORD}{name}")
    return found is not None and found.get(f"{WORD}val", "true") not in _OFF


def _take_out(run: etree._Element, words: str, told: list[str]) -> None:
    if words.strip():
        told.append(words)
        _remove(run)


def _unwrap(element: etree._Element) -> None:
    """Put what an element holds in its place, but for its properties."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    held = [child for child in element if not str(child.tag).endswith("Pr")]
    parent[place : place + 1] = held


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _with_parts(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    """The file with some of its parts changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in archive.namelist():
            target.writestr(name, changed.get(name) or archive.read(name))
    return made.getvalue()
