"""Pandoc writes one page; a warning of it is a fault, and so is what it would have to fetch."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

import pytest

from compendium.composing.pandoc_ast import Inlines, attributes, document, link, para, string
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


@pytest.mark.parametrize(
    "content",
    [
        *("{}", "[]", "no JSON", '{"blocks": []}', '{"meta": {}, "blocks": "text"}'),
        *('{"meta": [], "blocks": []}', '{"meta": {"a": 1}, "blocks": []}'),
        '{"meta": {}, "blocks": [{"t": "Div"}]}',
        '{"meta": {}, "blocks": [{"t": "Para", "c": [{"t": "Note"}]}]}',
    ],
)
def test_no_document(tmp_path: Path, look: Look, content: str) -> None:
    """A file that is no document of Pandoc is named."""
    path = tmp_path / "broken.json"
    path.write_text(content, encoding="utf-8")
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


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("<p>$title$</p>", "is not in it"),
        ("$masthead.body$", "is not in it"),
        ("$-- $body$", "is not in it"),
        ("$body$<hr>${ body }", "is in it 2 times"),
    ],
)
def test_a_template_shows_the_text_once(
    tmp_path: Path, look: Look, template: str, fault: str
) -> None:
    """A template without the text, or with the text several times, is refused."""
    look.template.write_text(template, encoding="utf-8")
    with pytest.raises(InputError, match=fault):
        to_html(written(tmp_path, [string("text")]), look, variables={}, options=[])


@pytest.mark.parametrize(
    ("partial", "fault"),
    [(None, "head.html: no such file"), ("$head()$", "includes itself"), ("x $body$", "2 times")],
)
def test_a_part_of_a_template_is_checked(
    tmp_path: Path, look: Look, partial: str | None, fault: str
) -> None:
    """What a template includes is there, does not include itself, and shows no text again."""
    look.template.write_text("$head()$ $body$", encoding="utf-8")
    if partial is not None:
        look.template.with_name("head.html").write_text(partial, encoding="utf-8")
    with pytest.raises(InputError, match=fault):
        to_html(written(tmp_path, [string("text")]), look, variables={}, options=[])


def test_a_part_of_a_template_that_is_a_pipe(tmp_path: Path, look: Look) -> None:
    """Pandoc is not given a pipe or a device to read, for which it would wait without end."""
    look.template.write_text("$head()$ $body$", encoding="utf-8")
    os.mkfifo(look.template.with_name("head.html"))
    with pytest.raises(InputError, match=r"head\.html"):
        to_html(written(tmp_path, [string("text")]), look, variables={}, options=[])


def test_warning_is_a_fault(tmp_path: Path, look: Look) -> None:
    """What Pandoc only warns of, such as a picture that is missing, ends the build."""
    path = written(tmp_path, [link([string("here")], "#here", attributes())])
    look.template.write_text("<img src='missing.png' alt=''>$body$", encoding="utf-8")
    with pytest.raises(ToolError, match=r"missing\.png"):
        to_html(path, look, variables={}, options=[])


def test_nothing_is_fetched(tmp_path: Path, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page refers to on the web is asked for nowhere, and ends the build in two lines."""
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.setenv(name, "*")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        place = f"http://127.0.0.1:{server.getsockname()[1]}/x.css"
        look.styles[0].write_text(f"@import url({place});", encoding="utf-8")
        look.template.write_text("<style>$styles$</style>$body$", encoding="utf-8")
        with pytest.raises(ToolError, match=f"Could not fetch resource {place}\n") as refused:
            to_html(written(tmp_path, [string("text")]), look, variables={}, options=[])
        with pytest.raises(BlockingIOError):
            server.accept()
    assert len(refused.value.message.splitlines()) == 2


def test_a_style_sheet_may_be_long(tmp_path: Path, look: Look) -> None:
    """Styles of more letters than an argument of a program may have stand in the page."""
    look.styles[0].write_text("p { color: black }\n" * 10_000, encoding="utf-8")
    look.template.write_text("<style>$styles$</style>$body$", encoding="utf-8")
    page = to_html(written(tmp_path, [string("text")]), look, variables={}, options=[])
    assert page.count("p { color: black }") == 10_000


@pytest.mark.parametrize("name", ["page.html", "page.css", "page.lua"])
@pytest.mark.parametrize(("letter", "why"), [(b"\0", "NUL"), (b"\xff", "byte 0 is not UTF-8")])
def test_a_look_is_text(tmp_path: Path, look: Look, name: str, letter: bytes, why: str) -> None:
    """A letter that no text can hold is told with the file of the look that holds it."""
    (tmp_path / name).write_bytes(letter)
    with pytest.raises(InputError, match=f"{name}: .*{why}"):
        to_html(written(tmp_path, [string("text")]), look, variables={}, options=[])


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("os.exit(0)", "an empty page"),
        (r"io.stdout:write('\xff')", "not UTF-8"),
        (r"error(string.rep('x\n', 5000))", "Pandoc failed"),
    ],
)
def test_a_filter_that_goes_wrong_is_told(tmp_path: Path, look: Look, code: str, why: str) -> None:
    """A filter that writes something else, nothing or very much ends the build in some lines."""
    look.filters[0].write_text(code, encoding="utf-8")
    with pytest.raises(ToolError, match=why) as refused:
        to_html(written(tmp_path, [string("text")]), look, variables={}, options=[])
    assert len(refused.value.message.splitlines()) < 10
