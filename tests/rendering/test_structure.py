"""What a screen reader hears of a page: its tags and words in order, as one outline."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from compendium.errors import InputError
from compendium.rendering.deliveries import write_screen
from compendium.rendering.weasyprint import lay_out
from support.inspection.hearing import drawn_texts, listen

PAGE = """<!DOCTYPE html><html lang={language} dir={direction}><title>Page</title>
<style>@page {{ size: 80mm 60mm; margin: 5mm }} p, ol {{ margin: 0 }} ol, ul {{ list-style: none }}
{styles}</style>{body}"""
NOTE = (
    '<a class=note-call id=note-call-1 href="#note-1">1</a>'
    '<span class=footnote id=note-1><a class=note-back href="#note-call-1">1</a> Note.</span>'
)
# Notes float to the foot of the page, as in the styles of the book.
FLOAT = (
    ".footnote { float: footnote }"
    ".footnote::footnote-call, .footnote::footnote-marker { content: none }"
)
LEADER = (
    "a { display: block } a::after { content: leader(dotted) target-counter(attr(href), page) }"
)


def heard(tmp_path: Path, body: str, *, styles: str = "", language: str = "en") -> list[str]:
    """The outline of a page, from the element below the document down."""
    right_to_left = language == "ar"
    html = PAGE.format(
        language=language, direction="rtl" if right_to_left else "ltr", styles=styles, body=body
    )
    path = tmp_path / "page.pdf"
    path.write_bytes(
        lay_out(
            html,
            base=tmp_path,
            write=lambda laid_out: write_screen(laid_out, right_to_left=right_to_left),
        )
    )
    with pikepdf.open(path) as pdf:
        return [
            f"{'  ' * (found.depth - 1)}{found.role}"
            + (f" {found.language}" if found.language != language else "")
            + (f": {found.words}" if found.words else "")
            for found in listen(pdf, drawn_texts(path))
            if found.depth
        ]


def test_what_is_said_to_be_a_heading_is_one(tmp_path: Path) -> None:
    """An element that says that it is a heading has that role, down to the deepest there is."""
    headings = "".join(
        f"<div role=heading aria-level={level}>Level {level}</div>" for level in (5, 6, 7)
    )
    outline = heard(tmp_path, f"<h4>Four</h4>{headings}")
    assert [line.split(":")[0] for line in outline if line[0] == "H"] == ["H4", "H5", "H6", "H6"]


def test_a_number_is_the_label_of_its_item(tmp_path: Path) -> None:
    """The number of a paragraph stands before its text, beside it and not in it."""
    body = "<ol><li><div><p><span class=numeral>1. </span>One</p></div></li></ol>"
    outline = heard(tmp_path, body)
    assert outline[:4] == ["L", "  LI", "    Lbl", "      Span: 1. "]
    assert outline[-2:] == ["        P", "          Span: One"]


def test_a_note_follows_the_paragraph_of_its_call(tmp_path: Path) -> None:
    """A note is heard after its paragraph, not at the end of the page, and has a label."""
    outline = heard(tmp_path, f"<p>One{NOTE}, two.</p><p>Three.</p>", styles=FLOAT)
    assert [tag.rstrip() for tag in outline] == [
        "P",
        "  Span: One",
        "  Reference",
        "    Link: 1",
        "  Span: , two.",
        "Note",
        "  Lbl",
        "    Link: 1",
        "  Span:  Note.",
        "P",
        "  Span: Three.",
    ]


def test_a_note_without_its_mark_is_named(tmp_path: Path) -> None:
    """A note that nothing in the text refers to, as a wrong filter makes it, is refused by name."""
    lone = NOTE.replace("note-call-1", "note-call-2")
    with pytest.raises(InputError, match="note 'note-1': nothing on the pages is 'note-call-1'"):
        heard(tmp_path, f"<p>One{lone}.</p>", styles=FLOAT)


def test_what_a_page_break_divides_is_one(tmp_path: Path) -> None:
    """A paragraph, a list and its item that go on over pages are heard once."""
    line = '<span style="display: block">line</span>'
    outline = heard(tmp_path, f"<section><ol><li><p>{line * 20}</p><p>End</p></li></ol></section>")
    assert [tag.strip() for tag in outline if "Span" not in tag] == [
        "Sect",
        "L",
        "LI",
        "LBody",
        "P",
        "P",
    ]
    assert sum("line" in tag for tag in outline) == 20


def test_a_table_over_pages_is_one(tmp_path: Path) -> None:
    """A table that goes on over pages has one head and one body, and all its rows."""
    rows = "".join(f"<tr><th scope=row>{row}</th><td>cell</td></tr>" for row in range(20))
    heads = "<thead><tr><th scope=col>A</th><th scope=col>B</th></tr></thead>"
    outline = heard(tmp_path, f"<table>{heads}<tbody>{rows}</tbody></table>")
    tags = [tag.split(":")[0].strip() for tag in outline]
    assert [tag for tag in tags if tag in {"Table", "THead", "TBody"}] == [
        "Table",
        "THead",
        "TBody",
    ]
    assert tags.count("TR") == 21
    assert sum(tag.rstrip().endswith(": A") for tag in outline) == 1


def test_contents_are_a_table_of_contents(tmp_path: Path) -> None:
    """The contents are entries with what lies below them; nobody hears the dots of a leader."""
    deeper = '<ul><li><a href="#b">B</a></li></ul>'
    body = (
        f'<nav class=contents><ul><li><a href="#a">A</a>{deeper}</li></ul></nav>'
        "<h1 id=a>A</h1><h2 id=b>B</h2>"
    )
    assert heard(tmp_path, body, styles=LEADER)[:11] == [
        "Sect",
        "  TOC",
        "    TOCI",
        "      Reference",
        "        Link: A",
        "          Span: 1",
        "      TOC",
        "        TOCI",
        "          Reference",
        "            Link: B",
        "              Span: 1",
    ]


def test_a_run_in_another_language_says_so(tmp_path: Path) -> None:
    """Each run within another language names its own."""
    outline = heard(tmp_path, "<p>One <span lang=fr>deux <em>trois</em></span> four</p>")
    assert [tag.strip() for tag in outline if " fr" in tag] == [
        "Span fr",
        "Span fr: deux",
        "Span fr",
        "Span fr: trois",
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("ar", "الفقرة 8 (أ) من الوثيقة", ["الفقرة 8 (أ) من الوثيقة"]),
        ("ar", "(1)", ["(1)"]),
        ("en", "one two", ["one ", "two"]),
        ("en", "States/Parties well-known", ["States/", "Parties ", "well-", "known"]),
        ("zh", "建议", ["建", "议"]),
    ],
)
def test_words_are_heard_in_order_and_apart(
    tmp_path: Path, language: str, text: str, words: list[str]
) -> None:
    """Text from right to left is heard from its beginning; words at a line end keep their space."""
    narrow = "p { width: 1em }" if len(words) > 1 else ""
    outline = heard(tmp_path, f"<p>{text}</p>", styles=narrow, language=language)
    assert outline == ["P", *(f"  Span: {word}" for word in words)]
