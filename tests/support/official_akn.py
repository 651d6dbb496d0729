"""Resolutions in Akoma Ntoso, as the United Nations offer them: their texts in order, with notes.

Only what a comparison of two languages needs is read: each paragraph by its place, with note marks
as `[^1]` and emphasis as `*word*`, and each note.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

_NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_NUMBER = re.compile(r"\d+")
# A number that stands in the text itself.
_TYPED = re.compile(r"^[0-9]+ ?[-.]? ?(?=\*)")
# Anything else that is written in digits: Arabic-Indic figures stand in some files.
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def read_resolution(path: Path) -> dict[str, str]:
    """The texts of a resolution by their places: `pp.3`, `7`, `7.2` (second below 7), `note.5`."""
    root = ET.parse(path).getroot()  # noqa: S314 - files that were checked in, not from outside
    texts: dict[str, str] = {}
    preamble, body = root.find(f".//{_NS}preamble"), root.find(f".//{_NS}mainBody")
    assert body is not None
    if preamble is not None:
        _read_preamble(preamble, texts)
    _read_body(body, texts)
    for note in root.iter(f"{_NS}authorialNote"):
        texts[f"note.{note.get('marker')}"] = _clean(_words(note, top=True))
    return {place: text for place, text in texts.items() if text}


def _read_preamble(preamble: ET.Element, texts: dict[str, str]) -> None:
    for place, container in enumerate(preamble.iter(f"{_NS}container"), start=1):
        for number, part in enumerate(_parts(container)):
            texts[f"pp.{place}.{number}"] = _clean(_words(part, top=True))


def _read_body(body: ET.Element, texts: dict[str, str]) -> None:
    above, below = "0", 0
    for paragraph in body.iter(f"{_NS}paragraph"):
        mark = (paragraph.findtext(f"{_NS}num") or "").translate(_DIGITS)
        number = _NUMBER.search(mark)
        if number is not None or not mark:  # some files leave the numbers to the word processor
            above, below = number[0] if number else str(int(above) + 1), 0
        else:
            below += 1
        for count, part in enumerate(_parts(paragraph)):
            text = _clean(_words(part, top=True))
            texts[f"{above}.{below}.{count}"] = text if mark else _TYPED.sub("", text)


def _parts(element: ET.Element) -> list[ET.Element]:
    """The texts below an element, those of its notes apart."""
    found: list[ET.Element] = []
    for child in element:
        if child.tag in {f"{_NS}p", f"{_NS}listIntroduction"}:
            found.append(child)
        elif child.tag != f"{_NS}paragraph":
            found += _parts(child)
    return found


def _words(element: ET.Element, *, top: bool = False) -> str:
    if element.tag == f"{_NS}authorialNote" and not top:
        return f"[^{element.get('marker')}]"
    inner = (element.text or "") + "".join(_words(e) + (e.tail or "") for e in element)
    style = element.get("class") or ""
    words = inner.strip()
    if element.tag == f"{_NS}span" and words and ("italic" in style or "bold" in style):
        return inner.replace(words, f"*{words}*")
    return inner


def _clean(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", text.replace("**", "").replace("* *", " ")).strip()
