"""Checks that the fonts of a PDF are embedded, and map their glyphs to letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from compendium.verifying.check_outcomes import Outcome, outcome
from compendium.verifying.page_contents import Content

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def check_fonts(pdf: pikepdf.Pdf, contents: Sequence[Content]) -> Outcome:
    """Check that every font that a page uses is present, embedded and mapped to letters."""
    fonts = {
        str(name): font
        for page in pdf.pages
        for name, font in page.obj.get("/Resources", pikepdf.Dictionary())
        .get("/Font", pikepdf.Dictionary())
        .items()
    }
    used = {name for content in contents for name in content.fonts}
    return outcome("fonts", len(used), _unfit(fonts, used))


def _unfit(fonts: dict[str, Any], used: set[str]) -> Iterator[str]:
    for name in sorted(used):
        font = fonts.get(name)
        if font is None:
            yield f"the font {name} is used but missing"
            continue
        descendant = font.get("/DescendantFonts", [font])[0]
        display_name = str(font.get("/BaseFont", name))
        has_glyphs = (
            "/CharProcs" in descendant
        )  # a Type 3 font, whose glyphs are in the file one by one
        if not has_glyphs and not any(
            file in descendant.get("/FontDescriptor", pikepdf.Dictionary()) for file in _FILES
        ):
            yield f"the font {display_name} is not embedded"
        if "/ToUnicode" not in font:
            yield f"the font {display_name} does not map its glyphs to letters"
