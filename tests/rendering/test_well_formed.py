"""Pages are read as XML only where the rules of HTML give the same elements."""

from __future__ import annotations

from typing import Any

import pytest
import tinyhtml5
from weasyprint import HTML

from compendium.rendering.patches.well_formed import tree_of, well_formed

FRAME = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Lamps</title>\n'
    "<style>p > a { color: red }</style>\n</head>\n<body>\n{}\n</body>\n</html>\n"
)
READ_AS_XML = {
    "text": "<p>One<br>two &amp; <em>three</em> <a href='#x'>four</a></p>\n<h2 id='x'>Five</h2>",
    "lists": "<ol><li><p>One</p><ul><li>Two</li></ul></li></ol><dl><dt>a</dt><dd>b</dd></dl>",
    "a table": (
        "<table><colgroup><col><col></colgroup><thead><tr><th>One</th></tr></thead>\n"
        "<tbody><tr><td><p>Two</p></td></tr></tbody></table>"
    ),
    "nothing": "",
}
READ_AS_HTML = {
    "a block in a paragraph": "<p>One <div>two</div></p>",
    "a block in a part of a paragraph": "<p>One <span>two <div>three</div></span></p>",
    "a link in a link": "<a href='#a'>One <em><a href='#b'>two</a></em></a>",
    "a heading in a heading": "<h1>One <h2>two</h2></h1>",
    "an item in an item": "<ul><li>One <li>two</li></li></ul>",
    "a row without a body": "<table><tr><td>One</td></tr></table>",
    "text between rows": "<table><tbody>One<tr><td>two</td></tr></tbody></table>",
    "an element closed at once": "<p>One <span/>two</p>",
    "capitals": "<P>One</P>",
    "no end": "<p>One<p>two",
    "a name of a letter": "<p>One&nbsp;two</p>",
    "no value": "<p hidden>One</p>",
    "a drawing": '<p><svg xmlns="http://www.w3.org/2000/svg"><rect/></svg></p>',
    "lines as they are": "<pre>\nOne</pre>",
    "what no page has": "<p><font color='red'>One</font></p>",
}


def shape(root: Any) -> list[tuple[str, list[tuple[str, str]], str, str]]:
    """Every element with its attributes and the text in and after it."""
    return [
        (part.tag, sorted(part.attrib.items()), part.text or "", part.tail or "")
        for part in root.iter()
    ]


@pytest.mark.parametrize("body", READ_AS_XML.values(), ids=list(READ_AS_XML))
def test_a_well_formed_page_has_the_elements_of_html(body: str) -> None:
    """What is read as XML has the elements, attributes and texts that HTML gives, to the letter."""
    page = FRAME.replace("{}", body)
    tree = tree_of(page)
    assert tree is not None
    assert shape(tree) == shape(tinyhtml5.parse(page, namespace_html_elements=False))


@pytest.mark.parametrize("body", READ_AS_HTML.values(), ids=list(READ_AS_HTML))
def test_what_html_would_change_is_read_as_html(body: str) -> None:
    """A page of which the rules of HTML make something else than XML is not read as XML."""
    page = FRAME.replace("{}", body)
    assert tree_of(page) is None


@pytest.mark.parametrize(
    "page",
    [
        FRAME.replace("<!DOCTYPE html>\n", ""),
        FRAME.replace("p > a", "p &gt; a"),
        FRAME.replace("<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY a "b">]>'),
        FRAME.replace("<body>", "").replace("</body>", ""),
    ],
)
def test_other_frames_are_read_as_html(page: str) -> None:
    """A page without the frame of an edition is not read as XML."""
    assert tree_of(page) is None


def test_the_layout_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the context, the layout does not read a well-formed page by the rules of HTML."""
    monkeypatch.setattr(tinyhtml5.parser.HTMLParser, "parse", None)
    with well_formed():
        html = HTML(string=FRAME.replace("{}", READ_AS_XML["text"]))
    assert html.etree_element.find(".//em").text == "three"
