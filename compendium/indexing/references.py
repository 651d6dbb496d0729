"""Makes references, places in the official report, such as "8 (a) and 11 (b)"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from compendium.indexing.runs import Run
from compendium.languages.forms import join, native_step
from compendium.languages.language import Language
from compendium.model.units import Level, Unit

# The last step has the level of the unit; each step before it is one level higher.
_ABOVE = {Level.ITEM: Level.SUBPARAGRAPH, Level.SUBPARAGRAPH: Level.PARAGRAPH}


def write_references(runs: Sequence[Run], language: Language) -> str:
    """The places of some units in their report, grouped by paragraph; `runs` follow the report.

    Preambular paragraphs come first, separated from the operative ones: "PP 6; 6 and 9 (a)".
    """
    preamble = [run for run in runs if run.first.in_preamble]
    operative = [run for run in runs if not run.first.in_preamble]
    written = []
    if preamble:
        written.append(language.references.preambular.format(_places(preamble, language)))
    if operative:
        written.append(_places(operative, language))
    return language.references.after_preambular.join(written)


def _places(runs: Sequence[Run], language: Language) -> str:
    groups = [list(group) for _, group in groupby(runs, key=_group)]
    written = [_write_group(group, language) for group in groups]
    # "7 (a) and (b), and 8", but "17 (a) and 18 (a) and (c)": only an earlier list needs the comma.
    return join(written, language, of_lists=any(len(group) > 1 for group in groups[:-1]))


def _group(run: Run) -> tuple[str, ...]:
    # A paragraph is a group of its own; the units below one paragraph share a group.
    steps = _numbered(run.first)
    return steps[:-1] if len(steps) > 1 else (*steps, "")


def _write_group(group: Sequence[Run], language: Language) -> str:
    above = _steps(group[0].first, language)[:-1]
    members = join([_ends(run, language) for run in group], language)
    return language.references.step.join([*above, members])


def _ends(run: Run, language: Language) -> str:
    first, last = _steps(run.first, language)[-1], _steps(run.last, language)[-1]
    return language.range.format(first=first, last=last) if run.is_range else first


def _numbered(unit: Unit) -> tuple[str, ...]:
    """The steps in the report, without the step of the preamble."""
    return unit.report_steps[1:] if unit.in_preamble else unit.report_steps


def _steps(unit: Unit, language: Language) -> list[str]:
    forms = language.references
    patterns = {
        Level.PREAMBULAR: forms.paragraph,  # "PP" precedes all of them
        Level.PARAGRAPH: forms.paragraph,
        Level.SUBPARAGRAPH: forms.subparagraph,
        Level.ITEM: forms.item,
    }
    written: list[str] = []
    level = unit.level
    for step in reversed(_numbered(unit)):
        written.append(patterns[level].format(native_step(step, level, language)))
        level = _ABOVE.get(level, level)
    return written[::-1]
