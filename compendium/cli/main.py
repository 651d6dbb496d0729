"""The `compendium` program: runs its commands and handles errors."""

from __future__ import annotations

import contextlib
import errno
import gc
import io
import os
import re
import signal
import sys
import threading
import traceback
from collections.abc import Sequence

import click

from compendium import __version__
from compendium.cli.commands import LazyGroup
from compendium.cli.saying import say
from compendium.errors import ExitCode, UserError
from compendium.printable import in_one_line, printable

_SHOWN = 60  # letters of a name that is too long
# Characters that nobody types in a name; a terminal would act on them instead of showing them.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")  # Python's form of a byte that is not UTF-8


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def program() -> None:
    """Make editions of what an international body adopted: records in, PDF and HTML out."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and exit with its code; only a bug shows a traceback."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # to clean up as after Ctrl-C
    # A command makes many objects and keeps most of them: looking for garbage often is wasted.
    gc.set_threshold(50_000, 20, 100)
    _escape_what_cannot_be_written()
    try:
        _check_arguments(sys.argv[1:] if arguments is None else arguments)
        code = program.main(args=arguments, prog_name="compendium", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else ExitCode.OK)
    except UserError as error:
        say(error)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(file=shown)
        message = error.message or ""
        text = shown.getvalue().replace(message, in_one_line(message))
        click.echo(printable(text.rstrip("\n")), err=True)
        sys.exit(ExitCode.USAGE)
    except (click.Abort, KeyboardInterrupt):
        _say("stopped; nothing was left half written")
        sys.exit(ExitCode.INTERRUPTED)
    except OSError as error:
        _give_up_printing()
        sys.exit(_report(error))
    except Exception:  # noqa: BLE001 - whatever it is, it is an error of the program
        traceback.print_exc()
        _say("this is an error in the program", "report it with the lines above")
        sys.exit(ExitCode.BUG)


def _report(error: OSError) -> ExitCode:
    """Print an error of the operating system, and return its exit code."""
    if isinstance(error, BrokenPipeError):  # `compendium check | head` is no fault
        return ExitCode.OUTPUT
    if error.errno == errno.ENAMETOOLONG:
        name = _named(error)[:_SHOWN]
        _say(f"{name}...: no file can have so long a name", "give a shorter one")
        return ExitCode.INPUT
    _say(f"{_named(error)}: {error.strerror or error}", "check that it exists and is free to use")
    return ExitCode.OUTPUT


def _give_up_printing() -> None:
    """Print nothing more, not even buffered text: the output is closed or full."""
    with contextlib.suppress(OSError, ValueError):  # not a real file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _named(error: OSError) -> str:
    """The file, or other thing, that an error of the operating system concerns."""
    if isinstance(error, FileNotFoundError) and not error.filename:
        return "the folder that you are in"
    return str(error.filename or "the output")


def _escape_what_cannot_be_written() -> None:
    """Write characters that the encoding of the terminal lacks as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _check_arguments(arguments: Sequence[str]) -> None:
    """Check that every argument is text that can be written to a file, and that none is empty.

    An empty name would be the current folder, which is hardly ever intended.
    """
    for argument in arguments:
        if not argument:
            raise click.UsageError("An argument is empty; a variable of the shell may be unset.")
        if not argument.isprintable() and _SURROGATE.search(argument):
            raise click.UsageError(
                f"{argument}: this is not UTF-8; rename the file, or type the argument again"
            )
        if _CONTROL.search(argument):
            raise click.UsageError(
                f"{argument}: it contains a control character; rename the file, or type it again"
            )


def _say(message: str, remedy: str = "") -> None:
    say(UserError(message, remedy=remedy))
