"""The steps from the sources to the page of one edition, with the functions of the commands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from compendium.changes.change import Changes
from compendium.changes.earlier import earlier_state
from compendium.changes.state_comparison import Snapshot, compare
from compendium.checks import check_language
from compendium.composing.document import compose_document, edition_context
from compendium.composing.pandoc_ast import Element
from compendium.errors import FindingsError, InputError
from compendium.findings import Finding, Severity
from compendium.indexing.entries import make_index
from compendium.languages.language import load_language
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition
from compendium.reading import Reading
from compendium.reading.one_file import load_one
from compendium.reading.records import find_edition
from compendium.rendering.composed_document import ComposedDocument
from compendium.rendering.edition_forms import screen_html
from compendium.settings import BuildSettings
from compendium.texts.order import ORDER_FILE, with_topics_in_order
from compendium.texts.textset import Languages, TextSet, localise, source_set


@dataclass(frozen=True, slots=True)
class Project:
    """The folders and the file of a project, and which of its editions is shown.

    `language` is the code of the language; None means that of the records. `edition` is the key
    of the edition; None means the first one in the settings.
    """

    sources: Path
    translations: Path
    templates: Path
    config: Path
    language: str | None = None
    edition: str | None = None


@dataclass(frozen=True, slots=True)
class Composed:
    """The composed document of an edition, and the findings on its translation."""

    edition: str
    language: str
    document: Element
    findings: tuple[Finding, ...]


def check_project(project: Project) -> None:
    """Check what no edit of a source can mend: the folders, the settings, the language.

    Raises:
        InputError: if a folder is missing, the settings have a fault, or the language is unknown.
    """
    for folder, option in ((project.sources, "--sources"), (project.templates, "--templates")):
        if not folder.is_dir():
            raise InputError(f"{folder}: no such folder", remedy=f"name the folder with {option}")
    load_one(project.config, BuildSettings)
    if project.language is not None:
        load_language(project.language)


def compose(project: Project, reading: Reading) -> Composed:
    """Compose the edition of a project from its sources, as `collect` to `compose` do.

    Raises:
        FindingsError: if the translation has errors.
        UserError: if a step cannot do its work.
    """
    settings = load_one(project.config, BuildSettings)
    whole = reading.corpus
    edition = find_edition(whole, project.edition or settings.editions[0])
    corpus = whole.of_edition(edition)
    language = project.language or corpus.language
    text_set, findings = _texts(project.translations, corpus, language)
    translated = find_edition(text_set.corpus, edition.key)
    context = edition_context(
        text_set, translated, settings.document_address, _changes(reading, whole, edition)
    )
    index = make_index(context.texts.corpus, translated, context.language)
    document = compose_document(translated, index, context)
    return Composed(edition.key, language, document, findings)


def page_html(project: Project, file: Path, language: str) -> str:
    """Write the page of a composed document, as `html` does.

    Raises:
        UserError: if a template, a style sheet or a setting has a fault.
    """
    settings = load_one(project.config, BuildSettings)
    others = [load_language(code) for code in settings.languages if code != language]
    return screen_html(ComposedDocument(file), project.templates, settings, others)


def _texts(root: Path, corpus: Corpus, language: str) -> tuple[TextSet, tuple[Finding, ...]]:
    """The texts of a language, and the findings on them."""
    load_language(language)
    if language == corpus.language:
        return source_set(corpus, language), ()
    checked = check_language(root, corpus, language)
    if stops(checked.findings):
        raise FindingsError(checked.findings, 0)
    text_set = localise(corpus, checked.entries, Languages(corpus.language, language))
    return with_topics_in_order(text_set, root / language / ORDER_FILE), checked.findings


def _changes(reading: Reading, corpus: Corpus, edition: Edition) -> Changes | None:
    """The changes for the page of changes, if the edition has one."""
    if edition.new_since is None or edition.published_from is None:
        return None
    before = earlier_state(edition.key, reading, corpus)
    after = Snapshot("now", corpus, reading.errata, reading.documents)
    return compare(before, after, load_language(corpus.language))


def stops(findings: Sequence[Finding]) -> bool:
    """Whether findings stop a build: one of them is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
