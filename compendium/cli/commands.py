"""The commands of the program, each loaded when it is called."""

from __future__ import annotations

import importlib

import click

# Name of the command: module and object, and the first sentence of its help. Modules load only when
# their command is called, so that `check` answers at once and never waits for the renderer, nor
# does `--help`.
COMMANDS = {
    "changes": (
        "compendium.cli.changes:changes",
        "Say what is new, what changed and what moved since an earlier state of the records.",
    ),
    "check": (
        "compendium.cli.check:check",
        "Check sources and translations, every fault at its line.",
    ),
    "collate": (
        "compendium.cli.collate:collate",
        "Compare the records with the published documents, difference by difference.",
    ),
    "collect": (
        "compendium.cli.collect:collect",
        "Collect all sources into one file of records (JSON), if they obey their schema.",
    ),
    "compose": (
        "compendium.cli.compose:compose",
        "Compose an edition in one language as a Pandoc document (JSON).",
    ),
    "fetch": (
        "compendium.cli.fetch:fetch",
        "Fetch official documents by their symbols, such as CTOC/COP/WG.4/2019/6.",
    ),
    "handover": (
        "compendium.cli.handover:handover",
        "Write texts for a translator: a bilingual Word file, XLIFF 2.0 and TMX 1.4.",
    ),
    "html": (
        "compendium.cli.html:html",
        "Write an edition as one HTML page that needs nothing beside itself.",
    ),
    "import": (
        "compendium.cli.import_:import_",
        "Make a draft record from an official document: .docx, .pdf, .html, .txt, .xml.",
    ),
    "index": (
        "compendium.cli.index:index",
        "Make the entries of the thematic index from the topics assigned in the records.",
    ),
    "localise": (
        "compendium.cli.localise:localise",
        "Resolve every text of a language; what is missing or fuzzy stays in the source language.",
    ),
    "merge": (
        "compendium.cli.merge:merge",
        "Bring the catalogues of some languages up to date with the records, by key.",
    ),
    "new-meeting": (
        "compendium.cli.new_meeting:new_meeting",
        "Lead a new meeting from its official documents to rebuilt editions, step by step.",
    ),
    "order": (
        "compendium.cli.order:order",
        "Propose the order of the topics in a language from their headings in it.",
    ),
    "pdf": (
        "compendium.cli.pdf:pdf",
        "Write an edition as PDF: tagged for the screen, and for press and archive when asked for.",
    ),
    "ready": (
        "compendium.cli.ready:ready",
        "See whether a build can begin: settings, what they name, what the machine must have.",
    ),
    "sample": (
        "compendium.cli.sample:sample",
        "Print a random share of the texts, source and translation, for a blind reading.",
    ),
    "schema": (
        "compendium.cli.schema:schema",
        "Write the JSON Schemas by which editors complete and check source files as one types.",
    ),
    "stats": (
        "compendium.cli.stats:stats",
        "Count units by level, notes, topics and assignments, for each part and gathering.",
    ),
    "suggest": (
        "compendium.cli.suggest:suggest",
        "Suggest topics for every paragraph that the index does not reach, with reasons.",
    ),
    "takeback": (
        "compendium.cli.takeback:takeback",
        "Take back a Word file, XLIFF or TMX: what the translator changed, all of it or nothing.",
    ),
    "units": (
        "compendium.cli.units:units",
        "Write the templates (POT) of all catalogues from the texts of the records.",
    ),
    "verify": (
        "compendium.cli.verify:verify",
        "Check finished editions with programs that had no part in making them.",
    ),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """The names of all commands, in order of the alphabet."""
        return sorted(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls it so
        cmd_name: str,
    ) -> click.Command | None:
        """Import the command of that name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls it so
        formatter: click.HelpFormatter,
    ) -> None:
        """Write each command with the first sentence of its help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in sorted(COMMANDS)])
