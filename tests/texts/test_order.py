"""The order of topics of a language, as the program proposes and keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.texts.order import ORDER_FILE, read_order
from support.commands import run


def _order(*options: str) -> object:
    return run("order", "--records", "records.json", "--language", "fr", *options)


def test_proposal(project: Path) -> None:
    """An order holds every topic once, sorted by its heading in the language, as proposed."""
    path = project / "translations" / "fr" / ORDER_FILE
    path.unlink()
    assert _order() == 0
    proposed = read_order(path)
    assert proposed.state == "proposed"
    assert proposed.topics == (
        "keepers",
        "keepers.welfare",
        "keepers.training",
        "lamps.maintenance",
        "reporting",
        "logbooks",
        "fog-signals",
    )


def test_a_reviewed_order_stands(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a reviser has reviewed is proposed anew only when asked for."""
    path = project / "translations" / "fr" / ORDER_FILE
    reviewed = path.read_text(encoding="utf-8").replace("state: proposed", "state: reviewed")
    path.write_text(reviewed, encoding="utf-8")
    assert _order() == 3
    assert "the order is reviewed" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == reviewed
    assert _order("--again") == 0
    assert read_order(path).state == "proposed"


# What a reviser does who has not written `state: reviewed` yet, and what is said of it.
TOUCHED = {
    "moved": ("  - reporting\n  - logbooks\n", "  - logbooks\n  - reporting\n", "at logbooks"),
    "remark": ("  - logbooks\n", "  - logbooks  # asked the keeper\n", "a remark in line 11"),
}


@pytest.mark.parametrize("case", TOUCHED)
def test_an_order_in_the_making_stands(
    project: Path, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    """What a reviser has moved or remarked is proposed anew only when asked for."""
    path = project / "translations" / "fr" / ORDER_FILE
    old, new, said = TOUCHED[case]
    text = path.read_text(encoding="utf-8")
    assert old in text
    touched = text.replace(old, new)
    path.write_text(touched, encoding="utf-8")
    assert _order() == 3
    assert said in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == touched
    assert _order("--again") == 0
    assert path.read_text(encoding="utf-8") == text


def test_a_new_topic_is_proposed(project: Path) -> None:
    """A topic that the file lacks comes in where nobody has touched the order."""
    path = project / "translations" / "fr" / ORDER_FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  - logbooks\n", ""), encoding="utf-8")
    assert _order() == 0
    assert path.read_text(encoding="utf-8") == text


def test_untranslated_headings(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An order is proposed from whole headings only, and the first that is missing is named."""
    topics = project / "translations" / "fr" / "topics.po"
    text = topics.read_text(encoding="utf-8").replace('msgstr "Gardiens"', 'msgstr ""')
    topics.write_text(text, encoding="utf-8")
    assert _order() == 3
    assert "1 headings have no translation, first keepers" in capsys.readouterr().err
