"""Reads a document once: its language, its facts, the adopted texts, every doubt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NoReturn

from compendium.documents.adopted import read_adopted
from compendium.documents.content import DocumentContent
from compendium.documents.document_facts import DocumentFacts, read_facts
from compendium.documents.doubted import Doubt
from compendium.documents.formats import read_original
from compendium.documents.language_recognition import language_of
from compendium.documents.reports import section_titles
from compendium.documents.shown_characters import strange_characters
from compendium.documents.word_changes import Changes
from compendium.documents.words import report_words
from compendium.errors import ExitCode, InputError
from compendium.findings import Finding, Severity
from compendium.importing.agreement import check_language
from compendium.importing.doubts import LOST, NOT_SHOWN, OF_FORMAT, OF_TEXT, doubts
from compendium.importing.identity import EditorInput, Known, body_of
from compendium.importing.not_official import NOT_OFFICIAL, says_not_official
from compendium.languages.language import Language, load_language
from compendium.printable import escaped
from compendium.reporting import count

_MOST_HEADINGS = 12  # headings shown in a message
_SETTLE = "get the document as it was issued, or say --changes accept or --changes reject"
_SHOWN = "get the document as it was issued, or say --changes accept: only what is shown counts"


class UnrecordableError(InputError):
    """A document with characters that no record can contain, each reported as a finding."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("no record can hold these characters; nothing was written")
        self.findings = findings


@dataclass(frozen=True)
class Received:
    """A document as read.

    `language` is the code of its language; `strange` are its characters that have no meaning;
    `wanted` are the headings that were searched for, if no adopted texts were found; `settled`
    means that an editor decided whether tracked changes count.
    """

    path: Path
    language: str
    facts: DocumentFacts
    adopted: DocumentContent
    strange: tuple[Finding, ...] = ()
    wanted: str = ""
    settled: bool = False

    @cached_property
    def doubts(self) -> tuple[Finding, ...]:
        """Every doubt about the document as read."""
        return (*doubts(self.adopted), *says_not_official(self.adopted))

    @property
    def lost(self) -> tuple[Finding, ...]:
        """The content of the document that was not read; if there is any, none may be official."""
        return tuple(finding for finding in self.doubts if finding.code in LOST)

    @property
    def unsettled(self) -> tuple[Finding, ...]:
        """The open questions that keep a text from being official: tracked or hidden words."""
        original = self.adopted.original
        doubted = {one.doubt for one in (*original.doubted, *self.adopted.doubted)}
        findings = []
        if Doubt.UNSETTLED in doubted:
            findings.append(
                original.finding(
                    "I051",
                    0,
                    "changes are tracked in it, and nobody said whether they count; nothing of it "
                    "is taken",
                    _SETTLE,
                    error=True,
                )
            )
        if doubted & NOT_SHOWN and not self.settled:
            findings.append(
                original.finding(
                    "I060",
                    0,
                    "words in it are hidden or struck through, and nobody said whether they count; "
                    "nothing of it is taken",
                    _SHOWN,
                    error=True,
                )
            )
        return tuple(findings)

    @property
    def not_official(self) -> tuple[Finding, ...]:
        """The finding that the document calls itself a draft or unofficial.

        In that case nothing of the document may be official.
        """
        return tuple(
            replace(
                finding,
                severity=Severity.ERROR,
                message=f"{finding.message}; nothing of it is taken",
            )
            for finding in self.doubts
            if finding.code == NOT_OFFICIAL
        )

    @property
    def of_its_format(self) -> tuple[Finding, ...]:
        """The doubts of its format, in any language: words, their order, their division.

        An annex that is left out is an error, because nobody reads a translation to add it by hand.
        """
        return tuple(
            replace(finding, severity=Severity.ERROR) if finding.code == "I008" else finding
            for finding in self.doubts
            if finding.code in OF_FORMAT
        )

    @property
    def doubtful_lines(self) -> frozenset[int]:
        """The lines whose texts are in doubt."""
        doubted = (*self.adopted.original.doubted, *self.adopted.doubted)
        return frozenset(one.line for one in doubted if one.doubt in OF_TEXT) - {0}

    def without_lines(self) -> Received:
        """The same document with the texts read, but without the lines that they were read from.

        Findings name their places as before.
        """
        original = self.adopted.original
        bare = replace(
            original,
            lines=tuple(replace(line, text="", said=None, made="") for line in original.lines),
            heads=(),
            shown="",
        )
        adopted = replace(self.adopted, original=bare, left={}, left_out=())
        slight = replace(self, adopted=adopted)
        slight.__dict__["doubts"] = self.doubts  # the doubts refer to the lines
        return slight

    def refuse_empty(self, known: Known | None = None) -> None:
        """Check that there are adopted texts; report first if the document is of another body.

        Args:
            known: the bodies, if their names are in the language of the document.

        Raises:
            InputError: if nothing was found.
        """
        if not self.wanted:
            return
        if known is not None and self.facts.body is not None:
            body_of(self.facts, EditorInput(), known, self.adopted.original.file)
        raise InputError(
            f"{self.path}: neither recommendations nor resolutions or decisions were found in it",
            remedy=self.wanted,
        )


def receive(
    path: Path, language: str | None, symbol: str | None, changes: Changes = Changes.ASSUME
) -> Received:
    """Read a document.

    Args:
        path: its file.
        language: the given language; if none is given, that of its text.
        symbol: its document symbol, if an editor gives it.
        changes: what to do with tracked changes, which a Word file may have.

    Raises:
        InputError: if it cannot be read, or is in another language or an unknown one.
        UnrecordableError: if it contains characters that no record can contain.
    """
    original = read_original(path, changes)
    strange = tuple(strange_characters(original))
    if count(strange, Severity.ERROR):
        raise UnrecordableError(strange)
    code = language_of("\n".join(line.text for line in original.lines))
    own = load_language(language or code or _unrecognized(path))
    check_language(original, own, code)
    facts = read_facts(original, own, path)
    adopted = read_adopted(original, own, symbol or facts.symbol)
    wanted = "" if adopted.holds_something else _looked_for(adopted, own)
    settled = changes is not Changes.ASSUME
    return Received(path, own.code, facts, adopted, strange, wanted, settled)


def _unrecognized(path: Path) -> NoReturn:
    raise InputError(
        f"{path}: the language of its text is not recognized",
        remedy=f"say it: before the name of the file, such as es:{path}, for a new meeting; "
        "with --language for an import",
    )


def _looked_for(adopted: DocumentContent, language: Language) -> str:
    """The headings of sections with recommendations, and the headings in the document."""
    words = report_words(language)
    seen = section_titles((line.text for line in adopted.original.lines), words)
    wanted = ", ".join(sorted(words.recommendations))
    headings = ", ".join(seen[:_MOST_HEADINGS]) or "none"
    return (
        "check that it is the report or the resolution itself, in full; sections looked for: "
        f"{wanted}; sections seen: {escaped(headings)}"
    )
