"""What is attached to a resolution in Akoma Ntoso, line by line, each with the mark before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from compendium.documents.akn_elements import HEADINGS, LINES, has_text, is_number, is_ornament
from compendium.documents.akn_lines import AknLines
from compendium.documents.doubted import Doubt
from compendium.documents.inline_text import text_of
from compendium.documents.original import Role, Said, Style
from compendium.untrusted.markup import name_of

_OBJECTS = frozenset({"img", "foreign"})


def read_attachments(into: AknLines, element: etree._Element) -> None:
    """Read what is attached into lines; each attachment begins with a line at depth zero."""
    for attachment in into.children(element):
        walk = _Attachment(into, len(into.lines))
        walk.settle(walk.read(attachment, (), in_table=False))


@dataclass
class _Attachment:
    """An attachment, whose lines begin at a place."""

    into: AknLines
    first: int
    untold: tuple[tuple[Doubt, str], ...] = ()  # of what stands before the first line

    def read(
        self, element: etree._Element, numbers: Sequence[etree._Element], *, in_table: bool
    ) -> Sequence[etree._Element]:
        """Read what an element holds; gives the numbers that wait for a text after it.

        Args:
            element: the element.
            numbers: those before it that have no text yet.
            in_table: whether it stands in a table.
        """
        own = False
        for child in element.iterchildren(tag=etree.Element):
            name = name_of(child)
            if is_number(child):
                numbers, own = (*numbers, child), True
            elif name in LINES or has_text(child):
                self._line(child, numbers, in_table=in_table)
                numbers = ()
            elif name != "meta":
                self._tell(((Doubt.OBJECT, ""),) if name in _OBJECTS else ())
                numbers = self.read(child, numbers, in_table=in_table or name == "table")
        if own:
            self.settle(numbers)
            numbers = ()
        return numbers

    def settle(self, numbers: Sequence[etree._Element]) -> None:
        """Add numbers without a text after them as lines of their own."""
        for number in numbers:
            self._line(number, (), in_table=False)

    def _line(
        self, element: etree._Element, numbers: Sequence[etree._Element], *, in_table: bool
    ) -> None:
        read = self.into.read(element)
        noted = any(self.into.read(number).notes for number in numbers)
        if noted or is_ornament(element) or not read.text.strip():
            self.settle(numbers)
            numbers = ()
        before = len(self.into.lines)
        mark = " ".join(" ".join(text_of(number).split()) for number in numbers)
        said = Said(Role.ANNEX, mark=mark, depth=int(before > self.first))
        if is_ornament(element):
            said = Said(Role.ORNAMENT)
        style = Style.HEADING if name_of(element) in HEADINGS else Style.TEXT
        self.into.line(element, said, read, style)
        new = len(self.into.lines) > before
        if new and in_table:
            self.into.lines[-1] = replace(self.into.lines[-1], in_table=True)
        self._tell(() if new else read.doubts)

    def _tell(self, doubts: tuple[tuple[Doubt, str], ...]) -> None:
        """Tell at the last line what stands beside it and is no text, or at the first to come."""
        self.untold += doubts
        if self.untold and len(self.into.lines) > self.first:
            last = self.into.lines[-1]
            self.into.lines[-1] = replace(last, doubts=(*last.doubts, *self.untold))
            self.untold = ()
