"""The options with which an editor supplies what a document does not contain."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import click

from compendium.importing.identity import EditorInput
from compendium.model.bounds import ORDINAL
from compendium.model.gatherings import Citation

_DAY = click.DateTime(["%Y-%m-%d"])
_DATE = "YYYY-MM-DD"
_OPTIONS = (
    click.option(
        "--body", metavar="KEY", help="The key of the body, if the document does not name it."
    ),
    click.option(
        "--ordinal", type=click.IntRange(1, ORDINAL), help="The number of the meeting or session."
    ),
    click.option("--symbol", metavar="SYMBOL", help="The document symbol."),
    click.option(
        "--first", type=_DAY, metavar=_DATE, help="The first day of the meeting or session."
    ),
    click.option("--last", type=_DAY, metavar=_DATE, help="The last day.  [default: the first]"),
    click.option("--place", help="The place of the meeting or session."),
    click.option(
        "--cited-by",
        type=click.Choice([citation.value for citation in Citation]),
        help="What the index cites from the report.",
    ),
)


def given_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add these options to a command; it gets each as a separate argument."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def given_by(
    *,
    body: str | None,
    ordinal: int | None,
    symbol: str | None,
    first: datetime | None,
    last: datetime | None,
    place: str | None,
    cited_by: str | None,
) -> EditorInput:
    """The values of the options."""
    citation = Citation(cited_by) if cited_by else None
    return EditorInput(body, ordinal, symbol, _day(first), _day(last), place, citation)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
