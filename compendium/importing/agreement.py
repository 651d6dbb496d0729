"""Checks that a document is in its language, and belongs to the record that takes its texts."""

from __future__ import annotations

from compendium.documents.document_facts import DocumentFacts
from compendium.documents.original import Original
from compendium.errors import InputError
from compendium.importing.identity import EditorInput
from compendium.languages.language import Language, load_language
from compendium.model.gatherings import Meeting, Session

_ENDING = 3  # letters in which the forms of one word may differ


def check_language(original: Original, language: Language, found: str | None) -> None:
    """Check that a document is in a language.

    Args:
        original: the document.
        language: the language given for it.
        found: the code of the language of its text, if one is recognized.

    Raises:
        InputError: if it is not, or if the file declares another language.
    """
    if original.language and found and original.language != found:
        raise InputError(
            f"{original.file}: the file says that its language is {original.language}, but its "
            f"text is {load_language(found).english_name}",
            remedy="see which of the two is wrong, and get the document again",
        )
    if found == language.code:
        return
    if found is None:
        raise InputError(
            f"{original.file}: the language of its text could not be recognized; "
            f"{language.english_name} was expected",
            remedy="check which document it is; the text of a short one may not be enough",
        )
    raise InputError(
        f"{original.file}: its text is {load_language(found).english_name}, not "
        f"{language.english_name}",
        remedy=f"get the document in {language.english_name}, or import it with --language {found}",
    )


def check_agreement(
    facts: DocumentFacts,
    editor_input: EditorInput,
    gathering: Meeting | Session,
    name: str | None,
    original: Original,
) -> None:
    """Compare body, symbol and dates with the record, as far as the document states them.

    Args:
        facts: the facts that the document states about itself.
        editor_input: the facts that the editor gave; they take precedence over the document.
        gathering: the gathering whose record it is by its symbol.
        name: the name of the body in the language of the document, if there is one.
        original: the document, for messages.

    Raises:
        InputError: if they contradict each other; then nothing may be taken.
    """
    if editor_input.body not in {None, gathering.body}:
        _refuse(original, f"of {editor_input.body}", f"of {gathering.body}", "correct --body")
    confirm = f"say --body {gathering.body}"
    if not (editor_input.body or facts.body is None or name is None or is_name(facts.body, name)):
        _refuse(original, f"of the {facts.body}", f"of the {name}", confirm)
    printed = facts.symbol if editor_input.symbol and not facts.symbol_from_name else None
    if not editor_input.body and printed not in {None, editor_input.symbol}:
        _refuse(original, f"with the symbol {printed}", f"that of {editor_input.symbol}", confirm)
    own = (gathering.dates.first, gathering.dates.last)
    if editor_input.first is None and facts.dates is not None and facts.dates != own:
        said, held = (" to ".join(map(str, dates)) for dates in (facts.dates, own))
        _refuse(original, f"of {said}", f"of {held}", f"say --first {own[0]} --last {own[1]}")


def check_body(printed: str, recorded: str, original: Original) -> None:
    """Check that the title of a document names no other body than that of the record.

    Args:
        printed: the English name of the body that the title names; empty if none is known.
        recorded: the English name of the body of the record.
        original: the document, for messages.

    Raises:
        InputError: if both are known and differ; then nothing may be taken.
    """
    if printed and recorded and printed != recorded:
        _refuse(original, f"of the {printed}", f"of the {recorded}", "say --body")


def _refuse(original: Original, printed: str, recorded: str, remedy: str) -> None:
    raise InputError(
        f"{original.file}: it is a document {printed}, and the record is {recorded}",
        remedy=f"check which document it is; where it is the right one, {remedy}",
    )


def is_name(printed: str, name: str) -> bool:
    """Whether a title names a body, in any grammatical case of its language.

    >>> is_name("Рабочей группы по торговле людьми", "Рабочая группа по торговле людьми")
    True
    """
    words, own = printed.casefold().split(), name.casefold().split()
    return len(words) == len(own) and all(map(_is_form, words, own))


def _is_form(word: str, other: str) -> bool:
    """Whether two words are forms of one word; in scripts without capitals only equal words are."""
    if word == other:
        return True
    stem = max(len(word), len(other)) - _ENDING
    return word.upper() != word and stem > 0 and word[:stem] == other[:stem]
