"""The texts of a resolution in Akoma Ntoso, by a reader that shares nothing with the program.

A text counts as the same when its letters and digits agree, marks, spaces and emphasis apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from lxml import etree
from ruamel.yaml import YAML

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_LONGEST_MARK = 3  # letters
_APART = {"authorialNote", "num", "crossHeading", "subheading", "heading", "img"}
_PASSAGES = {"paragraph", "point", "item"}
_LISTS = ("list", "blockList")
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذض"
_CYRILLIC = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445", "aeopcyx"
)  # for the Latin ones
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")


def same(text: str, other: str) -> bool:
    """Whether two texts have the same letters and digits."""
    return _bare(text) == _bare(other)


def misplaced(texts: dict[str, str], truth: dict[str, str]) -> Iterator[str]:
    """The steps of texts that are not those of the file at that place.

    A text may go on in paragraphs without a mark. A letter may stand beside its paragraph, or in a
    text without a mark, into which it was typed.
    """
    loose = [_bare(text) for step, text in truth.items() if "?" in step]
    for step, text in texts.items():
        said, beside = _bare(text), step.rpartition(".")[2]
        typed = (one for one in loose if len(one) - len(said) <= _LONGEST_MARK)
        if step in truth:
            right = said in _from(step, truth)
        elif beside in truth and step != beside:
            right = said == _bare(truth[beside])
        else:
            right = any(one.endswith(said) for one in typed)
        if not right:
            yield step


def _from(step: str, truth: dict[str, str]) -> Iterator[str]:
    """What a text may be: its own words, and with those that follow without a mark."""
    steps = list(truth)
    said = _bare(truth[step])
    yield said
    for after in takewhile(lambda one: "?" in one, steps[steps.index(step) + 1 :]):
        said += _bare(truth[after])
        yield said


def _bare(text: str) -> str:
    text = re.sub(r"\[\^[^\]]*\]|\{lang=[a-z-]+\}", "", text)
    text = unicodedata.normalize("NFKC", text.replace("º", "o").replace("ª", "a"))
    return re.sub(r"[\W_\u0640]+", "", text).lower()


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _text(element: etree._Element | None) -> str:
    """What an element says, without numbers, notes and headings."""
    if element is None or _name(element) in _APART:
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += [_text(child), child.tail or ""]
    if _name(element) in {"p", "eol"}:
        parts.append(" ")
    return "".join(parts)


def _first(element: etree._Element, *names: str) -> etree._Element | None:
    return next((found for name in names if (found := element.find(NS + name)) is not None), None)


def _mark(printed: str) -> str:
    """A mark as records write it, whatever the language prints: (a), a), (أ), ㈠, ’1‘."""
    bare = printed.strip().strip("().- \t").split(" ")[0].rstrip(".").replace("\u0640", "")
    if bare.strip("‘’") != bare:
        return _ROMAN[int(bare.strip("‘’")) - 1]
    if len(bare) == 1 and "\u3220" <= bare <= "\u3229":  # ㈠ to ㈩
        return _ROMAN[ord(bare) - 0x3220]
    if bare and bare in _ABJAD:
        return chr(ord("a") + _ABJAD.index(bare))
    return bare.translate(_CYRILLIC)


def truth_of(path: Path) -> dict[str, str] | None:
    """The texts by their steps (pp.3, 12.b.ii); None where the scheme of one resolution fails.

    Those without a mark stand under `?` and their count.
    """
    statement = etree.parse(str(path)).getroot().find(NS + "statement")
    if statement is None:
        return None
    found: dict[str, str] = {}
    preamble, body = statement.find(NS + "preamble"), statement.find(NS + "mainBody")
    for one in () if preamble is None else preamble.iter(NS + "container"):
        if _text(one).strip():
            found[f"pp.{len(found) + 1}"] = _text(one)
    if body is not None and not _walk(body, [], found):
        return None
    alone = [step for step in found if step.startswith("?")]
    if len(alone) == 1 and not any(step[0].isdigit() for step in found):
        found["1"] = found.pop(alone[0])
    return found


def _walk(element: etree._Element, steps: list[str], found: dict[str, str]) -> bool:
    """Add the texts below an element; false where a number comes twice."""
    for child in element:
        if _name(child) in {"section", "hcontainer", "container", *_LISTS}:
            if not _walk(child, steps, found):
                return False
        elif _name(child) == "sublist":  # of which the file does not say what it stands below
            for point in child:
                found[".".join([*steps, f"?{len(found)}"])] = _text(point)
        elif _name(child) in _PASSAGES and not _add_passage(child, steps, found):
            return False
    return True


def _add_passage(element: etree._Element, steps: list[str], found: dict[str, str]) -> bool:
    """Add a passage and those below it; false where a number comes twice."""
    mark = _mark(element.findtext(NS + "num") or "")
    inner = _first(element, *_LISTS)
    opening = None if inner is None else _first(inner, "intro", "listIntroduction")
    own = _text(opening) or _text(_first(element, "content", "intro")) or _text(element)
    key = ".".join([*steps, mark or f"?{len(found)}"])
    if key in found:
        return False
    if mark or own.strip():
        found[key] = own
    lists = (one for one in element if _name(one) in _LISTS)
    return all(_walk(one, [*steps, mark], found) for one in lists)


def recorded_in(sources: Path) -> dict[str, str]:
    """The texts of the one record that was written, by their steps."""
    found: dict[str, str] = {}
    for path in sources.glob("ga/*.yaml"):
        (record,) = YAML(typ="safe").load(path.read_text(encoding="utf-8"))["records"]
        for place, one in enumerate(record.get("preamble") or [], start=1):
            found[f"pp.{place}"] = one if isinstance(one, str) else one["text"]
        for level in ("paragraphs", "subparagraphs"):
            for one in record.get(level) or []:
                _add_recorded(one, [], found)
    return found


def _add_recorded(unit: dict[str, object], steps: list[str], found: dict[str, str]) -> None:
    marks = (unit.get(name) for name in ("number", "letter", "item"))
    here = [*steps, next(str(mark) for mark in marks if mark is not None)]
    found[".".join(here)] = str(unit.get("text", ""))
    for level in ("subparagraphs", "items"):
        for one in unit.get(level) or []:  # type: ignore[attr-defined]
            _add_recorded(one, here, found)
