"""What is already known of an address: outcomes packed small, in this run and, with a Store on disk, between runs."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import msgspec

from checker.fetching.outcomes import RAW
from checker.fetching.urls import Target
from checker.foundation.model import NoAnswer, Page, Request, Source

Key: TypeAlias = tuple[str, str, bool, bool]  # address without fragment, Accept and the like, an index?, to be read?

_LARGE = 16_384  # bytes from which compressing pays
_PLAIN, _COMPRESSED = b"p", b"z"


@dataclass(frozen=True, slots=True)
class Kept:
    """What a store knows of an address; `resumed` is an outcome of a run that did not end, as good as asked now."""

    source: Source
    resumed: bool = False


class Store(Protocol):
    """Keeps sources. Whether one of an earlier run is fresh enough is for whoever asks to decide."""

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences about the store that an editor must know."""
        ...

    def recall(self, key: Key) -> Kept | None:
        """What is known of an address, or None."""
        ...

    def keep(self, key: Key, source: Source) -> None:
        """Remember an outcome: all of them in this run, those that may be between runs."""
        ...

    def flush(self) -> None:
        """Make safe what was kept; called after every few outcomes, and at the end."""
        ...

    def close(self, *, complete: bool) -> None:
        """Let go; `complete` says that the run came to its end."""
        ...


class MemoryStore:
    """A Store for one run."""

    notices: tuple[str, ...] = ()

    def __init__(self) -> None:
        self._packed: dict[Key, bytes] = {}

    def recall(self, key: Key) -> Kept | None:
        """The outcome of an address that was asked before, or None."""
        packed = self._packed.get(key)
        return Kept(unpack(packed)) if packed else None

    def keep(self, key: Key, source: Source) -> None:
        """Remember an outcome."""
        self._packed[key] = pack(source)

    def flush(self) -> None:
        """Nothing to do."""

    def close(self, *, complete: bool) -> None:  # noqa: ARG002 - the Store's signature
        """Forget everything."""
        self._packed.clear()


class _Packed(msgspec.Struct, array_like=True):
    """A Source for storage: one of the two is set."""

    page: Page | None = None
    silence: NoAnswer | None = None


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Packed)


def key_of(request: Request, target: Target) -> Key:
    """What makes two requests the same."""
    varying = "".join([request.accept, *(f" {name}: {value}" for name, value in request.headers)])
    return (target.url, varying, request.purpose in RAW, request.read)


def pack(source: Source) -> bytes:
    """A Source in few bytes."""
    packed = _ENCODER.encode(_Packed(page=source) if isinstance(source, Page) else _Packed(silence=source))
    return _COMPRESSED + zlib.compress(packed, 1) if len(packed) > _LARGE else _PLAIN + packed


def unpack(data: bytes) -> Source:
    """The Source in such bytes; raises ValueError (msgspec's errors are ones) or zlib.error for any others."""
    packed = _DECODER.decode(zlib.decompress(data[1:]) if data[:1] == _COMPRESSED else data[1:])
    source = packed.page or packed.silence
    if source is None:
        raise ValueError("nothing is packed in there")
    return source
