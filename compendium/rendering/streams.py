"""The streams of a PDF, compressed once: pydyf compresses each anew whenever it is asked for it."""

from __future__ import annotations

from typing import Any

import pydyf

_HEAD, _END = b"\nstream\n", b"\nendstream"


def compress_once(pdf: Any) -> None:
    """Compress every stream in place; the last step, for nothing can be added to it afterwards.

    The bytes that are written stay the same.
    """
    for entry in pdf.objects:
        if isinstance(entry, pydyf.Stream) and entry.compress:
            entry.stream = [entry.data.partition(_HEAD)[2].removesuffix(_END)]
            entry.extra["Filter"] = "/FlateDecode"
            entry.compress = False
