"""Texts that could be taken for something else, planted in every field that can hold them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from compendium.model.markup import escaped

# What could be read as HTML, attributes, styles, templates, Markdown, addresses, patterns, or marks
# of the records. Each is harmless, and each is text.
PAYLOADS = (
    '" onmouseover="x',
    "' autofocus='x",
    '"><b>bold</b>',
    "<i class=x>slanted</i>",
    "</title><h1>heading</h1>",
    "</style><u>line</u>",
    "</script></textarea></svg>",
    "<!-- comment -->",
    "--> <hr>",
    "]]> <x/> <![CDATA[ y",
    "<?x y?>",
    "&lt;b&gt; &amp;amp;",
    "&quot; &#34;&#x22;&#60;",
    "${title} ${ body }",
    "$title$ $body$ $$",
    "$for(x)$y$endfor$ $if(z)$",
    r"\( \) \22 \3c \n \\",
    "*/ } body { display: none } /*",
    '"; content: "x',
    'url(x.png) @import "x";',
    "[words]{onclick=x}",
    "[words](javascript:x)",
    "<javascript:x> ![picture](x.png)",
    "javascript:void(0)",
    "data:text/html,<b>x</b>",
    "mailto:x@y.example",
    "http://other.example/x?a=b&c=d",
    "{title} {0} {symbol!r} {{x}} #{y}",
    "%s %(title)s %d %%",
    "\u202etxet\u202c \u2066isolated\u2069",
    "two\nlines",
    "# heading\n\n- item\n\n| a | b |",
    "`code` $(x) `x`{=html}",
    "~~struck~~ ^up^ ~down~ __strong__",
    "*emphasis* and * alone",
    "[^1] [^note] [^1]: x",
    "[mots]{lang=fr}",
    "a (b) > c (d) \\",
)
HARMLESS = "plain"
_NUMBER = re.compile(r"Q(\d+)q")

V = TypeVar("V", bound=BaseModel)


class Planting:
    """Puts a text of its own after every text of a value, and into every field that may hold one.

    Each planted text begins with a number, so that it is known again wherever it comes out.
    """

    def __init__(
        self, texts: tuple[str, ...] = PAYLOADS, write: Callable[[str], str] = escaped
    ) -> None:
        self._texts, self._write = texts, write
        self._next = 0
        self.planted: dict[int, str] = {}
        self.fields: set[str] = set()

    def plant(self, value: V) -> V:
        """The value with a text planted in all fields that take it, and in all below it."""
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        for name, held in fields.items():
            planted = self._below(held)
            if planted is not held:
                fields[name] = planted
        value = type(value).model_construct(**fields)
        for name in fields:
            taken = self._taken(type(value), fields, name)
            if taken is not None:
                fields[name] = taken
                self.fields.add(f"{type(value).__name__}.{name}")
        return type(value).model_validate(fields)

    def _below(self, held: Any) -> Any:
        if isinstance(held, BaseModel):
            return self.plant(held)
        if isinstance(held, tuple) and any(isinstance(one, BaseModel) for one in held):
            return tuple(map(self._below, held))
        return held

    def _taken(self, model: type[BaseModel], fields: Mapping[str, Any], name: str) -> Any:
        """What a field holds with a text planted in it, or None if it takes none."""
        first = self._next
        for planted in self._tries(fields[name]):
            try:
                model.model_validate({**fields, name: planted})
            except ValidationError:
                self._next = first
                continue
            return planted
        return None

    def _tries(self, held: Any) -> Iterator[Any]:
        if held is None or isinstance(held, str):
            yield self._after(held or "")
        elif held and isinstance(held, Mapping):
            if all(isinstance(one, str) for one in held.values()):
                yield {key: self._after(text) for key, text in held.items()}
        elif isinstance(held, tuple) and all(isinstance(one, str) for one in held):
            yield tuple(self._after(text) for text in held or ("",))

    def _after(self, text: str) -> str:
        number = len(self.planted)
        self.planted[number] = self._texts[self._next % len(self._texts)]
        self._next += 1
        return f"{text} Q{number}q {self._write(self.planted[number])} q".strip()

    def harmless(self, text: str) -> str:
        """A text that came out, with a harmless one in place of each that was planted and is whole.

        Kinds of spaces are not told apart, for editions set their own.
        """
        pieces = _NUMBER.split(" ".join(text.split()))
        for place in range(1, len(pieces), 2):
            planted = " ".join(self.planted[int(pieces[place])].split())
            after = pieces[place + 1]
            whole = after.startswith(f" {planted} q")
            rest = after[len(planted) + 1 :] if whole else after
            pieces[place : place + 2] = (
                f"Q{pieces[place]}q",
                f" {HARMLESS}{rest}" if whole else rest,
            )
        return "".join(pieces)
