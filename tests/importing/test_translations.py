"""The official text of a report in another language: aligned by its numbers, or reported."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from compendium.documents.original import raised
from compendium.documents.words import load_words
from compendium.languages.forms import native_step
from compendium.languages.language import Language, load_language
from compendium.model.gatherings import Meeting
from compendium.model.markup import without_emphasis
from compendium.model.units import Level, Unit, units_of
from compendium.reading import read_sources
from compendium.texts.catalogue import read_catalogue, state_of
from compendium.texts.states import State
from support.importing_project import Run, contents

LANGUAGES = ("ar", "es", "fr", "ru", "zh")
FOURTH, NINTH = "CTOC/COP/WG.4/2011/8", "CTOC/COP/WG.4/2019/6"
NAMES = {FOURTH: "wg4/04-2011", NINTH: "wg4/09-2019"}


def meeting(project: Path, symbol: str) -> Meeting:
    """The meeting with a report."""
    corpus = read_sources(project / "sources").corpus
    return next(m for m in corpus.meetings if m.report and m.report.symbol == symbol)


def texts(project: Path, language: str, symbol: str) -> polib.POFile:
    """The catalogue of a meeting."""
    return read_catalogue(project / f"translations/{language}/{NAMES[symbol]}.po")


def write_report(project: Path, code: str, symbol: str) -> Path:
    """A report in a language, as its documents are written, of the texts in the catalogue."""
    language, words = load_language(code), load_words(code)
    entries = {entry.msgctxt: entry.msgstr for entry in texts(project, code, symbol)}
    lines = [
        symbol,
        "",
        _section(language, 1, "…"),
        _section(language, 2, words.recommendations[0]),
    ]
    for unit in units_of(meeting(project, symbol)):
        text = entries[unit.key]
        notes = [(number, entries[f"{unit.key}.note.{number}"]) for number in unit.passage.notes]
        for number, _ in notes:
            text = text.replace(f"[^{number}]", raised(str(number)))
        if symbol == NINTH:
            lines += [words.single.replace("{number}", unit.report_steps[-1]), text]
        else:
            lines.append(f"{_mark(unit, language)} {text}")
        lines += [f"{raised(str(number))} {note}" for number, note in notes]
    lines += [_section(language, 3, "…"), "…"]
    path = project / f"{symbol.replace('/', '-')}.{code}.txt"
    path.write_text(without_emphasis("\n".join(lines)), encoding="utf-8")
    return path


def _section(language: Language, number: int, title: str) -> str:
    numeral = language.sections[number - 1] if language.sections else "I" * number
    return language.section_heading.format(section=numeral, gathering=title, dates="").rstrip(
        " ،,\uff0c"
    )


def _mark(unit: Unit, language: Language) -> str:
    marks = language.marks
    form = {
        Level.PARAGRAPH: marks.paragraph,
        Level.SUBPARAGRAPH: marks.subparagraph,
        Level.ITEM: marks.item,
    }[unit.level]
    return form.format(native_step(unit.report_steps[-1], unit.level, language))


@pytest.mark.parametrize("symbol", [FOURTH, NINTH])
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_unit_is_aligned(project: Path, run: Run, code: str, symbol: str) -> None:
    """Marks and headings of each language lead every text to its unit, down to the items."""
    before = {entry.msgctxt: entry.msgstr for entry in texts(project, code, symbol)}
    said = run("import", "--language", code, write_report(project, code, symbol))
    assert said.code == 0, said.err
    after = texts(project, code, symbol)
    assert {state_of(entry) for entry in after} == {(State.OFFICIAL, symbol)}
    assert [entry.msgctxt for entry in after] == list(before)
    taken = {entry.msgctxt: entry.msgstr for entry in after}
    changed = [key for key, text in before.items() if taken[key] != without_emphasis(text)]
    assert changed == []


def test_unofficial_text_is_kept(project: Path, run: Run) -> None:
    """What the official text replaces stays beside it as previous text."""
    report = write_report(project, "es", FOURTH)
    path = project / f"translations/es/{NAMES[FOURTH]}.po"
    catalogue = read_catalogue(path)
    entry = next(entry for entry in catalogue if entry.msgctxt == "wg4.4.46.j.iv")
    official, entry.msgstr, entry.flags = entry.msgstr, "Una traducción de trabajo.", ["fuzzy"]
    catalogue.save(str(path))
    assert run("import", "--language", "es", report).code == 0
    taken = next(e for e in read_catalogue(path) if e.msgctxt == "wg4.4.46.j.iv")
    assert taken.msgstr == official
    assert state_of(taken) == (State.OFFICIAL, FOURTH)
    assert "previous text: Una traducción de trabajo." in taken.tcomment


def test_official_text_is_never_changed(project: Path, run: Run) -> None:
    """A second import changes nothing; another text is shown beside the official one."""
    report = write_report(project, "es", FOURTH)
    run("import", "--language", "es", report)
    before = contents(project / "translations")
    assert run("import", "--language", "es", report).code == 0
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("6. ", "6. Quizás ", 1), encoding="utf-8")
    said = run("import", "--language", "es", report)
    assert said.code == 1
    assert "wg4.4.1\n  document: Quizás " in said.out
    assert contents(project / "translations") == before


def test_an_obsolete_entry_is_no_official_text(project: Path, run: Run) -> None:
    """An obsolete entry of a key takes the place of none in use; it is kept, and told."""
    report = write_report(project, "es", FOURTH)
    path = project / f"translations/es/{NAMES[FOURTH]}.po"
    with path.open("a", encoding="utf-8") as file:
        file.write('#~ msgctxt "wg4.4.1"\n#~ msgid "Earlier."\n#~ msgstr "De antes."\n')
    said = run("import", "--language", "es", report)
    assert said.code == 0
    assert "C013 warning: an obsolete entry of wg4.4.1 has another translation" in said.err
    kept = [entry for entry in read_catalogue(path) if entry.msgctxt == "wg4.4.1"]
    assert [(state_of(e)[0], e.obsolete) for e in kept] == [
        (State.OFFICIAL, False),
        (State.UNOFFICIAL, True),
    ]


def test_what_does_not_align_is_told(project: Path, run: Run) -> None:
    """A number lost leaves its unit and those beside it as they were; nothing is guessed."""
    report = write_report(project, "fr", FOURTH)
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("\n8. ", "\n98. ", 1), encoding="utf-8")
    said = run("import", "--language", "fr", report)
    assert said.code == 1
    assert "I009 error: wg4.4.3 has no text in the document" in said.err
    assert "I010 error: no one place in the record for 98" in said.err
    states = {entry.msgctxt: state_of(entry)[0] for entry in texts(project, "fr", FOURTH)}
    assert said.err.count("I042 error") == 2
    left = [key for key, state in states.items() if state is not State.OFFICIAL]
    assert left == ["wg4.4.2", "wg4.4.3", "wg4.4.4"]


def test_dry_run_takes_nothing(project: Path, run: Run) -> None:
    """--dry-run says what would be set, and sets nothing."""
    report = write_report(project, "zh", NINTH)
    before = contents(project / "translations")
    said = run("import", "--dry-run", "--language", "zh", report)
    assert "39 texts would be set as official" in said.out
    assert contents(project / "translations") == before
