"""Pandoc writes one page, and a warning of it is a fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compendium.composing.pandoc import Inlines, attributes, document, link, para, string
from compendium.errors import InputError, ToolError
from compendium.rendering.pandoc import Look, to_html


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """The smallest look there is."""
    (tmp_path / "page.html").write_text("<html>$body$$accent$</html>", encoding="utf-8")
    (tmp_path / "page.css").write_text("p { color: black }", encoding="utf-8")
    (tmp_path / "page.lua").write_text("", encoding="utf-8")
    return Look(
        template=tmp_path / "page.html",
        styles=(tmp_path / "page.css",),
        filters=(tmp_path / "page.lua",),
    )


def written(folder: Path, inlines: Inlines) -> Path:
    """A file with a document of one paragraph."""
    path = folder / "document.json"
    path.write_text(json.dumps(document({}, [para(inlines)])), encoding="utf-8")
    return path


def test_document_becomes_a_page(tmp_path: Path, look: Look) -> None:
    """The text of a document and the variables stand in the template."""
    path = written(tmp_path, [string("Å, ع and 條")])
    page = to_html(path, look, variables={"accent": "#123456"}, options=[])
    assert "<p>Å, ع and 條</p>" in page
    assert "#123456" in page


def test_filter_is_applied(tmp_path: Path, look: Look) -> None:
    """The Lua filter of a look changes the document."""
    look.filters[0].write_text(
        "function Str(s) return pandoc.Str(s.text:upper()) end", encoding="utf-8"
    )
    page = to_html(written(tmp_path, [string("text")]), look, variables={}, options=[])
    assert "TEXT" in page


def test_no_document(tmp_path: Path, look: Look) -> None:
    """A file that is no document of Pandoc is named."""
    path = tmp_path / "broken.json"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match=r"broken\.json"):
        to_html(path, look, variables={}, options=[])


def test_styles_stand_in_the_page(tmp_path: Path, look: Look) -> None:
    """The style sheets of a look stand in its template, in their order."""
    look.template.write_text("<style>$styles$</style>$body$", encoding="utf-8")
    page = to_html(written(tmp_path, [string("text")]), look, variables={}, options=[])
    assert "p { color: black }" in page


@pytest.mark.parametrize("name", ["page.html", "page.css", "page.lua"])
def test_missing_part_of_a_look_is_named(tmp_path: Path, look: Look, name: str) -> None:
    """A template, style sheet or filter that is not there ends the build with its name."""
    (tmp_path / name).unlink()
    path = written(tmp_path, [link([string("here")], "#here", attributes())])
    with pytest.raises(InputError, match=f"{name}: no such file"):
        to_html(path, look, variables={}, options=[])


def test_warning_is_a_fault(tmp_path: Path, look: Look) -> None:
    """What Pandoc only warns of, such as a picture that is missing, ends the build."""
    path = written(tmp_path, [link([string("here")], "#here", attributes())])
    look.template.write_text("<img src='missing.png' alt=''>$body$", encoding="utf-8")
    with pytest.raises(ToolError, match=r"missing\.png"):
        to_html(path, look, variables={}, options=[])
