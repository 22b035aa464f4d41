"""Soft 404: a page that says that there is no page, with a status that says all is well."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.foundation.model import Document, Evidence, Health, LinkVerdict, Page, Reference
from checker.links.addresses import split
from checker.links.phrases import in_text, in_title
from checker.links.rules.pages import SMALL, TINY, heading, read_page, size, was_redirected
from checker.links.titles import names_hardly_anything_of, same_work, telling, unlike
from checker.links.twins import alike, answer, was_asked

_ADDRESS = re.compile(
    r"(?:^|[/_-])(?:40[4]|error-?40[4]|404-?error|page-?not-?found|not-?found|notfound|no-?such-?page|missing-?page|"
    r"page-?missing|khong-?tim-?thay|introuvable|nicht-?gefunden|errors?|error-?page|erreur|fehler(?:seite)?|errore|"
    r"erro|oops|sitesearch|search(?:-?results?)?|suche|recherche|buscar?|busqueda|pesquisa|ricerca|zoeken|szukaj|poisk|"
    r"tim-?kiem)(?:[/_.-]|$)",
    re.IGNORECASE,
)  # also where hosts have a search for the words of a lost address


_SAME_EVERYWHERE = ("pause", "consent", "age", "script", "paywall")
_TOP, _SHORT_ROW = 8, 80  # lines at the top of a page, blank ones counted; code points of a headline


@dataclass(frozen=True, slots=True)
class _Suspicion:
    """What speaks for a soft 404: the phrase where it stands, and the other signs."""

    title: str | None
    lead: str | None
    address: str | None
    tiny: bool
    hint: str | None  # words that count only beside a twin that is the same
    stranger: bool  # the title has nothing of the entry's

    @property
    def settled(self) -> bool:
        """True when no twin is needed: the whole title says it and there is nothing else, or the address says it too."""
        return bool((self.title and self.tiny) or (self.address and (self.title or self.lead or self.tiny)))

    def words(self) -> str:
        quote = self.lead or self.hint
        said = [f"its title is “{self.title}”" if self.title else None, f"it says “{quote}”" if quote else None]
        other = [
            f"its address has become {self.address}" if self.address else None,
            "there is hardly any text besides" if self.tiny else None,
            "its title has nothing of the entry's" if self.stranger else None,
        ]
        return "; ".join(sign for sign in (*said, *other) if sign)


def soft_404(reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """Readers find a notice that the page is gone, although the status is 200: look for a saved copy or a new address.

    A phrase alone decides nothing. A second sign is wanted: the title is the phrase and there is hardly any text; an address
    of the same host that cannot exist gives the same page (its twin); the redirect ends at an address called 404; the
    title has nothing of the entry's. Weaker words ("removed", "check the address") count only beside such a twin, on a page
    that names hardly anything of the entry. A host that answers its twin with a true 404 is believed.
    """
    seen = _suspicion(reference, url, evidence)
    if seen is None:
        return None
    if seen.settled:
        return _dead(url, seen.words(), 0.95 if seen.lead or seen.address else 0.9)
    page = evidence.source
    twin = answer(url, evidence)
    if twin is not None and alike(page, twin):
        return _dead(url, f"{seen.words()}; the host gives the same page for an address that cannot exist", 0.96)
    if twin is not None and (twin.status in (404, 410) or 200 <= twin.status < 300):
        return None
    if seen.stranger and (seen.title or (seen.lead and seen.tiny)):
        return _dead(url, seen.words(), 0.82)
    return None


def needs_twin(reference: Reference, url: str, evidence: Evidence) -> bool:
    """True when a phrase was seen and only a twin can settle whether it is meant."""
    seen = _suspicion(reference, url, evidence)
    return seen is not None and not seen.settled and not was_asked(url, evidence)


def _suspicion(reference: Reference, url: str, evidence: Evidence) -> _Suspicion | None:
    read = read_page(evidence)
    if read is None or same_work(reference.title, read[1].title):
        return None
    page, document = read
    length = size(document)
    tiny = length <= TINY
    title = next(
        (piece for row in _headlines(document, tiny=tiny) if (piece := in_title("missing", ("title",), row))), None
    )
    lead = in_text("missing", ("lead",), document.text) if title or length <= SMALL else None
    strayed = _strayed(url, page)
    hint = _hint(reference, document) if tiny and not lead else None
    if not (title or lead or hint or strayed):
        return None
    return _Suspicion(
        title,
        lead,
        address=page.final_url if strayed else None,
        tiny=tiny,
        hint=hint,
        stranger=unlike(reference.title, document.title),
    )


def _strayed(url: str, page: Page) -> bool:
    """True when a redirect led from an ordinary address to one of notices or searches."""
    if not was_redirected(page) or _ADDRESS.search(split(url).path):
        return False
    return _ADDRESS.search(split(page.final_url).path) is not None


def _headlines(document: Document, *, tiny: bool) -> list[str]:
    """The title, and on a page with hardly any text the short lines at its top: many sites title every page alike."""
    rows = [row.strip() for row in document.text[:400].splitlines()[:_TOP]] if tiny else []
    return [heading(document), *(row for row in rows if 0 < len(row) <= _SHORT_ROW)]


def _hint(reference: Reference, document: Document) -> str | None:
    """Weak words on a page that names nothing of the entry, unless it is a wall: walls are the same at every address too."""
    text = document.text
    alien = names_hardly_anything_of(reference.title, f"{document.title} {text}")
    if not alien and telling(reference.title):
        return None
    walled = any(in_text("walls", (wall, "text"), text) for wall in _SAME_EVERYWHERE)
    return None if walled else in_text("missing", ("hint",), text)


def _dead(url: str, words: str, confidence: float) -> LinkVerdict:
    return LinkVerdict(url, Health.DEAD, "soft-404", f"the page says that it is gone: {words}", confidence)
