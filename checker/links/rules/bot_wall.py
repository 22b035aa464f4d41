"""Walls against programs: captchas, browser checks, Cloudflare and its like."""

from __future__ import annotations

from checker.foundation.model import Document, Evidence, Health, LinkVerdict, Page, Reference
from checker.links.phrases import in_text, in_title
from checker.links.rules.pages import SMALL, TINY, header, heading, read_page, size
from checker.links.titles import same_work

# Header, and a word in its value: what the services themselves say of such an answer
# (developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/,
# docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html).
_HEADERS = (("cf-mitigated", "challenge"), ("x-amzn-waf-action", "captcha"), ("x-amzn-waf-action", "challenge"))
# 404 and 410 mean what they say unless a header speaks; 5xx behind a wall is 503 by custom.
_STATUSES = frozenset({*range(200, 300), 401, 403, 405, 429, 503, 999})


def bot_wall(reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """The page lives behind a check that only a browser with a person passes: open it by hand.

    Seen by the service's own header, a title that is nothing but such a check, or its words or a captcha on a page with
    hardly any other text. A captcha in the comments of an article is no wall.
    """
    page = evidence.source
    if not isinstance(page, Page):
        return None
    for name, word in _HEADERS:
        if word in header(page, name):
            reason = f"a check against programs stands before it (header {name}: {header(page, name)})"
            return LinkVerdict(url, Health.BLOCKED, "captcha", reason, 0.98)
    read = read_page(evidence)
    if read is None or page.status not in _STATUSES or same_work(reference.title, read[1].title):
        return None
    seen = _wall(read[1])
    reason = f"a check against programs stands before it ({seen}): open it in a browser"
    return LinkVerdict(url, Health.BLOCKED, "captcha", reason, 0.9) if seen else None


def _wall(document: Document) -> str | None:
    length = size(document)
    if length > SMALL:
        return None
    title = in_title("walls", ("bot", "title"), heading(document))
    if title:
        return f"its title is “{title}”"
    words = in_text("walls", ("bot", "text"), document.text) if length <= TINY else None
    if words:
        return f"it says “{words}”"
    return "a captcha, and hardly any text" if "captcha" in document.signs and length <= TINY else None
