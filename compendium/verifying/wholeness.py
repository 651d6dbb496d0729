"""Checks that no text of an edition is lost in its PDF, by comparison with the HTML page.

The two are compared in windows of a few consecutive words, because a page or a line may end
anywhere, and notes and running heads come between two pages of a text. Only letters and numbers
count, because each program spaces marks in its own way.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from compendium.verifying.check_outcomes import Outcome, outcome
from compendium.verifying.page_texts import PageTexts

_WINDOW = 3  # words
# So many words in a row outside all windows are lost; fewer may be words around a page break.
_LOST = 4
_SHOWN = 12  # lost words in a message
# A mark above or below a letter is drawn separately; a program may take it for the start of a word.
_BEFORE_A_MARK = re.compile(r"\s+(?=[\u064b-\u0652])")
_LATIN, _HAN = r"A-Za-z\u00c0-\u024f", r"\u3400-\u9fff\uf900-\ufaff"
# A word: letters of one script, or a number; in a script without spaces, one letter.
_WORD = re.compile(rf"[0-9]+|[{_LATIN}]+|[{_HAN}]|[^\W\d_{_LATIN}{_HAN}]+")


def check_wholeness(
    page: PageTexts, texts: Iterable[str], unseen: Iterable[tuple[int, str]]
) -> Outcome:
    """Check that a PDF contains every text of the page, as often as the page.

    Args:
        page: the HTML page of the edition.
        texts: the texts that programs extracted from the PDF; it is enough if one finds a word.
        unseen: the texts beyond the edges of pages, by the numbers of the pages.
    """
    passages = [(passage, words(passage.text)) for passage in page.passages()]
    needed = Counter(window for _, passage_words in passages for window in _windows(passage_words))
    present: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        present |= Counter(_all_windows(words(text)))
    missing = needed - present
    faults = [f"page {number}: beyond its edges: {lost}" for number, lost in unseen]
    faults += (
        f"{passage.place}: missing from the PDF: {lost}"
        for passage, passage_words in passages
        for lost in _lost(
            passage_words,
            {tuple(passage_words)} - present.keys()
            if len(passage_words) < _LOST
            else missing.keys(),
        )
    )
    return outcome("wholeness", sum(len(passage_words) for _, passage_words in passages), faults)


def words(text: str) -> list[str]:
    """The words of a text without marks, the same however a program extracted it from a page.

    >>> words("Co-operation (para. 5), ﬁrst")
    ['co', 'operation', 'para', '5', 'first']
    """
    plain = _BEFORE_A_MARK.sub("", unicodedata.normalize("NFKD", text))
    kept = "".join(
        letter for letter in plain if unicodedata.category(letter) not in ("Mn", "Cf", "Lm")
    )
    return _WORD.findall(kept.lower())


def _windows(sequence: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The windows of a text; a text shorter than a window is one itself."""
    size = min(_WINDOW, len(sequence))
    if size:
        yield from (
            tuple(sequence[start : start + size]) for start in range(len(sequence) - size + 1)
        )


def _all_windows(sequence: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for size in range(1, _WINDOW + 1):
        yield from (
            tuple(sequence[start : start + size]) for start in range(len(sequence) - size + 1)
        )


def _lost(sequence: Sequence[str], missing: Collection[tuple[str, ...]]) -> Iterator[str]:
    """The stretches of a text that no window covers."""
    covered = [False] * len(sequence)
    for start, window in enumerate(_windows(sequence)):
        if window not in missing:
            covered[start : start + len(window)] = [True] * len(window)
    stretch: list[str] = []
    for word, is_covered in zip([*sequence, ""], [*covered, True], strict=True):
        if not is_covered:
            stretch.append(word)
            continue
        if len(stretch) >= min(_LOST, len(sequence)):
            more = " …" if len(stretch) > _SHOWN else ""
            yield f"{' '.join(stretch[:_SHOWN])}{more} ({len(stretch)} words)"
        stretch = []
