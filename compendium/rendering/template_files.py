"""The files that a Pandoc template is made of, read and checked before Pandoc reads them.

The syntax is that of https://pandoc.org/MANUAL.html#template-syntax.
"""

from __future__ import annotations

import re
from pathlib import Path

from compendium.errors import InputError
from compendium.files import read_text

_COMMENT = re.compile(r"\$--.*")
_BODY = re.compile(r"\$\{?[ \t]*body[ \t]*[/$}\[]")
_PARTIAL = re.compile(r"\$\{?[ \t]*(?:[\w.-]+:)?([\w./-]+)\(\)")


def template_texts(template: Path) -> dict[Path, str]:
    """Read a template and the partial templates that it includes, whole.

    Pandoc would read a device without end, and a partial that includes itself again and again.

    Raises:
        InputError: if one is missing, no regular file or no text, or includes itself.
    """
    texts: dict[Path, str] = {}
    _read(template, texts, ())
    return texts


def check_body(template: Path, texts: dict[Path, str], *, is_shown: bool) -> None:
    """Check that a template shows the document once, if it is to show it at all.

    Raises:
        InputError: if not: the text would be lost, or be in the page several times.
    """
    count = sum(len(_BODY.findall(text)) for text in texts.values())
    if count > 1:
        raise InputError(
            f"{template}: `$body$` is in it {count} times", remedy="keep it where the text goes"
        )
    if is_shown and count == 0:
        raise InputError(
            f"{template}: `$body$` is not in it, so that the page would have no text",
            remedy="write it where the text goes",
        )


def _read(file: Path, texts: dict[Path, str], above: tuple[Path, ...]) -> None:
    if file in above:
        raise InputError(f"{file}: the template includes itself", remedy="remove it from itself")
    texts[file] = _COMMENT.sub("", read_text(file))
    for name in dict.fromkeys(_PARTIAL.findall(texts[file])):
        path = file.parent / (name if Path(name).suffix else f"{name}{file.suffix}")
        _read(path, texts, (*above, file))
