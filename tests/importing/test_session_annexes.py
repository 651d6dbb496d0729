"""The annexes of a session in six languages, against a reader that shares nothing with the program.

What it reads of an attachment is a list: each paragraph and heading with the numbers before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from ruamel.yaml import YAML

from compendium.texts.catalogue import read_catalogue, state_of
from compendium.texts.states import State
from support.akn_truth import same
from support.importing_project import BODIES, run_in
from support.whole_session import FOLDERS, needs_session, unpack

NAME = re.compile(r"A_RES_78_(1|3|4|5|128|249|252|317)[-_].*\.xml")
WITH_TABLES = {"249", "252"}
SESSION = ("--body", "ga", "--ordinal", 78, "--first", "2023-09-05", "--last", "2024-09-10")
KEY = re.compile(r"ga\.78\.(\d+)\.annex\.\d+(?:\.\d+)?")
_LINES = {"p", "heading", "subheading"}

pytestmark = needs_session


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with all resolutions of the session that have an annex."""
    folder = tmp_path_factory.mktemp("session")
    (folder / "sources").mkdir()
    (folder / "sources/bodies.yaml").write_text(BODIES, encoding="utf-8")
    unpack(folder / "documents", lambda name: bool(NAME.search(name)))
    said = run_in(folder, "import", "documents", *SESSION, "--place", "New York")
    assert said.code == 1, said.err  # some languages have other lines
    return folder


def attached(folder: Path, number: str) -> list[str]:
    """The lines of what is attached to a resolution."""
    (path,) = folder.glob(f"A_RES_78_{number}[-_]*.xml")
    return list(_lines(etree.parse(str(path)).getroot()))


def _lines(root: etree._Element) -> Iterator[str]:
    number = ""
    for element in root.iterfind(".//{*}attachments//{*}*"):
        name = etree.QName(element).localname
        if any(etree.QName(one).localname == "authorialNote" for one in element.iterancestors()):
            continue
        if name == "num":
            number += _said(element)
        elif name in _LINES and _said(element).strip():
            yield number + _said(element)
            number = ""


def _said(element: etree._Element) -> str:
    """What an element says, without its notes."""
    parts = [element.text or ""]
    for child in element:
        if etree.QName(child).localname != "authorialNote":
            parts.append(_said(child))
        parts.append(child.tail or "")
    return "".join(parts)


def recorded(project: Path) -> dict[str, list[str]]:
    """The lines of all annexes of each resolution, in order."""
    held: dict[str, list[str]] = {}
    for path in project.glob("sources/ga/*.yaml"):
        for record in YAML(typ="safe").load(path)["records"]:
            for annex in record.get("annexes", ()):
                lines = held.setdefault(record["segment"], [])
                lines += [annex["heading"], *(line["text"] for line in annex["lines"])]
    return held


def test_every_line_is_recorded_in_order(project: Path) -> None:
    """Nothing is lost, joined or divided; two annexes are tables, and told."""
    held = recorded(project)
    english = next(project.glob("documents/**/English"))
    for number in {match[1] for path in english.iterdir() if (match := NAME.search(path.name))}:
        assert (number in held) != (number in WITH_TABLES), number
        if number in held:
            wanted = attached(english, number)
            pairs = zip(held[number], wanted, strict=True)
            assert [one for one, own in pairs if not same(one, own)] == []


@pytest.mark.parametrize("language", FOLDERS)
def test_no_official_line_is_wrong(project: Path, language: str) -> None:
    """What is official is the line of its document at that place."""
    folder = next(project.glob(f"documents/**/{FOLDERS[language]}"))
    held: dict[str, list[str]] = {}
    for entry in read_catalogue(project / f"translations/{language}/ga/78-2023.po"):
        if key := KEY.fullmatch(entry.msgctxt):
            official = state_of(entry)[0] is State.OFFICIAL
            held.setdefault(key[1], []).append(entry.msgstr if official else "")
    taken = {number: lines for number, lines in held.items() if any(lines)}
    assert taken
    for number, lines in taken.items():
        pairs = zip(lines, attached(folder, number), strict=True)
        assert [one for one, own in pairs if one and not same(one, own)] == []
