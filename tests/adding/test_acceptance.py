"""Suggestions as editors leave them: what they wrote is accepted, or named, never dropped."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from compendium.adding.acceptance import accepted_files
from compendium.errors import InputError
from compendium.reading import read_sources
from support.importing_project import run_in

EXAMPLE = Path(__file__).parents[1] / "example/sources"


@pytest.fixture
def suggested(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The second meeting of a copy of the example, with suggestions for topics."""
    path = shutil.copytree(EXAMPLE, tmp_path / "sources") / "lk/02-2013.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^ *topics: .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    assert run_in(tmp_path, "suggest", "--gathering", "lk.2", "--write").code == 0
    monkeypatch.chdir(tmp_path)
    return path


def _accept(path: Path) -> str:
    """The file with the likeliest two topics of each paragraph accepted."""
    reading = read_sources(Path("sources"))
    files = accepted_files(reading, frozenset({"lk.2"}), reading.corpus.topics, 2)
    return files[path.relative_to(Path.cwd())].decode("utf-8")


def _edit(path: Path, suggestion: str) -> int:
    """Write another first suggestion; gives its line."""
    text = path.read_text(encoding="utf-8")
    text, count = re.subn(r"# suggested: .*", f"# suggested: {suggestion}", text, count=1)
    assert count
    path.write_text(text, encoding="utf-8")
    return text[: text.index("# suggested: ")].count("\n") + 1


def test_suggestions_become_topics(suggested: Path) -> None:
    """Nothing of a suggestion remains but the topics: our reasons go."""
    text = _accept(suggested)
    assert len(re.findall(r"^ +topics: \[[a-z., -]+\]$", text, re.MULTILINE)) == 3
    assert "#" not in text.replace("# yaml-language-server", "")


@pytest.mark.parametrize(
    ("suggestion", "line"),
    [
        (
            "topics: [logbooks]  # like I.4; ask the keeper",
            "topics: [logbooks] # like I.4; ask the keeper",
        ),
        ("topics: [logbooks]  # like B I.4, II.2.a", "topics: [logbooks]"),
        ("topics: [logbooks] or none", "topics: [logbooks] # or none"),
        ("topics: []  # none, I think", "# none, I think"),
    ],
)
def test_a_remark_of_an_editor_stays(suggested: Path, suggestion: str, line: str) -> None:
    """What an editor wrote behind a suggestion stays as a comment."""
    at = _edit(suggested, suggestion)
    assert _accept(suggested).split("\n")[at - 1].strip() == line


def test_an_unknown_topic_is_named(suggested: Path) -> None:
    """A topic that an editor misspelt in a suggestion is not dropped in silence."""
    at = _edit(suggested, "topics: [logbook]")
    with pytest.raises(InputError) as refused:
        _accept(suggested)
    assert refused.value.message == f"sources/lk/02-2013.yaml:{at}: there is no topic logbook"
