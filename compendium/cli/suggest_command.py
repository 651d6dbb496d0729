"""`compendium suggest`: suggest topics, with reasons, for paragraphs that have none."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.options import sources_option
from compendium.cli.saying import say_line
from compendium.errors import ExitCode
from compendium.files import write_all
from compendium.printable import escaped
from compendium.reading import read_sources
from compendium.suggesting.comments import commented_files
from compendium.suggesting.suggestion_wording import comment, suggestion_lines
from compendium.suggesting.suggestions import suggest_topics


@click.command()
@sources_option
@click.option(
    "--gathering", metavar="KEY", help="Only this meeting or session, by its key, such as wg4.9."
)
@click.option(
    "--count",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    help="The number of topics to suggest for each paragraph.",
)
@click.option("--write", is_flag=True, help="Write the suggestions into the records, as comments.")
def suggest(sources: Path, gathering: str | None, count: int, *, write: bool) -> int:
    """Suggest topics, with reasons, for every paragraph that the index does not reach.

    The suggestions come from similar paragraphs and from the headings of topics. An editor decides.
    """
    reading = read_sources(sources)
    corpus = reading.corpus
    suggestions = suggest_topics(reading, corpus, gathering=gathering, count=count)
    for suggestion in () if write else suggestions:  # otherwise they are in the files
        click.echo(escaped(suggestion_lines(suggestion, corpus)))
    click.echo(f"paragraphs without topics: {len(suggestions)}")
    if write:
        comments = [(suggested.located, comment(suggested, corpus)) for suggested in suggestions]
        changed = commented_files(comments)
        write_all(changed)
        for path in changed:
            say_line(f"{path}: suggestions written as comments")
    return ExitCode.OK
