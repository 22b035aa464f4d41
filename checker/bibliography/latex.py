r"""LaTeX in a field -> the characters that it prints: accents of our own, everything else by `pylatexenc`.

pylatexenc stacks Vietnamese accents wrongly (``\`{\^a}`` becomes t, circumflex, grave on the wrong letter) and
takes `%` for a comment, so accents are composed here first, from the inside out, and `% & #` are protected.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.foundation import clean

if TYPE_CHECKING:
    from pylatexenc import latex2text  # loaded where there is a command to print, which most files do without

# Longer or deeper than any real field; beyond it LaTeX is left as it stands and said so (parsers recurse).
_LONGEST = 50_000
_DEEPEST = 40

# Combining characters of LaTeX's accent commands (`\h` is the hook of the T5 encoding, vntex).
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "h": "\u0309", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327",
    "k": "\u0328", "b": "\u0331",
}  # fmt: skip
# Marks that belong to the letter stand before the tone, or NFC cannot compose them (ấ is â + acute).
_LETTER_MARKS = "\u031b\u0302\u0306"
# Letters with names of their own (T1 and T5 encodings; vntex).
_LETTERS = {
    "ohorn": "ơ", "Ohorn": "Ơ", "OHORN": "Ơ", "uhorn": "ư", "Uhorn": "Ư", "UHORN": "Ư", "dj": "đ", "DJ": "Đ",
    "dh": "ð", "DH": "Ð", "acircumflex": "â", "Acircumflex": "Â", "ACIRCUMFLEX": "Â", "ecircumflex": "ê",
    "Ecircumflex": "Ê", "ECIRCUMFLEX": "Ê", "ocircumflex": "ô", "Ocircumflex": "Ô", "OCIRCUMFLEX": "Ô",
    "abreve": "ă", "Abreve": "Ă", "ABREVE": "Ă", "i": "ı", "j": "ȷ",
}  # fmt: skip

# Names of programs that LaTeX draws as logos; pylatexenc would print nothing for them.
_LOGOS = {
    name: name for name in ("TeX", "LaTeX", "BibTeX", "XeTeX", "XeLaTeX", "LuaTeX", "LuaLaTeX", "ConTeXt", "AmSTeX")
}
_LOGOS |= {"LaTeXe": "LaTeX2e", "MF": "METAFONT", "MP": "MetaPost"}
# Journals as astronomers' databases export them (AAS macros, aastex.cls): a preamble that is not at hand defines them.
_LOGOS |= {
    "aj": "AJ", "actaa": "Acta Astron.", "araa": "ARA&A", "apj": "ApJ", "apjl": "ApJ", "apjs": "ApJS",
    "ao": "Appl. Opt.", "apss": "Ap&SS", "aap": "A&A", "aapr": "A&A Rev.", "aaps": "A&AS", "azh": "AZh",
    "baas": "BAAS", "caa": "Chinese Astron. Astrophys.", "cjaa": "Chinese J. Astron. Astrophys.", "icarus": "Icarus",
    "jcap": "J. Cosmology Astropart. Phys.", "jrasc": "JRASC", "memras": "MmRAS", "mnras": "MNRAS", "na": "New A",
    "nar": "New A Rev.", "pra": "Phys. Rev. A", "prb": "Phys. Rev. B", "prc": "Phys. Rev. C", "prd": "Phys. Rev. D",
    "pre": "Phys. Rev. E", "prl": "Phys. Rev. Lett.", "pasa": "PASA", "pasp": "PASP", "pasj": "PASJ",
    "qjras": "QJRAS", "rmxaa": "Rev. Mexicana Astron. Astrofis.", "skytel": "S&T", "solphys": "Sol. Phys.",
    "sovast": "Soviet Ast.", "ssr": "Space Sci. Rev.", "zap": "ZAp", "nat": "Nature", "iaucirc": "IAU Circ.",
    "aplett": "Astrophys. Lett.", "apspr": "Astrophys. Space Phys. Res.", "bain": "Bull. Astron. Inst. Netherlands",
    "fcp": "Fund. Cosmic Phys.", "gca": "Geochim. Cosmochim. Acta", "grl": "Geophys. Res. Lett.",
    "jcp": "J. Chem. Phys.", "jgr": "J. Geophys. Res.", "jqsrt": "J. Quant. Spec. Radiat. Transf.",
    "memsai": "Mem. Soc. Astron. Italiana", "nphysa": "Nucl. Phys. A", "physrep": "Phys. Rep.",
    "physscr": "Phys. Scr", "planss": "Planet. Space Sci.", "procspie": "Proc. SPIE",
}  # fmt: skip
# Commands that change only how their words look.
_SILENT = frozenset(
    "it sl sf tt bf rm em sc mbox hbox acro textls bibname relax small tiny large Large url nolinkurl path href string".split()  # noqa: SIM905 - a table of words
)

_TRIGGER = re.compile(r"[\\{}$~%]|--|``|''")
_LETTER = re.compile(r"\\(" + "|".join(sorted(_LETTERS, key=len, reverse=True)) + r")(?![A-Za-z])(?:\s*\{\}|[ \t]+)?")
_LOGO = re.compile(r"\\(" + "|".join(sorted(_LOGOS, key=len, reverse=True)) + r")(?![A-Za-z])(?:\s*\{\})?")
# A command in capitals that a preamble of its own defines is nearly always an abbreviation: `\CTAN`, `\XML`.
_NAME = re.compile(r"\\(?!DJ|AA|AE|OE|SS|TH|DH|NG|IJ|OHORN|UHORN)([A-Z]{2,})(?![A-Za-z])(?:\s*\{\})?")
_SORTING = re.compile(r"\{?\\noopsort\s*\{[^{}]*\}\}?")
_BASE = r"[^\W\d_][\u0300-\u036f]*"
_ACCENTED = re.compile(
    rf"\\(?:([`'^~=.\"])\s*|([uhrHvdckb])(?![A-Za-z])\s*)(?:\{{\s*(?:\{{({_BASE})\}}|({_BASE}))\s*\}}|({_BASE}))"
)
_SPACED = re.compile(rf"\\([uhrHvdckb])\s+({_BASE})")
_ALONE = re.compile(r"\{([^\W\d_][\u0300-\u036f]*)\}")
_BARE_SPECIAL = re.compile(r"(?<!\\)([%&#])")
_MATH = re.compile(r"(?<!\\)\$([^$]*)\$")
_ADDRESS = re.compile(r"\\(?:url|nolinkurl|path)\s*\{([^{}]*)\}|\\href\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
# Printed braces, backslashes and their like, held by private-use characters until everything that gives them meaning is done.
_LITERAL = re.compile(
    r"\\(?:([{}])|(textbraceleft|textbraceright|textbackslash|textasciicircum|textasciitilde)(?![A-Za-z])(?:\s*\{\}|[ \t]+)?)"
)
_HELD = {
    "{": "\ue002", "textbraceleft": "\ue002", "}": "\ue003", "textbraceright": "\ue003", "textbackslash": "\ue004",
    "textasciicircum": "\ue005", "textasciitilde": "\ue006",
}  # fmt: skip
_PRINTED = str.maketrans("\ue002\ue003\ue004\ue005\ue006", "{}\\^~")
_WRAPPED = re.compile(r"\\(?:url|nolinkurl|path)\s*\{(.*)\}|<(.*)>", re.DOTALL)
_MACRO = re.compile(r"\\([A-Za-z]+)")
_STILL_THERE = re.compile(r"\\[A-Za-z]+|(?<!\\)[{}]")
_UNESCAPE = (
    (re.compile(r"\\textasciitilde\s*(?:\{\})?|\{\\textasciitilde\}|\$\\sim\$|\\string~|\\~(?:\{\})?"), "~"),
    (re.compile(r"\\(?:textunderscore|_)\s*(?:\{\})?"), "_"),
    (re.compile(r"\\([%&#{}$])"), r"\1"),
    (re.compile(r"\{([_~%&#=?])\}"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Plain:
    """The characters of a field; `leftovers` are the macros or braces that could not be resolved."""

    text: str
    leftovers: tuple[str, ...] = ()


@lru_cache(maxsize=1000)
def decode(raw: str) -> Plain:
    """The text of a field that LaTeX would print: NFC, one line, hidden characters taken out.

    Remembered, because a journal or an acknowledgement behind a @string comes back in thousands of entries.
    """
    flat = " ".join(clean.text(raw).split())
    if not _TRIGGER.search(flat):
        return Plain(flat)
    if len(flat) > _LONGEST or _depth(flat) > _DEEPEST:
        return Plain(flat.replace("{", "").replace("}", ""), ("too long or too deep to decode",))
    unknown = _unknown(flat)
    addresses: list[str] = []
    shelved = _ADDRESS.sub(lambda match: _shelve(match, addresses), _SORTING.sub("", flat))
    shelved = _NAME.sub(r"\1", _LOGO.sub(lambda match: _LOGOS[match[1]], shelved))
    composed = _compose(_LITERAL.sub(lambda match: _HELD[match[1] or match[2]], shelved))
    text = _print(composed) if "\\" in composed or "$" in composed else _ligatures(composed)
    for number, address in enumerate(addresses):
        text = text.replace(f"\ue000{number}\ue001", address)
    text = " ".join(unicodedata.normalize("NFC", text).replace("\xa0", " ").split())
    leftovers = (*unknown, *dict.fromkeys(_STILL_THERE.findall(text)))
    return Plain(text.translate(_PRINTED), leftovers)


def verbatim(raw: str) -> str:
    r"""A field that LaTeX prints as it stands (url, doi, file): only `\_`, `\%`, `\~{}` and their like undone."""
    text = clean.text(raw).strip()
    wrapped = _WRAPPED.fullmatch(text)
    if wrapped:
        text = (wrapped[1] or wrapped[2] or "").strip()
    if "\\" in text or "{" in text or "$" in text:
        for pattern, plain in _UNESCAPE:
            text = pattern.sub(plain, text)
    return text


def _shelve(match: re.Match[str], addresses: list[str]) -> str:
    """A placeholder that no step touches, for an address whose `%` and `~` must survive."""
    address = verbatim(match[1] if match[1] is not None else match[2])
    addresses.append(address)
    words = f"{match[3]} " if match[3] else ""
    return f"{words}\ue000{len(addresses) - 1}\ue001"


def _compose(text: str) -> str:
    if "\\" not in text:
        return text
    text = _LETTER.sub(lambda match: _LETTERS[match[1]], text)
    # An accent inside an accent inside a group: three rounds resolve the deepest that Vietnamese needs.
    for _ in range(4):
        before = text
        text = _ACCENTED.sub(_accent, text)
        text = _SPACED.sub(lambda match: _marked(match[1], match[2]), text)
        if text == before:
            break
        text = _ALONE.sub(r"\1", text) if "\\" in text else text
    return unicodedata.normalize("NFC", text)


def _accent(match: re.Match[str]) -> str:
    return _marked(match[1] or match[2], match[3] or match[4] or match[5])


def _marked(accent: str, letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    base, marks = apart[0], [*apart[1:], _ACCENTS[accent]]
    marks.sort(key=lambda mark: mark not in _LETTER_MARKS)
    return unicodedata.normalize("NFC", {"ı": "i", "ȷ": "j"}.get(base, base) + "".join(marks))


def _print(text: str) -> str:
    text = _MATH.sub(_dollars, text)
    if len(re.findall(r"(?<!\\)\$", text)) % 2:
        text = re.sub(r"(?<!\\)\$", r"\\$", text)
    return str(_printer().latex_to_text(_BARE_SPECIAL.sub(r"\\\1", text)))  # type: ignore[no-untyped-call]


def _dollars(match: re.Match[str]) -> str:
    """`$x_2$` is mathematics; two prices in one title are not."""
    inner = match[1]
    return match[0] if re.search(r"[\\_^]", inner) or len(inner) <= 3 else f"\\${inner}\\$"


def _ligatures(text: str) -> str:
    """What TeX prints for a text without any command: groups vanish, dashes and quotes join, a tie is a space."""
    for sign, printed in (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("~", " "), ("{", ""), ("}", "")):
        text = text.replace(sign, printed)
    return text


def _unknown(text: str) -> tuple[str, ...]:
    names = dict.fromkeys(_MACRO.findall(text))
    return tuple(f"\\{name}" for name in names if not _known(name))


@lru_cache(maxsize=1000)
def _known(name: str) -> bool:
    if any(name in table for table in (_LETTERS, _ACCENTS, _HELD, _LOGOS, _SILENT)) or name == "noopsort":
        return True
    from pylatexenc import latex2text  # noqa: PLC0415 - see above

    spec = latex2text.get_default_latex_context_db().get_macro_spec(name)  # type: ignore[no-untyped-call]
    return bool(spec is not None and spec.macroname)


@lru_cache(maxsize=1)
def _printer() -> latex2text.LatexNodes2Text:
    from pylatexenc import latex2text  # noqa: PLC0415 - see above

    return latex2text.LatexNodes2Text(math_mode="text", strict_latex_spaces=False)  # type: ignore[no-untyped-call]


def _depth(text: str) -> int:
    deepest = depth = 0
    for char in text:
        if char == "{":
            depth += 1
            deepest = max(deepest, depth)
        elif char == "}":
            depth -= 1
    return deepest
