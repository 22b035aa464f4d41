"""What this run has already been told: one outcome for each distinct address, packed small."""

from __future__ import annotations

import zlib
from typing import TypeAlias

import msgspec

from checker.fetching.outcomes import INDEXES
from checker.fetching.urls import Target
from checker.foundation.model import NoAnswer, Page, Request, Source

Key: TypeAlias = tuple[str, str, bool, bool]  # address without fragment, Accept, an index?, to be read?


class Packed(msgspec.Struct, array_like=True):
    """A Source for storage: one of the two is set."""

    page: Page | None = None
    silence: NoAnswer | None = None


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Packed)


def key_of(request: Request, target: Target) -> Key:
    """What makes two requests the same."""
    return (target.url, request.accept, request.purpose in INDEXES, request.read)


def pack(source: Source) -> bytes:
    """A Source in few bytes."""
    packed = Packed(page=source) if isinstance(source, Page) else Packed(silence=source)
    return zlib.compress(_ENCODER.encode(packed), 1)


def unpack(data: bytes) -> Source:
    """The Source in such bytes; raises ValueError (msgspec's errors are ones) or zlib.error for any others."""
    packed = _DECODER.decode(zlib.decompress(data))
    source = packed.page or packed.silence
    if source is None:
        raise ValueError("nothing is packed in there")
    return source


class Memory:
    """Outcomes of this run, about 2 KB for a page that was not read in full."""

    def __init__(self) -> None:
        self._packed: dict[Key, bytes] = {}

    def keep(self, key: Key, source: Source) -> None:
        """Remember an outcome."""
        self._packed[key] = pack(source)

    def recall(self, key: Key) -> Source | None:
        """The outcome of an address that was asked before, or None; one that was read also serves a glance."""
        packed = self._packed.get(key) or self._packed.get((*key[:3], True))
        return unpack(packed) if packed else None
