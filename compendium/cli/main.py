"""The `compendium` program: its commands, and what becomes of errors."""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import sys
import threading
import traceback
from collections.abc import Sequence

import click

from compendium import __version__
from compendium.errors import ExitCode, UserError

# Name of the command: module and object. Modules load only when their command is called, so
# that `check` answers at once and never waits for the renderer.
COMMANDS = {
    "changes": "compendium.cli.changes:changes",
    "check": "compendium.cli.check:check",
    "collate": "compendium.cli.collate:collate",
    "collect": "compendium.cli.collect:collect",
    "compose": "compendium.cli.compose:compose",
    "fetch": "compendium.cli.fetch:fetch",
    "handover": "compendium.cli.handover:handover",
    "html": "compendium.cli.html:html",
    "import": "compendium.cli.import_:import_",
    "index": "compendium.cli.index:index",
    "localise": "compendium.cli.localise:localise",
    "merge": "compendium.cli.merge:merge",
    "new-meeting": "compendium.cli.new_meeting:new_meeting",
    "order": "compendium.cli.order:order",
    "pdf": "compendium.cli.pdf:pdf",
    "ready": "compendium.cli.ready:ready",
    "sample": "compendium.cli.sample:sample",
    "schema": "compendium.cli.schema:schema",
    "stats": "compendium.cli.stats:stats",
    "suggest": "compendium.cli.suggest:suggest",
    "takeback": "compendium.cli.takeback:takeback",
    "units": "compendium.cli.units:units",
    "verify": "compendium.cli.verify:verify",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """The names of all commands, in order of the alphabet."""
        return sorted(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls it so
        cmd_name: str,
    ) -> click.Command | None:
        """Import the command of that name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def program() -> None:
    """Make editions of what an international body adopted: records in, PDF and HTML out."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and exit with its code; only a bug shows a traceback."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # to clean up as after Ctrl-C
    try:
        code = program.main(args=arguments, prog_name="compendium", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else ExitCode.OK)
    except UserError as error:
        _say(error.message, error.remedy)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(ExitCode.USAGE)
    except (click.Abort, KeyboardInterrupt):
        _say("stopped; nothing was left half written")
        sys.exit(ExitCode.INTERRUPTED)
    except OSError as error:
        _give_up_printing()
        if not isinstance(error, BrokenPipeError):  # `compendium check | head` is no fault
            _say(f"{error.filename or 'the output'}: {error.strerror or error}")
        sys.exit(ExitCode.OUTPUT)
    except Exception:  # noqa: BLE001 - whatever it is, it is ours to mend
        traceback.print_exc()
        _say("this is a fault of the program", "report it with the lines above")
        sys.exit(ExitCode.BUG)


def _give_up_printing() -> None:
    """Print nothing more, not even what waits: the output is closed or full."""
    with contextlib.suppress(OSError, ValueError):  # no real file behind it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str, remedy: str = "") -> None:
    click.echo(f"error: {message}", err=True)
    if remedy:
        click.echo(f"  what to do: {remedy}", err=True)
