"""The page that the preview shows, made in one process."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.previewing.changed_paragraphs import changed_paragraphs
from compendium.previewing.edition_steps import Project
from compendium.previewing.page_making import Outcome, Page, PageMaker
from support.commands import run
from support.edited_project import Desk

RECORD = "sources/lk/01-2011.yaml"


def page_of(outcome: Outcome) -> Page:
    """The page of an outcome that has one."""
    assert outcome.page is not None, (outcome.findings, outcome.error)
    return outcome.page


def by_commands(folder: Path, language: str) -> str:
    """The page that the commands make, one after the other."""
    run("collect", "--edition", "compendium", "--output", "r.json")
    run("localise", "--records", "r.json", "--language", language, "--output", "t.json")
    edition = ("--texts", "t.json", "--edition", "compendium")
    run("index", *edition, "--output", "i.json")
    run("compose", *edition, "--index", "i.json", "--output", "d.json")
    others = [part for code in ("en", "fr", "ar") if code != language for part in ("--other", code)]
    run("html", "--document", "d.json", *others, "--output", "p.html")
    return (folder / "p.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_is_that_of_the_commands(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """The preview shows the very page that a build makes, in the language asked for."""
    desk = Desk(root, tmp_path / "project", language)
    with PageMaker(desk.project, tmp_path) as maker:
        page = page_of(maker.make())
    monkeypatch.chdir(desk.folder)
    assert page.html == by_commands(desk.folder, language)


def test_edits_and_faults(desk: Desk, maker: PageMaker) -> None:
    """An edit changes its paragraph; a fault leaves no page, but findings, until it is undone."""
    first = page_of(maker.make())
    desk.edit(RECORD, "ten years", "twelve years")
    edited = page_of(maker.make())
    assert changed_paragraphs(first.paragraphs, edited.paragraphs) == ("lk.1.4",)
    assert "twelve years" in edited.html
    for fault, code in (("ordinal: [1", "F003"), ("ordinal: one", "F007"), ("ordinal: 8", "F010")):
        desk.edit(RECORD, "ordinal: 1", fault)
        broken = maker.make()
        assert broken.page is None
        assert code in {finding.code for finding in broken.findings}, broken.findings
        desk.undo()
        desk.edit(RECORD, "ten years", "twelve years")
    desk.edit(RECORD, "topics: [keepers.welfare]", "topics: [keepers.wages]")
    unknown = maker.make()
    assert unknown.page is None
    assert [finding.place.line for finding in unknown.findings if finding.code == "R001"] == [50]
    desk.undo()
    assert page_of(maker.make()).html == first.html


def test_faults_without_a_place(desk: Desk, maker: PageMaker) -> None:
    """A fault of a template or of the settings is an error to show, and the next page is made."""
    desk.edit("templates/screen.html", "$body$", "")
    template = maker.make()
    assert template.page is None
    assert template.error is not None
    assert "`$body$` is not in it" in template.error.message
    desk.undo()
    desk.edit("config/config.yaml", "accent", "acent")
    settings = maker.make()
    assert settings.error is not None
    assert "config.yaml" in settings.error.message
    desk.undo()
    assert maker.make().page is not None


def test_what_is_missing_is_said(desk: Desk, tmp_path: Path) -> None:
    """An unknown language or edition, and sources that are gone, are errors with a remedy."""
    folders = (desk.project.sources, desk.project.translations, desk.project.templates)
    for project, message in (
        (Project(*folders, desk.project.config, "xx"), "there is no language 'xx'"),
        (Project(*folders, desk.project.config, edition="other"), "there is no edition 'other'"),
        (Project(tmp_path / "none", *folders[1:], desk.project.config), "no such folder"),
    ):
        with PageMaker(project, tmp_path) as maker:
            error = maker.make().error
        assert error is not None
        assert message in error.message
        assert error.remedy
