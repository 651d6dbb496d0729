"""Writes ICU's sort keys of texts: a separate program for any Python that has PyICU.

It imports nothing from this project. It reads lists of texts by collation as JSON, and writes a key
in the place of each text, in hexadecimal digits.
"""

from __future__ import annotations

import json
import sys

import icu


def main() -> None:
    """Read from standard input, write to standard output."""
    texts_by_tag: dict[str, list[str]] = json.load(sys.stdin)
    keys_by_tag = {}
    for tag, texts in texts_by_tag.items():
        collator = icu.Collator.createInstance(icu.Locale.forLanguageTag(tag))
        keys_by_tag[tag] = [collator.getSortKey(text).hex() for text in texts]
    json.dump(keys_by_tag, sys.stdout)


if __name__ == "__main__":
    main()
