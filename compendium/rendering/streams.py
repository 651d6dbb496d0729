"""Compresses each stream of a PDF only once; pydyf compresses it again on every access."""

from __future__ import annotations

from typing import Any

import pydyf

_HEAD, _END = b"\nstream\n", b"\nendstream"


def compress_once(pdf: Any) -> None:
    """Compress every stream in place, as the last step: nothing can be added afterwards.

    The written bytes do not change.
    """
    for entry in pdf.objects:
        if isinstance(entry, pydyf.Stream) and entry.compress:
            entry.stream = [entry.data.partition(_HEAD)[2].removesuffix(_END)]
            entry.extra["Filter"] = "/FlateDecode"
            entry.compress = False
