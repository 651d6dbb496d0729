"""A module knows one thing: it is small, its functions are, and its name is its own."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

ROOMS = Path(__file__).parents[2] / "compendium"
MODULES = [path for path in sorted(ROOMS.rglob("*.py")) if path.name != "__init__.py"]


def lines_of(path: Path) -> int:
    """How many lines a module has."""
    return path.read_text(encoding="utf-8").count("\n")


def functions_of(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a module with its lines, decorators and docstring among them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield node.name, node.end_lineno - node.lineno + 1


def test_no_name_twice() -> None:
    """No two modules of the program have one name, so that a name says where one is."""
    counted = Counter(path.name for path in MODULES)
    assert [name for name, times in counted.items() if times > 1] == []


def test_modules_are_short() -> None:
    """No module has more than 300 lines, and half of them have fewer than 100."""
    lengths = {str(path.relative_to(ROOMS)): lines_of(path) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}
    assert median(lengths.values()) < 100


def test_functions_are_short() -> None:
    """No function has more than 40 lines."""
    long = [
        f"{path.relative_to(ROOMS)}: {name} has {length} lines"
        for path in MODULES
        for name, length in functions_of(path)
        if length > 40
    ]
    assert long == []


def test_each_room_has_its_tests() -> None:
    """Each folder of the program has a folder of tests with its name, but for the command line."""
    rooms = {path.parent.name for path in ROOMS.glob("*/__init__.py")} - {"cli", "comparing"}
    assert rooms <= {path.name for path in (ROOMS.parent / "tests").iterdir()}
