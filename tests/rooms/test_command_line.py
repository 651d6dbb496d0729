"""The command line parses, asks and prints; what is done is done elsewhere."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from compendium.cli.commands import COMMANDS
from compendium.cli.main import program

CLI = Path(__file__).parents[2] / "compendium" / "cli"
MODULES = sorted(CLI.glob("*.py"))
OF_COMMANDS = {f"compendium.cli.{name.replace('-', '_')}_command" for name in COMMANDS}
# By which a command of click runs another as if somebody had typed it.
BY_ARGUMENTS = {"main", "invoke", "forward", "callback", "make_context", "CliRunner"}


def imported(tree: ast.AST) -> Iterator[str]:
    """The modules that a module imports from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(tree: ast.AST) -> Iterator[str]:
    """What a module calls, by the last part of its name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "attr", getattr(node.func, "id", ""))


def faults(path: Path) -> Iterator[str]:
    """What a module of the command line does that it should not."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    if text.count("\n") > 200:
        yield "over 200 lines"
    if path.name != "main.py":
        others = OF_COMMANDS | {"compendium.cli.main"}
        yield from (f"imports {name}" for name in set(imported(tree)) & others)
        yield from (f"calls {name}" for name in set(calls(tree)) & BY_ARGUMENTS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_commands_are_short_and_call_no_other(path: Path) -> None:
    """No module has over 200 lines, and no command runs another through its arguments."""
    assert list(faults(path)) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("x = 1\n" * 201, "over 200 lines"),
        ("from compendium.cli.main import program\n", "imports compendium.cli.main"),
        ("from compendium.cli import merge_command\n", "imports compendium.cli.merge_command"),
        ("context.invoke(merge, records=records)\n", "calls invoke"),
        ("merge.main(['--records', 'a.json'])\n", "calls main"),
    ],
)
def test_a_fault_is_seen(tmp_path: Path, text: str, fault: str) -> None:
    """Each way of calling another command is found."""
    (tmp_path / "one.py").write_text(text, encoding="utf-8")
    assert list(faults(tmp_path / "one.py")) == [fault]


def test_help_loads_no_command() -> None:
    """The list of commands is shown without any of them, or what they need."""
    program = (
        "import sys; from compendium.cli.main import program; "
        "program.main(['--help'], standalone_mode=False); "
        "print(sorted(name for name in sys.modules if 'compendium.' in name), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "  takeback " in done.stdout
    assert not {command for command in OF_COMMANDS if f"'{command}'" in done.stderr}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_one_line_of_the_help(name: str) -> None:
    """At 80 columns the list of commands has a line for each, which nothing cuts or breaks."""
    shown = CliRunner().invoke(program, ["--help"], terminal_width=80)
    assert re.search(rf"^  {name} +{re.escape(COMMANDS[name])}$", shown.output, re.MULTILINE)
    assert all(len(line) <= 80 for line in shown.output.splitlines())


def options(name: str) -> list[click.Option]:
    """The options of a command."""
    found = program.get_command(click.Context(program), name)
    assert found is not None
    return [parameter for parameter in found.params if isinstance(parameter, click.Option)]


@pytest.mark.parametrize("name", COMMANDS)
def test_an_option_means_the_same_in_every_command(name: str) -> None:
    """`--json` and `--output` take a path to write; repeatable options, and only they, say so."""
    for option in options(name):
        if set(option.opts) & {"--json", "--output"}:
            assert isinstance(option.type, click.Path), option.name
        assert option.multiple == ("(repeatable)" in (option.help or "")), option.name
        if isinstance(option.type, click.DateTime):
            assert option.metavar == "YYYY-MM-DD"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_is_uncut(name: str) -> None:
    """At 80 columns every word of a command's help is shown, each option with its own."""
    shown = CliRunner().invoke(program, [name, "--help"], terminal_width=80)
    words = " ".join(shown.output.split())
    found = program.get_command(click.Context(program), name)
    assert found is not None
    for parameter in found.params:
        told = getattr(parameter, "help", None) or ""
        assert " ".join(told.split()) in words
    assert all(len(line) <= 80 for line in shown.output.splitlines())
