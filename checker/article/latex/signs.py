"""What LaTeX commands stand for: accents, letters, signs; and which commands cite, head, or are no prose."""

from __future__ import annotations

import unicodedata

_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "h": "\u0309",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
"""Accent commands of LaTeX and of vntex (`\\h` is the hook above, dấu hỏi) as combining characters."""

SIGNS = {
    "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "i": "i", "j": "j", "dj": "đ", "DJ": "Đ", "ohorn": "ơ", "OHORN": "Ơ", "uhorn": "ư", "UHORN": "Ư",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "S": "§", "P": "¶", "pounds": "£",
    "euro": "€", "EUR": "€", "copyright": "©", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textbar": "|",
    "textdegree": "°", "degree": "°", "slash": "/", "LaTeX": "LaTeX", "TeX": "TeX", "quad": " ", "qquad": " ", "newline": " ",
    "linebreak": " ", "space": " ", "guillemotleft": "«", "guillemotright": "»", "og": "«", "fg": "»", "No": "№",
    "%": "%", "&": "&", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", ",": " ", ";": " ", ":": " ", "/": "", "!": "",
    "-": "", "@": "", "\n": " ",
}  # fmt: skip
"""Commands without arguments and what a reader sees of them."""

HEADINGS = frozenset(
    {"part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph", "minisec"}
)

NO_PROSE = frozenset(
    {"label", "ref", "eqref", "autoref", "cref", "Cref", "pageref", "nameref", "vref", "includegraphics", "usepackage"}
    | {
        "bibliography",
        "bibliographystyle",
        "addbibresource",
        "vspace",
        "hspace",
        "newcommand",
        "renewcommand",
        "nocite",
    }
    | {
        "providecommand",
        "setlength",
        "setcounter",
        "addtocounter",
        "documentclass",
        "pagestyle",
        "thispagestyle",
        "index",
    }
    | {"input", "include", "subfile", "hypersetup", "definecolor", "color", "geometry", "graphicspath", "todo", "tikz"}
    | {"newtheorem", "theoremstyle", "DeclareMathOperator", "captionsetup", "printbibliography", "ensuremath", "cline"}
    | {"author", "date", "affil", "email", "address", "multicolumn", "pdfbookmark", "phantomsection", "glossaryentry"}
) - {"multicolumn"}
"""Commands whose arguments are no prose."""

NO_PROSE_ENVIRONMENTS = frozenset(
    {"equation", "align", "gather", "multline", "eqnarray", "math", "displaymath", "alignat", "flalign", "verbatim"}
    | {
        "lstlisting",
        "minted",
        "Verbatim",
        "comment",
        "tikzpicture",
        "filecontents",
        "algorithm",
        "algorithmic",
        "pgfpicture",
    }
    | {"array", "alltt", "picture", "forest"}
)

QUOTATIONS = frozenset({"quote", "quotation", "displayquote", "displaycquote", "verse", "epigraph"})

TABLES = frozenset({"tabular", "tabularx", "tabulary", "longtable", "tabu", "supertabular"})


def is_accent(name: str) -> bool:
    """True for a command that puts an accent on what follows."""
    return name in _ACCENTS


def accented(name: str, letters: str) -> str:
    r"""Letters with the accent on the first of them, composed (`\\'{\\^o}` arrives as ` ' ` and `ô`)."""
    base = letters[:1] or " "
    return unicodedata.normalize("NFC", base + _ACCENTS[name]) + letters[1:]
