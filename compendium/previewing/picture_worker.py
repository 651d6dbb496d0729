"""A program that makes pictures of pages on request; it is run beside the preview.

Each line of its input is a request, each line of its output an answer, both JSON; an empty line
says that it is ready. It ends with its input, so that none is left if the preview is killed.
"""

from __future__ import annotations

import base64
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from compendium.errors import UserError

_BEHIND = 10  # how far it stands back behind programs that somebody waits for


# Makes the pictures of a composed document, with templates and settings, that show some ids.
Painter = Callable[[Path, Path, Path, Sequence[str]], dict[int, bytes]]


def answer(request: dict[str, Any], paint: Painter) -> dict[str, Any]:
    """The pictures for a request, or why there are none."""
    try:
        pictures = paint(
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
    from compendium.previewing.book_pictures import (  # noqa: PLC0415 - slow to load, so after that
        BookPictures,
    )

    pictures = BookPictures()
    _say("")
    for line in sys.stdin:
        _say(json.dumps(answer(json.loads(line), pictures.make)))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
