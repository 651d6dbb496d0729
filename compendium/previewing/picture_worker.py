"""A program that makes pictures of pages on request; it is run beside the preview.

Each line of its input is a request, each line of its output an answer, both JSON. It ends with its
input, so that none is left if the preview is killed.
"""

from __future__ import annotations

import base64
import json
import os
import sys
from pathlib import Path
from typing import Any

from compendium.errors import UserError
from compendium.previewing.book_pictures import book_pictures

_BEHIND = 10  # how far it stands back behind programs that somebody waits for


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """The pictures for a request, or why there are none."""
    try:
        pictures = book_pictures(
            Path(request["file"]),
            Path(request["templates"]),
            Path(request["config"]),
            request["wanted"],
        )
    except UserError as fault:
        return {"message": fault.message, "remedy": fault.remedy}
    except Exception as fault:  # noqa: BLE001 - whatever it is, the next picture may be possible
        return {"message": f"an error in the program: {type(fault).__name__}: {fault}"}
    return {
        "pictures": {page: base64.b64encode(png).decode("ascii") for page, png in pictures.items()}
    }


def main() -> None:
    """Answer requests until there are no more."""
    os.nice(_BEHIND)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
