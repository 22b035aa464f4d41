"""Is it the work that the entry describes? Title first, then authors and date, in any script; a doubt accuses nobody.

Precision comes first: addresses are mostly right, and one false alarm in a hundred true pages is the limit. So a page is
another work only when hardly a word of the entry's title stands anywhere in it, in the same language, and nobody of the
entry's authors does; or when its own identifiers say so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from checker.foundation.clean import line
from checker.foundation.model import Document, Page, PartialDate, Problem, Reference
from checker.language.text.detect import detect
from checker.language.text.normalise import key
from checker.links.addresses import is_front
from checker.links.authorship import CONTAINERS, named_in, shares_author, years_differ
from checker.links.tables import rows
from checker.links.titles import folded, parts, same_work, telling, unlike, words

_TITLES = (
    "citation_title",
    "og:title",
    "dc.title",
    "dcterms.title",
    "twitter:title",
    "ld:headline",
    "eprints.title",
    "coins.title",
)
_ENOUGH_WORDS = 3  # words of its own that both titles must have before they decide anything
_ENOUGH_TEXT = 600  # code points: less is a landing page, a cover or a notice
_SAMPLE = 600  # code points that show a page's script
_READ = 200_000  # code points of the text in which the title's words are looked for
_STEM = 5  # letters: words that begin alike are one (`miner`, `miners`, `miner's`)
_FEW = 0.34  # share of the title's words in the page below which it is about something else
_SOME = 0.6
# Names of languages in `langid` whose first two letters are not their code.
_CODES = {"german": "de", "ngerman": "de", "spanish": "es", "chinese": "zh", "japanese": "ja", "vietnamese": "vi"}


def source_mismatch(reference: Reference, page: Page) -> Problem | None:
    """`source-mismatch` with what both say, when the page is surely another work than the entry's; None otherwise.

    None as well for what cannot be told: a short or general title, another language or script, a page with little text.
    """
    document = page.document
    if document is None or page.cut or not 200 <= page.status < 300 or is_front(page.final_url):
        return None
    ours = (reference.title, *(reference.fields.get(name, "") for name in CONTAINERS))
    theirs = _titles(document)
    if any(same_work(name, title, at_least=80.0) for name in ours if name for title in theirs):
        return None
    why = _another_identifier(reference, document) or _another_subject(reference, document)
    if why is None:
        return None
    message = f"{page.request.url} seems to be another work than {reference.key}: {why}. {_both(reference, document)}"
    tip = "Compare the page with the entry; correct the address, or the entry."
    return Problem("source-mismatch", message, reference.place, tip=tip)


def _titles(document: Document) -> list[str]:
    said = [value for name, value in document.metadata if name in _TITLES]
    first = [row.strip() for row in document.text[:2000].splitlines() if row.strip()][:6]
    return list(dict.fromkeys([document.title, *said, *(row for row in first if len(row) <= 300)]))


def _another_identifier(reference: Reference, document: Document) -> str | None:
    """The page names a DOI of its own, and neither title, authors nor year are the entry's."""
    if not reference.doi:
        return None
    theirs = next((value for name, value in document.metadata if name in ("citation_doi", "dc.identifier.doi")), "")
    bare = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", theirs.strip(), flags=re.IGNORECASE).lower()
    if not bare or bare == reference.doi.lower():
        return None
    strangers = unlike(reference.title, document.title) and not shares_author(reference.authors, document.authors)
    return f"the page's DOI is {line(bare, 80)}, the entry's {reference.doi}" if strangers else None


def _another_subject(reference: Reference, document: Document) -> str | None:
    own = words(reference.title)
    few = min(len(own), len(words(document.title))) < _ENOUGH_WORDS
    if few or not telling(document.title) or len(document.text) < _ENOUGH_TEXT:
        return None
    if _is_by_an_author(reference, document):
        return None
    share = _share(own, document)
    if not _one_language(reference, document):
        surely = share < _FEW and _is_signed_by_others(reference, document)
        return "titles, authors and years differ" if surely else None
    if share < _FEW:
        return f"{round((1 - share) * len(own))} of the {len(own)} words of the entry's title stand nowhere in the page"
    if share < _SOME and unlike(reference.title, document.title) and _others_made_it(reference, document):
        return "titles, authors and years differ"
    return None


def _share(own: frozenset[str], document: Document) -> float:
    """The share of the title's words that stand in the page, in Latin letters too."""
    there = key(f"{' '.join(_titles(document))} {document.text[:_READ]}")
    beginnings = {word[:_STEM] for word in there.split()}
    found = sum(word[:_STEM] in beginnings or (not word.isascii() and word in there) for word in own)
    return found / len(own)


def _one_language(reference: Reference, document: Document) -> bool:
    """True when the entry's title and the page are surely in one language; a translated title proves nothing."""
    ours, theirs = _languages(reference, document)
    return bool(ours) and ours == theirs and _script(reference.title) == _script(document.title)


def may_share_language(reference: Reference, document: Document) -> bool:
    """False when the entry's title and the page are surely in two languages, or written in two scripts."""
    ours, theirs = _languages(reference, document)
    return (not ours or not theirs or ours == theirs) and _script(reference.title) == _script(document.text[:_SAMPLE])


def _languages(reference: Reference, document: Document) -> tuple[str, str]:
    theirs = detect(document.text[:4000]) or document.language[:2].lower()
    stated = reference.fields.get("langid") or reference.fields.get("language") or ""
    ours = _CODES.get(stated.strip().lower(), stated.strip().lower()[:2]) or detect(reference.title)
    return ours or _small_words(reference.title), theirs


def _small_words(title: str) -> str:
    """The one language of which a title too short for profiles has two small words or more; empty when there is none."""
    said = set(folded(title).replace("'", " ").split())
    found = Counter(
        row[0] for row in rows("common-words") for word in row[1].split() if word in said and row[0] != "vi"
    )
    (best, count), (_, second) = (*found.most_common(2), ("", 0), ("", 0))[:2]
    return best if count >= 2 and count > second else ""


def _is_signed_by_others(reference: Reference, document: Document) -> bool:
    """True when the page itself names its makers, as publishers do for catalogues, and neither they nor the year are the entry's."""
    deliberate = any(name == "citation_author" for name, _ in document.metadata)
    return deliberate and unlike(reference.title, document.title) and _others_made_it(reference, document)


def _script(text: str) -> bool:
    """True for a text in Latin letters, the only division that matters for comparing words."""
    letters = [char for char in text if char.isalpha()]
    return sum(char < "\u0250" or "\u1e00" <= char <= "\u1eff" for char in letters) * 2 > len(letters)


def _is_by_an_author(reference: Reference, document: Document) -> bool:
    """True when an author of the entry is named as the page's, or anywhere at its beginning or end."""
    edges = f"{document.text[:3000]} {document.text[-1500:]}"
    return shares_author(reference.authors, document.authors) or named_in(reference.authors, edges)


def _others_made_it(reference: Reference, document: Document) -> bool:
    known = bool(reference.authors) and bool(document.authors)
    return (
        known and not shares_author(reference.authors, document.authors) and years_differ(reference.date, document.date)
    )


def _both(reference: Reference, document: Document) -> str:
    ours = _described(reference.title, [str(name) for name in reference.authors], reference.date)
    theirs = _described(parts(document.title)[0], document.authors, document.date)
    return f"The entry has {ours}; the page has {theirs}."


def _described(title: str, authors: Iterable[str], date: PartialDate | None) -> str:
    by = ", ".join(list(authors)[:3])
    return line(f"“{title}”" + (f" by {by}" if by else "") + (f" ({date})" if date else ""), 240)
