"""Texts keep their emphasis, notes and symbols on the way to Pandoc."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pypandoc
import pytest

from compendium.composing.inlines import EditionContext, compose_keyed, compose_text
from compendium.composing.pandoc_ast import Inlines, document, para
from compendium.errors import InputError
from support.cases import Case, read_cases

CASES = read_cases(Path(__file__).parent / "texts.md")


def as_html(inlines: Inlines) -> str:
    """What Pandoc makes of some inline elements."""
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "--from=json", "--to=html", "--wrap=none"],
        input=json.dumps(document({}, [para(inlines)])),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert not done.stderr
    return done.stdout.strip().replace("\N{NO-BREAK SPACE}", "~")


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_texts(case: Case, setting: EditionContext) -> None:
    """A text is composed as the case shows."""
    assert as_html(compose_text(case.given, setting)) == case.wanted


def test_note_stands_at_its_call(setting: EditionContext) -> None:
    """A note mark becomes a note with its text, emphasis and symbols included."""
    notes = {1: "*Ibid.*, see E/2022/27."}
    html = as_html(compose_keyed("lk.1.1", "the Protocol[^1] itself", setting, notes))
    assert html.startswith("<p>the Protocol<a href=")
    assert "> itself</p>" in html
    assert "<em>Ibid.</em>, see <a" in html


def test_mark_without_note(setting: EditionContext) -> None:
    """A mark without a note is never composed."""
    with pytest.raises(InputError, match="has no note"):
        compose_keyed("lk.1.1", "the Protocol[^2]", setting, {1: "Ibid."})
