"""Document symbols and locators are found in a PDF as they are written, whoever looks for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from compendium.verifying.check_outcomes import Outcome, outcome
from compendium.verifying.page_texts import PageTexts

LEAST = 0.99  # of the symbols and of the locators, for each reader
_RUN = re.compile(r"[A-Za-z0-9./]+")  # what a symbol or locator is made of, if of nothing rarer
_NAMED = 5  # of those that are not found


def check_findable(page: PageTexts, texts: Mapping[str, str]) -> Outcome:
    """The symbols and locators of a page are in what each program takes from its PDF.

    Args:
        page: the HTML page of the edition, which comes of the same records.
        texts: what each program took, by its name.
    """
    kinds = {"document symbols": page.symbols, "locators": page.locators}
    looked_at = len(texts) * sum(wanted.total() for wanted in kinds.values())
    return outcome("findable", looked_at, _short(kinds, texts))


def _short(kinds: Mapping[str, Counter[str]], texts: Mapping[str, str]) -> Iterator[str]:
    for reader, text in texts.items():
        for kind, wanted in kinds.items():
            missing = wanted - count(wanted, text)
            found, all_ = wanted.total() - missing.total(), wanted.total()
            if found < LEAST * all_:
                named = ", ".join(list(missing)[:_NAMED])
                yield f"{reader} finds {found} of {all_} {kind}; not {named}"


def count(wanted: Iterable[str], text: str) -> Counter[str]:
    """How often symbols or locators stand in a text, and not as parts of others.

    >>> count(["I.7", "A/1"], "I.7 and I.7.a, (I.7). A/1; A/10, A/1/2")
    Counter({'I.7': 2, 'A/1': 1})
    """
    runs = Counter(run.strip(".") for run in _RUN.findall(text))
    return Counter({one: runs[one] if _RUN.fullmatch(one) else text.count(one) for one in wanted})
