"""Checks what a printing press needs: boxes, inks, an output intent, and no links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from compendium.verifying.check_outcomes import Outcome, outcome
from compendium.verifying.page_contents import Colour, Content

BLEED = 3 / 25.4 * 72  # in points: the 3 mm that printing houses ask for
_EXACT = 0.1  # points
_INKS = {"k", "K", "g", "G"}
_FOR_INKS = {"/DeviceCMYK", "/DeviceGray", "/Separation", "/DeviceN"}
# A text counts as black from this sum of inks; it must be printed with black ink alone.
_BLACK = 0.9


def check_boxes(pdf: pikepdf.Pdf) -> Outcome:
    """Check that every page has the same trimmed size, centred on its sheet, with its bleed."""
    return outcome("boxes", 3 * len(pdf.pages), _misplaced(pdf))


def _misplaced(pdf: pikepdf.Pdf) -> Iterator[str]:
    sizes = set()
    for number, page in enumerate(pdf.pages, start=1):
        if "/TrimBox" not in page.obj or "/BleedBox" not in page.obj:
            yield f"page {number} has no TrimBox or no BleedBox"
            continue
        media, bleed, trim = ([float(x) for x in page.obj[f"/{n}Box"]] for n in _BOXES)
        sizes.add((round(trim[2] - trim[0], 1), round(trim[3] - trim[1], 1)))
        around = _margins(media, trim)
        if max(around) - min(around) > _EXACT or min(around) < BLEED:
            yield f"page {number}: the TrimBox is not in the middle of the MediaBox"
        if any(abs(margin - BLEED) > _EXACT for margin in _margins(bleed, trim)):
            yield f"page {number}: the BleedBox is not 3 mm around the TrimBox"
    if len(sizes) > 1:
        yield f"the pages are trimmed to {len(sizes)} sizes"


_BOXES = ("Media", "Bleed", "Trim")


def _margins(outer: list[float], inner: list[float]) -> list[float]:
    before = [within - without for without, within in zip(outer[:2], inner[:2], strict=True)]
    after = [without - within for without, within in zip(outer[2:], inner[2:], strict=True)]
    return before + after


def check_inks(pdf: pikepdf.Pdf, contents: Sequence[Content]) -> Outcome:
    """Check that every colour consists of inks, and that black text uses black alone."""
    looked_at = sum(sum(content.colours.values()) + content.shown for content in contents)
    spaces = list(_spaces(pdf))
    return outcome("inks", looked_at + len(spaces), _without_inks(contents, spaces))


def _without_inks(contents: Sequence[Content], spaces: list[tuple[str, Any]]) -> Iterator[str]:
    families = {name: _family(space) for name, space in spaces}
    for name, family in sorted(families.items()):
        if family not in _FOR_INKS:
            yield f"the colour space {name} is {family}, not of CMYK inks"
    for number, content in enumerate(contents, start=1):
        for operator, operands in content.colours:
            if operator in ("cs", "CS"):
                family = families.get(str(operands[0]), str(operands[0]))
                if family not in _FOR_INKS:
                    yield f"page {number}: a colour of {family}"
            elif operator not in _INKS and operator not in ("sc", "scn", "SC", "SCN"):
                yield f"page {number}: a colour of the screen ({operator})"
        if any(_is_mixed_black(colour) for colour in content.text_colours):
            yield f"page {number}: black text of several inks"


def _is_mixed_black(colour: Colour) -> bool:
    operator, operands = colour
    if operator != "k":
        return False
    cyan, magenta, yellow, black = (float(str(ink)) for ink in operands)
    return min(cyan, magenta, yellow) + black > _BLACK and max(cyan, magenta, yellow) > 0


def _spaces(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    """The colour spaces of pages, groups and shadings, by name."""
    for entry in pdf.objects:
        if not isinstance(entry, pikepdf.Dictionary | pikepdf.Stream):
            continue
        for name, space in _dictionary(entry.get("/ColorSpace")):
            yield name, space
        for name, shading in _dictionary(entry.get("/Shading")):
            yield f"{name} of a shading", shading.get("/ColorSpace", "/none")
        group = entry.get("/Group")
        if isinstance(group, pikepdf.Dictionary) and "/CS" in group:
            yield "of a group", group.CS


def _dictionary(entry: Any) -> list[tuple[str, Any]]:
    if not isinstance(entry, pikepdf.Dictionary):
        return []
    return [(str(name), value) for name, value in entry.items()]


def _family(space: Any) -> str:
    return str(space[0]) if isinstance(space, pikepdf.Array) else str(space)


def check_intent(pdf: pikepdf.Pdf) -> Outcome:
    """Check that the file has an output intent and no links."""
    return outcome("output intent", 1 + len(pdf.pages), _unintended(pdf))


def _unintended(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents = list(pdf.Root.get("/OutputIntents", pikepdf.Array()))
    if len(intents) != 1:
        yield f"there are {len(intents)} output intents, not one"
    for intent in intents:
        if intent.get("/S") != "/GTS_PDFX":
            yield "the output intent is not one for printing"
        if not str(intent.get("/OutputConditionIdentifier", "")):
            yield "the output intent has no name"
        if int(intent.get("/DestOutputProfile", pikepdf.Dictionary()).get("/N", 0)) != len("CMYK"):
            yield "the output intent contains no profile for CMYK"
    for number, page in enumerate(pdf.pages, start=1):
        if len(page.obj.get("/Annots", pikepdf.Array())):
            yield f"page {number} has links, which a press cannot print"
