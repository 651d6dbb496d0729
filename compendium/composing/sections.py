"""Composes parts and sections: the records of a body by gathering and unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from compendium.composing.annex_blocks import compose_annexes
from compendium.composing.edition_states import compose_state
from compendium.composing.inlines import (
    EditionContext,
    compose_keyed,
    compose_text,
    direction,
    fill,
    signed_keyed,
)
from compendium.composing.pandoc_ast import (
    Blocks,
    Element,
    Inlines,
    attributes,
    div,
    header,
    link,
    ordered_list,
    para,
    plain,
    span,
    string,
)
from compendium.indexing.locators import locator
from compendium.languages.forms import mark, part_letter, record_name, section_heading
from compendium.model.editions import Part
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.markup import without_markup
from compendium.model.record_texts import RecordText, Role, head_texts, texts_of, unit_texts
from compendium.model.roman import to_roman
from compendium.model.units import Level, Unit, record_key, units_of, units_of_record
from compendium.texts.keys import part_key

PART_LEVEL, SECTION_LEVEL = 2, 3
_BELOW_RECORD = str(SECTION_LEVEL + 2)
_ADOPTED = frozenset({Role.PASSAGE, Role.ANNEX, Role.ANNEX_HEADING, Role.ANNEX_LINE})


def compose_part(part: Part, context: EditionContext) -> Blocks:
    """Compose a part: its heading, its remark and the sections of its gatherings."""
    language, key = context.language, part_key(context.frame, part)
    heading = compose_keyed(f"{key}.heading", part.heading, context)
    running_head = signed_keyed(f"{key}.running_head", part.running_head, context)
    letter = part_letter(part.letter, language)
    before, after = language.part_heading.format(letter=letter, heading="\n").split("\n")
    blocks = [
        header(
            PART_LEVEL,
            [*compose_text(before, context), *heading, *compose_text(after, context)],
            attributes(f"part.{part.letter.lower()}", ["part"], running_head=running_head),
        )
    ]
    if part.remark:
        remark = para(compose_keyed(f"{key}.remark", part.remark, context))
        blocks.append(div([remark], attributes(classes=["remark"])))
    within = in_part(part, context)
    for gathering in context.texts.corpus.gatherings(part.body):
        title = section_heading(gathering, language)
        blocks += compose_section(gathering, title, SECTION_LEVEL, within)
    return blocks


def in_part(part: Part, context: EditionContext) -> EditionContext:
    """The context within a part: links name it, because parts may have the same locators."""
    letter = part_letter(part.letter, context.language_at(f"{context.frame}.labels.permalink"))
    permalink = fill(context.labels["permalink"], {"letter": letter})
    return replace(context, labels={**context.labels, "permalink": permalink})


def compose_section(
    gathering: Meeting | Session, heading: str, level: int, context: EditionContext
) -> Blocks:
    """Compose the section of a gathering: its heading, and the records it adopted."""
    blocks = [
        header(
            level,
            compose_text(heading, context),
            attributes(gathering.key, ["gathering"], numeral=to_roman(gathering.ordinal)),
        ),
        *compose_state(_keys(gathering), context),
    ]
    if isinstance(gathering, Session):
        for record in gathering.records:
            blocks += _record_opening(gathering, record, level + 1, context)
            blocks += _units(list(units_of_record(gathering, record)), context)
            blocks += compose_annexes(record_key(gathering, record), record, level + 2, context)
        return blocks
    if gathering.remark:
        text = compose_keyed(f"{gathering.key}.remark", gathering.remark, context)
        blocks.append(
            div([para(text)], attributes(f"{gathering.key}.remark", ["gathering-remark"]))
        )
    return blocks + _units(list(units_of(gathering)), context)


def _keys(gathering: Meeting | Session) -> Iterator[str]:
    """The keys of the units that were adopted, and of the annexes."""
    yield from (text.key for text in texts_of(gathering) if text.role in _ADOPTED)


def _record_opening(
    gathering: Session, record: Record, level: int, context: EditionContext
) -> Blocks:
    title, *formulas = head_texts(record_key(gathering, record), record)
    name = span(
        [string(record_name(record, context.language))], attributes(classes=["record-name"])
    )
    words = compose_keyed(title.key, title.text, context, title.notes, notes_of=title.notes_of)
    # A PDF bookmark cannot contain the mark of a note.
    named = {"bookmark": signed_keyed(title.key, title.text, context)} if title.notes else {}
    heading = header(
        level,
        [name, string(" "), span(words, attributes(classes=["record-title"]))],
        attributes(title.key, ["record", "unlisted", "unnumbered"], **named),
    )
    return [heading, *(_formula(formula, context) for formula in formulas)]


def _formula(formula: RecordText, context: EditionContext) -> Element:
    inlines = compose_keyed(formula.key, formula.text, context, formula.notes)
    return div([para(inlines)], attributes(formula.key, ["formula"]))


def _lang_of_label(context: EditionContext) -> dict[str, str]:
    """The language of the label of a link, if it is not that of the edition."""
    language = context.language_at(f"{context.frame}.labels.permalink")
    return {} if language is context.language else {"lang": language.lang}


def _units(units: Sequence[Unit], context: EditionContext) -> Blocks:
    preamble = [unit for unit in units if unit.in_preamble]
    blocks: Blocks = []
    for place, unit in enumerate(preamble):
        if unit.level is Level.PREAMBULAR:
            below = _below(preamble[place + 1 :], len(unit.steps))
            content = _whole(unit, below, context)
            blocks.append(div(content, attributes(unit.key, [unit.level])))
    operative = [unit for unit in units if not unit.in_preamble]
    return blocks + list(_lists(operative, context))


def _lists(units: Sequence[Unit], context: EditionContext) -> Iterator[Element]:
    """The units as a list, with lists inside for those below another; headings divide the list."""
    if not units:
        return
    depth = len(units[0].steps)
    items: list[Blocks] = []
    for place, unit in enumerate(units):
        if len(unit.steps) != depth:
            continue
        headings = list(_headings(unit, context))
        if headings and items:
            yield ordered_list(items)
            items = []
        yield from headings
        content = _whole(unit, _below(units[place + 1 :], depth), context)
        items.append([div(content, attributes(unit.key, [unit.level]))])
    yield ordered_list(items)


def _headings(unit: Unit, context: EditionContext) -> Iterator[Element]:
    """The headings of sections before a unit."""
    for text in unit_texts(unit):
        if text.role is Role.HEADING:
            pairs = {"role": "heading", "aria_level": _BELOW_RECORD}
            inlines = compose_keyed(text.key, text.text, context)
            yield div([plain(inlines)], attributes(text.key, ["record-section"], **pairs))


def _whole(unit: Unit, below: Sequence[Unit], context: EditionContext) -> Blocks:
    """A unit with the list below it, and the words that continue after the list."""
    content = [_passage(unit, context), *_lists(below, context)]
    for text in unit_texts(unit):
        if text.role is Role.CLOSING:
            closing = para(compose_keyed(text.key, text.text, context))
            content.append(div([closing], attributes(text.key, ["closing"])))
    return content


def _below(units: Sequence[Unit], depth: int) -> Sequence[Unit]:
    for place, unit in enumerate(units):
        if len(unit.steps) <= depth:
            return units[:place]
    return units


def _passage(unit: Unit, context: EditionContext) -> Element:
    numeral: Inlines = [
        span([string(f"{mark(unit, context.language)} ")], attributes(classes=["numeral"]))
    ]
    text = compose_keyed(unit.key, unit.text, context, unit.passage.notes)
    place = locator(unit)
    label = fill(without_markup(context.labels["permalink"]), {"locator": place})
    permalink = link(
        [string(place)],
        f"#{unit.key}",
        attributes(
            classes=["permalink"],
            aria_label=label,
            **direction(context),
            **_lang_of_label(context),
        ),
    )
    return para([*numeral, *text, string(" "), permalink])
