"""Damage to YAML and JSON: values of other types, keys of other names, depth, aliases."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from random import Random
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from fuzzing.bytes_and_texts import Mutator, on_text
from fuzzing.oddities import odd_letter, odd_number

VALUES = (None, True, False, 0, -1, 7, 10**30, 1e308, "", " ", "x", "*x*", [], {}, [[]], {"x": []})
VALUES += ("2010-02-30", "null", "[^1]", "a\nb", "x" * 9000, ["x"] * 500, {"": None}, [None, 1])
SCALARS = (
    "", "~", "null", "[]", "{}", "[a, {b: c}]", "true", "1.5", "1e999", ".nan", "0x1F", "0o17",
    "1:30", "2010-02-30", "2010-10-11T10:00:00Z", "!!binary aGk=", "!!binary x", "!!int x",
    "!!float x", "!!timestamp 2010-99-99", "!!python/object:os.system x", "!x y", "!!set {a}",
    "!!omap [a: 1]", "&a x", "*a", "&a [*a]", "<<: {a: b}", "|", ">-", "'", '"', '"\\q"',
    '"\\ud800"', '"\\x00"', '"\\U00110000"', "@x", "`x", "%x", "? x", "- x", "{{x}}", "[", "}",
    "x: y: z", "#", "---", "...", "9" * 5000, "\t", "&a [x, &b [*a, *a], *b]", "? [x]\n: y",
    "!!python/name:os.system", "!!python/tuple [a]", "!!map [a]", "!!seq {a: b}", "!!str [a]",
    "!!null x", "!!bool 7", "!<tag:yaml.org,2002:str> 7", "! x", "!!", "0777", "08", "+1", "1_0",
    "0b1", "-.INF", ".Nan", "12e03", "=", "<<", "2010-10-11 10:00:00 +99:99", "10:11:12.5", "yes",
    "No", "&a", "*", "**x**", "&a &b x", "!a !b x", "[*a]", "[,]", "{,}", "{a}", "{a: b, a: c}",
    "[a: b, c]", "{? a}", "|9\n  x", "|+\n\n\n", ">-2\n x", "|-\n\tx", "'a''", "'a\n\n  b'",
    '"a\\\n  b"', '"\\u20"', '"\\N\\L\\P\\_"', '"\\e[31m"', "a\n    b", "a #b", "a:b", "- - - x",
    "-\t- x", "\u0085x", "\ufeffx", "x\n%YAML 9.9\n---\nx", "x\n---\nx: y",
    "{<<: [{a: b}, {a: c}]}", "{<<: x}", "{<<: }", "{[a]: b}", "{{a: b}: c}",
    "{null: a, true: b, 1.0: c, 1: d}", "&x {y: *x}", "*nosuch", "-", "?", ":", "- ", "\x7f",
    '"\\x80"', "!!timestamp 2010-02-30",
)  # fmt: skip
_LARGEST = 100_000  # bytes of a tree that is worth the time
_VALUE = re.compile(r"^([ ]*(?:- )?[\w-]+:)([ ]*)(.*)$", re.MULTILINE)


def scalar(text: str, chance: Random) -> str:
    """Put another value after a key of YAML."""
    found = list(_VALUE.finditer(text))
    if not found:
        return text
    match = chance.choice(found)
    value = odd_number(chance) if chance.random() < 0.3 else chance.choice(SCALARS)
    return f"{text[: match.start()]}{match[1]} {value}{text[match.end() :]}"


def key(text: str, chance: Random) -> str:
    """Lose, double or rename a key of YAML."""
    found = list(_VALUE.finditer(text))
    if not found:
        return text
    match, other = chance.choice(found), chance.choice(found)
    name = match[1][:-1]
    changed = chance.choice(
        (
            match[2] + match[3],
            f"{match[0]}\n{match[0]}",
            f"{name}{odd_letter(chance)}:{match[2]}{match[3]}",
            f"{other[1]}{match[2]}{match[3]}",
            f"<<:{match[2]}{match[3]}",
            f"{name[: len(name) - len(name.lstrip())]}{chance.choice(SCALARS)}: x",
        )
    )
    return text[: match.start()] + changed + text[match.end() :]


def deep(text: str, chance: Random) -> str:
    """Nest without end: in brackets, in lines, in aliases."""
    depth = chance.choice((20, 200, 3000, 50_000))
    nested = chance.choice(
        (
            "[" * depth,
            "[" * depth + "]" * depth,
            "{a: " * depth + "}" * depth,
            "- " * depth + "x",
            "\n" + "".join(f"{' ' * n}a:\n" for n in range(min(depth, 400))),
            "\n  - &a0 [x, x]\n"
            + "".join(f"  - &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)),
        )
    )
    found = list(_VALUE.finditer(text))
    if not found or chance.random() < 0.1:
        return nested
    match = chance.choice(found)
    return f"{text[: match.start()]}{match[1]} {nested}{text[match.end() :]}"


def stream(text: str, chance: Random) -> str:
    """Say what stands around a document of YAML: directives, marks, another document, tabs."""
    head = (
        "%YAML 1.1\n---\n",
        "%YAML 9.9\n---\n",
        "%TAG ! x:\n---\n",
        "%x\n---\n",
        "--- |\n",
        "--- &a\n",
    )
    head += (
        "%YAML 1.2\n%YAML 1.2\n---\n",
        "---\n---\n",
        "...\n",
        "--- !!set\n",
        "--- []\n",
        "- x\n",
        "x\n",
        "? x\n",
    )
    tail = (
        "\n---\nx: y\n",
        "\n...\nx",
        "\n...\n...\n",
        "\n--- {}",
        "\n%YAML 1.2\n",
        "\nx",
        "\n  x: y",
        "\n- x",
        "\n]",
    )
    match chance.randrange(5):
        case 0 | 1:
            return chance.choice(head) + text
        case 2:
            return text + chance.choice(tail)
        case 3:
            return text.replace("  ", "\t", chance.choice((1, -1)))
        case _:
            return f"{text}\n---\n{text}"


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a tree: what holds it, and its key or number."""
    waiting = [tree]
    while waiting:
        holder = waiting.pop()
        pairs = holder.items() if isinstance(holder, dict) else enumerate(holder)
        for name, value in pairs:
            yield holder, name
            if isinstance(value, dict | list):
                waiting.append(value)


def _change(tree: Any, chance: Random) -> None:
    """Change one place in a tree."""
    places = list(_places(tree)) if isinstance(tree, dict | list) else []
    if not places:
        return
    (holder, name), (other, far) = chance.choice(places), chance.choice(places)
    match chance.randrange(7):
        case 0 | 1:
            holder[name] = chance.choice(VALUES)
        case 2:
            del holder[name]
        case 3:
            holder[name] = [holder[name]]
        case 4 if isinstance(holder, list):
            holder[:] = holder * chance.choice((2, 40))
        case 4 | 5:
            holder[name] = json.loads(json.dumps(other[far]))
        case _ if isinstance(holder, dict):
            holder[odd_letter(chance) + str(name)] = holder.pop(name)


def yaml_tree(content: bytes, chance: Random) -> bytes:
    """Change places of the values of a YAML file."""
    if b"&a" in content or len(content) > _LARGEST:
        return content  # aliases may stand for far more than they take
    yaml = YAML(typ="safe", pure=True)
    with suppress(YAMLError, UnicodeDecodeError, ValueError, RecursionError, TypeError):
        tree = json.loads(json.dumps(yaml.load(content), default=str))
        for _ in range(chance.choice((1, 1, 4))):
            _change(tree, chance)
        stream = io.BytesIO()
        yaml.dump(tree, stream)
        return stream.getvalue()
    return content


def json_tree(content: bytes, chance: Random) -> bytes:
    """Change places of the values of a JSON file."""
    with suppress(ValueError, RecursionError):
        tree = json.loads(content)
        for _ in range(chance.choice((1, 1, 1, 4))):
            _change(tree, chance)
        text = json.dumps(tree, ensure_ascii=chance.random() < 0.5)
        return text.encode("utf-8", "surrogatepass")
    return content


def json_form(text: str, chance: Random) -> str:
    """Put what JSON does not know, or knows and Python does not, at the place of a value."""
    found = list(re.finditer(r'"(?:[^"\\]|\\.)*"|\d+', text))
    if not found:
        return text
    match = chance.choice(found)
    depth = chance.choice((200, 100_000))
    value = chance.choice(
        (
            *("NaN", "-Infinity", "1e999", '"\\ud800"', '"\\u0000"', '"\\ud83d"', "nul", "01"),
            *("{" * depth, "[" * depth, "[" * depth + "]" * depth, "9" * 5000, "/* x */ 1", "1,"),
        )
    )
    return text[: match.start()] + value + text[match.end() :]


def json_names(text: str, chance: Random) -> str:
    """Name a field twice, or by the name of another."""
    found = list(re.finditer(r'"(?:[^"\\]|\\.)*"\s*:', text))
    if not found:
        return text
    match, other = chance.choice(found), chance.choice(found)
    name = chance.choice(
        (other[0], f"{match[0]} 7, {match[0]}", f"{other[0]} null, {match[0]}", '"":', "x:")
    )
    return text[: match.start()] + name + text[match.end() :]


YAMLS: tuple[Mutator, ...] = (
    *map(on_text, (scalar, scalar, scalar, key, deep, stream)),
    *(yaml_tree, yaml_tree),
)
JSONS: tuple[Mutator, ...] = (
    json_tree,
    json_tree,
    json_tree,
    *map(on_text, (json_form, json_names)),
)
