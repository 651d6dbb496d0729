"""Damage to what an edition looks like: templates of Pandoc, style sheets, filters in Lua."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from fuzzing.bytes_and_texts import TEXTS, Mutator, on_text
from fuzzing.oddities import odd_letter, odd_number

TEMPLATE = (
    "$", "$$", "$if(x)$", "$endif$", "$for(x)$", "$endfor$", "$sep$", "$else$", "$nosuch()$", "$x",
    "${x}", "${", "$it$", "$body$", "$toc$", "$x/nosuch$", "$^$", "$--",
    "$for(languages)$$it$$endfor$", "<img src='nosuch.png'>",
    "<link rel='stylesheet' href='nosuch.css'>", "<script src='x.js'></script>",
    "<img src='http://127.0.0.1:9/x.png'>", "<img src='file:///nowhere'>",
    "<img src='data:image/png,x'>", "<a href='#nowhere'>x</a>", "<style>@import 'x';</style>",
    "</html>", "</body>", "<body>", "<p>",
)  # fmt: skip
STYLE = (
    "}", "{", "@import 'x.css';", "@import url(http://127.0.0.1:9/x.css);",
    "@page { size: 0 0 }", "@page { size: 99999mm 99999mm }", "@page { margin: -9mm }",
    "@media x {", "@font-face { font-family: x; src: url(nosuch.woff) }", "@nosuch { a: b }",
    "* { nosuch: 1 }", "* { color: nosuch }", "* { background: url(nosuch.png) }",
    "* { content: counter(x, y) }", "/*", "*/",
    "p::before { content: target-counter(attr(href), page) }", "p { font-size: 0 }",
    "p { font-size: 9e9pt }", "p { width: calc(1px / 0) }", "p { --x: var(--x); margin: var(--x) }",
    "p { position: running(x) }", "h1 { string-set: a content() }",
    "p { line-height: 0 }", "a:b:c::d {}", "p { columns: 99 }", "p { display: grid }",
    "table { display: flex }", "p { break-before: page }", "p { bookmark-level: 99 }",
    "p { letter-spacing: 1e9px }", "\\", '"', "url(", "<!--", "</style>",
)  # fmt: skip
FILTER = (
    "error('x')", "return 7", "return nil", "local x = nil; x.y = 1", "nosuch()", "end", "(", '"',
    "--[[", "function Meta(m) return 7 end", "function Pandoc(d) return {} end",
    "function Para(p) error(p) end", "function Str(s) s.text = nil return s end",
    "function Meta(m) m.lang = nil return m end", "function Blocks(b) return {} end",
    "return { { Str = 7 } }", "pandoc.nosuch()", "goto x", "\\",
    "function Meta(m) m['\\xff'] = '\\xff' return m end",
    "function Header(h) h.level = -1 return h end",
)  # fmt: skip


def _with(pieces: tuple[str, ...]) -> Callable[[str, Random], str]:
    def insert(text: str, chance: Random) -> str:
        ends = [0, *(found.end() for found in re.finditer(r"\n|[{;>]", text))]
        for _ in range(chance.choice((1, 1, 3))):
            place = chance.choice(ends)
            place = chance.choice((place, min(place, len(text)), len(text)))
            text = text[:place] + chance.choice(pieces) + chance.choice(("", "\n")) + text[place:]
        return text

    return insert


def words(text: str, chance: Random) -> str:
    """Put another word, number or mark in the place of one."""
    found = list(re.finditer(r"[$\w.#-]+", text))
    for _ in range(chance.choice((1, 1, 4)) if found else 0):
        match = chance.choice(found)
        other = chance.choice(found)[0]
        said = chance.choice((other, other, "", odd_number(chance), odd_letter(chance)))
        text = text[: match.start()] + said + text[match.end() :]
        found = list(re.finditer(r"[$\w.#-]+", text)) or found
    return text


def _kind(pieces: tuple[str, ...]) -> tuple[Mutator, ...]:
    return (*map(on_text, (_with(pieces), _with(pieces), words)), *TEXTS)


LOOKS: dict[str, tuple[Mutator, ...]] = {
    ".html": _kind(TEMPLATE),
    ".css": _kind(STYLE),
    ".lua": _kind(FILTER),
}
