"""The documentation names what there is, and only that."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import click
import pytest
from ruamel.yaml import YAML

from compendium.cli.commands import COMMANDS
from compendium.cli.main import program
from compendium.errors import ExitCode

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
SCHEMA = json.loads((ROOT / "sources/schema/settings.schema.json").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = re.findall(r"^([a-z]+):.* ## ", MAKEFILE, re.MULTILINE)


def command(name: str) -> click.Command:
    """A command of the program by its name."""
    found = program.get_command(click.Context(program), name)
    assert found is not None
    return found


def words() -> str:
    """All pages as one text."""
    return "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_is_documented(name: str) -> None:
    """Every command stands in the list for editors and has a help text."""
    assert f"| `compendium {name}` |" in (ROOT / "docs/editors.md").read_text(encoding="utf-8")
    assert command(name).help


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_option_says_what_it_does(name: str) -> None:
    """Every option of every command has a help text."""
    for parameter in command(name).params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_every_command_named_exists() -> None:
    """A command that the pages name is one of the program, with the options they give it."""
    command_line = r"`(?:\.venv/bin/)?compendium ([a-z]+(?:-[a-z]+)*)((?: --[a-z-]+)*)"
    named = re.findall(command_line, words())
    assert named
    for name, options in named:
        assert name in COMMANDS
        known = {text for parameter in command(name).params for text in parameter.opts}
        assert set(options.split()) <= known | {"--help"}


def command_lines(text: str) -> list[list[str]]:
    """The command lines of the program in the blocks of a page, word by word."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.replace("\\\n", "").splitlines()]
    parted = [shlex.split(line, comments=True) for line in lines]
    return [line[1:] for line in parted if line[:1] == ["compendium"]]


@pytest.mark.parametrize("line", command_lines(words()), ids=" ".join)
def test_every_command_line_can_be_run(line: list[str]) -> None:
    """A command line in a block has all that its command asks for, and nothing it does not know."""
    name, *arguments = line
    command(name).make_context(name, arguments)


def test_a_command_line_of_several_lines_is_seen() -> None:
    """The lines of one command are joined; comments and other programs are no command lines."""
    page = "```sh\nmake test\ncompendium check \\\n  --nothing  # or\n```\n"
    (line,) = command_lines(page)
    assert line == ["check", "--nothing"]
    with pytest.raises(click.NoSuchOption):
        command("check").make_context("check", line[1:])


def test_each_target_is_documented() -> None:
    """Every target of make stands in the table for builders, and no other."""
    builders = (ROOT / "docs/builders.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `make ([a-z]+)` \|", builders, re.MULTILINE) == TARGETS


def test_every_target_named_exists() -> None:
    """A target that the pages name is one of the Makefile."""
    named = set(re.findall(r"(?:`|^)make (?:[A-Z]+=\S+ )*([a-z]+)", words(), re.MULTILINE))
    assert named <= set(TARGETS)


def test_each_setting_is_documented() -> None:
    """Settings, their schema, their comments and their table tell of the same settings."""
    text = (ROOT / "config/config.yaml").read_text(encoding="utf-8")
    explained = re.findall(r"^#[^\n]+\n([a-z_]+):", text, re.MULTILINE)
    builders = (ROOT / "docs/builders.md").read_text(encoding="utf-8")
    table = builders.partition("## Settings")[2].partition("## ")[0]
    assert set(explained) == set(SCHEMA["properties"])
    assert explained == list(YAML(typ="safe").load(text))
    assert re.findall(r"^\| `([a-z_]+)` \|", table, re.MULTILINE) == explained


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """A link to a file of the project finds the file, and the heading if it names one."""
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", page.read_text(encoding="utf-8")):
        name, _, heading = target.partition("#")
        file = (page.parent / name) if name else page
        assert file.exists(), target
        if heading:
            assert heading in anchors(file), target


def anchors(page: Path) -> set[str]:
    """The anchors of a page: its headings, in small letters and with hyphens."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_file_named_exists() -> None:
    """A file or folder of the project that the README names is there."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:[a-z0-9_]+/)+[a-z0-9_.*]*)`", readme)
    made = [name for name in named if name.startswith("output/")]
    missing = [name for name in named if name not in made and not list(ROOT.glob(name))]
    assert named
    assert not missing


def test_exit_codes_are_documented() -> None:
    """The page for editors tells every exit code of the program."""
    editors = (ROOT / "docs/editors.md").read_text(encoding="utf-8")
    told = editors.partition("All exit with")[2].partition("\n\n")[0]
    assert set(map(int, re.findall(r"\b\d+\b", told))) == set(ExitCode)
