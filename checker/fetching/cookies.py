"""A fresh cookie jar per fetch, for redirects that need the cookie they have just set (RFC 6265 by http.cookiejar)."""

from __future__ import annotations

from email.message import Message
from typing import TYPE_CHECKING, cast

from checker.fetching.exchange import Answer

if TYPE_CHECKING:
    from http.client import HTTPResponse
    from http.cookiejar import CookieJar


class _Told:
    """An answer as http.cookiejar wants to see it."""

    def __init__(self, answer: Answer) -> None:
        self._message = Message()
        for value in answer.all_headers("set-cookie")[:50]:
            self._message["Set-Cookie"] = value

    def info(self) -> Message:
        """The headers."""
        return self._message


class Cookies:
    """The cookies of one chain of redirects."""

    def __init__(self) -> None:
        self._jar: CookieJar | None = None

    def keep(self, url: str, answer: Answer) -> None:
        """Remember what an answer sets."""
        if answer.header("set-cookie") is None:
            return
        import urllib.request  # noqa: PLC0415 - most chains set none
        from http.cookiejar import CookieJar  # noqa: PLC0415

        self._jar = self._jar or CookieJar()
        told = cast("HTTPResponse", _Told(answer))
        self._jar.extract_cookies(told, urllib.request.Request(url))  # noqa: S310 - never opened

    def header(self, url: str) -> str | None:
        """The Cookie header for an address, or None."""
        if self._jar is None:
            return None
        import urllib.request  # noqa: PLC0415 - as above

        request = urllib.request.Request(url)  # noqa: S310 - never opened
        self._jar.add_cookie_header(request)
        return request.get_header("Cookie")
