"""Every check of translations: of their files, of each text beside its source, of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from compendium.checks.catalogues import check_catalogues
from compendium.checks.consistency import check_consistency
from compendium.checks.facts import FactCheck, SourceFacts
from compendium.checks.parity import copies, endings, marks, titles
from compendium.checks.terms import TermCheck, Terms
from compendium.checks.topic_orders import check_order
from compendium.checks.translated import TextFault
from compendium.checks.typography import typography
from compendium.findings import Finding, Severity
from compendium.languages.language import Language, load_language
from compendium.model.corpus import Corpus
from compendium.reading.folder import shown
from compendium.texts.markup import blanked, without_marks
from compendium.texts.terms import TERMS_FILE, read_terms
from compendium.texts.translations import Translation, Translations, read_translations
from compendium.texts.units import TextUnit, text_units

_NOTES = "P001"
_STYLE = "Y009"  # of our translations; an official text has its own


class TextCheck:
    """The checks of one text beside its source, in one language."""

    def __init__(self, source: SourceFacts, target: Language, terms: Terms) -> None:
        self._source, self._language = source.language, target
        self._facts = FactCheck(source, target)
        self._terms = TermCheck(terms, target)

    def faults(self, source: str, text: str) -> Iterator[TextFault]:
        """What is wrong with a translation of a source; what stays foreign obeys its own rules."""
        own = blanked(text)
        source, text = without_marks(source), without_marks(text)
        yield from marks(source, text)
        yield from endings(source, text, self._source, self._language)
        yield from titles(source, text, self._source, self._language)
        yield from copies(source, own)
        yield from self._facts.faults(source, text)
        yield from self._terms.faults(source, text)
        yield from typography(source, own, self._language)


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings on all translations, in order, and the number of files looked at."""

    findings: tuple[Finding, ...]
    count: int


def check_translations(root: Path, corpus: Corpus, only: str | None = None) -> Checked:
    """All findings on the translations below a folder; where it is absent, none.

    Args:
        root: the folder of translations.
        corpus: the records in their own language.
        only: the code of the one language to check.
    """
    source = load_language(corpus.language)
    units = {unit.key: unit for unit in text_units(corpus, source)}
    languages, findings = read_translations(root, corpus.language)
    if only is not None:
        languages = tuple(found for found in languages if found.language.code == only)
        folder = f"{shown(root / only)}/"
        findings = [finding for finding in findings if finding.place.file.startswith(folder)]
    terms, faults = read_terms(root / TERMS_FILE)
    findings += faults
    count = (root / TERMS_FILE).exists() + 0
    facts, found_terms = SourceFacts(source), Terms(terms)
    for translations in languages:
        check = TextCheck(facts, translations.language, found_terms)
        findings += translations.findings
        findings += check_catalogues(translations, units)
        findings += check_order(translations, corpus.topics)
        findings += _check_texts(translations, units, check)
        count += len(translations.files) + len(translations.findings)
    return Checked(tuple(sorted(set(findings))), count)


def _check_texts(
    translations: Translations, units: dict[str, TextUnit], check: TextCheck
) -> Iterator[Finding]:
    texts = translations.translated(units)
    for text in texts:
        for fault in check.faults(text.source, text.text):
            if not (text.official and fault.code == _STYLE):
                yield _finding(text, fault)
    yield from check_consistency(texts)


def _finding(text: Translation, fault: TextFault) -> Finding:
    """A finding; an official text is as it was adopted, so only lost notes are an error in it."""
    message = f"{text.key}: {fault.message}"
    severity = fault.severity
    if text.official and fault.code != _NOTES:
        severity = Severity.WARNING
    return Finding(text.place, fault.code, message, fault.remedy, severity)
