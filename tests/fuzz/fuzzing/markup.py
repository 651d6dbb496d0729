"""Damage to XML and HTML: elements, attributes, and what else markup may hold."""

from __future__ import annotations

import re
from random import Random

from fuzzing.bytes_and_texts import Mutator, on_text
from fuzzing.oddities import NAMES, odd_letter, odd_number

_TAG = re.compile(r"<[A-Za-z/][^<>]*>")
_ATTRIBUTE = re.compile(r'\s([\w:.-]+)="([^"]*)"')
_DECLARATION = re.compile(r"^<\?xml[^>]*\?>")
INSERTS = (
    "<!-- a comment -->", "<!---->", "<!-- -- -->", "<?target instruction?>",
    "<?xml version='1.0'?>",
    "<![CDATA[ <b>&amp; ]]>", "&nbsp;", "&nosuch;", "&#0;", "&#8;", "&#xD800;", "&#xFFFE;",
    "&#1114112;", "&", "<", "<>", "</x>", "<x:y/>", "<x xmlns='urn:x'/>", "<x a='1' a='2'/>",
    "<script>1</script>", "<style>p{}</style>", "<table><tr><td rowspan='9999999' colspan='-1'>x",
    "<ol start='99999999999'><li>x</li></ol>", "<ol start='-5' type='I'><li>x</li></ol>", "<br/>",
    "<p>", "<svg><text>x</text></svg>", "<math><mi>x</mi></math>", "<img src='file:///x'/>",
    "<a href='http://[x'>x</a>", "<base href='http://[x'>", "<meta charset='utf-16'>",
    "<!DOCTYPE x [<!ENTITY a 'x'>]>", "<!DOCTYPE x SYSTEM 'x.dtd'>", "<sup>1</sup>", "<li>x",
    "<x xmlns:y='urn:y' y:a='1'/>", "<x y:a='1'/>", "<x xmlns=''/>", "<xml:x/>",
    "<x xml:lang='\u00e9'/>", "<x xml:space='x'/>", "<x xml:id='1'/><x xml:id='1'/>",
    "<?xml-stylesheet href='x.xsl'?>", "<!x>", "<![x[", "&lt;p&gt;", "&#x202e;", "&#xFEFF;",
    "&#x1F468;", "&#x85;", "&#0000000000065;", "&#xFFFFFFFFFF;", "&#-1;",
    "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='x'/>", "<x" + " a" * 300 + "/>",
    "<p id=a id=b>", "<template><p>x</p></template>", "<noscript><p>x", "<textarea><p>",
    "<plaintext>", "<frameset>", "<select><p>x", "<li value='-9'>x</li>", "<td headers='x'>x</td>",
    "<ruby>a<rt>b</rt></ruby>", "<bdo dir='rtl'>x</bdo>", "<p hidden>x</p>",
    "<p style='display:none'>x</p>", "<del>x</del>", "<ins>x</ins>", "<form><table><form><td>",
    "<authorialNote marker='1'><p>x</p></authorialNote>", "<num/>", "<num>999999999999.</num>",
    "<akomaNtoso/>", "<paragraph><num>1.</num></paragraph>", "<tblock/>", "<eol/>", "<blockList/>",
    "<item><num>(a)</num></item>", "<seg/>", "<unit/>", "<mrk id='x'/>", "<pc id='1'/>",
    "<sm id='1'/>", "<em startRef='1'/>", "<cp hex='001B'/>", "<ph id='1'/>", "<sub>2</sub>",
    "<tuv/>", "<tu/>", "<bpt i='1'/>", "<note/>", "<x a='" + "y" * 1_000_000 + "'/>",
)  # fmt: skip
DOCTYPES = (
    "<!DOCTYPE x>",
    '<!DOCTYPE x SYSTEM "x.dtd">',
    '<!DOCTYPE x PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">',
    "<!DOCTYPE x [<!ENTITY a 'x'>]>",
    "<!DOCTYPE x [<!ENTITY a 'xxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
    "<!DOCTYPE x [<!ELEMENT x ANY><!ATTLIST x y CDATA 'z'>]>",
)


def elements(text: str, chance: Random) -> str:
    """Lose, double, rename or swap tags, or whole elements as far as tags tell."""
    found = list(_TAG.finditer(text))
    if not found:
        return text
    first, second = sorted(chance.sample(range(len(found)), 2)) if len(found) > 1 else (0, 0)
    one, two = found[first], found[second]
    far = found[min(len(found) - 1, first + chance.choice((1, 1, 3, 30)))]
    name = chance.choice(("x", "x:y", "P", "p", "num", "tr", "mrk", "note", "w:t", "1"))
    piece = text[one.start() : far.end()]
    changed = chance.choice(
        (
            text[one.end() :],
            two[0] + text[one.end() :],
            text[far.end() :],
            piece * chance.choice((1, 1, 60)) + text[one.start() :],
            text[one.end() : two.start()] + piece + text[two.start() :],
            re.sub(r"^(</?)[^\s/>]+", rf"\g<1>{name}", one[0]) + text[one.end() :],
        )
    )
    return text[: one.start()] + changed


def attributes(text: str, chance: Random) -> str:
    """Lose, double or change an attribute."""
    found = list(_ATTRIBUTE.finditer(text))
    if not found:
        return text
    one, other = chance.choice(found), chance.choice(found)
    value = chance.choice(
        ("", other[2], odd_number(chance), odd_letter(chance), f"{one[2]}x", "x" * 9000)
    ).replace('"', "&quot;")
    said = chance.choice(("", one[0] * 2, f' {one[1]}="{value}"', f' {one[1]}="{value}"', other[0]))
    return text[: one.start()] + said + text[one.end() :]


def inserts(text: str, chance: Random) -> str:
    """Put a comment, an instruction, an entity or a strange element between tags or letters."""
    found = list(_TAG.finditer(text))
    for _ in range(chance.choice((1, 1, 5))):
        place = chance.choice(found).end() if found else 0
        place += chance.choice((0, 0, 1))
        text = text[:place] + chance.choice(INSERTS) + text[place:]
        found = list(_TAG.finditer(text))
    return text


def prolog(text: str, chance: Random) -> str:
    """Declare an encoding, a version, a document type."""
    name = chance.choice(NAMES)
    if chance.random() < 0.2:
        return re.sub(r'charset="?[\w-]*', f'charset="{name}', text, count=1)
    declared = chance.choice(
        (f'<?xml version="1.0" encoding="{name}"?>',) * 3
        + (
            "",
            '<?xml version="9.9"?>',
            "<?xml?>",
            '<?xml version="1.1"?>',
            "\n<?xml version='1.0'?>",
        )
    )
    doctype = chance.choice(("", "", *DOCTYPES))
    return declared + doctype + _DECLARATION.sub("", text)


def deep_elements(text: str, chance: Random) -> str:
    """Nest elements without end at some place."""
    found = list(_TAG.finditer(text))
    depth = chance.choice((20, 300, 5000, 60_000))
    name = chance.choice(("div", "b", "x", "ol", "table", "blockList", "mrk", "w:p"))
    place = chance.choice(found).end() if found else 0
    closed = chance.choice((f"</{name}>" * depth, ""))
    return text[:place] + f"<{name}>" * depth + "x" + closed + text[place:]


MARKUP: tuple[Mutator, ...] = tuple(
    map(on_text, (elements, elements, attributes, inserts, inserts, prolog, deep_elements))
)
