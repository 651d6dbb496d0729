"""What leans on the insides of WeasyPrint stands in one room, and breaks by name."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace
from pathlib import Path

import pytest

from compendium.errors import ToolError
from compendium.rendering import patches
from compendium.rendering.patches.replacing import Patch, patch, replaced

ROOM = Path(patches.__file__).parent
# Modules of other rooms that reach into the insides of a library, and which.
NEIGHBOURS = {"exchange/word.py": "python-docx", "exchange/word_cells.py": "python-docx"}
MADE = [
    value
    for module in pkgutil.iter_modules([str(ROOM)])
    for value in vars(importlib.import_module(f"{patches.__name__}.{module.name}")).values()
    if isinstance(value, Patch)
]


@pytest.mark.parametrize("made", MADE, ids=lambda made: made.name)
def test_each_patch_fits(made: Patch) -> None:
    """The function that is replaced is there, with the parameters that the patch was made for."""
    assert made.fault is None
    assert made.reason


def test_a_patch_that_does_not_fit_is_named() -> None:
    """When a version moves a function or changes its parameters, the message says which and why."""
    made = MADE[0]
    gone = replace(made, name="no_such_function")
    assert "no_such_function is not in WeasyPrint" in str(gone.fault)
    with pytest.raises(
        ToolError, match=rf"{made.name} of WeasyPrint .* takes \(.*because it sings"
    ):
        patch(made.module, made.name, "one two", "it sings")


@pytest.mark.parametrize("made", MADE, ids=lambda made: made.name)
def test_a_patch_lasts_no_longer_than_it_should(made: Patch) -> None:
    """Afterwards the function is that of WeasyPrint again, even if the layout failed."""
    own = getattr(made.module, made.name)
    seen = []
    with pytest.raises(KeyError), replaced(made, seen.append):
        raise KeyError
    assert seen == [own]
    assert getattr(made.module, made.name) is own


def test_no_other_room_reaches_into_a_library() -> None:
    """Private names of others are used in this room alone, and in two named neighbours."""
    package = ROOM.parents[1]
    reaching = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "SLF001" in path.read_text(encoding="utf-8") and ROOM not in path.parents
    }
    assert reaching == set(NEIGHBOURS)
