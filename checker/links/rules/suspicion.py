"""What speaks for a page that says that it is not there, gathered once for the rule and for its wish for a twin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.foundation.model import Document, Evidence, Page, Reference
from checker.links.absence import Kind, Notice, notice
from checker.links.addresses import host, split
from checker.links.echoes import is_echo, without_echo
from checker.links.phrases import in_text, in_title
from checker.links.rules.pages import SMALL, TINY, heading, read_page, size, was_redirected
from checker.links.rules.wall_words import GLANCE, are_words_of_a_wall, barred, may_be_wall, said, speaks_as_wall
from checker.links.titles import names_hardly_anything_of, same_work, telling, unlike

# Addresses of notices, and of searches: hosts have one for the words of a lost address.
NOTICES = re.compile(
    r"(?:^|[/_-])(?:40[4]|error-?40[4]|404-?(?:error|page)|page-?not-?found|not-?found|notfound|no-?such-?page|missing-?page|"
    r"page-?missing|khong-?tim-?thay|introuvable|nicht-?gefunden|errors?|error-?page|erreur|fehler(?:seite)?|errore|"
    r"erro|oops)(?:[/_.-]|$)",
    re.IGNORECASE,
)
_SEARCHES = re.compile(
    r"(?:^|[/_-])(?:sitesearch|search(?:-?results?)?|suche|recherche|buscar?|busqueda|pesquisa|ricerca|zoeken|szukaj|poisk|"
    r"tim-?kiem|sok|haku|hledat|kereses|cautare|arama)(?:[/_.-]|$)",
    re.IGNORECASE,
)
_TOP, _SHORT_ROW = 8, 80  # lines at the top of a page, blank ones counted; code points of a headline
_READ = 3000  # code points in which the entry's title is looked for
_BRIEF = 300  # letters: a page that says a sentence or two
MARK = "not-found"


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What speaks for a soft 404: words where they stand, and the other signs."""

    title: str | None
    lead: str | None
    notice: Notice | None  # put together from words
    mark: str | None  # what the page's markup says
    hint: str | None  # weak words
    address: str | None
    tiny: bool
    brief: bool
    stranger: bool  # the title has nothing of the entry's
    alien: bool  # hardly a word of the entry stands in the page, but for what repeats the address
    named: bool  # a line of it is the entry's title, or there are no lines
    repeats: bool  # the title is the entry's and the address's: the host may have put it there
    walled: bool
    guarded: bool  # a weak word for a wall stands in it

    @property
    def settled(self) -> bool:
        """True when no twin is needed: the whole title says it and there is nothing else, or a sign of another kind does."""
        if self.repeats:
            return False
        words = self.title or self.lead or (self.alien and self.notice)
        strange = self.alien and self.stranger and not self.walled
        return bool(
            (self.title and self.tiny)
            or (self.address and (words or self.tiny or strange))
            or (strange and self.mark and words)
        )

    @property
    def is_stone(self) -> bool:
        """True for a short page with a short sentence that the work was taken away: hosts keep it for known works alone."""
        pulled = self.notice is not None and self.notice.kind is Kind.PULLED
        return pulled and self._says_it_at_once and bool(self.stranger or self.lead)

    @property
    def is_plain(self) -> bool:
        """True for a short page that says so at once and names nothing of the entry: enough where the twin did not answer."""
        return self._says_it_at_once and self.stranger and not self.guarded

    @property
    def _says_it_at_once(self) -> bool:
        said = self.notice
        if said is None or said.kind < Kind.LOST or not (said.first and said.close and self.brief):
            return False
        return self.alien and not self.walled and not self.repeats

    @property
    def counts_beside_twin(self) -> bool:
        """True when the same page at an address that cannot exist would prove it."""
        surely = self.notice is not None and self.notice.kind is not Kind.SHUT
        if self.repeats:
            return (surely or bool(self.mark)) and not self.walled
        if self.title or self.lead:
            return surely or not self.notice or not self.guarded
        if self.walled:
            return False
        weakly = (self.notice or self.hint) and not self.guarded
        if self.alien:
            return bool(surely or self.mark or weakly)
        return surely and self.notice is not None and self.notice.first and self.tiny and not self.named

    def words(self) -> str:
        """Everything that was seen, in an editor's words."""
        quote = self.lead or (self.notice.quote if self.notice else None) or self.hint
        told = [f"its title is “{self.title}”" if self.title else None, f"it says “{quote}”" if quote else None]
        other = [
            self.mark,
            f"its address has become {self.address}" if self.address else None,
            "there is hardly any text besides" if self.tiny else None,
            "its title has nothing of the entry's" if self.stranger else None,
        ]
        return "; ".join(sign for sign in (*told, *other) if sign)


def suspicion(reference: Reference, url: str, evidence: Evidence) -> Suspicion | None:
    """What was seen on a page, None when nothing speaks against it or it bears the entry's title as its own."""
    read = read_page(evidence)
    if read is None:
        return None
    page, document = read
    repeats = same_work(reference.title, document.title)
    if repeats and not (size(document) <= TINY and is_echo(document.title, page.request.url)):
        return None
    return _gathered(reference, url, page, document, repeats=repeats)


def _gathered(reference: Reference, url: str, page: Page, document: Document, *, repeats: bool) -> Suspicion | None:
    length = size(document)
    tiny = length <= TINY
    rows = _headlines(document, tiny=tiny)
    title = next((piece for row in rows if (piece := in_title("missing", ("title",), row))), None)
    lead = in_text("missing", ("lead",), document.text) if title or length <= SMALL else None
    composed = notice(f"{document.title}\n{document.text}") if length <= SMALL else None
    mark, address = _mark(url, document), _strayed(url, page)
    hint = in_text("missing", ("hint",), said(document)) if tiny and not (lead or composed) else None
    if not (title or lead or composed or mark or hint or address):
        return None
    return Suspicion(
        title,
        lead,
        composed,
        mark,
        hint,
        address,
        tiny=tiny,
        brief=length <= _BRIEF,
        stranger=unlike(reference.title, document.title),
        alien=_is_alien(reference, page, document),
        named=GLANCE in document.signs or _bears(reference, document),
        repeats=repeats,
        walled=_is_walled(composed, document),
        guarded=may_be_wall(document, said(document)),
    )


def _is_walled(composed: Notice | None, document: Document) -> bool:
    """True when a wall speaks. Beside a clear notice it must: banners about cookies and boxes for logins stand on any page."""
    if composed is not None and composed.kind >= Kind.LOST:
        return are_words_of_a_wall(composed.around) or barred(document) is not None
    return speaks_as_wall(document)


def own_words(page: Page, document: Document) -> str:
    """A page's title and text without the host's name and what repeats the address: they may be the entry's by chance."""
    text = f"{document.title} {document.text}".replace(host(page.final_url), " ")
    return without_echo(without_echo(text, page.request.url), page.final_url)


def names_hardly_anything(reference: Reference, page: Page, document: Document) -> bool:
    """True when a page has hardly a word of the entry's title among its own; of a title that tells nothing, never."""
    return telling(reference.title) and names_hardly_anything_of(reference.title, own_words(page, document))


def _is_alien(reference: Reference, page: Page, document: Document) -> bool:
    return names_hardly_anything(reference, page, document) or not telling(reference.title)


def _bears(reference: Reference, document: Document) -> bool:
    return any(same_work(reference.title, row) for row in document.text[:_READ].splitlines())


def _mark(url: str, document: Document) -> str | None:
    """What the markup says of the page, which readers do not see."""
    if MARK in document.signs:
        return "its markup calls it “not found”"
    named = (document.canonical, *(value for name, value in document.metadata if name == "og:url"))
    for address in named:
        if NOTICES.search(split(address).path) and not NOTICES.search(split(url).path):
            return f"it calls its own address {address}"
    return None


def _strayed(url: str, page: Page) -> str | None:
    """The address of notices or searches to which a redirect led from an ordinary one."""
    if not was_redirected(page):
        return None
    cited, final = split(url).path, split(page.final_url).path
    if any(kind.search(cited) for kind in (NOTICES, _SEARCHES)):
        return None
    return page.final_url if NOTICES.search(final) or _SEARCHES.search(final) else None


def _headlines(document: Document, *, tiny: bool) -> list[str]:
    """The title, and on a page with hardly any text the short lines at its top: many sites title every page alike."""
    rows = [row.strip() for row in document.text[:400].splitlines()[:_TOP]] if tiny else []
    return [heading(document), *(row for row in rows if 0 < len(row) <= _SHORT_ROW)]
