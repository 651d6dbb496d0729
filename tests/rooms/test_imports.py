"""Imports between the rooms of the program run one way."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Room: those that it may not import, beside those that import it.
APART = {
    "collating": {"importing", "adding"},
    "importing": {"collating", "adding"},
    "adding": {"collating"},
    "model": {"languages", "documents", "untrusted", "reading", "texts"},
    "documents": {"comparing", "collating", "importing", "texts", "exchange"},
    "untrusted": {"model", "languages", "documents", "reading", "files"},
}


def rooms_of(tree: ast.AST) -> Iterator[str]:
    """The rooms of the program that a module imports from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "compendium":
            _, *below = str(node.module).split(".")
            yield from below[:1] or (alias.name for alias in node.names)


def imports(folder: Path) -> dict[str, set[str]]:
    """Which rooms each room imports from; a room is a folder, or a module beside the folders."""
    found: dict[str, set[str]] = {}
    for path in sorted(folder.rglob("*.py")):
        room = path.relative_to(folder).parts[0].removesuffix(".py")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found.setdefault(room, set()).update(set(rooms_of(tree)) - {room})
    return found


@pytest.fixture(scope="module")
def rooms() -> dict[str, set[str]]:
    """The rooms of the program, and which of the others each imports from."""
    return imports(ROOT / "compendium")


def reached(room: str, rooms: Mapping[str, set[str]]) -> set[str]:
    """All rooms that one imports from, directly or by way of others."""
    found: set[str] = set()
    waiting = [room]
    while waiting:
        for one in rooms.get(waiting.pop(), set()) - found:
            found.add(one)
            waiting.append(one)
    return found


def test_no_room_is_imported_by_what_it_imports(rooms: dict[str, set[str]]) -> None:
    """From no room do imports lead back to it."""
    assert [room for room in rooms if room in reached(room, rooms)] == []


def test_only_the_door_imports_the_command_line(rooms: dict[str, set[str]]) -> None:
    """What the commands do can be used without them."""
    assert [room for room, others in rooms.items() if "cli" in others] == ["__main__"]


def on_the_map() -> list[str]:
    """The rooms in the table for developers, from top to bottom."""
    text = (ROOT / "docs/developers.md").read_text(encoding="utf-8")
    table = text.partition("| Room | What it does |")[2].partition("\n\n")[0]
    return re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)


def test_every_room_is_on_the_map(rooms: dict[str, set[str]]) -> None:
    """The table for developers names every room, each once."""
    assert sorted(on_the_map()) == sorted(set(rooms) - {"__init__"})


def test_imports_run_down_the_map(rooms: dict[str, set[str]]) -> None:
    """A room imports only from rooms that are below it in the table for developers."""
    floors = on_the_map()
    upward = [
        f"{room} imports {other}"
        for place, room in enumerate(floors)
        for other in rooms[room] & set(floors[: place + 1])
    ]
    assert upward == []


def test_checks_have_one_door() -> None:
    """Other rooms import the checks from `compendium.checks`, not from what lies behind it."""
    behind = [
        f"{path.relative_to(ROOT)}: {node.module}"
        for path in sorted((ROOT / "compendium").rglob("*.py"))
        if "checks" not in path.parent.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("compendium.checks.")
    ]
    assert behind == []


def test_no_private_name_crosses_rooms() -> None:
    """What begins with an underscore is imported by no other module."""
    taken = [
        f"{path.name}: {node.module}.{alias.name}"
        for path in sorted((ROOT / "compendium").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("compendium")
        for alias in node.names
        if alias.name.startswith("_") and not alias.name.startswith("__")
    ]
    assert taken == []


@pytest.mark.parametrize("room", APART)
def test_rooms_that_know_nothing_of_each_other(room: str, rooms: dict[str, set[str]]) -> None:
    """Two users of one room take nothing from each other, however far around."""
    assert room in rooms
    assert reached(room, rooms) & APART[room] == set()


def test_a_way_back_is_seen(tmp_path: Path) -> None:
    """An import within a function, by way of a third room, counts."""
    for name, text in {
        "one/a.py": "def f():\n    from compendium.two import b\n",
        "two/b.py": "from compendium import three\n",
        "three.py": "from compendium.one.a import f\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert reached("one", imports(tmp_path)) == {"one", "two", "three"}
