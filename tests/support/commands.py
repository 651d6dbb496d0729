"""Running the program as a user does, but in this process."""

from __future__ import annotations

import pytest

from compendium.cli.main import main


def run(*arguments: str) -> object:
    """Run the program and give its exit code."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return stop.value.code
