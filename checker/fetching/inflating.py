"""Encoded bodies made plain, a bounded part at a time, by urllib3's decoders; loaded with the first such body."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from urllib3.exceptions import DecodeError
from urllib3.response import HTTPResponse, MultiDecoder

from checker.fetching.failures import Undecodable

_PIECE = 65_536  # bytes inflated at once


class Inflater:
    """A body in one or several encodings; Undecodable for more of them than anyone needs, and for what is none."""

    def __init__(self, encodings: list[str]) -> None:
        """`encodings` are the values of Content-Encoding; one that nobody knows leaves the body as it is."""
        said = ",".join(encodings).lower()
        known = any(each.strip() in HTTPResponse.CONTENT_DECODERS for each in said.split(","))
        try:
            self._decoder = MultiDecoder(said) if known else None
        except DecodeError:
            raise Undecodable from None

    def parts(self, payload: bytes) -> Iterator[bytes]:
        """What is in a piece of the body, at most 64 KB at a time."""
        if self._decoder is None:
            yield payload
            return
        while part := self._next(payload):
            yield part
            payload = b""
            if not self._decoder.has_unconsumed_tail:
                return

    def _next(self, payload: bytes) -> bytes:
        try:
            return self._decoder.decompress(payload, max_length=_PIECE) if self._decoder else payload
        except (DecodeError, zlib.error):
            raise Undecodable from None

    def rest(self) -> bytes:
        """What is left when the body has ended: some bytes at most."""
        try:
            return self._decoder.flush() if self._decoder else b""
        except (DecodeError, zlib.error):
            raise Undecodable from None
