"""Every check of translations: of their files, of each text beside its source, of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from compendium.checks.fault import Fault
from compendium.checks.sound_texts import SoundTexts
from compendium.checks.translations.agreed_terms import TermCheck, Terms
from compendium.checks.translations.catalogue_keys import check_catalogues
from compendium.checks.translations.consistency import check_consistency
from compendium.checks.translations.fact_parity import FactCheck
from compendium.checks.translations.parity import (
    check_copies,
    check_endings,
    check_marks,
    check_titles,
)
from compendium.checks.translations.terms import TERMS_FILE, read_terms
from compendium.checks.translations.topic_orders import check_order
from compendium.checks.translations.translated_texts import (
    Translation,
    Translations,
    read_language,
    read_translations,
)
from compendium.checks.translations.typography import check_typography
from compendium.findings import Finding, Severity
from compendium.languages.language import Language, load_language
from compendium.model.corpus import Corpus
from compendium.model.markup import blanked, without_marks
from compendium.texts.fact_differences import SourceFacts
from compendium.texts.text_units import TextUnit, text_units
from compendium.texts.textset import entries_of

_NOTES = "P001"
_STYLE = "Y009"  # of our translations; an official text has its own


class TranslationCheck:
    """The checks of one text beside its source, in one language."""

    def __init__(self, source: SourceFacts, target: Language, terms: Terms) -> None:
        self._source, self._language = source.language, target
        self._facts = FactCheck(source, target)
        self._terms = TermCheck(terms, target)
        languages = (source.language.model_dump_json(), target.model_dump_json())
        self._sound = SoundTexts("translations", *languages, terms.fingerprint(target))

    def faults(self, source: str, text: str) -> Iterator[Fault]:
        """What is wrong with a translation of a source; what stays foreign obeys its own rules."""
        without_foreign = blanked(text)
        source, text = without_marks(source), without_marks(text)
        yield from check_marks(source, text)
        yield from check_endings(source, text, self._source, self._language)
        yield from check_titles(source, text, self._source, self._language)
        yield from check_copies(source, without_foreign)
        yield from self._facts.faults(source, text)
        yield from self._terms.faults(source, text)
        yield from check_typography(source, without_foreign, self._language)

    def faults_of(self, texts: Iterable[Translation]) -> Iterator[tuple[Translation, list[Fault]]]:
        """The translations with faults, each with its faults."""
        for text in texts:
            if self._sound.knows(text.source, text.text):
                continue
            if faults := list(self.faults(text.source, text.text)):
                yield text, faults
            else:
                self._sound.add(text.source, text.text)
        self._sound.save()


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings on all translations, in order, and the number of files looked at."""

    findings: tuple[Finding, ...]
    count: int


@dataclass(frozen=True, slots=True)
class CheckedLanguage:
    """The findings on the translations into one language, in order, and its entries by key.

    The entries are worth nothing where a finding is an error.
    """

    findings: tuple[Finding, ...]
    entries: Mapping[str, polib.POEntry]


class _Records:
    """The records beside which translations are checked, with the terms to use."""

    def __init__(self, root: Path, corpus: Corpus) -> None:
        source = load_language(corpus.language)
        self.units = {unit.key: unit for unit in text_units(corpus, source)}
        self._topics = corpus.topics
        terms, self.faults = read_terms(root / TERMS_FILE)
        self._facts, self._terms = SourceFacts(source), Terms(terms)

    def findings(self, translations: Translations) -> Iterator[Finding]:
        """The findings on one language."""
        check = TranslationCheck(self._facts, translations.language, self._terms)
        yield from translations.findings
        yield from check_catalogues(translations, self.units)
        yield from check_order(translations, self._topics)
        yield from _check_texts(translations, self.units, check)


def check_translations(root: Path, corpus: Corpus) -> Checked:
    """All findings on the translations below a folder; where it is absent, none."""
    records = _Records(root, corpus)
    languages, findings = read_translations(root, corpus.language)
    findings += records.faults
    count = (root / TERMS_FILE).exists() + 0
    for translations in languages:
        findings += records.findings(translations)
        count += len(translations.files) + len(translations.findings)
    return Checked(tuple(sorted(set(findings))), count)


def check_language(root: Path, corpus: Corpus, code: str) -> CheckedLanguage:
    """Check what one language has for some records, such as those of an edition.

    Editions share catalogues, so a key that is none of these records is no finding here (C005).
    """
    records = _Records(root, corpus)
    names = {unit.catalogue for unit in records.units.values()}
    translations = read_language(root / code, names)
    of_language = {*records.faults, *records.findings(translations)}
    findings = tuple(sorted(finding for finding in of_language if finding.code != "C005"))
    return CheckedLanguage(findings, entries_of(translations.files, records.units.values()))


def _check_texts(
    translations: Translations, units: dict[str, TextUnit], check: TranslationCheck
) -> Iterator[Finding]:
    texts = translations.translated(units)
    for text, faults in check.faults_of(texts):
        for fault in faults:
            if not (text.official and fault.code == _STYLE):
                yield _finding(text, fault)
    yield from check_consistency(texts)


def _finding(text: Translation, fault: Fault) -> Finding:
    """A finding; an official text is as it was adopted, so only lost notes are an error in it."""
    message = f"{text.key}: {fault.message}"
    severity = fault.severity
    if text.official and fault.code != _NOTES:
        severity = Severity.WARNING
    return Finding(text.place, fault.code, message, fault.remedy, severity)
