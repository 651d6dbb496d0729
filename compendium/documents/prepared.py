"""Lines of a document made tidy, with each heading in a separate line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from compendium.documents.original import Line, Style
from compendium.model.markup import wholly_emphasised
from compendium.model.record_numbers import OF_SESSION, OF_YEAR, as_number

_NUMBERED_TITLE = re.compile(rf"({OF_SESSION}|{OF_YEAR})\s?[.–-]?\s+(\S.*)")
# The heading of a recommendation before its text in the same line, perhaps set off by emphasis.
_RUN_IN = re.compile(r"\*?([^.:：*]{1,60})\*?(?:[.:]\*?\s+|：\*?\s*)(\S.*)")  # noqa: RUF001


def prepared_lines(
    lines: Sequence[Line],
    clean: Callable[[str], str],
    symbol: str | None,
    single: re.Pattern[str],
) -> Iterator[Line]:
    """Lines made tidy; a heading is separated from the title or text in its line.

    The number and title of a resolution are separated as well, and so are the heading of a
    recommendation and its text.
    """
    for line in lines:
        text = clean(line.text)
        whole = wholly_emphasised(text)
        if whole or line.style is Style.HEADING:
            text = text.replace("*", "")
        titled = _NUMBERED_TITLE.fullmatch(text.replace("*", ""))
        run_in = _RUN_IN.fullmatch(text)
        if titled and symbol and symbol.endswith(f"/{as_number(titled[1])}"):
            yield replace(line, text=titled[1], style=Style.HEADING)
            yield replace(line, text=titled[2], style=Style.TEXT)
        elif run_in and single.fullmatch(run_in[1]):
            yield replace(line, text=run_in[1], style=Style.HEADING)
            yield replace(line, text=run_in[2], style=Style.TEXT)
        else:
            yield replace(line, text=text)
