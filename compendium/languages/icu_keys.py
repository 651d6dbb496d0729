"""The keys by which ICU sorts texts: a program of its own, run by any Python that has PyICU.

It imports nothing of this project. It reads lists of texts by collation, as JSON, and writes the
keys in their places, each as hexadecimal digits.
"""

from __future__ import annotations

import json
import sys

import icu


def main() -> None:
    """Read from standard input, write to standard output."""
    asked: dict[str, list[str]] = json.load(sys.stdin)
    found = {}
    for tag, texts in asked.items():
        collator = icu.Collator.createInstance(icu.Locale.forLanguageTag(tag))
        found[tag] = [collator.getSortKey(text).hex() for text in texts]
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
