"""The commands of the program, each loaded when it is called."""

from __future__ import annotations

import importlib
from keyword import iskeyword

import click

# The commands by group, in working order, with their short help. The module of a command loads only
# when the command is called, so that `check` and `--help` never wait for the renderer.
GROUPS = {
    "Build": {
        "ready": "Check that a build can begin.",
        "check": "Check sources and translations; each fault at its line.",
        "collect": "Write all records to one JSON file.",
        "localise": "Write all texts of a language to one JSON file.",
        "index": "Make the entries of the thematic index.",
        "compose": "Compose an edition as a Pandoc document.",
        "prepare": "Localise, index and compose an edition, in one run.",
        "html": "Write an edition as one HTML page.",
        "pdf": "Write an edition as PDF: screen, press, archive.",
        "preview": "Show an edition in a browser while you edit it.",
        "verify": "Check finished editions with independent programs.",
    },
    "Records": {
        "import": "Make draft records from official documents.",
        "new-meeting": "Take a new meeting from its documents to the editions.",
        "fetch": "Download official documents by their symbols.",
        "suggest": "Suggest topics for paragraphs that have none.",
        "collate": "Compare the records with the published documents.",
        "changes": "Show what changed since an earlier state of the records.",
        "stats": "Count units, notes, topics and assignments.",
        "schema": "Write the JSON Schemas of the source files.",
    },
    "Translations": {
        "units": "Write the templates (POT) of all catalogues.",
        "merge": "Update catalogues with the texts of the records.",
        "handover": "Write files for a translator: Word, XLIFF, TMX.",
        "takeback": "Take a translator's files back into the catalogues.",
        "order": "Propose the order of topics in a language.",
        "sample": "Print a random sample of texts for a reviser.",
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
        name = cmd_name.replace("-", "_")
        module = importlib.import_module(f"compendium.cli.{name}_command")
        command = getattr(module, f"{name}_" if iskeyword(name) else name)
        assert isinstance(command, click.Command)
        command.short_help = COMMANDS[cmd_name]
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls it so
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the commands group by group, each with its short help."""
        for group, commands in GROUPS.items():
            with formatter.section(group):
                formatter.write_dl(list(commands.items()))
