"""One distinct address on its way to an outcome: its hops, cookies and attempts. Pure but for the exchanges handed in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeAlias

from checker.fetching import urls
from checker.fetching.addresses import Gate
from checker.fetching.cookies import Cookies
from checker.fetching.exchange import REDIRECTS, Answer, Ask, Exchange, Failure
from checker.foundation import clean
from checker.foundation.model import Hop, Page, Request, Silence, Try

MOST_HOPS = 10  # as browsers and RFC 9110 §15.4 have it: enough for any honest chain
_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"


@dataclass(frozen=True, slots=True)
class Onward:
    """A redirect is to be followed: ask again."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The attempt is over with this exchange."""

    exchange: Exchange


Move: TypeAlias = Onward | Ended


@dataclass(slots=True)
class Journey:
    """An address under way. `spent` are seconds of this attempt, waiting for one's turn not counted."""

    request: Request
    start: urls.Target
    gate: Gate
    user_agent: str
    timeout: float
    body_cap: int
    kept: Page | None = None  # a page from an earlier run, to be confirmed
    waiters: list[Request] = field(default_factory=list)
    target: urls.Target = field(init=False)
    hops: list[Hop] = field(default_factory=list)
    tries: list[Try] = field(default_factory=list)
    attempt: int = 1
    spent: float = 0.0
    total: float = 0.0
    _cookies: Cookies = field(default_factory=Cookies)
    _seen: set[tuple[str, str | None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.target = self.start

    def revalidate(self, page: Page) -> None:
        """Ask only whether this page is still the same, if it says by what that can be told (RFC 9110 §13.1)."""
        if _conditions(page):
            self.kept = page

    def ask(self) -> Ask:
        """The next hop."""
        headers = [
            ("User-Agent", self.user_agent),
            ("Accept", self.request.accept or _ACCEPT),
            ("Accept-Encoding", "gzip, deflate"),
        ]
        if (self.target.host, self.target.port) == (self.start.host, self.start.port):
            headers += self.request.headers
        cookie = self._cookies.header(self.target.url)
        if cookie:
            headers.append(("Cookie", cookie))
        if self.kept is not None and self.target.url == self.kept.final_url:
            headers += _conditions(self.kept)
        self._seen.add((self.target.url, cookie))
        return Ask(
            self.target.url,
            self.target.host,
            self.target.port,
            tuple(headers),
            budget=self.timeout - self.spent,
            wire_cap=self.body_cap,
            body_cap=self.body_cap,
        )

    def take(self, exchange: Exchange) -> Move:
        """What follows from a hop's exchange."""
        self.spent += exchange.seconds
        self.total += exchange.seconds
        if isinstance(exchange, Failure):
            return Ended(exchange)
        location = exchange.header("location") if exchange.status in REDIRECTS else None
        shown = clean.line(location, 2_000) if location else None
        self.hops.append(Hop(self.target.url, exchange.status, exchange.address, shown, round(exchange.seconds, 3)))
        if not location:
            return Ended(exchange)
        return self._follow(exchange, location)

    def again(self, exchange: Exchange, waited: float) -> None:
        """Begin a further attempt from the start, with what came of this one on record."""
        self.tries.append(Try(outcome_of(exchange), round(self.spent, 3), round(waited, 3)))
        self.attempt += 1
        self.spent = 0.0
        self.hops.clear()
        self._seen.clear()
        self._cookies = Cookies()
        self.target = self.start

    def _follow(self, answer: Answer, location: str) -> Move:
        self._cookies.keep(self.target.url, answer)
        onward = urls.redirected(self.target.url, location, self.gate)
        if isinstance(onward, urls.Refusal):
            return Ended(Failure(onward.why, f"A redirect was not followed: {onward.detail}", answer.address))
        if len(self.hops) > MOST_HOPS:
            return Ended(Failure(Silence.REDIRECTS, f"More than {MOST_HOPS} redirects.", answer.address))
        if (onward.url, self._cookies.header(onward.url)) in self._seen:
            return Ended(Failure(Silence.REDIRECTS, "The redirects go round in a circle.", answer.address))
        if self.spent >= self.timeout:
            return Ended(Failure(Silence.TIMEOUT, "The redirects used up the time.", answer.address))
        self.target = onward if onward.fragment else replace(onward, fragment=self.target.fragment)
        return Onward()


def _conditions(page: Page) -> list[tuple[str, str]]:
    """If-None-Match and If-Modified-Since for a page that was kept."""
    said = {name.lower(): value for name, value in reversed(page.headers)}
    asked = (("If-None-Match", said.get("etag")), ("If-Modified-Since", said.get("last-modified")))
    return [(name, value) for name, value in asked if value]


def outcome_of(exchange: Exchange) -> str:
    """A word for an exchange: its status, or why there is none."""
    return str(exchange.status) if isinstance(exchange, Answer) else exchange.why.value
