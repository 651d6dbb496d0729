"""Nothing of an edition is lost in its PDF: every text of the HTML page stands in it.

The two are compared word by word, in windows of a few words that follow each other, since a page or
a line may end anywhere, and notes and running heads stand between two pages of a text. Letters and
numbers count: each program spaces marks in its own way.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from compendium.verifying.check_outcomes import Outcome, outcome
from compendium.verifying.page_texts import PageTexts

_WINDOW = 3  # words
# So many words in a row that stand in no window are lost; fewer are two words that a page parts.
_LOST = 4
_TOLD = 12  # words of what is lost
# A mark above or below a letter is drawn by itself; a program may take it for the start of a word.
_BEFORE_A_MARK = re.compile(r"\s+(?=[\u064b-\u0652])")
_LATIN, _HAN = r"A-Za-z\u00c0-\u024f", r"\u3400-\u9fff\uf900-\ufaff"
# A word: letters of one script, or a number; of a script without spaces, one letter.
_WORD = re.compile(rf"[0-9]+|[{_LATIN}]+|[{_HAN}]|[^\W\d_{_LATIN}{_HAN}]+")


def check_wholeness(
    page: PageTexts, texts: Iterable[str], unseen: Iterable[tuple[int, str]]
) -> Outcome:
    """Every text of the page stands in a PDF, as often as there.

    Args:
        page: the HTML page of the edition.
        texts: what each program took from the PDF; what one of them finds is there.
        unseen: what stands beyond the edges of pages, by their numbers.
    """
    passages = [(passage, words(passage.text)) for passage in page.passages()]
    needed = Counter(window for _, of in passages for window in _windows(of))
    there: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        there |= Counter(_all_windows(words(text)))
    short = needed - there
    faults = [f"page {number}: beyond its edges: {lost}" for number, lost in unseen]
    faults += (
        f"{passage.place}: missing from the PDF: {lost}"
        for passage, of in passages
        for lost in _lost(of, {tuple(of)} - there.keys() if len(of) < _LOST else short.keys())
    )
    return outcome("wholeness", sum(len(of) for _, of in passages), faults)


def words(text: str) -> list[str]:
    """The words of a text without their marks, the same however a program took it from a page.

    >>> words("Co-operation (para. 5), ﬁrst")
    ['co', 'operation', 'para', '5', 'first']
    """
    plain = _BEFORE_A_MARK.sub("", unicodedata.normalize("NFKD", text))
    kept = "".join(
        letter for letter in plain if unicodedata.category(letter) not in ("Mn", "Cf", "Lm")
    )
    return _WORD.findall(kept.lower())


def _windows(of: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The windows of a text; one that is shorter is a window itself."""
    size = min(_WINDOW, len(of))
    if size:
        yield from (tuple(of[at : at + size]) for at in range(len(of) - size + 1))


def _all_windows(of: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for size in range(1, _WINDOW + 1):
        yield from (tuple(of[at : at + size]) for at in range(len(of) - size + 1))


def _lost(of: Sequence[str], missing: Collection[tuple[str, ...]]) -> Iterator[str]:
    """The stretches of a text of which no window was found."""
    covered = [False] * len(of)
    for at, window in enumerate(_windows(of)):
        if window not in missing:
            covered[at : at + len(window)] = [True] * len(window)
    stretch: list[str] = []
    for word, there in zip([*of, ""], [*covered, True], strict=True):
        if not there:
            stretch.append(word)
            continue
        if len(stretch) >= min(_LOST, len(of)):
            more = " …" if len(stretch) > _TOLD else ""
            yield f"{' '.join(stretch[:_TOLD])}{more} ({len(stretch)} words)"
        stretch = []
