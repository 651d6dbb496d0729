"""A key that stands twice: the entry in use is never replaced, and the other is told."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

from compendium.texts.catalogue import read_catalogue, set_state, state_of, write_catalogue
from compendium.texts.states import State
from support.commands import run

CATALOGUE = Path("translations/fr/lk/01-2011.po")
KEY = "lk.1.4"
SOURCE = "States parties should keep logbooks for at least ten years."
OBSOLETE = """\
# asked the keeper
#, fuzzy, no-wrap
#~| msgctxt "lk.1.3"
#~| msgid ""
#~| "States parties should keep logbooks for at least nine years, and hand them to the harbour "
#~| "master afterwards."
#~ msgctxt "lk.1.4"
#~ msgid "{source}"
#~ msgstr "Un texte d’avant."
"""


@pytest.fixture(autouse=True)
def _in_project(project: Path) -> None:
    """Every case works on the example."""


def _add(words: str) -> None:
    """Write one more entry at the end of the catalogue."""
    CATALOGUE.write_text(f"{CATALOGUE.read_text(encoding='utf-8')}{words}\n", encoding="utf-8")


def _entries() -> list[polib.POEntry]:
    return [entry for entry in read_catalogue(CATALOGUE) if entry.msgctxt == KEY]


def _edit(text: str, state: State, source: str = SOURCE) -> None:
    """Give the active entry a text in a state, translated from a source."""
    catalogue = read_catalogue(CATALOGUE)
    entry = next(one for one in catalogue if one.msgctxt == KEY and not one.obsolete)
    entry.msgid, entry.msgstr = source, text
    if text:
        set_state(entry, state)
    write_catalogue(catalogue, CATALOGUE)


def _line(word: str) -> int:
    """The last line that starts with some word."""
    lines = CATALOGUE.read_text(encoding="utf-8").split("\n")
    return max(number for number, line in enumerate(lines, start=1) if line.startswith(word))


@pytest.mark.parametrize("source", [SOURCE, "Parties keep logbooks."])
def test_merge_keeps_the_entry_in_use(source: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An obsolete entry never replaces the reviewed one of its key; it stays, and is told."""
    _edit("Le texte revu.", State.REVIEWED)
    _add(OBSOLETE.format(source=source))
    assert run("merge", "--records", "records.json", "fr") == 0
    active, obsolete = _entries()
    assert (active.msgstr, state_of(active), active.obsolete) == (
        "Le texte revu.",
        (State.REVIEWED, None),
        False,
    )
    assert (obsolete.msgstr, obsolete.obsolete) == ("Un texte d’avant.", True)
    told = capsys.readouterr().err
    assert f"{CATALOGUE}:{_line('#~ msgctxt')}: C013 warning: an obsolete entry of {KEY}" in told


def test_what_msgmerge_leaves_is_taken_as_fuzzy() -> None:
    """An entry that is empty, since its source is new, takes the translation of the earlier one."""
    _edit("", State.UNOFFICIAL)
    _add('#~ msgctxt "lk.1.4"\n#~ msgid "Parties keep logbooks."\n#~ msgstr "Un texte d’avant."\n')
    assert run("merge", "--records", "records.json", "fr") == 0
    (entry,) = _entries()
    assert (entry.msgid, entry.msgstr) == (SOURCE, "Un texte d’avant.")
    assert (state_of(entry)[0], entry.previous_msgid) == (State.FUZZY, "Parties keep logbooks.")


def test_a_withdrawn_translation_does_not_come_back() -> None:
    """An empty entry of the same source stays empty, whatever stood there before."""
    _edit("", State.UNOFFICIAL)
    _add(f'# state: reviewed\n#~ msgctxt "lk.1.4"\n#~ msgid "{SOURCE}"\n#~ msgstr "Retiré."\n')
    assert run("merge", "--records", "records.json", "fr") == 0
    assert [(one.msgstr, one.obsolete) for one in _entries()] == [("", False), ("Retiré.", True)]


def test_of_two_obsolete_entries_none_is_lost() -> None:
    """A text that comes back takes the entry with its source; the others stay obsolete."""
    catalogue = read_catalogue(CATALOGUE)
    catalogue.remove(_entries()[0])
    write_catalogue(catalogue, CATALOGUE)
    _add(f'#~ msgctxt "lk.1.4"\n#~ msgid "{SOURCE}"\n#~ msgstr "Le bon."\n')
    _add('#~ msgctxt "lk.1.4"\n#~ msgid "Parties keep logbooks."\n#~ msgstr "L’autre."\n')
    assert run("merge", "--records", "records.json", "fr") == 0
    assert [(one.msgstr, one.obsolete) for one in _entries()] == [
        ("Le bon.", False),
        ("L’autre.", True),
    ]


def test_entries_without_key_are_all_kept() -> None:
    """Translations that lost their keys in some tool become obsolete, each of them."""
    _add('msgid "One"\nmsgstr "Un"\n\nmsgid "Two"\nmsgstr "Deux"\n')
    assert run("merge", "--records", "records.json", "fr") == 0
    kept = [one.msgstr for one in read_catalogue(CATALOGUE) if one.obsolete]
    assert kept == ["Un", "Deux"]


@pytest.mark.parametrize(
    "command",
    [
        "merge --records records.json fr",
        "takeback handed/fr.xlf",
        "handover --records records.json --language fr --output again",
        "localise --records records.json --language fr --output texts.json",
        "sample --language fr --seed 1",
    ],
)
def test_no_command_chooses_between_two_entries_in_use(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a key has two active entries, every command stops and names both lines."""
    handed = "handover --records records.json --language fr --format xliff --output handed"
    assert run(*handed.split()) == 0
    first = _line(f'msgctxt "{KEY}"')
    _add(f'msgctxt "lk.1.4"\nmsgid "{SOURCE}"\nmsgstr "Un autre."\n')
    before = CATALOGUE.read_bytes()
    assert run(*command.split()) in {1, 3}
    said = capsys.readouterr().err
    assert re.search(rf"{CATALOGUE}:\d+: .*the key {KEY} is also in line {first}", said)
    assert CATALOGUE.read_bytes() == before


def test_a_key_in_two_catalogues_is_not_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    """A file that comes back does not write into one of two catalogues with its key."""
    handed = "handover --records records.json --language fr --format xliff --output handed"
    assert run(*handed.split()) == 0
    other = Path("translations/fr/lk/02-2013.po")
    other.write_text(
        f'{other.read_text(encoding="utf-8")}msgctxt "{KEY}"\nmsgid "{SOURCE}"\nmsgstr "Un"\n',
        encoding="utf-8",
    )
    assert run("takeback", "handed/fr.xlf") == 3
    assert f"{other}: the key {KEY} is also in {CATALOGUE}" in capsys.readouterr().err


def test_a_catalogue_is_written_as_it_was_read() -> None:
    """Obsolete entries with earlier sources, flags and comments come back byte for byte."""
    _edit("Le texte revu.", State.REVIEWED)
    _add(OBSOLETE.format(source=SOURCE))
    before = CATALOGUE.read_bytes()
    write_catalogue(read_catalogue(CATALOGUE), CATALOGUE)
    assert CATALOGUE.read_bytes() == before
    assert run("merge", "--records", "records.json", "fr") == 0
    assert CATALOGUE.read_bytes() == before


def test_the_header_is_kept() -> None:
    """Fields of the header that nobody here knows stay, empty ones too, and its comments."""
    text = CATALOGUE.read_text(encoding="utf-8")
    said = '# asked the keeper\n#, fuzzy\nmsgid ""\nmsgstr ""\n"X-Own: a: b\\n"\n"X-Empty: \\n"\n'
    CATALOGUE.write_text(text.replace('#\nmsgid ""\nmsgstr ""\n', said, 1), encoding="utf-8")
    _edit("Le texte revu.", State.REVIEWED, "Parties keep logbooks.")
    assert run("merge", "--records", "records.json", "fr") == 0
    text = CATALOGUE.read_text(encoding="utf-8")
    assert text.startswith("# asked the keeper\n#, fuzzy\n")
    assert '"X-Own: a: b\\n"\n' in text
    assert '"X-Empty: \\n"\n' in text


# Name of the case: what is changed in the catalogue, and what the refusal names.
REFUSED = {
    "comment at the end": (r"\Z", "# a last word\n", "a comment that belongs to no entry"),
    "comment after the header's flags": (
        'msgid ""\n',
        '#, fuzzy\n# later\nmsgid ""\n',
        "a comment that belongs to no entry",
    ),
    "plural": (
        r"\Z",
        'msgctxt "x"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
        "a text with singular and plural",
    ),
    "encoding": ("UTF-8", "ISO-8859-6", "the header names the encoding ISO-8859-6"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_would_be_lost_is_refused(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A catalogue with something that could not be written again is left as it is, by name."""
    old, new, said = REFUSED[case]
    text, count = re.subn(old, new, CATALOGUE.read_text(encoding="utf-8"), count=1)
    assert count
    CATALOGUE.write_text(text, encoding="utf-8")
    assert run("merge", "--records", "records.json", "fr") == 3
    assert re.search(rf"{CATALOGUE}:\d+: {said}", capsys.readouterr().err)
    assert CATALOGUE.read_text(encoding="utf-8") == text


def test_a_catalogue_without_header_keeps_its_first_comment() -> None:
    """The state of the first entry is its own, though polib takes it for the header's."""
    text = CATALOGUE.read_text(encoding="utf-8")
    body = text[text.index("\n\n") :].lstrip("\n")
    CATALOGUE.write_text(f"# asked the keeper\n# state: reviewed\n{body}", encoding="utf-8")
    first = read_catalogue(CATALOGUE)[0]
    assert first.tcomment == "asked the keeper\nstate: reviewed"
    assert run("merge", "--records", "records.json", "fr") == 0
    assert state_of(read_catalogue(CATALOGUE)[0]) == (State.REVIEWED, None)
