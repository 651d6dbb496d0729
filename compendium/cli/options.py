"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import click
from click.core import ParameterSource

from compendium.errors import InputError
from compendium.languages.language import Language, load_language
from compendium.model.corpus import Corpus

Decorator: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]
FILE = click.Path(path_type=Path, dir_okay=False)
PATH = click.Path(path_type=Path)
_WRITTEN_BY_PEOPLE = {".csv", ".docx", ".po", ".tmx", ".xlf", ".yaml", ".yml"}


class _Result(click.Path):
    """A file for the result of a command, which never overwrites the work of a person."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(str(super().convert(value, param, ctx)))
        if path.suffix.lower() in _WRITTEN_BY_PEOPLE and path.exists():
            self.fail(f"'{path}' exists, and people write such files; name another.", param, ctx)
        return path


class _Folder(click.Path):
    """A folder that exists or will be made; anything else of that name is refused."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(str(super().convert(value, param, ctx)))
        if path.exists() and not path.is_dir():
            self.fail(f"'{path}' is not a folder; name a folder.", param, ctx)
        return path


RESULT = _Result(dir_okay=False)
FOLDER = _Folder(file_okay=False)

sources_option = click.option(
    "--sources",
    type=FOLDER,
    default=Path("sources"),
    show_default=True,
    help="The folder of sources.",
)
records_option = click.option(
    "--records", type=FILE, required=True, help="The output of `collect`."
)
texts_option = click.option("--texts", type=FILE, required=True, help="The output of `localise`.")
edition_option = click.option(
    "--edition",
    "edition_key",
    metavar="KEY",
    required=True,
    help="The key of the edition, such as compendium.",
)
language_option = click.option(
    "--language",
    "language_code",
    metavar="CODE",
    required=True,
    help="The code of the language, such as fr.",
)
document_option = click.option(
    "--document", type=FILE, required=True, help="The output of `compose`."
)
templates_option = click.option(
    "--templates",
    type=FOLDER,
    default=Path("templates"),
    show_default=True,
    help="The folder of templates, styles and filters.",
)
config_option = click.option(
    "--config",
    type=FILE,
    default=Path("config/config.yaml"),
    show_default=True,
    help="The file of settings.",
)
output_option = click.option("--output", type=RESULT, required=True, help="The file to write.")


def _existing(ctx: click.Context, param: click.Parameter, folder: Path) -> Path:
    """A folder that must exist if it is named; the default folder may be missing."""
    is_named = ctx.get_parameter_source(param.name or "") is not ParameterSource.DEFAULT
    if is_named and not folder.is_dir():
        raise InputError(f"{folder}: no such folder", remedy=f"correct {param.opts[0]}")
    return folder


def _translations(callback: Callable[..., Path] | None = None) -> Decorator:
    return click.option(
        "--translations",
        type=FOLDER,
        default=Path("translations"),
        show_default=True,
        callback=callback,
        help="The folder of catalogues.",
    )


translations_option = _translations()
present_translations_option = _translations(_existing)
languages_argument = click.argument("languages", nargs=-1, required=True)


def language_of_translation(code: str, corpus: Corpus) -> Language:
    """The language with this code, into which the records are translated.

    Raises:
        InputError: if there is no such language, or it is that of the records.
    """
    language = load_language(code)
    if code == corpus.language:
        raise InputError(
            f"{code} is the language of the records",
            remedy="name a language that they are translated into",
        )
    return language
