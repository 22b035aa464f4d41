"""Short pages that a host shows at every address, and that no word of ours explains."""

from __future__ import annotations

from checker.foundation.model import Document, Evidence, Health, LinkVerdict, Page, Reference, Request
from checker.links.absence import has_way_out
from checker.links.addresses import is_front
from checker.links.identity import may_share_language
from checker.links.rules.pages import TINY, read_page, size
from checker.links.rules.suspicion import names_hardly_anything
from checker.links.rules.wall_words import GLANCE, may_be_wall, said, speaks_as_wall
from checker.links.titles import same_work, weight
from checker.links.twins import alike, answer, front, twin, was_asked

_SCANT = 60  # letters: with scripts and less, a page is one that needs a browser, and wants no twin
_TOP = 500  # code points of running text in which a longer wall shows itself
_SCRIPTED = "script-only"
_BARRED = frozenset({"meta-refresh", "frameset", _SCRIPTED})  # what is seen of these is not the page


def same_page(reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """A notice or a wall in words that this program does not know: what became of the source must be seen by a person.

    Hardly any text, hardly a word of the entry in it, and the same page at an address of the host that cannot exist. Such a
    page is not the source, so it is never `ok`. It is dead when it is the site's own notice: the host's front page is another
    page (a wall around a host stands there as well), what it says besides has a cry or a way back, as walls have none, and
    nothing in it is built or worded as a wall. Else it is `blocked`: open it by hand.
    """
    page, other = evidence.source, answer(url, evidence)
    if other is None or not isinstance(page, Page) or not _says_nothing_of_it(reference, url, evidence):
        return None
    if not alike(page, other):
        return None
    seen = "the host shows this short page at an address that cannot exist as well, and it names nothing of the entry"
    home = answer(url, evidence, front)
    if home is not None and not alike(page, home) and _is_a_notice(page, home):
        reason = f"the page is gone: {seen}; the host's front page is another, and this one shows the way back"
        return LinkVerdict(url, Health.DEAD, "soft-404", reason, 0.8)
    return LinkVerdict(url, Health.BLOCKED, "same-page", f"{seen}: a notice or a wall; open it by hand", 0.6)


def everywhere(reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """A longer page at every address of the host, such as its front page, that has nothing of the entry: the source is gone.

    Hardly a word of the entry's title stands in it, although both may be in one language, it is the same at an address that
    cannot exist, and it is no wall. A site of one page that is the work bears its title.
    """
    page, other = evidence.source, answer(url, evidence)
    if other is None or not isinstance(page, Page) or not _is_about_something_else(reference, url, evidence):
        return None
    if (
        page.document is None
        or not alike(page, other)
        or page.document.signs & _BARRED
        or speaks_as_wall(page.document)
    ):
        return None
    if may_be_wall(page.document, said(page.document)[:_TOP]):
        return None
    title = f" (“{page.document.title}”)" if page.document.title else ""
    reason = f"the page is gone: the host shows the same page{title} at every address, and it has nothing of the entry"
    return LinkVerdict(url, Health.DEAD, "soft-404", reason, 0.85)


def probes(reference: Reference, url: str, evidence: Evidence) -> tuple[Request, ...]:
    """The twin for a page that has hardly a word of the entry, and the front page for a short one; none when they were asked."""
    if _is_about_something_else(reference, url, evidence):
        return () if was_asked(url, evidence) else (twin(url),)
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
    return names_hardly_anything(reference, *read)


def _is_about_something_else(reference: Reference, url: str, evidence: Evidence) -> bool:
    read = read_page(evidence)
    if read is None or is_front(url) or not 200 <= read[0].status < 300 or size(read[1]) <= TINY:
        return False
    if same_work(reference.title, read[1].title):
        return False
    # Languages last: telling them takes longest, and most pages name their work.
    return names_hardly_anything(reference, *read) and may_share_language(reference, read[1])


def _is_a_notice(page: Page, home: Page) -> bool:
    """True when a page of which the lines are known cries or shows the way back, and nothing in it is a wall's."""
    document, barred = page.document, _BARRED | {GLANCE}
    if document is None or home.document is None or not 200 <= home.status < 300 or document.signs & barred:
        return False
    own = _own_lines(document, home)
    return has_way_out(own) and not speaks_as_wall(document) and not may_be_wall(document, own)


def _own_lines(document: Document, home: Page) -> str:
    """What a page says and the front page does not: menus have “Log in” and “Privacy” everywhere."""
    shared = {row.strip() for row in home.document.text.splitlines()} if home.document else set()
    lines = [document.title, *(row.strip() for row in document.text.splitlines())]
    return "\n".join(row for row in lines if row not in shared)
