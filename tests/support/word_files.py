"""Word files as Word writes them, from their mark-up: paragraphs, lists, styles, notes."""

from __future__ import annotations

import io
import re
import zipfile
from html import escape

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("numbering", "styles", "footnotes")
_HEADING = re.compile(r"heading", re.IGNORECASE)
_LEVEL = re.compile(
    r"(?P<form>\w+?)(?:@(?P<start>\d+))?(?: restart (?P<restart>\d))?(?P<legal> legal)?"
    r"(?: of (?P<style>\w+))? (?P<text>.+)"
)


def word_file(body: str, *, numbering: str = "", styles: str = "", notes: str = "") -> bytes:
    """A Word file whose parts hold this mark-up."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in [("document", "document.main"), *((one, one) for one in _PARTS)]
    )
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in _PARTS
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        f'Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": f"<w:numbering {_SPACES}>{numbering}</w:numbering>",
        "word/styles.xml": f"<w:styles {_SPACES}>{styles}</w:styles>",
        "word/footnotes.xml": f"<w:footnotes {_SPACES}>{notes}</w:footnotes>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name, text in parts.items():
            target.writestr(name, text)
    return made.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, or of plain texts."""
    held = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{held}</w:p>"


def style(name: str, properties: str = "", kind: str = "paragraph") -> str:
    """A style."""
    inner = f"<w:pPr>{properties}</w:pPr>" if kind == "paragraph" else properties
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{inner}</w:style>'


def drawn(text: str) -> bytes:
    """The file that a case of word_lists.md draws."""
    lists, _, paragraphs = text.partition("\n\n")
    names: dict[str, str] = {}
    kinds, numbers, styles = "", "", ""
    for line in lists.split("\n"):
        name, sign, rest = (part.strip() for part in re.split(r"([:=])", line, maxsplit=1))
        if sign == "=":
            other, _, anew = rest.partition(" ")
            names[name] = str(len(names) + 1)
            numbers += _numbered(names[name], names[other], anew)
        elif rest in names:
            own = f'<w:numPr><w:numId w:val="{names[rest]}"/></w:numPr>'
            outline = '<w:outlineLvl w:val="0"/>' if _HEADING.match(name) else ""
            styles += style(name, own + outline)
        else:
            names[name] = str(len(names) + 1)
            levels = "".join(_level(n, one) for n, one in enumerate(rest.split(" | ")))
            kinds += f'<w:abstractNum w:abstractNumId="{names[name]}">{levels}</w:abstractNum>'
            numbers += _numbered(names[name], names[name], "")
    body = "".join(_listed(line, names) for line in paragraphs.split("\n"))
    return word_file(body, numbering=kinds + numbers, styles=styles)


def _numbered(name: str, kind: str, anew: str) -> str:
    level, _, start = anew.partition("@")
    override = (
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        if anew
        else ""
    )
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{kind}"/>{override}</w:num>'


def _level(number: int, text: str) -> str:
    found = _LEVEL.fullmatch(text)
    assert found, text
    given = [f'<w:start w:val="{found["start"] or 1}"/><w:numFmt w:val="{found["form"]}"/>']
    for name, element in (("restart", "lvlRestart"), ("style", "pStyle")):
        if found[name]:
            given.append(f'<w:{element} w:val="{found[name]}"/>')
    given.append("<w:isLgl/>" if found["legal"] else "")
    return f'<w:lvl w:ilvl="{number}">{"".join(given)}<w:lvlText w:val="{found["text"]}"/></w:lvl>'


def _listed(line: str, names: dict[str, str]) -> str:
    place, text = line.split(" ", maxsplit=1)
    if place == "-":
        return paragraph(text)
    if place[:-1] in names and place[-1].isdigit():
        number = f'<w:ilvl w:val="{place[-1]}"/><w:numId w:val="{names[place[:-1]]}"/>'
        return paragraph(text, properties=f"<w:numPr>{number}</w:numPr>")
    return paragraph(text, properties=f'<w:pStyle w:val="{place}"/>')
