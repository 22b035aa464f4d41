"""Facts about a page's markup that rules of `links` use, found by linear expressions in its first 64 KB.

`password-field`, `form`, `captcha`, `frameset`, `noindex`, `meta-refresh`, `not-found`; `script-only` needs the text and is added
by whoever has it. `glance` marks a Document that was not read in full.
"""

from __future__ import annotations

import re

SPAN = 65_536  # characters looked at
GLANCE = "glance"
SCRIPT_ONLY = "script-only"
_SPARSE = 200  # characters of text below which a page full of scripts says nothing without them

# What the usual walls are built of, by a word that stands in them: lower-case, and looked for as they stand, because an
# alternation would be slow. Most pages have none of the words.
_CAPTCHAS = {
    "captcha": ("g-recaptcha", "h-captcha", "hcaptcha.com", "recaptcha/api", "captcha-delivery.com", "px-captcha"),
    "cf-turnstile": ("cf-turnstile",),
    "challenges.cloudflare.com": ("challenges.cloudflare.com",),
    "cf_chl_": ("cf_chl_",),
    "awswafcookiedomainlist": ("awswafcookiedomainlist",),
    "/_incapsula_resource": ("/_incapsula_resource",),
}
# Where most signs stand. The tags of a page are taken out in one pass, and looked through beside each other: all of them
# together are a small part of the page, and no expression below reads beyond its tag.
_TELLING = re.compile(r"<(?:input|form|frameset|meta|html|body|main|section)\b[^<>]*")
# Each with a word that it cannot do without: most pages have none of them, and a plain search for a word is ten times as fast.
_IN_TAGS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("password-field", "password", re.compile(r"<input\b[^<>]{0,500}?\btype\s{0,3}=\s{0,3}[\"']?password\b")),
    ("form", "<form", re.compile(r"<form\b")),
    ("frameset", "<frameset", re.compile(r"<frameset\b")),
    (
        "noindex",
        "noindex",
        re.compile(r"<meta\b[^<>]{0,100}?\bname\s{0,3}=\s{0,3}[\"']?robots\b[^<>]{0,100}?\bnoindex\b"),
    ),
    # What sites' own programs call a page that is not there: a class or an id of the page's frame (WordPress, Squarespace), the
    # state of script pages (Next, Nuxt, Drupal), and the status for crawlers (prerender.io). `postid-404` is a page's number.
    (
        "not-found",
        "404",
        re.compile(
            r"<(?:html|body|main|section)\b[^<>]{0,300}?\b(?:class|id)\s{0,3}=\s{0,3}[\"'][^\"'<>]{0,300}?(?<![\w-])"
            r"(?:(?:error|page|http|is|status|template)[-_]?404|404[-_]?(?:page|error|template)|error-page-404)(?![\w-])"
        ),
    ),
    (
        "not-found",
        "found",
        re.compile(
            r"<(?:html|body|main|section)\b[^<>]{0,300}?\b(?:class|id)\s{0,3}=\s{0,3}[\"'][^\"'<>]{0,300}?(?<![\w-])"
            r"(?:page[-_]?)?not[-_]?found(?:[-_]?page)?(?![\w-])"
        ),
    ),
    ("meta-refresh", "refresh", re.compile(r"<meta\b[^<>]{0,100}?\bhttp-equiv\s{0,3}=\s{0,3}[\"']?refresh\b")),
)
# Every expression begins with a letter of its own, or it would be tried at each place of the page.
_ANYWHERE: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "not-found",
        "404",
        re.compile(
            r"\"(?:(?:statuscode|status_code|httpstatus)\"\s?:\s?\"?404\b|page\"\s?:\s?\"/404\"|currentpath\"\s?:\s?\"system/404\")"
        ),
    ),
    ("not-found", "prerender-status-code", re.compile(r"prerender-status-code[\"']?[^<>]{0,60}\b404\b")),
    ("not-found", '"notfound"', re.compile(r"\"notfound\"\s?:\s?true\b")),
)
_SCRIPT = "<script"


def signs(markup: str, text: str) -> frozenset[str]:
    """The signs of a page: its decoded markup, and its text."""
    span = markup[:SPAN].lower()
    tags = ">".join(_TELLING.findall(span))
    found = {name for name, word, pattern in _IN_TAGS if word in tags and pattern.search(tags)}
    found.update(name for name, word, pattern in _ANYWHERE if word in span and pattern.search(span))
    if any(word in span and any(part in span for part in parts) for word, parts in _CAPTCHAS.items()):
        found.add("captcha")
    if len(text) < _SPARSE and _SCRIPT in span:
        found.add(SCRIPT_ONLY)
    return frozenset(found)
