"""Documents of our own in the form of official ones, in six languages and every format.

`official/{language}.yaml` holds what they say; here it is written as the formats have it.
"""

from __future__ import annotations

import html
import itertools
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc
from lxml import etree
from lxml.builder import ElementMaker
from ruamel.yaml import YAML
from weasyprint import HTML

HERE = Path(__file__).parents[1] / "importing" / "official"
LANGUAGES = tuple(sorted(path.stem for path in HERE.glob("*.yaml")))
FORMATS = ("txt", "html", "docx", "pdf", "xml")
_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_CALL = re.compile(r"\[\^(\d+)\]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_STYLE = """
@page { size: A4; margin: 30mm 30mm 25mm 40mm;
  @bottom-right { content: counter(page) "/" counter(pages) } }
body { font: 10pt/12pt "Noto Serif", "Noto Serif CJK SC", serif } p { margin: 0 0 6pt }
h1 { font-size: 14pt } .notes { font-size: 8pt; border-top: 0.5pt solid } sup { font-size: 6pt }
"""


@dataclass(frozen=True)
class Piece:
    """A paragraph: what is printed before it, its text with calls of notes, whether a heading."""

    text: str
    mark: str = ""
    heading: bool = False

    @property
    def line(self) -> str:
        """Mark and text as one line."""
        return f"{self.mark} {self.text}".strip()


@cache
def document(code: str, kind: str) -> dict[str, Any]:
    """What a document says: the resolution, the same with its annex ("annexed"), the report."""
    text = (HERE / f"{code}.yaml").read_text(encoding="utf-8")
    every = YAML(typ="safe", pure=True).load(text)
    if kind == "annexed":
        held, annex = every["resolution"], every["annex"]
        return {**held, "annex": annex, "notes": [*held["notes"], annex["note"]]}
    said: dict[str, Any] = every[kind]
    return said


def texts(code: str, kind: str) -> dict[str, str]:
    """The texts by their places, such as pp.1 or 1.b.ii; notes count from one in each text."""
    held = document(code, kind)
    found = {f"pp.{n}": text for n, text in enumerate(held.get("preamble", ()), start=1)}
    found |= {one["at"]: one["text"] for one in held["body"]}
    return {place: _counted(text) for place, text in found.items()}


def _counted(text: str) -> str:
    """A text whose calls of notes count from one."""
    numbers = itertools.count(1)
    return _CALL.sub(lambda _: f"[^{next(numbers)}]", text)


def pieces(code: str, kind: str) -> list[Piece]:
    """The paragraphs of a document in their order, without its notes."""
    held = document(code, kind)
    body = [Piece(one["text"], one["mark"]) for one in held["body"]]
    if kind == "report":
        before, after = held["before"], held["after"]
        head = [Piece(held["symbol"]), Piece(held["title"], heading=True)]
        head += [Piece(before["heading"], heading=True), Piece(before["text"])]
        tail = [Piece(after["heading"], heading=True), Piece(after["text"])]
        return [*head, Piece(held["heading"], heading=True), *body, *tail]
    head = [Piece(held[name]) for name in ("symbol", "session", "adopted")]
    head.append(Piece(held["heading"], heading=True))
    preamble = [Piece(held["formula"]), *map(Piece, held["preamble"])]
    return [*head, *preamble, *body, *map(Piece, held["closing"]), *annex_pieces(code, kind)]


def annex_pieces(code: str, kind: str) -> list[Piece]:
    """The paragraphs of the annex, if there is one."""
    annex = document(code, kind).get("annex")
    if annex is None:
        return []
    lines = (
        Piece(one["text"], one.get("mark", ""), one.get("heading", False)) for one in annex["lines"]
    )
    return [Piece(annex["heading"], heading=True), *lines]


def write(code: str, kind: str, form: str, folder: Path) -> Path:
    """Write a document in a language and a format into a folder, named after its symbol."""
    held = document(code, kind)
    path = folder / f"{held['symbol'].replace('/', '-')}.{code}.{form}"
    match form:
        case "txt":
            path.write_text(_plain(code, kind), encoding="utf-8")
        case "html":
            path.write_text(_page(code, kind), encoding="utf-8")
        case "pdf":
            HTML(string=_page(code, kind)).write_pdf(path)
        case "docx":
            source = json.dumps(_pandoc(code, kind))
            pypandoc.convert_text(source, "docx", format="json", outputfile=str(path))
        case "xml":
            path.write_bytes(_akoma_ntoso(code, kind))
    return path


def _plain(code: str, kind: str) -> str:
    notes = enumerate(document(code, kind).get("notes", ()), start=1)
    lines = [_CALL.sub(lambda call: call[1].translate(_RAISED), p.line) for p in pieces(code, kind)]
    lines += [f"{str(number).translate(_RAISED)} {note}" for number, note in notes]
    return "\n\n".join(lines) + "\n"


def _page(code: str, kind: str) -> str:
    def paragraph(piece: Piece) -> str:
        tag = "h1" if piece.heading else "p"
        text = _CALL.sub(r"<sup>\1</sup>", html.escape(piece.line))
        return f"<{tag}>{text}</{tag}>"

    notes = enumerate(document(code, kind).get("notes", ()), start=1)
    foot = [f"<p><sup>{number}</sup> {html.escape(note)}</p>" for number, note in notes]
    direction = ' dir="rtl"' if code == "ar" else ""
    body = "\n".join(map(paragraph, pieces(code, kind)))
    foot_block = f'<div class="notes">{"".join(foot)}</div>' if foot else ""
    return (
        f'<!doctype html><html lang="{code}"{direction}><meta charset="utf-8"><title></title>'
        f"<style>{_STYLE}</style><body>{body}{foot_block}</body></html>"
    )


def _pandoc(code: str, kind: str) -> dict[str, Any]:
    """The document as Pandoc's JSON, so that its Word file has real headings and notes."""
    notes = document(code, kind).get("notes", ())

    def inlines(text: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for place, part in enumerate(_CALL.split(text)):
            if place % 2:
                note = [{"t": "Para", "c": inlines(notes[int(part) - 1])}]
                found.append({"t": "Note", "c": note})
            elif part:
                found.append({"t": "Str", "c": part})
        return found

    blocks = [
        {"t": "Header", "c": [1, ["", [], []], inlines(piece.line)]}
        if piece.heading
        else {"t": "Para", "c": inlines(piece.line)}
        for piece in pieces(code, kind)
    ]
    return {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}


_E = ElementMaker(namespace=_NAMESPACE, nsmap={None: _NAMESPACE})


def _akoma_ntoso(code: str, kind: str) -> bytes:
    """The resolution as the United Nations mark them up."""
    held = document(code, kind)
    number, _, title = held["heading"].partition(" ")
    cover = _E.coverPage(
        _E.p(_E.docNumber(held["symbol"], refersTo="#symbol")),
        _E.p(_E.session(held["session"], value="12")),
        _E.p(_E.docTitle(held["adopted"])),
    )
    formula = _E.formula(_paragraph(held, held["formula"]), name="enactingFormula")
    containers = [_E.container(_paragraph(held, text)) for text in held["preamble"]]
    closing = _E.conclusions(
        _E.p(_E.inline(held["closing"][0]), _E.eol(), _E.docDate(held["closing"][1]))
    )
    statement = _E.statement(
        cover,
        _E.preface(_E.p(_E.docNumber(number), "\n", _E.docTitle(title))),
        _E.preamble(formula, *containers),
        _E.mainBody(*_nested(held, held["body"], 1)),
        closing,
        *_attachments(held),
        name="resolution",
    )
    return etree.tostring(_E.akomaNtoso(statement), encoding="utf-8", xml_declaration=True)


def _nested(held: dict[str, Any], body: list[dict[str, str]], depth: int) -> list[etree._Element]:
    """The units of a level, each with the list of those below it."""
    found = []
    for one in body:
        if len(one["at"].split(".")) != depth:
            continue
        below = [other for other in body if other["at"].startswith(f"{one['at']}.")]
        element = _E.paragraph if depth == 1 else _E.point
        own = _paragraph(held, one["text"])
        inner = (
            _E.list(_E.intro(own), *_nested(held, below, depth + 1)) if below else _E.content(own)
        )
        found.append(element(_E.num(f"\t{one['mark']}"), inner))
    return found


def _attachments(held: dict[str, Any]) -> list[etree._Element]:
    """What is attached; the lines below another are a list in its paragraph."""
    if "annex" not in held:
        return []
    waiting = [{"text": held["annex"]["heading"], "heading": True}, *held["annex"]["lines"]]
    paragraphs = []
    while waiting:
        one, *waiting = waiting
        below = [waiting.pop(0) for _ in range(one.get("below", 0))]
        paragraphs.append(_annexed(held, one, below))
    body = _E.mainBody(*paragraphs)
    return [_E.attachments(_E.attachment(_E.doc(_E.meta(), body, name="annex")))]


def _annexed(
    held: dict[str, Any], one: dict[str, Any], below: list[dict[str, Any]]
) -> etree._Element:
    number = [_E.num(one["mark"])] if "mark" in one else []
    if one.get("heading"):
        return _E.paragraph(*number, _E.heading(one["text"]))
    own = _paragraph(held, one["text"])
    points = [_annexed(held, point, []) for point in below]
    inner = _E.list(_E.intro(own), *points) if points else _E.content(own)
    return _E.paragraph(*number, inner)


def _paragraph(held: dict[str, Any], text: str) -> etree._Element:
    """A paragraph with its notes where they are called."""
    parts = _CALL.split(text)
    paragraph = _E.p(parts[0])
    for number, after in zip(parts[1::2], parts[2::2], strict=True):
        note = _E.authorialNote(
            _E.p(f"\t {held['notes'][int(number) - 1]}"), marker=number, placement="bottom"
        )
        note.tail = after
        paragraph.append(note)
    return paragraph


BODIES = """\
bodies:
  - {key: lk, name: Working Group on River Ferries, short_name: Working Group,
     gathers_in: meeting, part: A}
  - {key: conf, name: Conference of River States, short_name: Conference, gathers_in: session,
     segments: true, part: B}
"""
OTHERS = tuple(code for code in LANGUAGES if code != "en")
