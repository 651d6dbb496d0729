"""`compendium collate`: compare the records with every published document."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from io import StringIO
from pathlib import Path
from textwrap import fill

import click
from ruamel.yaml import YAML

from compendium.cli.options import FOLDER, RESULT
from compendium.collating.collation import collate as collate_documents
from compendium.collating.explanation import Collation
from compendium.comparing.differences import Difference
from compendium.errors import ExitCode
from compendium.files import write_text
from compendium.model.errata import Column, Erratum, ErratumKind
from compendium.printable import escaped
from compendium.reading import read_sources

_LABELS = 10  # width of the labels before texts
_WIDTH = 100


@click.command()
@click.option(
    "--sources",
    type=FOLDER,
    default=Path("sources"),
    show_default=True,
    help="The folder of sources, with the errata and the published documents.",
)
@click.option(
    "--document", metavar="KEY", help="Compare only with the published document with this key."
)
@click.option(
    "--output",
    type=RESULT,
    help="Also write the result to this file, as JSON.",
)
@click.option("--all", "show_all", is_flag=True, help="List explained differences, too.")
@click.option(
    "--propose", is_flag=True, help="Print draft errata for an editor to complete, as YAML."
)
def collate(
    *, sources: Path, document: str | None, output: Path | None, show_all: bool, propose: bool
) -> int:
    """Compare the records with the published documents, difference by difference.

    The exit code is 1 if a difference has no erratum in sources/errata.yaml, or an erratum explains
    no difference. The published documents are in sources/published/.
    """
    reading = read_sources(sources)
    outcome = collate_documents(
        reading.corpus, reading.errata, reading.documents, sources / "published", only=document
    )
    if output is not None:
        write_text(output, _as_json(outcome))
    if propose:
        click.echo(_proposal(outcome.unexplained), nl=False)
    else:
        _show(outcome, show_all=show_all)
    return ExitCode.OK if outcome.agrees else ExitCode.FINDINGS


def _show(outcome: Collation, *, show_all: bool) -> None:
    if show_all:
        for difference, erratum in outcome.explained:
            _show_difference(difference)
            _show_text(erratum.kind, erratum.reason)
    for difference in outcome.unexplained:
        _show_difference(difference)
    for erratum in outcome.idle:
        click.echo(f"idle erratum: {erratum.document}  {erratum.place}  {erratum.column}")
        _show_text("printed", erratum.printed)
        _show_text("ours", erratum.ours)
    for key in outcome.documents:
        click.echo(f"{key}: {_summary(outcome.of(key))}")
    click.echo(_summary(outcome))


def _show_difference(difference: Difference) -> None:
    click.echo(f"{difference.document}  {difference.place}  {difference.column}")
    _show_text("printed", difference.printed)
    _show_text("ours", difference.ours)


def _show_text(label: str, text: str) -> None:
    margin = " " * (_LABELS + 2)
    first = f"  {label:<{_LABELS}}"
    click.echo(fill(escaped(text) or "-", _WIDTH, initial_indent=first, subsequent_indent=margin))


def _summary(outcome: Collation) -> str:
    return (
        f"{len(outcome.unexplained)} unexplained differences, {len(outcome.idle)} idle errata"
        f" ({len(outcome.explained)} explained)"
    )


def _as_json(outcome: Collation) -> str:
    documents = {}
    for key in outcome.documents:
        part = outcome.of(key)
        documents[key] = {
            "agrees": part.agrees,
            "unexplained": [asdict(difference) for difference in part.unexplained],
            "idle": [erratum.model_dump(mode="json") for erratum in part.idle],
            "explained": [erratum.model_dump(mode="json") for _, erratum in part.explained],
        }
    content = {"agrees": outcome.agrees, "documents": documents}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _proposal(differences: Sequence[Difference]) -> str:
    """Draft errata for the differences; the editor adds kind and reason."""
    errata = [
        Erratum(
            document=difference.document,
            place=difference.place,
            column=Column(difference.column),
            printed=difference.printed,
            ours=difference.ours,
            kind=ErratumKind.SLIP,
            reason="TODO",
        ).model_dump(mode="json")
        for difference in differences
    ]
    if not errata:
        return ""
    yaml = YAML()
    yaml.width = _WIDTH
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump({"errata": errata}, stream)
    return stream.getvalue()
