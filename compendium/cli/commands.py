"""The commands of the program, each loaded when it is called."""

from __future__ import annotations

import importlib

import click

# The commands by group, in working order: module and object, and what each does in a line. Modules
# load only when their command is called, so that `check` answers at once and never waits for the
# renderer, nor does `--help`.
GROUPS = {
    "Build": {
        "ready": ("ready:ready", "Check that a build can begin."),
        "check": ("check:check", "Check sources and translations; each fault at its line."),
        "collect": ("collect:collect", "Write all records to one JSON file."),
        "localise": ("localise:localise", "Write all texts of a language to one JSON file."),
        "index": ("index:index", "Make the entries of the thematic index."),
        "compose": ("compose:compose", "Compose an edition as a Pandoc document."),
        "html": ("html:html", "Write an edition as one HTML page."),
        "pdf": ("pdf:pdf", "Write an edition as PDF: screen, press, archive."),
        "verify": ("verify:verify", "Check finished editions with independent programs."),
    },
    "Records": {
        "import": ("import_:import_", "Make draft records from official documents."),
        "new-meeting": (
            "new_meeting:new_meeting",
            "Take a new meeting from its documents to the editions.",
        ),
        "fetch": ("fetch:fetch", "Download official documents by their symbols."),
        "suggest": ("suggest:suggest", "Suggest topics for paragraphs that have none."),
        "collate": ("collate:collate", "Compare the records with the published documents."),
        "changes": ("changes:changes", "Show what changed since an earlier state of the records."),
        "stats": ("stats:stats", "Count units, notes, topics and assignments."),
        "schema": ("schema:schema", "Write the JSON Schemas of the source files."),
    },
    "Translations": {
        "units": ("units:units", "Write the templates (POT) of all catalogues."),
        "merge": ("merge:merge", "Update catalogues with the texts of the records."),
        "handover": ("handover:handover", "Write files for a translator: Word, XLIFF, TMX."),
        "takeback": ("takeback:takeback", "Take a translator's files back into the catalogues."),
        "order": ("order:order", "Propose the order of topics in a language."),
        "sample": ("sample:sample", "Print a random sample of texts for a reviser."),
    },
}
COMMANDS = {name: command for group in GROUPS.values() for name, command in group.items()}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """The names of all commands, in alphabetical order."""
        return sorted(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls it so
        cmd_name: str,
    ) -> click.Command | None:
        """Import the command of that name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        where, short_help = COMMANDS[cmd_name]
        module, _, name = where.partition(":")
        command = getattr(importlib.import_module(f"compendium.cli.{module}"), name)
        assert isinstance(command, click.Command)
        command.short_help = short_help
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls it so
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the commands group by group, each with its short help."""
        for group, commands in GROUPS.items():
            with formatter.section(group):
                formatter.write_dl([(name, does) for name, (_, does) in commands.items()])
