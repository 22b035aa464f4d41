"""The words around an entry in the languages of the list, and dates as these languages write them."""

from __future__ import annotations

from dataclasses import dataclass

from babel import Locale

from checker.foundation.model import PartialDate


@dataclass(frozen=True, slots=True)
class Words:
    """What a list says in one language; `{}` stands for the value."""

    language: str
    both: str  # between the last two names
    others: str
    editor: str
    archived: str
    archived_on: str
    accessed: str
    undated: str
    volume: str
    issue: str
    page: str
    pages: str
    quotes: tuple[str, str]


WORDS = {
    "en": Words(
        language="en",
        both="and",
        others="and others",
        editor="ed.",
        archived="Archived:",
        archived_on="saved {}",
        accessed="Accessed {}",
        undated="n.d.",
        volume="vol. {}",
        issue="no. {}",
        page="p. {}",
        pages="pp. {}",
        quotes=("“", "”"),
    ),
    "vi": Words(
        language="vi",
        both="và",
        others="và những người khác",
        editor="biên tập",
        archived="Bản lưu trữ:",
        archived_on="lưu {}",
        accessed="Truy cập {}",
        undated="không rõ năm",
        volume="tập {}",
        issue="số {}",
        page="tr. {}",
        pages="tr. {}",
        quotes=("“", "”"),
    ),
}


def words_of(language: str) -> Words:
    """The words of a language; English for any that is not in the table."""
    return WORDS.get(language, WORDS["en"])


def date(value: PartialDate | None, words: Words) -> str:
    """A date in words as far as it is known: `25 December 1991`, `tháng 12 năm 1991`, `1991`."""
    if value is None or value.year is None:
        return ""
    if value.month is None:
        return str(value.year)
    if words.language == "vi":
        day = f"ngày {value.day} " if value.day else ""
        return f"{day}tháng {value.month} năm {value.year}"
    day = f"{value.day} " if value.day else ""
    return f"{day}{month(value, words)} {value.year}"


def month(value: PartialDate, words: Words) -> str:
    """The name of the month of a date that has one (CLDR)."""
    return str(Locale(words.language).months["format"]["wide"][value.month])
