"""The collected records, `records.json`: writing them as text, reading them back."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from compendium.errors import InputError
from compendium.files import read_text
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition

_COLLECT_AGAIN = "make it again with `compendium collect`"


def dump_records(corpus: Corpus) -> str:
    """The corpus as JSON; the same corpus always gives the same text.

    Fields that hold only their default are left out.
    """
    plain = corpus.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def load_records(path: Path) -> Corpus:
    """Read the records that `compendium collect` wrote.

    Raises:
        InputError: if the file is missing, is no JSON, or does not obey this version's schema.
    """
    try:
        return Corpus.model_validate_json(read_text(path))
    except ValidationError as fault:
        first = fault.errors(include_url=False)[0]
        where = " ".join(str(step) for step in first["loc"])
        said = f"{where}: {first['msg']}" if where else first["msg"]
        raise InputError(
            f"{path}: these are no records of this version ({said})", remedy=_COLLECT_AGAIN
        ) from None


def find_edition(corpus: Corpus, key: str) -> Edition:
    """The edition definition of that key.

    Raises:
        InputError: if the records hold no such edition.
    """
    for edition in corpus.editions:
        if edition.key == key:
            return edition
    known = ", ".join(edition.key for edition in corpus.editions) or "none"
    raise InputError(f"there is no edition {key!r}", remedy=f"choose among: {known}")
