"""Making text harmless for where it goes: terminals, CI logs, Markdown, spreadsheets, JSON, links.

Articles and sources are written by strangers (a pull request's article as well), so every reporter passes every
word through one of these.
"""

from __future__ import annotations

import functools
import re
from urllib.parse import quote, urlsplit

from checker.foundation import clean
from checker.foundation.model import Place

# What a reader cannot see but a program obeys: C1, soft hyphen, bidi and zero-width characters, line separators, tags.
_UNSEEN = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
# The runner obeys `::name` after leading blanks and `##[name]` anywhere in a line (actions/runner, ActionCommand.cs).
_COMMAND = re.compile(r"^((?:\s|\x1b\[[0-9;]*m)*):(?=:)", re.MULTILINE)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~>$])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    """Lines for a log, in which no CI command can hide whatever a source or an article says."""
    return _COMMAND.sub(r"\1: ", text.replace("##[", "## ["))


def line(text: str, limit: int = 300) -> str:
    """Anybody's text on one line of a log."""
    return harmless(clean.line(text, limit))


def json_text(dumped: str) -> str:
    """Dumped JSON in which characters that nobody sees stand as their escapes; the values stay the same.

    So does the start of a runner's command, in case the file is printed to a log.
    """
    return _UNSEEN.sub(_escaped, dumped).replace("##[", "\\u0023#[")


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def github_data(text: str) -> str:
    """A workflow command's message (docs.github.com, workflow commands; actions/toolkit, command.ts)."""
    return clean.text(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def github_property(text: str) -> str:
    """A workflow command's property value: `:` and `,` would end it."""
    return github_data(text).replace(":", "%3A").replace(",", "%2C")


def markdown(text: str, limit: int = 300) -> str:
    """One line of GitHub-flavoured Markdown that formats nothing, mentions nobody and links nowhere."""
    escaped = _MARKDOWN.sub(r"\\\1", clean.line(text, limit).replace("&", "&amp;").replace("<", "&lt;"))
    # A zero-width space keeps @name from notifying, \#12 from linking to an issue, bare addresses from being links.
    escaped = escaped.replace("@", "@&#8203;").replace("\\#", "\\#&#8203;").replace("://", ":&#8203;//")
    return re.sub(r"(?i)\bwww\\\.", r"www&#8203;\\.", escaped)


def cell(text: str) -> str:
    """A spreadsheet cell on one line that is never taken for a formula (OWASP, CSV Injection)."""
    shown = line(text, len(text) + 1)
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA) or text.startswith(_FORMULA) else shown


@functools.lru_cache(
    maxsize=256
)  # a page asks for an address several times in a row, and for the article's path everywhere
def web_link(url: str | None) -> str:
    """The address if a reader may be sent there by a click (http, https, with a host), else an empty string."""
    try:
        parts = urlsplit(url or "")
        safe = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return clean.line(url or "", 8000) if safe else ""


def path_uri(path: str) -> str:
    """A path as a URI reference: forward slashes, percent-encoded (RFC 3986, 4.2); an address of the web stays one."""
    if web_link(path):
        return quote(path, safe="/~!$'()*+,;=@:?#&%[]", errors="replace")
    return quote(path.replace("\\", "/"), safe="/~!$'()*+,;=@", errors="replace")


def place_link(place: Place, base: str) -> str:
    """Where a click on a place leads: to the web it stands in, or below `base` (Options.browse); empty for nowhere."""
    if web_link(place.path):
        return path_uri(place.path)
    return web_link(f"{base}{path_uri(place.path)}{f'#L{place.line}' if place.line else ''}") if base else ""
