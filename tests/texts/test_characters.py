"""Characters of a catalogue: what takes it apart is refused, what is in pieces is put together."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from compendium.findings import Finding
from compendium.texts.catalogue_files import CatalogueFile, read_catalogue_file

CATALOGUE = """\
msgid ""
msgstr "Language: fr\\n"

# asked the keeper
msgctxt "lk.2.2.b"
msgid "Leave ashore."
msgstr "Des congés à terre."
"""


def _read(folder: Path, text: str) -> CatalogueFile | Finding:
    path = folder / "a.po"
    path.write_text(text, encoding="utf-8", newline="")
    return read_catalogue_file(path, "a")


@pytest.mark.parametrize("place", ["congés", "Leave", "keeper", "lk.2"])
@pytest.mark.parametrize("character", ["\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\x0c"])
def test_no_letter_is_lost_without_a_word(tmp_path: Path, character: str, place: str) -> None:
    """A catalogue with a character at which its reader divides a line is not read, but named."""
    found = _read(tmp_path, CATALOGUE.replace(place, f"{place}{character}"))
    assert isinstance(found, Finding)
    line = CATALOGUE[: CATALOGUE.index(place)].count("\n") + 1
    assert (found.code, found.place.line) == ("C014", line)
    assert f"U+{ord(character):04X}" in found.message


@pytest.mark.parametrize(("end", "said"), [("\r\n", "CRLF"), ("\r", "return alone (CR)")])
def test_line_ends_are_named(tmp_path: Path, end: str, said: str) -> None:
    """A catalogue whose lines end otherwise is not read; the message says how they end."""
    found = _read(tmp_path, CATALOGUE.replace("\n", end))
    assert isinstance(found, Finding)
    assert said in found.message


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    """A catalogue with letters and accents apart is read as if they were together."""
    found = _read(tmp_path, normalize("NFD", CATALOGUE))
    assert isinstance(found, CatalogueFile)
    assert [entry.msgstr for entry in found.entries] == ["Des congés à terre."]


@pytest.mark.parametrize(
    ("line", "escape"),
    [
        (r'msgstr "Des cong\303\251s."', r"\303"),
        (r'msgstr "a\\\xe9"', r"\xe9"),
        ('msgid ""\n"\\u00e9"', r"\u00e9"),
        (r'#~ msgstr "\a"', r"\a"),
        (r'#| msgid "\q"', r"\q"),
        (r'#~| msgid "\351"', r"\351"),
    ],
)
def test_escapes_that_would_become_text_are_refused(tmp_path: Path, line: str, escape: str) -> None:
    """An escape that is not read, as `msgmerge --escape` writes, never becomes a text."""
    found = _read(tmp_path, f"{CATALOGUE}\n{line}\n")
    assert isinstance(found, Finding)
    assert found.code == "C003"
    assert found.place.line == CATALOGUE.count("\n") + 2 + line.count("\n")
    assert found.message.startswith(f"{escape} is an escape")


@pytest.mark.parametrize("text", [r"\\303", r"\"a\"", r"a\tb", r"a\nb", r"\\\\x41", r"\\*"])
def test_escapes_that_are_read(tmp_path: Path, text: str) -> None:
    """A backslash that is escaped itself, and what stands for a mark or a line, is read."""
    found = _read(tmp_path, CATALOGUE.replace("asked", r"asked \q").replace("Des congés", text))
    assert isinstance(found, CatalogueFile)
