"""Many documents in one run: what a loop of single imports would do, told document by document."""

from __future__ import annotations

import json
import multiprocessing
import os
import pickle
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest

from compendium.documents.word_changes import Changes
from compendium.errors import InputError
from compendium.importing import known_sources, official_catalogues, spool
from compendium.importing.folders import documents_in
from compendium.importing.identity import EditorInput
from compendium.importing.known_sources import Sources
from compendium.importing.many import ImportOptions, import_many
from compendium.importing.run import Run
from compendium.importing.spool import Kept, Reader, Refusal
from support.importing_project import BODIES, Said, contents, run_in

SESSION = ("--place", "New York", "--ordinal", 75, "--first", "2020-09-15", "--last", "2020-12-31")
TEXTS = {
    "en": """\
A/RES/75/{n}

Resolution adopted by the General Assembly on 16 December 2020

75/{n}. Keeping of light {n}

The General Assembly,

Recalling the lights of the coast,

1. Urges States to keep light {n} and to report on it;

2. Requests the Secretary-General to list the lights of the coast.
""",
    "fr": """\
A/RES/75/{n}

Résolution adoptée par l’Assemblée générale le 16 décembre 2020

75/{n}. Entretien du feu {n}

L’Assemblée générale,

Rappelant les feux de la côte,

1. Prie instamment les États d’entretenir le feu {n} et de faire rapport ;

2. Prie le Secrétaire général de dresser la liste des feux de la côte.
""",
    "es": """\
A/RES/75/{n}

Resolución aprobada por la Asamblea General el 16 de diciembre de 2020

75/{n}. Conservación del faro {n}

La Asamblea General,

Recordando los faros de la costa,

1. Insta a los Estados a que conserven el faro {n} y presenten los informes para ello;

2. Solicita al Secretario General que haga la lista de los faros de la costa.
""",
}
Documents = Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with sources that say nothing but which body there is."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/bodies.yaml").write_text(BODIES, encoding="utf-8")
    return tmp_path


@pytest.fixture
def documents(project: Path) -> Documents:
    """Four resolutions in three languages, in folders by which the other languages come first."""
    for language, text in TEXTS.items():
        folder = project / f"documents/{'z' if language == 'en' else 'a'}-{language}"
        folder.mkdir(parents=True)
        for number in (9, 10, 11, 100):
            path = folder / f"A_RES_75_{number}.txt"
            path.write_text(text.format(n=number), encoding="utf-8")
    return project / "documents"


def import_all(project: Path, *options: object) -> Said:
    """Import the folder of documents."""
    return run_in(project, "import", "documents", *SESSION, *options)


def made(project: Path) -> dict[str, bytes]:
    """Every source and catalogue."""
    names = ("sources", "translations")
    return {f"{name}/{one}": c for name in names for one, c in contents(project / name).items()}


def rows(project: Path, *options: object) -> dict[str, dict[str, object]]:
    """What the table of a run says of each document, by its name."""
    import_all(project, *options, "--report", "table.json")
    table = json.loads((project / "table.json").read_text(encoding="utf-8"))
    return {row["file"].removeprefix("documents/"): row for row in table["documents"]}


@pytest.mark.usefixtures("documents")
def test_one_run_does_what_single_imports_do(project: Path, tmp_path: Path) -> None:
    """Records and catalogues are byte for byte those of a loop, the records' language first."""
    said = import_all(project)
    assert said.code == 0, said.err
    last = "12 documents: draft record 4, official text 8; 0 need a person, 0 warnings"
    assert said.out.splitlines()[-1] == last
    at_once = made(project)
    loop = tmp_path / "loop"
    (loop / "sources").mkdir(parents=True)
    (loop / "sources/bodies.yaml").write_text(BODIES, encoding="utf-8")
    for folder in ("z-en", "a-fr", "a-es"):
        for number in (9, 10, 11, 100):
            path = project / f"documents/{folder}/A_RES_75_{number}.txt"
            one = run_in(loop, "import", path, *SESSION, "--language", folder[2:])
            assert one.code == 0, one.err
    assert made(loop) == at_once
    assert at_once["translations/es/ga/75-2020.po"].count(b"# state: official A/RES/75/") == 20


@pytest.mark.usefixtures("documents")
def test_the_result_does_not_depend_on_the_number_of_processes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three processes write and say what one does, and leave nothing behind."""
    temporary = project / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    alone = import_all(project, "--report", "table.json")
    one = made(project) | {"table": (project / "table.json").read_bytes()}
    for path in (*project.glob("sources/ga/*"), *project.glob("translations/*/ga/*")):
        path.unlink()
    several = import_all(project, "--report", "table.json", "--processes", 3)
    assert (several.out, several.err, several.code) == (alone.out, alone.err, alone.code)
    assert made(project) | {"table": (project / "table.json").read_bytes()} == one
    assert list(temporary.iterdir()) == []


def test_it_goes_on_after_a_refusal(project: Path, documents: Documents) -> None:
    """What is refused stands in the table with its reason; the others are taken all the same."""
    english, french = documents / "z-en", documents / "a-fr"
    (english / "A_RES_75_10.txt").write_text("", encoding="utf-8")
    (french / "A_RES_75_11.txt").write_text("12 34 56\n", encoding="utf-8")
    (french / "A_RES_75_12.txt").write_text(TEXTS["fr"].format(n=12), encoding="utf-8")
    (french / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (french / "notes.md").write_text("which are complete", encoding="utf-8")
    said = import_all(project, "--report", "table.html")
    assert said.code == 1
    assert "error: documents/z-en/A_RES_75_10.txt: the file is empty" in said.err
    warning = "files were not read, because their names are not those of documents: 1 (documents/"
    assert f"warning: {warning}" in said.err
    table = rows(project)
    became = {name: (row["became"], row["failed"]) for name, row in table.items()}
    assert became["z-en/A_RES_75_9.txt"] == ("as recorded", False)
    assert became["z-en/A_RES_75_10.txt"] == ("refused", True)
    assert became["a-fr/A_RES_75_9.txt"] == ("official already", False)
    assert became["a-fr/A_RES_75_10.txt"] == ("refused", True)  # its record was not made
    assert became["a-fr/old.doc"] == ("refused", True)
    assert became["a-fr/notes.md"] == ("no document by its name", False)
    assert "not recognized" in str(table["a-fr/A_RES_75_11.txt"]["error"])
    assert "no record has the symbol A/RES/75/12" in str(table["a-fr/A_RES_75_12.txt"]["error"])
    assert (table["a-fr/A_RES_75_9.txt"]["language"], table["a-fr/A_RES_75_9.txt"]["symbol"]) == (
        "fr",
        "A/RES/75/9",
    )
    page = (project / "table.html").read_text(encoding="utf-8")
    assert "documents/a-fr/A_RES_75_12.txt" in page
    assert "no record has the symbol A/RES/75/12" in page


def test_findings_name_their_file(project: Path, documents: Documents) -> None:
    """A doubt about one document of many says which, and where in it."""
    path = documents / "z-en/A_RES_75_11.txt"
    text = path.read_text(encoding="utf-8").replace("2. Requests", "4. Requests")
    path.write_text(text, encoding="utf-8")
    said = import_all(project)
    assert "documents/z-en/A_RES_75_11.txt:13: I004 warning: 4 stands after 1" in said.err
    assert "documents/a-fr/A_RES_75_11.txt:13: I010 error: no one place in the record" in said.err


def test_a_symbol_of_two_gatherings(project: Path, documents: Documents) -> None:
    """Texts whose place two records claim are refused, for nobody can choose but an editor."""
    assert import_all(project).code == 0
    record = project / "sources/ga/75-2020.yaml"
    again = record.read_text(encoding="utf-8").replace("ordinal: 75", "ordinal: 76")
    (project / "sources/ga/76-2020.yaml").write_text(again, encoding="utf-8")
    path = documents / "a-fr/A_RES_75_9.txt"
    said = run_in(project, "import", path, "--language", "fr")
    assert said.code == 3
    assert "A/RES/75/9 is the symbol of records in ga.75 and in ga.76" in said.err


def test_what_is_lost_is_in_the_table(project: Path, documents: Documents) -> None:
    """A draft that lacks something is called so, and nothing of such a translation is official."""
    for name, lost in (("z-en", "The lamps were seen."), ("a-fr", "Les lampes ont été vues.")):
        path = documents / name / "A_RES_75_11.txt"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("\n2. ", f"\n{lost}\n\n2. "), encoding="utf-8")
    table = rows(project)
    english, french = table["z-en/A_RES_75_11.txt"], table["a-fr/A_RES_75_11.txt"]
    assert (english["became"], english["failed"]) == ("incomplete draft", True)
    assert (french["became"], french["failed"]) == ("nothing taken", True)
    assert "# INCOMPLETE" in (project / "sources/ga/75-2020.yaml").read_text(encoding="utf-8")


def test_a_wrong_language_is_refused(project: Path, documents: Documents) -> None:
    """A text in two languages, or in another than said, is official in neither."""
    both = TEXTS["fr"].format(n=9) + TEXTS["es"].format(n=9)
    (documents / "a-fr/A_RES_75_9.txt").write_text(both, encoding="utf-8")
    table = rows(project)
    assert table["a-fr/A_RES_75_9.txt"]["became"] == "refused"
    assert table["a-es/A_RES_75_9.txt"]["became"] == "official text"
    again = rows(project, "--language", "es")
    assert "its text is French, not Spanish" in str(again["a-fr/A_RES_75_10.txt"]["error"])
    assert again["a-es/A_RES_75_10.txt"]["became"] == "official already"


@pytest.mark.usefixtures("documents")
def test_a_dry_run_tells_and_writes_nothing(project: Path) -> None:
    """What would become of texts whose record would only be made is told as well."""
    before = contents(project)
    said = import_all(project, "--dry-run")
    assert said.code == 0, said.err
    assert "ga.75 would be written" in said.out
    assert "translations/fr/ga/75-2020.po: 5 texts would be set as official" in said.out
    assert contents(project) == before


def many(progress: object = None, **changed: object) -> ImportOptions:
    """How a test imports."""
    given = EditorInput(None, 75, None, date(2020, 9, 15), date(2020, 12, 31), "New York")
    how = {"language": None, "changes": Changes.ACCEPT, "processes": 1, "dry_run": False}
    return ImportOptions(given, progress=progress or (lambda *_: None), **(how | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize("moment", [("read", 3), ("read", 12), ("official texts taken", 2)])
def test_an_interrupt_leaves_nothing_half_written(
    project: Path,
    documents: Documents,
    monkeypatch: pytest.MonkeyPatch,
    moment: tuple[str, int],
) -> None:
    """Whenever it comes, each file is as before or whole, and nothing that was read is left."""
    temporary = project / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.chdir(project)

    def stop(what: str, done: int, _: int) -> None:
        if (what, done) == moment:
            raise KeyboardInterrupt

    run = Run(Sources(Path("sources")), Path("translations"))
    with pytest.raises(KeyboardInterrupt):
        list(import_many(documents_in([documents]).documents, run, many(stop)))
    records = ["sources/ga/75-2020.yaml"] if moment[0] != "read" else []
    assert sorted(made(project)) == ["sources/bodies.yaml", *records]
    assert list(temporary.iterdir()) == []
    assert import_all(project).code == 0


def test_an_interrupt_ends_the_reading(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What other processes were still to read, they do not read any more."""
    paths = [project / f"{number}.txt" for number in range(300)]
    read = project / "read"
    read.mkdir()
    monkeypatch.setattr(spool, "_keep", partial(marks, read))

    def stop(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    run = Run(Sources(project / "sources"), project / "translations")
    with pytest.raises(KeyboardInterrupt):
        list(import_many(paths, run, many(stop, processes=2)))
    assert multiprocessing.active_children() == []
    assert 0 < len(list(read.iterdir())) < 50


def marks(folder: Path, _: Reader, one: tuple[int, Path]) -> Kept:
    """A document that is read takes a moment and leaves a mark."""
    time.sleep(0.02)
    (folder / one[1].name).touch()
    return Kept(*one, refusal=Refusal("no such file"))


@pytest.mark.usefixtures("documents")
def test_sources_and_catalogues_are_read_once(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight documents into two catalogues: each is read and written once, the sources once."""
    assert import_all(project).code == 0
    (project / "translations/fr/ga/75-2020.po").unlink()
    counts: Counter[str] = Counter()
    for module, name in ((known_sources, "read_sources"), (official_catalogues, "read_catalogue")):
        real = getattr(module, name)

        def counted(path: Path, real: object = real) -> object:
            counts[str(path)] += 1
            return real(path)  # type: ignore[operator]

        monkeypatch.setattr(module, name, counted)
    assert import_all(project).code == 0
    assert counts == {"sources": 1, "translations/es/ga/75-2020.po": 1}


def test_what_was_read_is_in_no_memory(tmp_path: Path) -> None:
    """A process hands back as little of a long document as of a short one."""
    sizes = []
    for number in (1, 2000):
        path = tmp_path / f"{number}.txt"
        more = "".join(f"{n}. Urges States to keep light {n};\n\n" for n in range(3, number + 3))
        path.write_text(TEXTS["en"].format(n=number) + more, encoding="utf-8")
        kept = Reader(tmp_path, None, Changes.ACCEPT).keep((0, path))
        sizes.append(len(pickle.dumps(kept)))
        received = kept.taken()
        assert len(received.adopted.records[0].texts) > number
        assert not any(line.text for line in received.adopted.original.lines)
    assert sizes[1] - sizes[0] < 20


@pytest.mark.usefixtures("documents")
def test_a_fault_of_the_program_ends_no_run(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that fails at one document is told there, and the others are taken."""
    real = spool.receive

    def failing(path: Path, *others: object) -> object:
        if path.name == "A_RES_75_11.txt" and "z-en" in str(path):
            raise RuntimeError
        return real(path, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(spool, "receive", failing)
    table = rows(project)
    assert "a fault of the program: RuntimeError in " in str(table["z-en/A_RES_75_11.txt"]["error"])
    assert table["z-en/A_RES_75_100.txt"]["became"] == "draft record"


def dies(_: Reader, one: tuple[int, Path]) -> NoReturn:
    """A process that is ended from outside."""
    assert one
    os._exit(9)


@pytest.mark.usefixtures("documents")
def test_a_process_ended_from_outside(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a reading process is killed, the run ends with a remedy and nothing is written."""
    monkeypatch.setattr(spool, "_keep", dies)
    said = import_all(project, "--processes", 2)
    assert said.code == 5
    assert "try again with fewer --processes" in said.err
    assert list(made(project)) == ["sources/bodies.yaml"]


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("documents", "--symbol", "A/RES/75/9"), "--symbol applies to one document"),
        (("documents", "--account", "a.html"), "--account shows one document"),
        (("documents", "--report", "table.pdf"), "does not end in .html or .json"),
        (("documents", "--report", "documents/a-fr/A_RES_75_9.txt"), "does not end in"),
        (("page.html", "--report", "page.html"), "this is a document"),
        (("documents", "--report", "page.html/table.html"), "page.html: "),
        (("sources", "sources"), "no documents there"),
        (("documents", "nowhere.txt"), "nowhere.txt: no such file"),
    ],
)
def test_what_makes_no_sense_for_many(project: Path, options: Sequence[object], words: str) -> None:
    """Options for one document, and reports in the place of one, are refused with the reason."""
    (project / "page.html").write_text("<p>A page", encoding="utf-8")
    said = run_in(project, "import", *options, "--place", "New York")
    assert said.code != 0
    assert words in said.err
    assert (project / "page.html").read_text(encoding="utf-8") == "<p>A page"


def test_documents_come_in_the_order_of_their_numbers(documents: Documents) -> None:
    """9 stands before 10, each file once, and an earlier report is no document."""
    (documents / "table.html").write_text("", encoding="utf-8")
    (documents / ".hidden").mkdir()
    (documents / ".hidden/a.txt").write_text("", encoding="utf-8")
    folder = documents / "z-en"
    named = [folder, folder / "A_RES_75_9.txt", documents / "a-es"]
    found = documents_in(named, [documents / "table.html"]).documents
    numbers = [int(path.stem.rpartition("_")[2]) for path in found]
    assert numbers == [9, 10, 11, 100] * 2
    every = documents_in([documents], [documents / "table.html"])
    assert len(every.documents) == 12
    assert every.others == ()


def test_no_folder_is_passed_over_in_silence(
    documents: Documents, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link to another folder is named in the table; a folder that cannot be read ends the run."""
    (documents / "linked").symlink_to(project / "sources")
    assert documents_in([documents]).others == (documents / "linked",)

    def closed(folder: Path) -> NoReturn:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(os, "scandir", closed)  # for root may read everything
    with pytest.raises(InputError, match="documents: Permission denied"):
        documents_in([documents])


def test_links_that_go_round(project: Path) -> None:
    """A link to itself in a folder is refused by its name, and the others are imported."""
    (project / "papers").mkdir()
    loop = project / "papers" / "loop.txt"
    loop.symlink_to(loop.name)
    assert documents_in([project / "papers"]).documents == (loop,)
    said = run_in(project, "import", "papers")
    assert said.code == 1
    assert "papers/loop.txt: refused" in said.out


def test_a_refusal_knows_its_place(tmp_path: Path) -> None:
    """A document that cannot be read is kept as its refusal, with path and number."""
    kept = Reader(tmp_path, None, Changes.ACCEPT).keep((7, tmp_path / "none.txt"))
    assert isinstance(kept, Kept)
    assert (kept.number, kept.path.name) == (7, "none.txt")
    assert kept.refusal is not None
    assert "no such file" in kept.refusal.message
