"""Every delivery in every language is what it promises to be."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from compendium.verifying.attached_files import check_attachments
from compendium.verifying.page_contents import read_content
from compendium.verifying.printing import check_boxes, check_inks, check_intent
from compendium.verifying.verapdf import STANDARDS, VeraPDF, check_standards
from compendium.verifying.verification import failures, verify_file
from support.example_editions import LANGUAGES, delivery
from support.inspection.built import BUILT

POINTS = 72 / 25.4


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["page", "screen", "press", "cover", "archive"])
def test_no_check_finds_a_fault(editions: Path, language: str, name: str) -> None:
    """Each file of the example passes every check that concerns it."""
    verified = verify_file(delivery(editions, language, name))
    assert failures([verified]) == []
    assert sum(outcome.looked_at for outcome in verified.outcomes) > 0


def test_the_example_fulfils_its_standards(editions: Path, vera: VeraPDF) -> None:
    """By veraPDF there is no failed check of PDF/UA-1 or PDF/A-3a in any example."""
    files = [delivery(editions, language, name) for language in LANGUAGES for name in STANDARDS]
    found = check_standards(files, vera)
    assert [outcome.faults for outcome in found.values()] == [()] * len(files)
    assert min(outcome.looked_at for outcome in found.values()) > 10_000


def test_the_books_fulfil_their_standards(built: Path, vera: VeraPDF) -> None:
    """By veraPDF there is no failed check of a standard in the books themselves."""
    editions = built / "output/editions"
    files = [delivery(editions, *which) for which in zip(BUILT, STANDARDS, strict=True)]
    found = check_standards(files, vera)
    assert [outcome.faults for outcome in found.values()] == [()] * len(files)
    assert min(outcome.looked_at for outcome in found.values()) > 100_000


@pytest.mark.parametrize("language", BUILT)
@pytest.mark.parametrize("name", ["press", "cover"])
def test_the_book_can_be_printed(
    built: Path, language: str, name: str, record_property: pytest.RecordProperty
) -> None:
    """Boxes, inks and output intent of the book are right, and many objects were looked at."""
    with pikepdf.open(delivery(built / "output/editions", language, name).path) as pdf:
        contents = [read_content(page) for page in pdf.pages]
        outcomes = [check_boxes(pdf), check_inks(pdf, contents), check_intent(pdf)]
    looked_at = {outcome.check: outcome.looked_at for outcome in outcomes}
    record_property("looked at", looked_at)
    assert [outcome.faults for outcome in outcomes] == [(), (), ()]
    assert looked_at["boxes"] == 3 * len(contents)
    assert looked_at["inks"] > (5000 if name == "press" else 20)


def test_pages_are_trimmed_to_their_size(editions: Path) -> None:
    """A page of the press is A4 within 3 mm of bleed on a sheet 10 mm wider on each side."""
    with pikepdf.open(delivery(editions, "en", "press").path) as pdf:
        page = pdf.pages[0].obj
        sizes = {
            name: tuple(round(float(edge) / POINTS, 1) for edge in page[f"/{name}Box"])
            for name in ("Trim", "Bleed", "Media")
        }
    assert sizes["Trim"] == (0, 0, 210, 297)
    assert sizes["Bleed"] == (-3, -3, 213, 300)
    assert sizes["Media"] == (-10, -10, 220, 307)


def test_the_spine_is_as_wide_as_the_leaves_are_thick(editions: Path) -> None:
    """The sheet of the cover is two pages wide, and a spine of 0.1 mm for each leaf of the book."""
    with pikepdf.open(delivery(editions, "en", "press").path) as inside:
        pages = len(inside.pages)
    assert pages % 2 == 0
    with pikepdf.open(delivery(editions, "en", "cover").path) as cover:
        left, _, right, _ = (float(edge) for edge in cover.pages[0].obj.TrimBox)
    assert (right - left) / POINTS == pytest.approx(2 * 210 + pages / 2 * 0.1, abs=0.06)


def test_the_archive_holds_the_records(editions: Path) -> None:
    """The records, the index and a manifest are inside the edition for the archive."""
    with pikepdf.open(delivery(editions, "en", "archive").path) as pdf:
        assert set(pdf.attachments) == {"records.json", "en.index.json", "manifest.json"}
        inside = pdf.attachments["records.json"].get_file().read_bytes()
        assert check_attachments(pdf).faults == ()
    assert inside == (editions.parent / "records.json").read_bytes()


def test_foreign_runs_say_their_language(editions: Path) -> None:
    """What stands in English in a Russian edition is tagged as English."""
    with pikepdf.open(delivery(editions, "ru", "screen").path) as pdf:
        languages = [
            str(entry.Lang)
            for entry in pdf.objects
            if isinstance(entry, pikepdf.Dictionary)
            and entry.get("/Type") == "/StructElem"
            and "/Lang" in entry
        ]
    assert len(languages) > 50
    assert set(languages) == {"en"}


def test_notes_and_calls_are_links_to_each_other(editions: Path) -> None:
    """Each call leads to its note, and each note back to its call."""
    with pikepdf.open(delivery(editions, "en", "screen").path) as pdf:
        targets = {
            str(link.Dest)
            for page in pdf.pages
            for link in page.obj.get("/Annots", pikepdf.Array())
            if "/Dest" in link
        }
        notes = sum(
            isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == "/Note"
            for entry in pdf.objects
        )
    assert notes > 0
    for number in range(1, notes + 1):
        assert {f"note-{number}", f"note-call-{number}"} <= targets
