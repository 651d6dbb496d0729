"""Parts of one resolution in one file of Akoma Ntoso: records of their own, in every language."""

from __future__ import annotations

from pathlib import Path

from compendium.model.gatherings import Session
from compendium.reading.nodes import parse
from compendium.texts.catalogue import read_catalogue, state_of
from compendium.texts.states import State
from support.importing_project import Run

FILE = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><documentCollection><coverPage>
<p><docNumber>CTOC/COP/RES/12/7 A-B</docNumber></p><p><docTitle>{adopted}</docTitle></p></coverPage>
<preface><p><docNumber>12/7.</docNumber><docTitle>{title}</docTitle></p></preface></documentCollection>
<components>{parts}</components></akomaNtoso>"""
PART = """\
<component><statement><preface><p><docNumber>{letter}</docNumber><docTitle>{title}</docTitle></p></preface>
<preamble><formula><p>{body}</p></formula></preamble><mainBody><paragraph><num>1.</num>
<content><p>{text}</p></content></paragraph></mainBody></statement></component>"""
ENGLISH = {
    "adopted": "Resolutions adopted by the Conference of the Parties to the United Nations "
    "Convention against Transnational Organized Crime on 14 October 2024",
    "title": "Light at sea",
    "body": "The Conference of the Parties,",
    "A": ("Lamps", "Urges States to keep the lamps of the coast in order."),
    "B": ("Wicks", "Requests the Secretariat to report on the wicks of the lamps."),
}
SPANISH = {
    "adopted": "Resoluciones aprobadas por la Conferencia de las Partes en la Convención de las "
    "Naciones Unidas contra la Delincuencia Organizada Transnacional el 14 de octubre de 2024",
    "title": "Luz en el mar",
    "body": "La Conferencia de las Partes,",
    "A": ("Lámparas", "Insta a los Estados a que mantengan en orden las lámparas de la costa."),
    "B": ("Mechas", "Solicita a la Secretaría que informe sobre las mechas de las lámparas."),
}


def _file(folder: Path, said: dict[str, str | tuple[str, str]]) -> Path:
    parts = (
        PART.format(letter=letter, body=said["body"], title=said[letter][0], text=said[letter][1])
        for letter in "AB"
    )
    path = folder / "parts.xml"
    text = FILE.format(adopted=said["adopted"], title=said["title"], parts="".join(parts))
    path.write_text(text, encoding="utf-8")
    return path


def test_parts_of_a_resolution(project: Path, run: Run) -> None:
    """Each part is a record with its own symbol and key, and each has its own official text."""
    english = _file(project, ENGLISH)
    said = run("import", english, "--ordinal", "12", "--place", "Vienna")
    assert said.code == 0, said.err
    assert "I013 warning: taken for a heading or an introduction, and left out: Light at sea" in (
        said.err
    )
    path = project / "sources/cop/12-2024.yaml"
    session = Session.model_validate(parse(path.read_text(encoding="utf-8"), path.name).value)
    assert [(one.number, one.segment, one.symbol, one.title) for one in session.records] == [
        ("12/7 A", "7a", "CTOC/COP/RES/12/7 A", "Lamps"),
        ("12/7 B", "7b", "CTOC/COP/RES/12/7 B", "Wicks"),
    ]
    said = run("import", _file(project, SPANISH), "--language", "es")
    assert said.code == 0, said.out + said.err
    entries = {
        entry.msgctxt: entry
        for entry in read_catalogue(project / "translations/es/cop/12-2024.po")
        if state_of(entry)[0] is State.OFFICIAL
    }
    texts = {key: entry.msgstr for key, entry in entries.items()}
    assert texts["cop.12.7a.1"] == SPANISH["A"][1]
    assert texts["cop.12.7b.1"] == SPANISH["B"][1]
