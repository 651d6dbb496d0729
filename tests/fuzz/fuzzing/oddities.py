"""Odd letters, numbers and encodings, such as files from outside really hold."""

from __future__ import annotations

from random import Random

LETTERS = (
    *"\x00\x01\x07\x08\x0b\x0c\x1b\x1c\x1e\x7f\x85\x9f\t\r",  # control characters
    *"\u2028\u2029\u00a0\u2009\u202f\u3000\u00ad\ufeff\u200b\u200d",  # breaks, spaces, nothing
    *"\u202e\u202a\u2066\u2069\u200f\u061c",  # directions
    *"\ufffe\uffff\ufffd\U0001fffe\ue000\U000f0000",  # no characters, private ones
    *"\u0301\ufb01\u017f\u0130\uff11\u0663\u2167\u00b2\u2460\U0001d7d9",  # kin of others
    *"*_[]{}<>&\"'`\\|#:%$@!^~/?=;,.-+()\n ",  # markup of some format
    "[^1]", "[^999]", "{section}", "{0}", "%s", "${x}", "]]>", "<!--", "-->", "<?x?>", "&amp;",
    "&nosuch;", "&#0;", "&#x1f;", "&#xd800;", "&#xffff;", "\\ud800", "\\u0000", "\\x00", "\\N",
    "*" * 99, "[" * 99, "(" * 99, "\u05d0\u0628",
    *"\u2067\u2068\u202c\u200e\u034f\u180e\u2060\u115f\u3164\u2800\u20dd\ufe0f\ufff9\ufffb\U000e0041\u0f71",
    *"\u0130\u0131\u1e9e\u00df\u03a3\u212a\u2126\ufdfa\u0344\u1100\u0d4d\u0e33\u2011\u2010\u2212\u066b\u06f3\u3007",
    "\u0301" * 300, "e\u0301", "\u2067" * 99, "\u202d\u202d\u202c",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1eb", "\ufdfa" * 300,
    "\u1100\u1161\u11a8", "\u0627\u0654", "\udc80", "\r\r\n", "\n\n\n", "\n* * *\n", "\n    x",
    "---", "{#x}", "[x](y)", "![x](y)", "`x`{=html}", "$$", "\\(", "<b>", "\\n", "{{ x }}",
    "{% x %}", "\N{SNOWMAN}\ufe0f", "1.", "(a)", "a)", "(i)", "\u2014",
)  # fmt: skip
NUMBERS = (
    "0", "-1", "00", "1", "4", "99", "4294967296", "-9223372036854775809", "1e9", "1e999", "-0.0",
    "0.1", "1_000", "0x10", "0o17", "nan", ".inf", "9" * 25, "9" * 5000, "1" + "0" * 300, "+7",
    "\u0663", "\u00b2", "\u2167", "IV", "MMMMMMMMMM", "1/0", "2010-02-30", "0000-00-00",
    "9999-12-31", "-1-1-1", "2010-13-01", "24:61", "1.2.3", "1,5", "", " ",
)  # fmt: skip
ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "latin-1",
    "cp1252", "cp1256", "koi8-r", "shift_jis", "gb18030", "big5", "iso2022_jp", "cp037",
)  # fmt: skip
# Names of encodings as a file may declare them; some mean something to Python alone.
NAMES = (
    *ENCODINGS, "UTF-16", "UCS-4", "EBCDIC-CP-US", "punycode", "idna", "undefined", "rot13", "hex",
    "zip", "base64", "unicode_escape", "raw_unicode_escape", "mbcs", "palmos", "no-such-encoding",
    "", "utf-8\x00", "../../x", "\u00e9",
)  # fmt: skip


def odd_letter(chance: Random) -> str:
    """One odd letter, or some that mean something to a format."""
    return chance.choice(LETTERS)


def odd_number(chance: Random) -> str:
    """What may stand where a number should."""
    return chance.choice(NUMBERS)
