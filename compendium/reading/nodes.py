"""One YAML text read into plain values, with the line of every key and value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from math import isfinite

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from compendium.findings import Finding, Place
from compendium.model.characters import Forbidden, forbidden, in_one_form, without_forbidden
from compendium.model.lines import lines_with_ends
from compendium.model.value import Way
from compendium.reading.breaks import explain_break
from compendium.reading.kept_texts import keep_parsed, kept_parsed
from compendium.reading.parsed_text import Nodes, Position
from compendium.reading.pieces import cut

_LONGEST_NUMBER = 18  # digits; what has more is no number of anything here
# The parser reads brackets one in the other to the last before it gives them up.
_OPENED = re.compile(r"(?:[\[{](?:\s*|[^\[\]{}\n]{0,40}[:,]\s*))+")
_DEEPEST = 1000
_MOST = 100_000  # values of a file that has aliases; few lines of them can stand for millions
_BEYOND = re.compile(r"\\U(?!0010|000)[0-9A-Fa-f]{8}")
_DECIMAL = re.compile(r"[-+]?[0-9]+")


# A command of several steps reads the sources after each: what did not change is not parsed again,
# neither a file nor a piece of one. The commands of a build share what they parsed.
_latest: dict[str, tuple[str, Nodes]] = {}


def forget_parsed() -> None:
    """Keep nothing that was parsed, where much was and memory is wanted for other things."""
    _latest.clear()
    _piece.cache_clear()


def parse(text: str, file: str) -> Nodes:
    r"""Read a YAML 1.2 text; whatever is wrong becomes a finding. Nobody changes what it gives.

    >>> parse("a:\n  b: 8\n", "x.yaml").positions[("a", "b")].key
    2
    """
    before, nodes = _latest.get(file, ("", None))
    if nodes is None or before != text:
        nodes = kept_parsed(text, file)
        if nodes is None:
            nodes = _parse(text, file)
            keep_parsed(nodes, text)
        _latest[file] = text, nodes
    return nodes


def _parse(text: str, file: str) -> Nodes:
    findings = list(_forbidden_in(text, file))
    text = without_forbidden(text)
    if any(len(re.findall(r"[\[{]", run[0])) > _DEEPEST for run in _OPENED.finditer(text)):
        nodes = _too_deep(Nodes(file))
    else:
        nodes = _in_pieces(text, file) or _whole(text, file)
    nodes.findings[:0] = findings
    return nodes


def _in_pieces(text: str, file: str) -> Nodes | None:
    """A text put together from its pieces; None where it has none, or anything is wrong in one."""
    pieces = cut(text)
    head = _whole(pieces.head, file) if pieces else Nodes(file)
    if pieces is None or head.broken or head.findings or not isinstance(head.value, dict):
        return None
    items: list[object] = []
    last = 0
    for number, (piece, nodes) in enumerate((item, _piece(item.text)) for item in pieces.items):
        if nodes.broken or nodes.findings or not isinstance(nodes.value, list):
            return None
        items += nodes.value
        for (_, *way), at in ((way, at) for way, at in nodes.positions.items() if way):
            last = at.last + piece.before
            moved = Position(at.key + piece.before, at.first + piece.before, last)
            head.positions[pieces.key, str(number), *way] = moved
        last = nodes.positions[()].last + piece.before
    if len(items) != len(pieces.items) or head.value.get(pieces.key, 0) is not None:
        return None
    listed, first = head.positions[(pieces.key,)], pieces.items[0].before + 1
    head.positions[(pieces.key,)] = Position(listed.key, first, last)
    head.positions[()] = replace(head.positions[()], last=last)
    head.value = head.value | {pieces.key: items}
    return head


@lru_cache(maxsize=1 << 14)
def _piece(text: str) -> Nodes:
    return _whole(text, "")


def _whole(text: str, file: str) -> Nodes:
    nodes = Nodes(file)
    try:
        root = YAML(typ="safe", pure=True).compose(text)
        _Builder(nodes).build_root(root)
    except RecursionError:
        return _too_deep(nodes)
    except ReaderError as fault:
        line = text.count("\n", 0, fault.position) + 1
        nodes.findings.append(explain_break(Place(file, line), fault.reason, ""))
        return nodes
    except MarkedYAMLError as fault:
        # Where a quotation mark or a key is never closed, the fault is where it was opened.
        opened = re.search("quoted scalar|simple key", fault.context or "")
        mark = (opened and fault.context_mark) or fault.problem_mark or fault.context_mark
        line = mark.line + 1 if mark else 0
        nodes.findings.append(
            explain_break(Place(file, line), fault.problem or "", fault.context or "")
        )
        return nodes
    except YAMLError as fault:
        nodes.findings.append(explain_break(Place(file), str(fault), ""))
        return nodes
    except (ValueError, OverflowError):  # of chr(), at an escape beyond Unicode
        nodes.findings.append(_no_character(text, file))
        return nodes
    return nodes


def _forbidden_in(text: str, file: str) -> Iterator[Finding]:
    """F014: the characters that no text may hold, each at its line, and once for each line."""
    for number, line in enumerate(lines_with_ends(text), start=1):
        for character in {found.character: found for found in forbidden(line)}.values():
            yield _forbidden(character, Place(file, number))


def _forbidden(character: Forbidden, place: Place) -> Finding:
    return Finding(place, "F014", character.message, "delete it, or write what was meant")


def _no_character(text: str, file: str) -> Finding:
    """The finding for an escape of more than Unicode has, at the first that may be meant."""
    escape = _BEYOND.search(text)
    line = text.count("\n", 0, escape.start()) + 1 if escape else 0
    message = "broken YAML: an escape that is not a character"
    return Finding(Place(file, line), "F003", message, "write the character itself")


def _too_deep(nodes: Nodes) -> Nodes:
    remedy = "correct the indentation or the brackets: no value is deeper than ten levels"
    finding = Finding(Place(nodes.file), "F003", "broken YAML: nested without end", remedy)
    return Nodes(nodes.file, findings=[*nodes.findings, finding])


class _Builder:
    """Turns the nodes of one file into values and positions."""

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes
        self._seen: dict[int, tuple[object, int]] = {}  # a value, and how many it holds
        self._count = 0  # of values, with what aliases stand for

    def build_root(self, root: Node | None) -> None:
        if root is None:
            self._nodes.positions[()] = Position(1, 1, 1)
            return
        self._nodes.value = self._build(root, (), root.start_mark.line + 1)

    def _build(self, node: Node, way: Way, key_line: int) -> object:
        first, last = node.start_mark.line + 1, node.end_mark.line + 1
        self._nodes.positions[way] = Position(key_line, first, last)
        if id(node) in self._seen:
            self._find(
                key_line,
                "F013",
                "an alias (*name) refers to a value written elsewhere",
                "write the value out; put text that starts with * in quotes or after >-",
            )
            value, size = self._seen[id(node)]
            self._count += size
            return value if self._count <= _MOST else None
        self._seen[id(node)] = None, 0  # an alias inside itself has no value
        before = self._count
        self._count += 1
        value = self._value(node, way)
        self._seen[id(node)] = value, self._count - before
        return value

    def _value(self, node: Node, way: Way) -> object:
        if isinstance(node, MappingNode):
            return self._mapping(node, way)
        if isinstance(node, SequenceNode):
            return [
                self._build(child, (*way, str(number)), child.start_mark.line + 1)
                for number, child in enumerate(node.value)
            ]
        assert isinstance(node, ScalarNode)
        return self._plain(node)

    def _mapping(self, node: MappingNode, way: Way) -> Mapping[object, object]:
        nodes_by_key: dict[object, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, ScalarNode):
                self._find(line, "F003", "a key is not a single word", "write `name: value`")
                continue
            key = self._plain(key_node)
            if key in nodes_by_key:
                self._find(
                    line,
                    "F004",
                    f"the key {key_node.value!r} occurs twice in the same place",
                    "keep one of the two",
                )
                continue
            nodes_by_key[key] = self._build(value_node, (*way, str(key)), line)
        return nodes_by_key

    def _plain(self, node: ScalarNode) -> object:
        """The plain value of a scalar, in which escapes may stand for what no text may hold."""
        value = _scalar(node)
        if isinstance(value, str):
            place = Place(self._nodes.file, node.start_mark.line + 1)
            self._nodes.findings += (_forbidden(character, place) for character in forbidden(value))
            return without_forbidden(in_one_form(value))
        return value

    def _find(self, line: int, code: str, message: str, remedy: str) -> None:
        self._nodes.findings.append(Finding(Place(self._nodes.file, line), code, message, remedy))


def _scalar(node: ScalarNode) -> object:
    """The plain value: dates stay text, since the model knows which text is a date."""
    kind = str(node.tag).rpartition(":")[2]
    text: str = node.value
    if kind == "int" and _DECIMAL.fullmatch(text) and len(text) <= _LONGEST_NUMBER:
        return int(text)
    if kind == "float" and re.fullmatch(r"[-+0-9.eE]+", text) and isfinite(float(text)):
        return float(text)
    if kind == "bool":
        return text.lower() == "true"
    return None if kind == "null" else text
