"""Headings before a paragraph and words after its list: recorded, translated by key, shown."""

from __future__ import annotations

import shutil
from pathlib import Path

from lxml import html
from ruamel.yaml import YAML

from compendium.texts.catalogue import read_catalogue, state_of
from compendium.texts.states import State
from support.drawn_statements import document
from support.importing_project import BODIES, ROOT, run_in

BODY = """<mainBody><section><num>I</num><heading>{heading}</heading>
<paragraph><num>1.</num><list><intro><p>{urges}:</p></intro>
<point><num>{a}</num><content><p>{lamps};</p></content></point>
<wrapUp><p>{report};</p></wrapUp></list></paragraph></section>
<paragraph class="H23"><subheading>{second}</subheading></paragraph>
<paragraph><num>2.</num><content><p>{meets}.</p></content></paragraph></mainBody>"""
ENGLISH = BODY.format(
    heading="Lamps of the coast",
    urges="Urges that the States of the sea",
    a="(a)",
    lamps="Keep the lamps and the wicks of the lamps",
    report="and report to the Assembly on the state of the coast",
    second="Meetings",
    meets="Decides to meet in the town of the lamps",
)
SPANISH = BODY.format(
    heading="Los faros de la costa",
    urges="Insta a que los Estados de la costa",
    a="a)",
    lamps="Mantengan los faros de la costa y los de las islas",
    report="y que informen a la Asamblea de los faros de la costa",
    second="Las reuniones",
    meets="Decide reunirse en la ciudad de los faros",
)
ABOUT = {
    "ga.12.1.1.heading.1": "I",
    "ga.12.1.1.heading.2": "Los faros de la costa",
    "ga.12.1.1.closing": "y que informen a la Asamblea de los faros de la costa;",
    "ga.12.1.2.heading.1": "Las reuniones",
}


def _lay_out(folder: Path) -> None:
    (folder / "sources/ga").mkdir(parents=True)
    (folder / "sources/bodies.yaml").write_text(BODIES, encoding="utf-8")
    shutil.copy(ROOT / "tests/example/sources/topics.yaml", folder / "sources")
    (folder / "sources/editions").mkdir()
    yaml = YAML()
    edition = yaml.load(ROOT / "tests/example/sources/editions/compendium.yaml")
    edition["parts"] = [{"letter": "A", "body": "ga", "heading": "Lamps", "running_head": "Lamps"}]
    yaml.dump(edition, folder / "sources/editions/compendium.yaml")
    for name in ("config", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    for name, text in {"en": ENGLISH, "es": SPANISH}.items():
        content = document(text)
        if name == "es":
            content = content.replace(b"The Assembly,", b"La Asamblea,")
        (folder / f"A-RES-12-1.{name}.xml").write_bytes(content)


def test_headings_and_closing_words(tmp_path: Path) -> None:
    """They have keys of their own, stand in catalogues and editions, and compare as equal again."""
    _lay_out(tmp_path)
    options = ("--body", "ga", "--place", "Oslo", "--ordinal", 12, "--first", "2020-01-01")
    said = run_in(tmp_path, "import", *options, "A-RES-12-1.en.xml")
    assert said.code == 0, said.err
    recorded = YAML(typ="safe").load(next((tmp_path / "sources/ga").glob("*.yaml")))
    first, second = recorded["records"][0]["paragraphs"]
    assert first["headings"] == ["I", "Lamps of the coast"]
    assert first["closing"] == "and report to the Assembly on the state of the coast;"
    assert second["headings"] == ["Meetings"]
    again = run_in(tmp_path, "import", *options, "A-RES-12-1.en.xml")
    assert " 0 differences" in again.out, again.out
    said = run_in(tmp_path, "import", "--language", "es", "A-RES-12-1.es.xml", "--body", "ga")
    assert said.code == 0, said.out + said.err
    catalogue = read_catalogue(next((tmp_path / "translations/es/ga").glob("*.po")))
    entries = {entry.msgctxt: entry for entry in catalogue}
    assert {key: entries[key].msgstr for key in ABOUT} == ABOUT
    assert {state_of(entries[key])[0] for key in ABOUT} == {State.OFFICIAL}
    page = _page(tmp_path)
    shown = {key: page.get_element_by_id(key).text_content().strip() for key in ABOUT}
    assert shown["ga.12.1.1.heading.2"] == "Lamps of the coast"
    assert shown["ga.12.1.1.closing"] == "and report to the Assembly on the state of the coast;"
    order = [
        element.get("id") for element in page.iter() if element.get("id") in {*ABOUT, "ga.12.1.1.a"}
    ]
    assert order == [
        "ga.12.1.1.heading.1",
        "ga.12.1.1.heading.2",
        "ga.12.1.1.a",
        "ga.12.1.1.closing",
        "ga.12.1.2.heading.1",
    ]


def _page(folder: Path) -> html.HtmlElement:
    """The English page of the records."""
    chain = [
        ["collect", "--output", "records.json"],
        ["localise", "--records", "records.json", "--language", "en", "--output", "texts.json"],
        ["index", "--texts", "texts.json", "--edition", "compendium", "--output", "index.json"],
        ["compose", "--texts", "texts.json", "--index", "index.json"],
        ["html", "--document", "document.json", "--output", "edition.html"],
    ]
    chain[3] += ["--edition", "compendium", "--output", "document.json"]
    for command in chain:
        said = run_in(folder, *command)
        assert said.code == 0, said.err
    return html.document_fromstring((folder / "edition.html").read_bytes())
