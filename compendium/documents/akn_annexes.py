"""The attachments of a resolution in Akoma Ntoso, line by line, each with the mark before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from compendium.documents.akn_elements import HEADINGS, LINES, has_text, is_number, is_ornament
from compendium.documents.akn_lines import AknLines
from compendium.documents.doubted import Doubt
from compendium.documents.inline_text import InlineText, text_of
from compendium.documents.marks_alone import is_mark_alone
from compendium.documents.original import Role, Said, Style
from compendium.untrusted.xml_markup import name_of

_OBJECTS = frozenset({"img", "foreign"})


def read_attachments(into: AknLines, element: etree._Element) -> None:
    """Read the attachments into lines; each attachment begins with a line at depth zero."""
    for attachment in into.children(element):
        walk = _Attachment(into, len(into.lines))
        walk.settle(walk.read(attachment, (), in_table=False))
        walk.settle_alone()


@dataclass
class _Attachment:
    """An attachment, whose lines begin at a place."""

    into: AknLines
    first: int
    alone: Sequence[etree._Element] = ()  # numbers that are paragraphs, before the next line
    untold: tuple[tuple[Doubt, str], ...] = ()  # doubts about content before the first line

    def read(
        self, element: etree._Element, numbers: Sequence[etree._Element], *, in_table: bool
    ) -> Sequence[etree._Element]:
        """Read the contents of an element; return the numbers that wait for a text after it.

        Args:
            element: the element.
            numbers: those before it that have no text yet.
            in_table: whether it is in a table.
        """
        own = False
        for child in element.iterchildren(tag=etree.Element):
            name = name_of(child)
            if is_number(child):
                numbers, own = (*numbers, child), True
            elif name in LINES or has_text(child):
                numbers = self._line(child, numbers, in_table=in_table)
            elif name != "meta":
                self._tell(((Doubt.OBJECT, ""),) if name in _OBJECTS else ())
                numbers = self.read(child, numbers, in_table=in_table or name == "table")
        if not own:
            return numbers
        if len(numbers) == 1 and is_mark_alone(text_of(numbers[0]).strip()):
            self.settle_alone()
            self.alone = numbers
        else:
            self.settle(numbers)
        return ()

    def settle(self, numbers: Sequence[etree._Element]) -> None:
        """Add numbers without a text after them as separate lines."""
        for number in numbers:
            self._add(number, self.into.read(number), Said(Role.ANNEX), in_table=False)

    def settle_alone(self) -> None:
        """Add a number that has no later line to precede."""
        alone, self.alone = self.alone, ()
        self.settle(alone)

    def _line(
        self, element: etree._Element, numbers: Sequence[etree._Element], *, in_table: bool
    ) -> Sequence[etree._Element]:
        """Read an element that contains text, with the numbers before it; return unused ones."""
        read = self.into.read(element)
        if not read.text.strip():
            self._tell(read.doubts)
            return numbers
        is_heading, ornament = name_of(element) in HEADINGS, is_ornament(element)
        loose = bool(self.alone) and not (numbers or is_heading or ornament)
        if loose:
            numbers, self.alone = self.alone, ()
        self.settle_alone()
        if ornament or any(self.into.read(number).notes for number in numbers):
            self.settle(numbers)
            numbers = ()
        mark = " ".join(" ".join(text_of(number).split()) for number in numbers)
        said = Said(Role.ORNAMENT if ornament else Role.ANNEX, mark=mark, loose=loose)
        self._add(element, read, said, in_table=in_table)
        return ()

    def _add(
        self, element: etree._Element, read: InlineText, said: Said, *, in_table: bool
    ) -> None:
        said = replace(said, depth=int(len(self.into.lines) > self.first))
        style = Style.HEADING if name_of(element) in HEADINGS else Style.TEXT
        self.into.line(element, said, read, style)
        if in_table:
            self.into.lines[-1] = replace(self.into.lines[-1], in_table=True)
        self._tell(())

    def _tell(self, doubts: tuple[tuple[Doubt, str], ...]) -> None:
        """Record content beside a line that is not text as a doubt about the last line.

        If there is no line yet, the doubt is attached to the first.
        """
        self.untold += doubts
        if self.untold and len(self.into.lines) > self.first:
            last = self.into.lines[-1]
            self.into.lines[-1] = replace(last, doubts=(*last.doubts, *self.untold))
            self.untold = ()
