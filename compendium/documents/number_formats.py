"""How Word writes the number of an item, by the name of each format in its files."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from importlib import resources

from compendium.model.list_letters import letter_of
from compendium.model.roman import roman_or_figures
from compendium.model.value import Value
from compendium.reading.one_file import read_content

_FILE = "number_formats.yaml"
_TEN = 10
_COUNTED = "一二三四五六七八九"
_ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = (11, 12, 13)
Form = Callable[[int], str]


class _Formats(Value):
    """Series of letters and of signs, figures of other scripts, formats that count by tens."""

    letters: dict[str, str]
    signs: dict[str, str]
    figures: dict[str, str]
    counting: tuple[str, ...]


def form_of(name: str) -> Form | None:
    """The function that writes a number in a format of Word; None if the format is unknown.

    >>> [form(3) for form in map(form_of, ("decimal", "lowerRoman", "russianLower")) if form]
    ['3', 'iii', 'в']
    """
    return _forms().get(name)


@cache
def _forms() -> dict[str, Form]:
    content = (resources.files("compendium.documents") / _FILE).read_bytes()
    formats = read_content(content, _FILE, _Formats)
    forms: dict[str, Form] = {
        "none": lambda _: "",
        "bullet": lambda _: "",
        "decimal": str,
        "decimalHalfWidth": str,
        "decimalZero": lambda number: f"{number:02d}",
        "ordinal": _ordinal,
        "numberInDash": lambda number: f"- {number} -",
        "upperRoman": roman_or_figures,
        "lowerRoman": lambda number: roman_or_figures(number).lower(),
        "lowerLetter": letter_of,
        "upperLetter": lambda number: letter_of(number).upper(),
    }
    forms |= {
        name: partial(letter_of, series=series.split()) for name, series in formats.letters.items()
    }
    forms |= {name: _signed(series.split()) for name, series in formats.signs.items()}
    forms |= {name: _in_figures(figures) for name, figures in formats.figures.items()}
    return forms | dict.fromkeys(formats.counting, _counted)


def _signed(series: list[str]) -> Form:
    return lambda number: series[number - 1] if 0 < number <= len(series) else str(number)


def _in_figures(figures: str) -> Form:
    own = str.maketrans("0123456789", figures)
    return lambda number: str(number).translate(own)


def _ordinal(number: int) -> str:
    last = 0 if number % 100 in _TEENS else number % _TEN
    return f"{number}{_ORDINAL_ENDINGS.get(last, 'th')}"


def _counted(number: int) -> str:
    """A number in Chinese numerals, up to ninety-nine."""
    tens, units = divmod(number, _TEN)
    if not 0 < number < _TEN * _TEN:
        return str(number)
    before = "" if not tens else "十" if tens == 1 else f"{_COUNTED[tens - 1]}十"
    return before + (_COUNTED[units - 1] if units else "")
