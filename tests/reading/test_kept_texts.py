"""What one command of a build parsed, the next one knows: the same values, lines and findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.reading import nodes
from compendium.reading.kept_texts import kept_parsed
from compendium.reading.nodes import forget_parsed, parse
from compendium.reading.parsed_text import Nodes

ROOT = Path(__file__).parents[2]
FILES = [
    *sorted((ROOT / "tests/example/sources").rglob("*.yaml")),
    *sorted((ROOT / "compendium/languages").glob("*.yaml")),
]
ODD = {
    "keys of every kind": '2: a\ntrue: b\n1.5: c\n"2": d\n"": e\n? \n: f\n',
    "pairs in pairs": "notes: {1: {2: [{3: a}]}}\n",
    "the sign of pairs": '"": [[1, 2]]\n',
    "values of every kind": "[1, 1.0, true, null, 2010-01-01, '', -0.0, 1e300]\n",
    "empty": "",
    "an alias": "a: &x {b: 1}\nc: *x\n",
}
FAULTY = {"twice": "a: 1\na: 2\n", "broken": "a: : b\n", "forbidden": 'a: "\\u0007"\n'}


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a build that has parsed nothing yet."""
    monkeypatch.setenv("COMPENDIUM_KEPT", str(tmp_path / "kept"))
    forget_parsed()
    return tmp_path / "kept/parsed"


def assert_kept(text: str, file: str) -> None:
    """Parse a text, and check that what is kept says the same, kind for kind, in its order."""
    said = parse(text, file)
    read = kept_parsed(text, file)
    assert read is not None
    assert shape(read) == shape(said)


def shape(nodes: Nodes) -> str:
    """All that a text says, where 1, 1.0 and true differ."""
    return repr((nodes.file, nodes.value, nodes.positions, nodes.findings))


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_an_odd_text(text: str) -> None:
    """Keys and values of every kind come back as what they were."""
    assert_kept(text, "odd.yaml")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file(file: Path) -> None:
    """The same of every file of the example, and of the data of every language."""
    assert_kept(file.read_text(encoding="utf-8"), file.name)


@pytest.mark.parametrize("text", FAULTY.values(), ids=FAULTY)
def test_a_text_with_a_fault_is_parsed_every_time(text: str) -> None:
    """A fault comes from the text itself, never from what is kept."""
    first = parse(text, "a.yaml")
    assert first.findings
    assert kept_parsed(text, "a.yaml") is None
    forget_parsed()
    assert parse(text, "a.yaml") == first


def test_only_what_changed_is_parsed(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next command parses only texts that changed, or of which the kept form is damaged."""
    parsed: list[str] = []
    real = nodes._whole
    monkeypatch.setattr(nodes, "_whole", lambda text, file: parsed.append(file) or real(text, file))

    def command(*texts: str) -> list[str]:
        parsed.clear()
        forget_parsed()
        for number, text in enumerate(texts):
            assert parse(text, f"{number}.yaml").value == {"a": int(text[-2])}
        return parsed.copy()

    assert command("a: 1\n", "a: 2\n") == ["0.yaml", "1.yaml"]
    assert command("a: 1\n", "a: 2\n") == []
    assert command("a: 1\n", "a: 3\n") == ["1.yaml"]
    for path in kept.iterdir():
        path.write_bytes(path.read_bytes().replace(b'"a":', b'"b":'))
    assert command("a: 1\n", "a: 3\n") == ["0.yaml", "1.yaml"]
