"""The state that all texts of a language must reach, as command and workflow ask for it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import click
import polib
import pytest

from compendium.cli.localise_command import localise
from support.commands import run

STATES = ("official", "reviewed", "unofficial")


def _localise(*options: str) -> object:
    fixed = ("--records", "records.json", "--language", "fr", "--output", "texts.json")
    return run("localise", *fixed, *options)


@pytest.mark.parametrize("state", STATES)
def test_required_state(project: Path, state: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A text below the state required is named, and no text set is written."""
    catalogue = project / "translations/fr/topics.po"
    text = catalogue.read_text(encoding="utf-8").replace('msgstr "Gardiens"', 'msgstr ""')
    catalogue.write_text(text, encoding="utf-8")
    assert _localise("--require", state) == 1
    said = capsys.readouterr().err
    assert f" texts are not {state}:\n" in said
    assert "  topic.keepers: missing\n" in said
    assert not (project / "texts.json").exists()


@pytest.mark.usefixtures("project")
def test_each_catalogue_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check of the catalogues and the text set read each of them once, together."""
    parse, parsed = polib.pofile, Counter[str]()

    def counted(text: str) -> polib.POFile:
        parsed[text] += 1
        return parse(text)

    monkeypatch.setattr(polib, "pofile", counted)
    assert _localise() == 0
    assert len(parsed) == len([*Path("translations/fr").rglob("*.po")])
    assert set(parsed.values()) == {1}


def test_a_state_that_all_texts_reach(project: Path) -> None:
    """A text set of which every text reaches the state is written."""
    assert _localise("--require", "unofficial") == 0
    assert (project / "texts.json").exists()


def test_the_settings_ask_for_what_the_command_takes(root: Path) -> None:
    """The states that `require` may name in the settings are those of `--require`."""
    option = next(one for one in localise.params if one.name == "require")
    assert isinstance(option.type, click.Choice)
    schema = json.loads((root / "sources/schema/settings.schema.json").read_text("utf-8"))
    assert tuple(option.type.choices) == STATES
    states, nothing = schema["properties"]["require"]["anyOf"]
    assert (states["enum"], nothing["type"]) == ([*STATES], "null")
    rule = (root / "rules/prepare.smk").read_text("utf-8")
    assert 'options("require", [config["require"]]' in rule


@pytest.mark.parametrize("command", ["check", "localise"])
def test_folder_that_is_not_there(
    project: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Translations that are named and not there are an error, and no reason to check nothing."""
    nowhere = ("--translations", "nowhere")
    assert (run("check", *nowhere) if command == "check" else _localise(*nowhere)) == 3
    assert "error: nowhere: no such folder" in capsys.readouterr().err
    assert not (project / "texts.json").exists()
