"""A cited address -> an address that can be asked, or a sentence that tells an editor why it cannot.

Rules: RFC 3986 for the parts, RFC 5891 and UTS 46 for host names in other scripts, WHATWG Fetch for bad ports.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import idna

from checker.fetching import addresses
from checker.foundation.model import Silence

LONGEST = 8_000  # characters, RFC 9110 §4.1
DEFAULT_PORTS = {"http": 80, "https": 443}
# https://fetch.spec.whatwg.org/#port-blocking: what other protocols listen on, and what a link could attack.
_BAD_PORTS = frozenset(
    int(port)
    for port in [
        "0",
        "1",
        "7",
        "9",
        "11",
        "13",
        "15",
        "17",
        "19",
        "20",
        "21",
        "22",
        "23",
        "25",
        "37",
        "42",
        "43",
        "53",
        "69",
        "77",
        "79",
        "87",
        "95",
        "101",
        "102",
        "103",
        "104",
        "109",
        "110",
        "111",
        "113",
        "115",
        "117",
        "119",
        "123",
        "135",
        "137",
        "139",
        "143",
        "161",
        "179",
        "389",
        "427",
        "465",
        "512",
        "513",
        "514",
        "515",
        "526",
        "530",
        "531",
        "532",
        "540",
        "548",
        "554",
        "556",
        "563",
        "587",
        "601",
        "636",
        "989",
        "990",
        "993",
        "995",
        "1719",
        "1720",
        "1723",
        "2049",
        "3659",
        "4045",
        "4190",
        "5060",
        "5061",
        "6000",
        "6566",
        "6665",
        "6666",
        "6667",
        "6668",
        "6669",
        "6679",
        "6697",
        "10080",
    ]
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_SPACE = re.compile(r"\s")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_KEPT = "!#$%&'()*+,/:;=?@[]~"  # reserved characters and `%` stand as they are; the rest is percent-encoded
_ENCODED = re.compile(r"[\w.\-~!#$&'()*+,/:;=?@\[\]]*", re.ASCII)  # as most addresses are written
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Target:
    """An address that can be asked: `url` is ASCII and has no fragment; `fragment` is what was cut off, decoded as written."""

    url: str
    scheme: str
    host: str
    port: int
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an address is not asked: INVALID (not a URL) or UNSAFE (refused by our rules), in a sentence."""

    why: Silence
    detail: str


def target(url: str, gate: addresses.Gate) -> Target | Refusal:
    """The Target of a cited URL, or the Refusal."""
    text = url.strip(" \t\r\n")
    if _SPACE.search(text) and not _CONTROL.search(text):
        return Refusal(Silence.INVALID, "The address contains a space; write it as %20.")
    return _judged(text, gate)


def redirected(base: str, location: str, gate: addresses.Gate) -> Target | Refusal:
    """The Target that a Location header leads to; spaces in it are encoded, as browsers do."""
    text = location.strip(" \t\r\n").replace(" ", "%20")
    try:
        return _judged(urljoin(base, text), gate)
    except ValueError:
        return Refusal(Silence.INVALID, "The server redirects to something that is not an address.")


def _judged(text: str, gate: addresses.Gate) -> Target | Refusal:
    refusal = _spelling(text)
    if refusal:
        return refusal
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        return Refusal(Silence.INVALID, f"The address cannot be taken apart: {error}.")
    if parts.username is not None or parts.password is not None:
        return Refusal(Silence.UNSAFE, "The address contains a user name or password before '@'; cite it without.")
    if not host:
        return Refusal(Silence.INVALID, "The address has no host name.")
    scheme = parts.scheme.lower()
    port = DEFAULT_PORTS[scheme] if port is None else port
    if port in _BAD_PORTS:
        return Refusal(Silence.UNSAFE, f"Port {port} belongs to another protocol; browsers refuse it, too.")
    named = _host(host, gate)
    if isinstance(named, Refusal):
        return named
    network = f"[{named}]" if ":" in named else named
    location = network if port == DEFAULT_PORTS[scheme] else f"{network}:{port}"
    clean = urlunsplit((scheme, location, _encoded(parts.path) or "/", _encoded(parts.query), ""))
    return Target(clean, scheme, named, port, parts.fragment)


def _spelling(text: str) -> Refusal | None:
    """What is wrong with the characters and the scheme."""
    if not text:
        return Refusal(Silence.INVALID, "There is no address.")
    if len(text) > LONGEST:
        return Refusal(Silence.INVALID, f"The address is longer than {LONGEST} characters.")
    if _CONTROL.search(text) or _SPACE.search(text):
        return Refusal(Silence.INVALID, "The address contains a line break or an invisible control character.")
    if "\\" in text:
        return Refusal(Silence.INVALID, "The address contains a backslash; write '/'.")
    scheme = _SCHEME.match(text)
    if scheme is None or ("." in scheme[1] and "//" not in text):
        return Refusal(Silence.INVALID, "The address does not begin with https:// or http://.")
    if scheme[1].lower() not in DEFAULT_PORTS:
        return Refusal(Silence.UNSAFE, f"Only http and https are asked, not '{scheme[1].lower()}:'.")
    return None


def _host(host: str, gate: addresses.Gate) -> str | Refusal:
    """The host in ASCII: an address in its usual notation, or a name."""
    if "%" in host:
        return Refusal(Silence.INVALID, "The host name contains '%'.")
    try:
        ascii_host = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
        spelled = addresses.literal(ascii_host)
    except (idna.IDNAError, UnicodeError):
        return Refusal(Silence.INVALID, f"'{host}' is not a possible host name.")
    except ValueError:
        return Refusal(Silence.INVALID, f"'{host}' is neither a host name nor an IP address.")
    if spelled is not None:
        refused = gate.refuses(spelled)
        return Refusal(Silence.UNSAFE, f"The address leads to the {refused}.") if refused else spelled
    if any(not 0 < len(label) < 64 for label in ascii_host.rstrip(".").split(".")) or len(ascii_host) > 254:
        return Refusal(Silence.INVALID, f"'{host[:80]}' is not a possible host name.")
    refused = gate.refuses_name(ascii_host)
    return Refusal(Silence.UNSAFE, f"The address is not asked: {refused}.") if refused else ascii_host.lower()


def _encoded(part: str) -> str:
    """A path or query in ASCII; what is encoded already stays, a lone `%` becomes %25."""
    if _ENCODED.fullmatch(part):
        return part
    return _BARE_PERCENT.sub("%25", quote(part, safe=_KEPT))
