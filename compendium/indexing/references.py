"""References: places in the official report, such as "8 (a) and 11 (b)"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from compendium.indexing.runs import Run
from compendium.languages.forms import join, native_step
from compendium.languages.language import Language
from compendium.model.units import Level, Unit

# The level of a step is that of the unit for the last step, and one higher for each before it.
_ABOVE = {Level.ITEM: Level.SUBPARAGRAPH, Level.SUBPARAGRAPH: Level.PARAGRAPH}


def write_references(runs: Sequence[Run], language: Language) -> str:
    """The places of some units in their report, grouped by paragraph.

    Preambular paragraphs come first, set off from the operative ones: "PP 6; 6 and 9 (a)".
    """
    preambular = [run for run in runs if run.first.level is Level.PREAMBULAR]
    operative = [run for run in runs if run.first.level is not Level.PREAMBULAR]
    written = []
    if preambular:
        members = join([_ends(run, language) for run in preambular], language)
        written.append(language.references.preambular.format(members))
    if operative:
        written.append(_operative(operative, language))
    return language.references.after_preambular.join(written)


def _operative(runs: Sequence[Run], language: Language) -> str:
    groups = [list(group) for _, group in groupby(runs, key=_group)]
    written = [_write_group(group, language) for group in groups]
    # "7 (a) and (b), and 8", but "17 (a) and 18 (a) and (c)": only an earlier list needs the comma.
    return join(written, language, of_lists=any(len(group) > 1 for group in groups[:-1]))


def _group(run: Run) -> tuple[str, ...]:
    # Paragraphs stand for themselves; what stands below one shares its number.
    steps = run.first.report_steps
    return steps[:-1] if len(steps) > 1 else (*steps, "")


def _write_group(group: Sequence[Run], language: Language) -> str:
    above = _steps(group[0].first, language)[:-1]
    members = join([_ends(run, language) for run in group], language)
    return language.references.step.join([*above, members])


def _ends(run: Run, language: Language) -> str:
    first, last = _own(run.first, language), _own(run.last, language)
    return language.range.format(first=first, last=last) if run.is_range else first


def _own(unit: Unit, language: Language) -> str:
    return unit.steps[-1] if unit.level is Level.PREAMBULAR else _steps(unit, language)[-1]


def _steps(unit: Unit, language: Language) -> list[str]:
    forms = language.references
    patterns = {
        Level.PARAGRAPH: forms.paragraph,
        Level.SUBPARAGRAPH: forms.subparagraph,
        Level.ITEM: forms.item,
    }
    written: list[str] = []
    level = unit.level
    for step in reversed(unit.report_steps):
        written.append(patterns[level].format(native_step(step, level, language)))
        level = _ABOVE.get(level, level)
    return written[::-1]
