"""The steps from the documents of a new meeting to rebuilt editions; each can be repeated."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import click

from compendium.adding.acceptance import uncovered
from compendium.adding.checks import Checked, check_catalogues, check_records, check_sources
from compendium.adding.meeting_documents import Imported, import_document, keys_of, read_documents
from compendium.adding.rebuilt_editions import build, build_command, changes_by, write_changes
from compendium.adding.topic_assignment import accept, suggest_for, without_topics
from compendium.adding.translators import (
    OPEN,
    collect_records,
    hand_over,
    languages_of,
    merge_catalogues,
    records_file,
)
from compendium.adding.way import Way
from compendium.changes.report_forms import as_text
from compendium.cli.imported import say_findings, say_outcome, telling_characters
from compendium.cli.saying import say_line
from compendium.importing.received import Received
from compendium.importing.run import Run
from compendium.reporting import finding_lines, summary


class NeedsDecision(Exception):  # noqa: N818 - not an error: a person continues
    """A person has to decide something before the steps continue."""


@dataclass(slots=True)
class Steps:
    """The choices of the editor, the run of imports with its sources, and the results of the steps.

    Every step raises `NeedsDecision` if a person has to decide something first.
    """

    way: Way
    run: Run
    documents: Sequence[Received] = ()
    keys: frozenset[str] = frozenset()
    languages: tuple[str, ...] = ()

    def import_documents(self, names: Iterable[str]) -> None:
        """Import every document."""
        way, sources = self.way, self.run.sources
        self._whole_sources()
        with telling_characters():
            self.documents = read_documents(names, way.editor_input, sources.language)
        imported: list[Imported] = []
        for document in self.documents:
            folders = ("--output", way.sources, "--translations", way.translations)
            _show("import", document.path, *self._options_for(document), *folders)
            result = import_document(way, document, self.run)
            say_findings(document.strange)
            say_outcome(result.done)
            _decide(result.decision)
            imported.append(result)
        self.keys = keys_of(imported, way, sources.reading)

    def _options_for(self, document: Received) -> Iterable[object]:
        """The options with which `import` does the same by hand."""
        editor_input = self.way.editor_input
        if document.language == self.run.sources.language:
            return editor_input.options
        symbol = ("--symbol", editor_input.symbol) if editor_input.symbol else ()
        return ("--language", document.language, *symbol)

    def check_records(self) -> None:
        """Check the records, and print the findings on the new gatherings."""
        self._whole_sources()
        _tell(check_records(self.run.sources, self.keys), "compendium check --all lists them")

    def _whole_sources(self) -> None:
        checked = check_sources(self.run.sources)
        if checked.findings:
            _tell(checked)
            _decide("correct the faults above")

    def assign_topics(self) -> None:
        """Suggest topics for paragraphs without any, and assign as many as the editor accepts."""
        sources, keys = self.run.sources, self.keys
        if not uncovered(sources.reading, keys):
            click.echo("the index refers to every paragraph")
            return
        for suggested in suggest_for(sources, keys):
            folder = ("--sources", self.way.sources)
            _show("suggest", *folder, "--gathering", suggested.gathering, "--write")
            click.echo(f"paragraphs without topics: {suggested.paragraphs}")
            for path in suggested.files:
                say_line(f"{path}: suggestions written as comments")
        topic_count = self.way.accept if self.way.accept is not None else _ask_how_many()
        for path in accept(sources, keys, topic_count) if topic_count else ():
            say_line(f"{path}: the {topic_count} most likely topics of each paragraph accepted")
        _decide(without_topics(sources, keys))

    def merge_catalogues(self) -> None:
        """Update the catalogues, and check them."""
        way, sources = self.way, self.run.sources
        self.languages = languages_of(way, sources.language, self.documents)
        _show("collect", "--sources", way.sources, "--output", records_file(way))
        collect_records(way, sources)
        if self.languages:
            folders = ("--records", records_file(way), "--translations", way.translations)
            _show("merge", *folders, *self.languages)
            merged = merge_catalogues(way, sources, self.languages)
            for line in merged.report:
                click.echo(line)
            say_findings(merged.doubled)
        _tell(check_catalogues(way, sources), "compendium check --all lists them")

    def hand_over(self) -> None:
        """Write files for the translators of each language with missing texts."""
        way = self.way
        folders = ("--translations", way.translations, "--output", way.output / "handover")
        for handed_over in hand_over(way, self.run.sources, self.languages):
            if not handed_over.lacking:
                click.echo(f"{handed_over.language}: no text is missing")
                for path in handed_over.removed:
                    say_line(f"{path}: removed, because it is from an earlier run")
                continue
            click.echo(f"{handed_over.language}: {handed_over.lacking} texts to translate")
            only = ("--only", ",".join(sorted(OPEN)), "--records", records_file(way))
            _show("handover", "--language", handed_over.language, *only, *folders)
            click.echo("\n".join(handed_over.written))

    def build_editions(self) -> None:
        """Build the editions with the workflow, in the folder of the project."""
        command = build_command(self.way)
        click.echo(f"-- {' '.join(command)}")
        sys.stdout.flush()
        build(command, os.environ)

    def report_changes(self) -> None:
        """Print the changes through the new gatherings, and write the report."""
        changes = changes_by(self.run.sources, self.keys)
        click.echo(as_text(changes), nl=False)
        for path in write_changes(changes, self.way):
            say_line(f"{path}: written")


def _ask_how_many() -> int:
    """Ask at a terminal; elsewhere, accept nothing."""
    if not sys.stdin.isatty():
        return 0
    question = "How many of the most likely topics should each paragraph get (0: I choose myself)?"
    answer: int = click.prompt(question, type=click.IntRange(min=0), default=0, err=True)
    return answer


def _show(*arguments: object) -> None:
    """Print the command that does the same by hand."""
    say_line(f"-- compendium {shlex.join(map(str, arguments))}")


def _tell(checked: Checked, more: str = "") -> None:
    """Print the findings of a check, and stop at errors."""
    if checked.shown:
        click.echo(finding_lines(checked.shown))
    click.echo(f"{summary(checked.findings, checked.files)}{f' ({more})' if more else ''}")
    _decide(checked.decision if more else "")


def _decide(decision: str) -> None:
    if decision:
        raise NeedsDecision(decision)
