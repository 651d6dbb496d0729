"""Checks that every reader finds document symbols and locators in a PDF as they are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from compendium.verifying.check_outcomes import Outcome, outcome
from compendium.verifying.page_texts import PageTexts

LEAST = 0.99  # the least share of symbols and of locators that each reader must find
_RUN = re.compile(r"[A-Za-z0-9./]+")  # the usual characters of a symbol or locator
_NAMED = 5  # of the missing ones, in a message


def check_findable(page: PageTexts, texts: Mapping[str, str]) -> Outcome:
    """Check that the text that each program extracts has the symbols and locators of a page.

    Args:
        page: the HTML page of the edition, which is made from the same records.
        texts: the text that each program extracted, by the name of the program.
    """
    kinds = {"document symbols": page.symbols, "locators": page.locators}
    looked_at = len(texts) * sum(expected.total() for expected in kinds.values())
    return outcome("findable", looked_at, _short(kinds, texts))


def _short(kinds: Mapping[str, Counter[str]], texts: Mapping[str, str]) -> Iterator[str]:
    for reader, text in texts.items():
        for kind, expected in kinds.items():
            missing = expected - count(expected, text)
            found_count, expected_count = expected.total() - missing.total(), expected.total()
            if found_count < LEAST * expected_count:
                examples = ", ".join(list(missing)[:_NAMED])
                yield f"{reader} finds {found_count} of {expected_count} {kind}; not {examples}"


def count(names: Iterable[str], text: str) -> Counter[str]:
    """Count symbols or locators in a text, but not parts of longer ones.

    >>> count(["I.7", "A/1"], "I.7 and I.7.a, (I.7). A/1; A/10, A/1/2")
    Counter({'I.7': 2, 'A/1': 1})
    """
    runs = Counter(run.strip(".") for run in _RUN.findall(text))
    return Counter(
        {name: runs[name] if _RUN.fullmatch(name) else text.count(name) for name in names}
    )
