"""Writes the HTML forms of an edition: a page for the screen, pages for print, a cover sheet."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from compendium.languages.language import Language
from compendium.rendering.colours import tint
from compendium.rendering.composed_document import ComposedDocument
from compendium.rendering.css import font_families
from compendium.rendering.dates import edition_date
from compendium.rendering.emblem import emblem_address
from compendium.rendering.note_links import notes_at_end
from compendium.rendering.pandoc import Look, to_html
from compendium.settings import Settings

# The levels in the contents: parts of the book, parts A and B, gatherings.
CONTENTS_DEPTH = 3
# In millimetres: on a narrower spine, a title could not be read or folded straight.
READABLE_SPINE = 4.0
# The filters of each form, in order; the last writes the metadata for the templates.
_FILTERS = {
    "screen": ("screen", "metadata"),
    "book": ("print", "metadata"),
    "paper": ("print", "paper", "metadata"),
}
_GENERIC = {"serif": "serif", "sans": "sans-serif"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of a cover sheet in millimetres: one trimmed page, and the spine."""

    width: float
    height: float
    spine: float


def screen_html(
    document: ComposedDocument, templates: Path, settings: Settings, others: Sequence[Language] = ()
) -> str:
    """Write a composed document as one self-contained HTML page.

    Args:
        document: the document.
        templates: the folder of templates, styles and filters.
        settings: the accent and the like.
        others: the other languages of the edition, to which the page links.
    """
    look = _look(templates, "screen", document)
    heading = partial(document.text, "label", "notes")
    return to_html(
        document.path,
        replace(look, place_notes=partial(notes_at_end, heading=heading)),
        variables=_style(document, settings),
        options=[
            "--table-of-contents",
            # the title is the only heading of the first level, so all others move down by one
            "--shift-heading-level-by=1",
            f"--toc-depth={CONTENTS_DEPTH + 1}",
            "--email-obfuscation=none",
            # as one string, which the filter reads: Pandoc would read the names as Markdown
            f"--metadata=languages={json.dumps(_links(others), ensure_ascii=False)}",
        ],
    )


def _links(languages: Sequence[Language]) -> list[dict[str, str]]:
    return [
        {
            "code": language.code,
            "lang": language.lang,
            "dir": language.direction,
            "name": language.name,
        }
        for language in languages
    ]


def print_html(document: ComposedDocument, templates: Path, settings: Settings) -> str:
    """Write a composed document as the HTML page that is laid out for print, in its design."""
    return to_html(
        document.path,
        _look(templates, document.text("design"), document),
        variables=_print_variables(document, settings),
        options=["--table-of-contents", f"--toc-depth={CONTENTS_DEPTH}"],
    )


def cover_html(
    document: ComposedDocument, templates: Path, settings: Settings, sheet: Sheet
) -> str:
    """Write the cover of a composed document as one sheet: back, spine and front side by side."""
    right_to_left = document.is_right_to_left
    beyond = sheet.width + sheet.spine
    measures = {
        "width": sheet.width,
        "height": sheet.height,
        "spine": sheet.spine,
        "sheet": 2 * sheet.width + sheet.spine,
        "front": 0.0 if right_to_left else beyond,
        "back": beyond if right_to_left else 0.0,
    }
    variables = {name: f"{length:.3f}" for name, length in measures.items()}
    if sheet.spine >= READABLE_SPINE:
        variables["spine-title"] = "yes"
    book = _look(templates, "book", document)
    return to_html(
        document.path,
        Look(
            template=templates / "cover.html",
            shows_text=False,
            styles=(*book.styles, templates / "styles" / "cover.css"),
            filters=book.filters,
        ),
        variables={**_print_variables(document, settings), **variables},
        options=[],
    )


def _style(document: ComposedDocument, settings: Settings) -> dict[str, str]:
    """The variables of the style sheets, written as values of a style sheet."""
    return {
        "accent": settings.accent,
        "accent-tint": tint(settings.accent),
        **{
            name: font_families(document.texts("fonts", name), generic)
            for name, generic in _GENERIC.items()
        },
    }


def _print_variables(document: ComposedDocument, settings: Settings) -> dict[str, str]:
    variables = {
        **_style(document, settings),
        "date": edition_date().strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    if settings.emblem is not None:
        variables["emblem"] = emblem_address(settings.emblem)
    return variables


def _look(templates: Path, name: str, document: ComposedDocument) -> Look:
    """The template, styles and filters of a form, with styles for the script and for annexes."""
    styles = templates / "styles"
    candidates = [styles / f"{name}.css", styles / f"{name}-{document.text('script')}.css"]
    candidates += [styles / "annexes.css"] if document.has("annexed") else []
    return Look(
        template=templates / f"{name}.html",
        styles=tuple(style for style in candidates if style.exists()),
        filters=tuple(templates / "filters" / f"{filter_}.lua" for filter_ in _FILTERS[name]),
    )
