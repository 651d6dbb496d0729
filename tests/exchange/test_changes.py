"""What taking back decides: states, clashes with the work of others, faults in a row."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from compendium.texts.states import State
from support.translator_desk import FORMS, SYMBOL, WRITERS, Desk, write_tmx, write_word, write_xliff


def take_back_changed(desk: Desk, file: Path, key: str, state: State) -> None:
    """Take a file back that changes just one text, which gets that state."""
    code, said = desk.take_back(file)
    assert code == 0, said
    assert f"{key}: {state}\n" in said
    assert desk.texts()[key][1] is state
    assert "1 of" in said


@pytest.mark.parametrize("state", ["reviewed", "final"])
def test_a_reviser_says_so_in_xliff(desk: Desk, state: str) -> None:
    """A changed text that XLIFF calls reviewed or final becomes reviewed."""
    key = desk.first(State.UNOFFICIAL)
    file = desk.hand_over("xliff")
    write_xliff(file, {key: "Autre chose"}, state)
    take_back_changed(desk, file, key, State.REVIEWED)


@pytest.mark.parametrize("state", [State.OFFICIAL, State.REVIEWED])
def test_a_state_left_as_it_was_is_no_claim(desk: Desk, state: State) -> None:
    """A changed text whose state nobody touched is unofficial, and has no symbol any more."""
    key = desk.first(state)
    file = desk.hand_over("xliff")
    write_xliff(file, {key: "Autre chose"})
    take_back_changed(desk, file, key, State.UNOFFICIAL)
    assert SYMBOL not in desk.entries()[key].tcomment


def test_a_reviser_says_so_in_word(desk: Desk) -> None:
    """The State column raises a text to reviewed, changed or not; capitals do not matter."""
    key = desk.first(State.UNOFFICIAL)
    file = desk.hand_over("docx")
    write_word(file, {key: " Reviewed "}, column=3)
    text = desk.texts()[key][0]
    take_back_changed(desk, file, key, State.REVIEWED)
    assert desk.texts()[key][0] == text


@pytest.mark.parametrize("text", [None, "Autre chose"])
def test_a_file_gives_no_official_text(desk: Desk, text: str | None) -> None:
    """A text called official in a file is not made so, nor anything else, and that is told."""
    key = desk.first(State.UNOFFICIAL)
    wanted = text or desk.texts()[key][0]
    file = desk.hand_over("docx")
    write_word(file, {key: wanted})
    write_word(file, {key: "official"}, column=3)
    code, said = desk.take_back(file)
    assert (code, f" H013 warning: {key}" in said) == (0, True), said
    assert desk.texts()[key] == (wanted, State.UNOFFICIAL)


@pytest.mark.parametrize("form", ["docx", "xliff"])
def test_a_fuzzy_text_is_mended(desk: Desk, form: str) -> None:
    """A new translation of a changed source is fuzzy no longer; the previous source goes."""
    key = desk.first(State.FUZZY)
    file = desk.hand_over(form)
    WRITERS[form](file, {key: "Mis à jour"})
    take_back_changed(desk, file, key, State.UNOFFICIAL)
    entry = desk.entries()[key]
    assert (entry.msgstr, entry.flags, entry.previous_msgid) == ("Mis à jour", [], None)


def test_a_fuzzy_text_is_confirmed(desk: Desk) -> None:
    """A fuzzy text that still holds is confirmed by its state alone."""
    key = desk.first(State.FUZZY)
    text = desk.texts()[key][0]
    file = desk.hand_over("xliff")
    write_xliff(file, {key: text}, "translated")
    take_back_changed(desk, file, key, State.UNOFFICIAL)
    assert desk.entries()[key].previous_msgid is None


def test_comments_of_translators_stay(desk: Desk) -> None:
    """A comment beside a text stays when the text is changed."""
    key = desk.first(State.OFFICIAL)
    file = desk.hand_over("docx")
    write_word(file, {key: "Autre chose"})
    assert desk.take_back(file)[0] == 0
    assert desk.entries()[key].tcomment == "asked the keeper"


@pytest.mark.parametrize("form", FORMS)
def test_the_work_of_others_stays(desk: Desk, form: str) -> None:
    """A text that somebody changed meanwhile, and the file did not, stays as it is now."""
    mine, theirs = desk.first(State.REVIEWED), desk.first(State.UNOFFICIAL)
    file = desk.hand_over(form)
    desk.edit({theirs}, lambda entry: setattr(entry, "msgstr", "D’un collègue"))
    WRITERS[form](file, {mine: "De moi"})
    code, said = desk.take_back(file)
    assert code == 0, said
    assert desk.texts()[theirs][0] == "D’un collègue"
    assert desk.texts()[mine][0] == "De moi"


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    """A dry run names what would change and leaves every file as it is."""
    key = desk.first(State.REVIEWED)
    file = desk.hand_over("docx")
    write_word(file, {key: "Autre chose"})
    before = desk.files()
    code, said = desk.take_back(file, "--dry-run")
    assert code == 0
    assert f"{key}: unofficial\n" in said
    assert "1 of" in said
    assert desk.files() == before


def test_rows_left_out_stay(desk: Desk) -> None:
    """A file with a part of the texts changes these alone."""
    file = desk.hand_over("docx", "fr", "--only", "missing", "--catalogue", "topics")
    key = next(key for key, (text, _) in desk.texts().items() if not text and "topic." in key)
    before = desk.texts()
    write_word(file, {key: "Phares"})
    assert desk.take_back(file)[0] == 0
    assert desk.texts() == before | {key: ("Phares", State.UNOFFICIAL)}


def test_a_translation_is_withdrawn_only_on_request(desk: Desk) -> None:
    """A translation deleted in the file is an error, unless --allow-empty says it is meant."""
    key = desk.first(State.REVIEWED)
    file = desk.hand_over("xliff")
    write_xliff(file, {key: ""})
    assert refused(desk, file, "H006")
    code, said = desk.take_back(file, "--allow-empty")
    assert code == 0, said
    assert f"{key}: withdrawn\n" in said
    assert desk.texts()[key] == ("", State.MISSING)


def refused(desk: Desk, file: Path, code: str) -> bool:
    """Whether the file is refused with a finding of that code, and nothing is written."""
    before = desk.files()
    status, said = desk.take_back(file)
    return status == 1 and f" {code} error: " in said and desk.files() == before


@pytest.mark.parametrize("form", FORMS)
def test_a_source_that_changed_since(desk: Desk, form: str) -> None:
    """A translation of a source that has changed since is refused, with the key."""
    key = desk.first(State.REVIEWED)
    file = desk.hand_over(form)
    WRITERS[form](file, {key: "Autre chose"})
    desk.edit({key}, lambda entry: setattr(entry, "msgid", "Another source."))
    assert refused(desk, file, "H003")


@pytest.mark.parametrize("form", FORMS)
def test_a_text_changed_on_both_sides(desk: Desk, form: str) -> None:
    """A text that somebody else changed too is for a person to decide."""
    key = desk.first(State.REVIEWED)
    file = desk.hand_over(form)
    WRITERS[form](file, {key: "De moi"})
    desk.edit({key}, lambda entry: setattr(entry, "msgstr", "D’un collègue"))
    assert refused(desk, file, "H005")


@pytest.mark.parametrize("form", FORMS)
def test_the_same_change_on_both_sides(desk: Desk, form: str) -> None:
    """The same change made by somebody else is no clash."""
    key = desk.first(State.REVIEWED)
    file = desk.hand_over(form)
    WRITERS[form](file, {key: "La même"})
    desk.edit({key}, lambda entry: setattr(entry, "msgstr", "La même"))
    assert desk.take_back(file)[0] == 0


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("source_has", "text", "code"),
    [
        ("[^1]", "*Rien*", "P001"),
        ("[^1]", "*Rien*[^1][^1]", "P001"),
        ("*", "Sans relief", "P002"),
        ("*", "*Avec* un * de trop", "H007"),
        ("{", "Sans accolades", "P003"),
    ],
)
def test_marks_must_agree(desk: Desk, form: str, source_has: str, text: str, code: str) -> None:
    """A changed text must keep the note marks, emphasis and placeholders of its source."""
    key = next(
        key
        for key, entry in desk.entries().items()
        if source_has in entry.msgid and desk.texts()[key][1] is State.REVIEWED
    )
    file = desk.hand_over(form)
    WRITERS[form](file, {key: text})
    assert refused(desk, file, code)


def test_an_unknown_key(desk: Desk) -> None:
    """A row whose key no catalogue has is refused: nothing is ever given to a neighbour."""
    key = desk.first(State.REVIEWED)
    file = desk.hand_over("docx")
    write_word(file, {key: f"{key}0"}, column=0)
    assert refused(desk, file, "H001")


def test_a_key_given_twice(desk: Desk) -> None:
    """A key that stands in two rows is refused, even if both say the same."""
    first, second = list(desk.texts())[:2]
    file = desk.hand_over("docx")
    write_word(file, {first: second}, column=0)
    assert refused(desk, file, "H002")


def test_an_unknown_state(desk: Desk) -> None:
    """A word in the State column that is no state is refused, with the words there are."""
    file = desk.hand_over("docx")
    write_word(file, {desk.first(State.REVIEWED): "done"}, column=3)
    assert refused(desk, file, "H008")


def test_a_line_break(desk: Desk) -> None:
    """A text written in two paragraphs is refused: an edition has no place for the second."""
    file = desk.hand_over("docx")
    write_word(file, {desk.first(State.REVIEWED): "Deux\nlignes"})
    assert refused(desk, file, "H010")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\ufdd0"])
def test_a_character_that_no_text_may_hold(desk: Desk, form: str, character: str) -> None:
    """A character at which catalogues come apart is refused by name, at the end of a text, too."""
    file, key = desk.hand_over(form), desk.first(State.REVIEWED)
    text = desk.texts()[key][0]
    for spoilt in (f"{text[:1]}{character}{text[1:]}", f"{text}{character}"):
        WRITERS[form](file, {key: spoilt})
        code, said = desk.take_back(file, "--dry-run")
        assert code == 1
        assert f"H014 error: {key}: the character U+{ord(character):04X} (" in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Des \u0440orts.", "Y008 warning: {key}: in \u0440orts stands \u0440 U+0440"),
        ("Des con\u00adgés.", "Y004 warning: {key}: the invisible character U+00AD (soft hyphen)"),
        (
            "Des \ufb01ns.",
            "Y010 warning: {key}: \ufb01 U+FB01 (latin small ligature fi) stands for fi",
        ),
    ],
)
def test_letters_that_look_right_are_told(desk: Desk, text: str, told: str) -> None:
    """A changed text with letters that only look right is told by their names, and taken."""
    file, key = desk.hand_over("xliff"), desk.first(State.REVIEWED)
    write_xliff(file, {key: text})
    _, said = desk.take_back(file, "--dry-run")
    assert told.format(key=key) in said


@pytest.mark.parametrize("form", FORMS)
def test_decomposed_letters_are_no_change(desk: Desk, form: str) -> None:
    """A tool that takes letters and accents apart changes no text: they are put together again."""
    file = desk.hand_over(form)
    texts = {key: normalize("NFD", text) for key, (text, _) in desk.texts().items() if text}
    WRITERS[form](file, texts)
    assert any(text != desk.texts()[key][0] for key, text in texts.items())
    before = desk.files()
    code, said = desk.take_back(file)
    assert code == 0, said
    assert desk.files() == before


def test_an_edited_source_is_told(desk: Desk) -> None:
    """A source text edited in the file is not taken back, but an editor is told."""
    key = desk.first(State.REVIEWED)
    file = desk.hand_over("docx")
    write_word(file, {key: "Another source"}, column=1)
    before = desk.files()
    code, said = desk.take_back(file)
    assert (code, f" H004 warning: {key}" in said) == (0, True)
    assert desk.files() == before


def test_all_faults_at_once(desk: Desk) -> None:
    """Every faulty row is told in one run, with the number of the row."""
    one, two = desk.first(State.REVIEWED), desk.first(State.UNOFFICIAL)
    file = desk.hand_over("docx")
    write_word(file, {one: "*Trop*", two: "Deux\nlignes"})
    _, said = desk.take_back(file)
    assert "error: 2 findings; nothing was taken back" in said
    assert said.count(f"{file}:") == 2


def test_a_memory_without_stamps(desk: Desk) -> None:
    """A tool that drops what it does not know does no harm: texts are compared as they are."""
    key = desk.first(State.UNOFFICIAL)
    file = desk.hand_over("tmx")
    write_tmx(file, {key: "Sans cachet"})
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("x-handed-over", "x-other"), encoding="utf-8")
    take_back_changed(desk, file, key, State.UNOFFICIAL)
