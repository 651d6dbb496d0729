"""Catalogues: PO files whose `msgctxt` is the key of a unit.

The state of a unit stands in a comment of its own, `# state: reviewed` or
`# state: official CTOC/COP/WG.4/2009/2`, which every PO tool keeps; a translation without one is
unofficial. A text whose source changes loses its state, and keeps it as a remark only,
`# earlier state: reviewed`: whoever clears the flag `fuzzy` has not made it official. Format: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import polib

from compendium.errors import InputError
from compendium.files import write_bytes
from compendium.findings import Finding, Severity
from compendium.model.lines import lines_of
from compendium.proof import encoded, proven
from compendium.texts.catalogue_files import read_catalogue_file, read_content
from compendium.texts.doubled import doubled_keys
from compendium.texts.states import State
from compendium.texts.text_units import TextUnit

_STATE = re.compile(
    r"^state: (?P<state>official|reviewed|unofficial)(?: (?P<symbol>\S+(?: \S+)?))?$", re.MULTILINE
)
_FIELDS = ("msgctxt", "msgid", "msgstr", "previous_msgctxt", "previous_msgid")
_EARLIER = "earlier state: "
_WIDTH = 96


def new_catalogue(name: str, language: str | None) -> polib.POFile:
    """An empty catalogue with the header that PO tools expect, and no date, so that it stays put.

    Args:
        name: the name of the catalogue.
        language: the code of its language; None makes a template.
    """
    catalogue = polib.POFile(wrapwidth=_WIDTH)
    catalogue.metadata = {
        "Project-Id-Version": f"compendium {name}",
        "Language": language or "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return catalogue


def template_entry(unit: TextUnit) -> polib.POEntry:
    """The entry of a unit that has no translation yet."""
    return polib.POEntry(
        msgctxt=unit.key, msgid=unit.text, msgstr="", comment="\n".join(unit.context)
    )


def make_template(name: str, units: Iterable[TextUnit]) -> polib.POFile:
    """The template (POT) of one catalogue."""
    template = new_catalogue(name, None)
    template.extend(template_entry(unit) for unit in units)
    return template


def read_catalogue(path: Path) -> polib.POFile:
    """Read a catalogue.

    Raises:
        InputError: if it is missing, not UTF-8, no PO file, or holds a key twice.
    """
    file = read_catalogue_file(path, path.stem)
    if isinstance(file, Finding):
        raise _refused(file)
    for fault in doubled_keys(file):
        if fault.severity is Severity.ERROR:
            raise _refused(fault)
    file.catalogue.wrapwidth = _WIDTH
    return file.catalogue


def _refused(fault: Finding) -> InputError:
    return InputError(f"{fault.place}: {fault.message}", remedy=fault.remedy)


def write_catalogue(catalogue: polib.POFile, path: Path) -> None:
    """Write a catalogue whole or not at all."""
    write_bytes(path, catalogue_content(catalogue, path))


def catalogue_content(catalogue: polib.POFile, path: Path) -> bytes:
    """A catalogue as it stands in its file, once that reads as this catalogue.

    Raises:
        OutputError: if it does not.
    """

    def read(content: bytes) -> object:
        file = read_content(content, path.stem, path.as_posix())
        if isinstance(file, Finding):
            raise _refused(file)
        return _said_in(file.catalogue)

    return proven(path, encoded(path, f"{catalogue}\n"), read, _said_in(catalogue))


def _said_in(catalogue: polib.POFile) -> object:
    """All that a catalogue says; where the lines of a comment end says nothing."""
    return dict(catalogue.metadata), [
        (
            *(getattr(entry, field) or "" for field in _FIELDS),
            entry.obsolete,
            sorted(entry.flags),
            entry.tcomment.split(),
        )
        for entry in catalogue
    ]


def state_of(entry: polib.POEntry) -> tuple[State, str | None]:
    """The state of an entry, and the symbol of the document behind an official one."""
    if not entry.msgstr:
        return State.MISSING, None
    if entry.fuzzy:
        return State.FUZZY, None
    match = _STATE.search(entry.tcomment)
    if match is None:
        return State.UNOFFICIAL, None
    return State(match["state"]), match["symbol"]


def set_state(entry: polib.POEntry, state: State, symbol: str | None = None) -> None:
    """Write the state of a translated entry into its comment; unofficial needs no words."""
    remark = [] if state is State.UNOFFICIAL else [f"state: {_words(state, symbol)}"]
    entry.tcomment = "\n".join([*_remarks(entry), *remark])


def withdraw_state(entry: polib.POEntry) -> None:
    """Make the state of an entry a remark on what it was, since the entry is no longer in it."""
    match = _STATE.search(entry.tcomment)
    if match is not None:
        was = _words(State(match["state"]), match["symbol"])
        entry.tcomment = "\n".join([*_remarks(entry), f"{_EARLIER}{was}"])


def _words(state: State, symbol: str | None) -> str:
    return " ".join(filter(None, (state, symbol)))


def _remarks(entry: polib.POEntry) -> list[str]:
    """What a comment says besides the state of its entry, now or earlier."""
    lines = lines_of(entry.tcomment)
    return [line for line in lines if not (_STATE.match(line) or line.startswith(_EARLIER))]
