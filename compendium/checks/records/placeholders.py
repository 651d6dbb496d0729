"""Placeholders in the words of an edition: each is one that the edition fills in."""

from __future__ import annotations

from collections.abc import Iterator

from compendium.checks.records.text_findings import texts_below
from compendium.findings import Finding
from compendium.model.editions import PLACEHOLDER, PLACEHOLDERS, Edition
from compendium.model.value import Way
from compendium.reading import Reading


def check_placeholders(reading: Reading) -> Iterator[Finding]:
    """T012: what stands in braces has a name that is filled in at this place."""
    for file in reading.of(Edition):
        bodies = tuple(part.body for part in file.value.parts)
        for way, text in texts_below(file.value):
            known = _known(way, bodies)
            for match in PLACEHOLDER.finditer(text):
                if match.group().strip("{}") not in known:
                    fills = ", ".join(f"{{{name}}}" for name in known) or "nothing"
                    yield Finding(
                        file.place(*way),
                        "T012",
                        f"{match.group()} is not a placeholder of this text",
                        f"correct or delete it; this text may have: {fills}",
                    )


def _known(way: Way, bodies: tuple[str, ...]) -> tuple[str, ...]:
    """The names that the text at a way has filled in; `None` stands for the keys of bodies."""
    field = ".".join(step for step in way if not step.isdigit())
    names = PLACEHOLDERS.get(field, ())
    return bodies if names is None else names
