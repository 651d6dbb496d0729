"""A text read in pieces says what it says when it is read whole, line for line."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.reading import nodes
from compendium.reading.nodes import parse
from compendium.reading.parsed_text import Nodes
from compendium.reading.pieces import cut

FILES = sorted((Path(__file__).parents[1] / "example/sources").rglob("*.yaml"))
LONG = "a: 1\nlist:\n" + "".join(f"  - text: >-\n      Line {n}.\n    n: {n}\n" for n in range(9))
# Texts that look as if they could be cut.
ODD = {
    "comments": "list:\n  - a: 1\n# at the margin\n    # inside\n  - a: 2\n    # at the end\n\n",
    "text with dashes": "list:\n  - a: >-\n      one\n      - two\n\n      - three\n  - a: 2\n",
    "quotes over items": 'list:\n  - a: "one\n  - a: two"\n    b: 3\n  - c: 4\n',
    "a list that is not the last": "first:\n  - a: 1\nsecond:\n  - b: 1\n  - b: 2\n",
    "a field after the list": "list:\n  - a: 1\n  - a: 2\nafter: 3\n",
    "no mappings": "list:\n  - one\n  - - two\n    - three\n  -\n",
    "the key twice": "list: 1\nlist:\n  - a: 1\n  - a: 2\n",
    "an alias to another item": "list:\n  - &x a: 1\n  - *x\n",
    "two documents": "list:\n  - a: 1\n---\nlist:\n  - a: 2\n",
    "broken in an item": "list:\n  - a: 1\n  - a: : 2\n  - a: 3\n",
    "a key twice in an item": "list:\n  - a: 1\n  - b: 1\n    b: 2\n",
    "at the margin": "list:\n- a: 1\n- a: 2\n  b: 3\n",
    "other line ends": "list:\r\n  - a: 1\r\n  - a: 2\r\n",
    "a control character": "list:\n  - a: o\x07ne\n  - a: two\n",
    "one that is escaped": 'list:\n  - a: "\\u0007"\n  - a: 2\n',
}


def _whole(text: str, monkeypatch: pytest.MonkeyPatch) -> Nodes:
    monkeypatch.setattr(nodes, "cut", lambda _: None)
    return parse(text, "whole.yaml")


@pytest.mark.parametrize("text", [*ODD.values(), LONG], ids=[*ODD, "long"])
def test_an_odd_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Values, lines and findings are the same, whatever can be cut."""
    _compare(text, monkeypatch)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same of every file of the example."""
    _compare(file.read_text(encoding="utf-8"), monkeypatch)


def _compare(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = parse(text, "whole.yaml")
    nodes._latest.clear()
    whole = _whole(text, monkeypatch)
    assert found.value == whole.value
    assert found.positions == whole.positions
    assert found.findings == whole.findings


def test_what_did_not_change_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file with one more item only that is parsed, with the head."""
    parse(LONG, "a.yaml")
    parsed: list[str] = []
    real = nodes._whole
    monkeypatch.setattr(nodes, "_whole", lambda text, file: parsed.append(text) or real(text, file))
    more = f"{LONG}  - text: One more.\n"
    pieces = cut(more)
    assert pieces is not None
    assert parse(more, "a.yaml").value == parse(more, "b.yaml").value
    assert parsed == [pieces.head, "  - text: One more.\n", pieces.head]
