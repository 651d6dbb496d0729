"""What decides where the lines of an edition break: the layout engine and the fonts of a system."""

from __future__ import annotations

import subprocess
from pathlib import Path

from weasyprint.text.ffi import pango

from compendium.languages.language import known_languages, load_language


def this_system() -> list[str]:
    """The versions of the layout engine and the fonts, one a line, and the release they are of."""
    names = dict(
        line.split("=", 1)
        for line in Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
        if "=" in line
    )
    number = pango.pango_version()
    release = f"{names.get('NAME', '')} {names.get('VERSION_ID', '')}".replace('"', "")
    engine = f"Pango {number // 10000}.{number // 100 % 100}.{number % 100}"
    return [release, engine, *(_version(family) for family in _families())]


def _families() -> list[str]:
    fonts = [load_language(code).fonts for code in known_languages()]
    return sorted({family for font in fonts for family in (*font.serif, *font.sans)})


def _version(family: str) -> str:
    asked = ["fc-match", "--format", "%{family[0]} %{fontversion}", family]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout
