"""A whole file of Akoma Ntoso from the parts that a test draws."""

from __future__ import annotations

FRAME = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><meta/>\
<coverPage><p><docNumber>A/RES/12/1</docNumber></p></coverPage>{}</statement></akomaNtoso>"""
COLLECTION = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">{}</akomaNtoso>"""
PREFACE = "<preface><p><docNumber>12/1.</docNumber><docTitle>Lamps</docTitle></p></preface>"
PREAMBLE = "<preamble><formula><p>The Assembly,</p></formula></preamble>"


def document(drawn: str) -> bytes:
    """A whole file from the parts that a case draws, at the lines of the case."""
    if drawn.startswith("<documentCollection>"):
        return COLLECTION.format(drawn).encode()
    preface, cut, rest = drawn.rpartition("</preface>\n")
    head = f"{preface}{cut}" if cut else PREFACE
    preamble = "" if rest.startswith("<preamble>") else PREAMBLE
    return FRAME.format(f"{head}{preamble}{rest}").encode()
