"""What is attached to a resolution in Akoma Ntoso, line by line, each with the mark before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from compendium.documents.akn_elements import HEADINGS, LINES, has_text, is_number, is_ornament
from compendium.documents.akn_lines import AknLines
from compendium.documents.inline_text import text_of
from compendium.documents.original import Role, Said, Style
from compendium.untrusted.markup import name_of

_HOLDS = {"table": "a table", "img": "a picture", "foreign": "a formula"}
_PICTURE = etree.XPath(".//*[local-name() = 'img']")


def read_attachments(into: AknLines, element: etree._Element) -> None:
    """Read what is attached into lines; each attachment begins with a line at depth zero."""
    for attachment in into.children(element):
        walk = _Attachment(into, len(into.lines))
        walk.settle(walk.read(attachment, (), ""))


@dataclass
class _Attachment:
    """An attachment, whose lines begin at a place."""

    into: AknLines
    first: int
    waits: str = ""  # what stands before the first line and is no text

    def read(
        self, element: etree._Element, numbers: Sequence[etree._Element], holds: str
    ) -> Sequence[etree._Element]:
        """Read what an element holds; gives the numbers that wait for a text after it.

        Args:
            element: the element.
            numbers: those before it that have no text yet.
            holds: what it stands in that is no text.
        """
        own = False
        for child in element.iterchildren(tag=etree.Element):
            within = holds or _HOLDS.get(name_of(child), "")
            if is_number(child):
                numbers, own = (*numbers, child), True
            elif name_of(child) in LINES or has_text(child):
                self._line(child, numbers, within or ("a picture" if _PICTURE(child) else ""))
                numbers = ()
            else:
                if name_of(child) == "img":
                    self._beside(within)
                numbers = self.read(child, numbers, within)
        if own:
            self.settle(numbers)
            numbers = ()
        return numbers

    def settle(self, numbers: Sequence[etree._Element]) -> None:
        """Add numbers without a text after them as lines of their own."""
        for number in numbers:
            self._line(number, (), "")

    def _line(self, element: etree._Element, numbers: Sequence[etree._Element], holds: str) -> None:
        before = len(self.into.lines)
        said = Said(Role.ANNEX, depth=int(before > self.first))
        if is_ornament(element):
            said = Said(Role.ORNAMENT)
        elif any(self.into.read(number).notes for number in numbers):
            self.settle(numbers)
        else:
            mark = " ".join(" ".join(text_of(number).split()) for number in numbers)
            said = replace(said, mark=mark)
        style = Style.HEADING if name_of(element) in HEADINGS else Style.TEXT
        self.into.line(element, said, self.into.read(element), style)
        if len(self.into.lines) == before:
            self.settle(numbers)
        self._beside(holds)

    def _beside(self, holds: str) -> None:
        """Note at the last line what it stands in or beside."""
        self.waits = self.waits or holds
        if self.waits and len(self.into.lines) > self.first:
            self.into.lines[-1] = replace(self.into.lines[-1], holds=self.waits)
            self.waits = ""
