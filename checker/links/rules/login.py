"""Pages behind a login."""

from __future__ import annotations

import re

from checker.foundation.model import Document, Evidence, Health, LinkVerdict, Page, Reference
from checker.links.absence import Kind, notice
from checker.links.addresses import host, split
from checker.links.phrases import in_text, in_title
from checker.links.rules.pages import SMALL, TINY, heading, read_page, size, was_redirected
from checker.links.rules.wall_words import barred
from checker.links.titles import same_work

_PATH = re.compile(
    r"(?:^|[/_.-])(?:log-?_?in|sign-?_?in|logon|signon|sign-?up|auth(?:enticate|entication|orize|n)?|sso|cas|saml2?|oauth2?|"
    r"openid|shibboleth|wayf|idp|dang-?nhap|connexion|anmelden|anmeldung|acceso|accedi|entrar|vhod)(?:[/_.?-]|$)",
    re.IGNORECASE,
)
_HOST = re.compile(r"^(?:login|signin|sso|auth|idp|accounts?|id|passport|cas|openathens|wayf)\.")


def login(reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """Whoever has an account sees the page; we do not, and say nothing of it.

    Seen by a redirect to an address that is a login's, a page that is titled so and says little else, or a password field
    or a request to log in on a page with hardly any other text, or the word that one has no right to it. A login box beside an article is none.
    """
    read = read_page(evidence)
    if read is None or same_work(reference.title, read[1].title):
        return None
    seen = _led_to_login(url, read[0]) or _is_login(read[1])
    reason = f"it asks for a login before it shows anything ({seen})"
    return LinkVerdict(url, Health.BLOCKED, "login", reason, 0.92) if seen else None


def _led_to_login(url: str, page: Page) -> str | None:
    if not was_redirected(page) or _is_login_address(url) or not _is_login_address(page.final_url):
        return None
    return f"it leads on to {page.final_url}"


def _is_login_address(url: str) -> bool:
    parts = split(url)
    return bool(_PATH.search(parts.path) or _HOST.match(host(url)))


def _is_login(document: Document) -> str | None:
    length = size(document)
    if length > SMALL:
        return None
    field = "password-field" in document.signs
    title = in_title("walls", ("login", "title"), heading(document))
    words = in_text("walls", ("login", "text"), document.text) or barred(document)
    if title and (field or words or length <= TINY):
        return f"its title is “{title}”"
    if words and (field or length <= TINY // 2):
        return f"it says “{words}”"
    alone = field and length <= TINY // 2 and not _says_that_it_is_gone(document)
    return "a field for a password, and hardly any text" if alone else None


def _says_that_it_is_gone(document: Document) -> bool:
    """True for a notice beside the box for logins that stands on every page of a site."""
    said = notice(document.text)
    return said is not None and said.kind >= Kind.LOST
