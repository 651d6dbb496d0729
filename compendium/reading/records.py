"""The collected records, `records.json`: writing them as text, reading them back."""

from __future__ import annotations

import json
from pathlib import Path

from compendium.errors import InputError
from compendium.handoffs import load_handoff
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition


def dump_records(corpus: Corpus) -> str:
    """The corpus as JSON; the same corpus always gives the same text.

    Fields that hold only their default are left out.
    """
    plain = corpus.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def load_records(path: Path) -> Corpus:
    """Read the records that `compendium collect` wrote.

    Raises:
        InputError: if the file is missing or holds something else.
    """
    return load_handoff(Corpus, path, by="compendium collect")


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
