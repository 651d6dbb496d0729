"""Parts and sections: the records of a body, gathering by gathering, unit by unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compendium.composing.pandoc import (
    Blocks,
    Element,
    Inlines,
    attributes,
    div,
    header,
    link,
    ordered_list,
    para,
    span,
    string,
)
from compendium.composing.texts import Setting, compose_text
from compendium.indexing.entries import record_name
from compendium.indexing.locators import locator
from compendium.languages.forms import mark, part_letter, section_heading
from compendium.model.corpus import Corpus
from compendium.model.editions import Part
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.units import Level, Unit, record_key, units_of

PART_LEVEL, SECTION_LEVEL, RECORD_LEVEL = 2, 3, 4


def compose_part(
    part: Part, texts: tuple[str, str | None], corpus: Corpus, permalink: str, setting: Setting
) -> Blocks:
    """A part under its heading, with its remark and the sections of its gatherings.

    Args:
        part: the definition of the part.
        texts: the heading and the remark, as they are to be printed.
        corpus: the records.
        permalink: what a link to a place is called, with {locator}.
        setting: language and addresses.
    """
    heading, remark = texts
    title = setting.language.part_heading.format(
        letter=part_letter(part.letter, setting.language), heading=heading
    )
    blocks = [
        header(
            PART_LEVEL,
            compose_text(title, setting),
            attributes(f"part.{part.letter.lower()}", ["part"], running_head=part.running_head),
        )
    ]
    if remark:
        blocks.append(div([para(compose_text(remark, setting))], attributes(classes=["remark"])))
    for gathering in corpus.gatherings(part.body):
        blocks += _section(gathering, permalink, setting)
    return blocks


def _section(gathering: Meeting | Session, permalink: str, setting: Setting) -> Blocks:
    heading = section_heading(gathering, setting.language)
    blocks = [
        header(
            SECTION_LEVEL,
            compose_text(heading, setting),
            attributes(gathering.key, ["gathering"]),
        )
    ]
    if isinstance(gathering, Session):
        for record in gathering.records:
            blocks += _record_opening(gathering, record, setting)
            units = [unit for unit in units_of(gathering) if unit.record is record]
            blocks += _units(units, permalink, setting)
        return blocks
    if gathering.remark:
        text = compose_text(gathering.remark, setting)
        blocks.append(
            div([para(text)], attributes(f"{gathering.key}.remark", ["gathering-remark"]))
        )
    return blocks + _units(list(units_of(gathering)), permalink, setting)


def _record_opening(gathering: Session, record: Record, setting: Setting) -> Blocks:
    key = record_key(gathering, record)
    name = span(
        [string(record_name(record, setting.language))], attributes(classes=["record-name"])
    )
    title = span(compose_text(record.title, setting), attributes(classes=["record-title"]))
    formula = compose_text(record.formula, setting, record.notes)
    return [
        header(
            RECORD_LEVEL,
            [name, string(" "), title],
            attributes(f"{key}.title", ["record", "unlisted", "unnumbered"]),
        ),
        div([para(formula)], attributes(f"{key}.formula", ["formula"])),
    ]


def _units(units: Sequence[Unit], permalink: str, setting: Setting) -> Blocks:
    preambular = [unit for unit in units if unit.level is Level.PREAMBULAR]
    operative = [unit for unit in units if unit.level is not Level.PREAMBULAR]
    blocks = [
        div([_passage(unit, permalink, setting)], attributes(unit.key, [unit.level]))
        for unit in preambular
    ]
    return blocks + list(_lists(operative, permalink, setting))


def _lists(units: Sequence[Unit], permalink: str, setting: Setting) -> Iterator[Element]:
    """The units as one list, those below another as a list inside it."""
    if not units:
        return
    depth = len(units[0].steps)
    items: list[Blocks] = []
    for place, unit in enumerate(units):
        if len(unit.steps) != depth:
            continue
        below = _below(units[place + 1 :], depth)
        content = [_passage(unit, permalink, setting), *_lists(below, permalink, setting)]
        items.append([div(content, attributes(unit.key, [unit.level]))])
    yield ordered_list(items)


def _below(units: Sequence[Unit], depth: int) -> Sequence[Unit]:
    for place, unit in enumerate(units):
        if len(unit.steps) <= depth:
            return units[:place]
    return units


def _passage(unit: Unit, permalink: str, setting: Setting) -> Element:
    marked: Inlines = [
        span([string(f"{mark(unit, setting.language)} ")], attributes(classes=["numeral"]))
    ]
    text = compose_text(unit.text, setting, unit.passage.notes)
    place = locator(unit)
    here = link(
        [string(place)],
        f"#{unit.key}",
        attributes(classes=["permalink"], aria_label=permalink.format(locator=place)),
    )
    return para([*marked, *text, string(" "), here])
