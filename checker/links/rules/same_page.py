"""Short pages that a host shows at every address, and that no word of ours explains."""

from __future__ import annotations

import re
from functools import cache

from checker.foundation.model import Document, Evidence, Health, LinkVerdict, Page, Reference, Request
from checker.language.detect import detect
from checker.links.addresses import host, is_front
from checker.links.phrases import in_text, in_title
from checker.links.rules.pages import TINY, heading, read_page, size
from checker.links.tables import rows
from checker.links.titles import folded, names_hardly_anything_of, weight
from checker.links.twins import alike, answer, front, twin, was_asked

_SCANT = 60  # letters: with scripts and less, a page is one that needs a browser, and wants no twin
_DRESS, _DRESSED = 6, 0.2  # runs of words that a page shares with its front page: their number, their share
_WORD = re.compile(r"\w+")
_SCRIPTED = "script-only"
# What walls are built of: such a page is not called dead, whatever it says.
_BUILT_AS_WALLS = frozenset({"password-field", "captcha", "meta-refresh", "frameset", _SCRIPTED})
_WALLS = ("any", "bot", "login", "paywall", "consent", "age", "script", "region", "pause")


def same_page(reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """A notice or a wall in words that this program does not know: what became of the source must be seen by a person.

    Hardly any text, hardly a word of the entry in it, and the same page at an address of the host that cannot exist. Such a
    page is not the source, so it is never `ok`. It is dead when it is the site's own notice: the host's front page is another
    page (a wall around a host stands there as well) in the same dress (walls are bare pages of somebody else's), nothing in
    it is built as a wall, and no word of a wall stands in it, in a language whose words for walls are known. Else it is
    `blocked`: open it by hand.
    """
    page, other = evidence.source, answer(url, evidence)
    if other is None or not isinstance(page, Page) or not _says_nothing_of_it(reference, url, evidence):
        return None
    if not alike(page, other):
        return None
    seen = "the host shows this short page at an address that cannot exist as well, and it names nothing of the entry"
    if page.document is not None and _is_the_sites_own(url, page, evidence) and _is_surely_no_wall(page.document):
        reason = f"the page is gone: {seen}; the host's front page is another, with the same menus"
        return LinkVerdict(url, Health.DEAD, "soft-404", reason, 0.8)
    return LinkVerdict(url, Health.BLOCKED, "same-page", f"{seen}: a notice or a wall; open it by hand", 0.6)


def probes(reference: Reference, url: str, evidence: Evidence) -> tuple[Request, ...]:
    """The twin and the front page for a short page that has hardly a word of the entry; none when they were asked."""
    if not _says_nothing_of_it(reference, url, evidence):
        return ()
    if not was_asked(url, evidence):
        return (twin(url), front(url))
    other = answer(url, evidence)
    if was_asked(url, evidence, front) or other is None or not alike(evidence.source, other):
        return ()
    return (front(url),)


def _says_nothing_of_it(reference: Reference, url: str, evidence: Evidence) -> bool:
    read = read_page(evidence)
    if read is None or is_front(url) or not 200 <= read[0].status < 300 or size(read[1]) > TINY:
        return False
    if _SCRIPTED in read[1].signs and weight(read[1].text) < _SCANT:
        return False
    return names_hardly_anything_of(reference.title, own_words(read[0], read[1]))


def own_words(page: Page, document: Document) -> str:
    """A page's title and text without the host's name, which may be the entry's and proves nothing."""
    return f"{document.title} {document.text}".replace(host(page.final_url), " ")


def _is_the_sites_own(url: str, page: Page, evidence: Evidence) -> bool:
    home = answer(url, evidence, front)
    if home is None or home.document is None or not 200 <= home.status < 300 or alike(page, home):
        return False
    ours, theirs = (_runs(each.document.text if each.document else "") for each in (page, home))
    shared = len(ours & theirs)
    return shared >= _DRESS and shared >= len(ours) * _DRESSED


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Three words in a row: what menus and the foot of a page share with other pages of a site."""
    said = _WORD.findall(folded(text))
    return frozenset(zip(said, said[1:], said[2:], strict=False))


def _is_surely_no_wall(document: Document) -> bool:
    if document.signs & _BUILT_AS_WALLS or detect(document.text) not in _languages_with_walls():
        return False
    text = f"{heading(document)}\n{document.text}"
    titled = any(in_title("walls", (wall, "title"), heading(document)) for wall in ("bot", "login", "consent", "pause"))
    return not titled and not any(in_text("walls", (wall, "text"), text) for wall in _WALLS)


@cache
def _languages_with_walls() -> frozenset[str]:
    """Languages in which even the weak words for walls are known."""
    return frozenset(row[2] for row in rows("walls") if row[:2] == ("any", "text"))
