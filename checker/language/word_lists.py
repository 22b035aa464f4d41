"""Users' own word lists: TSV files of the form of `lexicons/`, read before the lexicons that ship.

Which two languages a list is of says its first comment (`# vi-en`) or the end of its file's name (`terms.vi-en.tsv`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.foundation.errors import SettingsError

_LANGUAGES = ("vi", "en", "fr", "de", "es", "ru", "zh")
_HEADER = re.compile(r"#\s*([a-z]{2})-([a-z]{2})\b")
_NAMED = re.compile(r"(?:^|[^a-z])([a-z]{2})-([a-z]{2})\.[a-z]+$")
_EXAMPLE = "a line is a word, a tab, its translations with `;` between, likeliest first"


@dataclass(frozen=True, slots=True)
class WordList:
    """A list that was found to be in form: words of the language `first`, their translations in `second`.

    It is its text, so that it is cheap to hand to other processes and two of the same words are one.
    """

    first: str
    second: str
    text: str


def read(content: bytes, name: str) -> WordList:
    """The word list of a file; SettingsError with the number of the line that is not in form."""
    text = _decoded(content, name)
    first, second = _languages(text, name)
    if not [*_checked(text, name)]:
        raise SettingsError(f"{name} holds no words; {_EXAMPLE}. Add some, or take the file out of `lexicons`.")
    return WordList(first, second, text)


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        raise SettingsError(f"{name}:{line}: not UTF-8; save the file in the encoding UTF-8.") from None


def _languages(text: str, name: str) -> tuple[str, str]:
    """The two languages by the first comment that names them, else by the file's name."""
    comments = (line for line in text.splitlines() if line.startswith("#"))
    found = next(filter(None, map(_HEADER.match, comments)), None) or _NAMED.search(name.lower())
    if found is None:
        raise SettingsError(
            f"{name} does not say which languages it is of; begin it with the line `# vi-en` (Vietnamese words with "
            "English translations), or end its name in `.vi-en.tsv`."
        )
    first, second = found.groups()
    if first == second or not {first, second} <= set(_LANGUAGES):
        raise SettingsError(
            f"{name}: {first}-{second} are no two languages of {', '.join(_LANGUAGES)}; name two of them."
        )
    return first, second


def _checked(text: str, name: str) -> Iterator[str]:
    """The words of the list; SettingsError at the first line that is none."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != 2 or not cells[0] or not all(each.strip() for each in cells[1].split(";")):
            raise SettingsError(f"{name}:{number}: {line.strip()!r} is no entry; {_EXAMPLE}. Correct that line.")
        yield cells[0]
