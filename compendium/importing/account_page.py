"""The account of a document as a page: every line of it, coloured by where it went."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from compendium.documents.account import Account, Entry, Fate
from compendium.documents.content import DocumentContent
from compendium.documents.original import Original
from compendium.languages.language import Language
from compendium.model.markup import unshield

_COLOURS = {Fate.TEXT: "#e6f4ea", Fate.NOTE: "#e8f0fe", Fate.NUMBER: "#fff4d6"}
_LEFT_OUT, _NOWHERE = "#f1f1f1", "#ffd6d6"
_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse } td, th { padding: 0.2rem 0.8rem; text-align: start }
td.count { text-align: end } .faults { border-inline-start: 0.4rem solid #b3261e; padding: 0 1rem }
ol { list-style: none; padding: 0 } li { padding: 0.3rem 0.6rem; margin: 0.2rem 0 }
li b { display: block; font-size: 0.8rem; font-weight: 600 }
"""


def account_page(adopted: DocumentContent, language: Language) -> str:
    """The page: how many words went where, the errors, then the document line by line.

    Each line also states in words where it went, for readers who do not see the colours.
    """
    account = adopted.account
    original = adopted.original
    title = f"Where everything of {original.file} went"
    lines = "\n".join(_line(entry, original, language) for entry in account.entries)
    edges = "\n".join(_item(Fate.PAGE, "", unshield(text), language) for text in original.heads)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}'
        f"</title><style>{_STYLE}</style></head><body>\n<h1>{escape(title)}</h1>\n"
        f"{_summary(account)}\n{_faults(account, original)}\n<h2>The document</h2>\n<ol>\n{lines}\n"
        f"{edges}\n</ol>\n</body></html>\n"
    )


def _summary(account: Account) -> str:
    rows = "\n".join(
        f'<tr><td style="background: {_colour(fate)}">{escape(fate)}</td>'
        f'<td class="count">{account.words[fate]}</td></tr>'
        for fate in Fate
        if account.words.get(fate)
    )
    total = sum(account.words.values())
    return (
        f"<table><thead><tr><th>Where it went</th><th>Words</th></tr></thead><tbody>\n{rows}\n"
        f'<tr><td>all that the document shows</td><td class="count">{total}</td></tr>'
        "</tbody></table>"
    )


def _faults(account: Account, original: Original) -> str:
    if account.balances:
        return "<p>Everything is accounted for.</p>"
    lines = (
        f"<li>{escape(original.place(fault.line))}: {escape(unshield(fault.message))}</li>"
        for fault in account.faults
    )
    return (
        '<div class="faults"><p>Not everything is accounted for: look for “nowhere” below.</p>'
        f"<ul>{''.join(lines)}</ul></div>"
    )


def _line(entry: Entry, original: Original, language: Language) -> str:
    line = original.lines[entry.line - 1]
    steps = entry.text.steps if entry.text else ()
    place = " ".join(step.removeprefix("#") for step in steps)
    mark = line.said.mark if line.said else ""
    return _item(entry.fate, place, " ".join(_words(mark, line.texts)), language)


def _words(mark: str, texts: tuple[str, ...]) -> Iterator[str]:
    if mark:
        yield mark
    yield from map(unshield, texts)


def _item(fate: Fate, place: str, text: str, language: Language) -> str:
    where = escape(f"{fate} {place}".strip())
    direction = f' lang="{language.lang}" dir="{language.direction}"'
    return (
        f'<li style="background: {_colour(fate)}"><b>{where}</b>'
        f"<span{direction}>{escape(text)}</span></li>"
    )


def _colour(fate: Fate) -> str:
    return _NOWHERE if fate is Fate.NOWHERE else _COLOURS.get(fate, _LEFT_OUT)
