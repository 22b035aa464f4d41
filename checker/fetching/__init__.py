"""FETCH: a Request goes in, a Source comes out: a Page (an HTTP answer of any status) or a NoAnswer with its reason.

In: `Fetcher(settings).fetch(requests)`. Out: one Source for every Request, as they are done; each distinct address is
asked once. An edge of the house: the only room that touches the network and the cache. It never raises for what the
world does. The story, from the request down to the socket and back:

    urls         a cited address -> one that can be asked, or a sentence that says why not
    addresses    which resolved addresses and names may be asked
    rounds       one call of `fetch`: take in, drive, give out          (memory: what was already answered)
    scheduler    whose turn it is: lanes (politeness), retries and breakers, the later pass
    journey      one address: its hops, its cookies, its attempts
    exchange     THE SEAM: Transport.submit(Ask) -> Future[Exchange], one hop with its body drained
    network      which transport: events, where hops take turns on one thread    (turns, wires, messages, inflating);
                 or threads, requests' adapter, through an explicit proxy       (connections, deadline)
                 both ask porter who may be connected to, names for addresses, and failures for words
    recording    a Transport that writes another one's hops to a WARC file; replaying: one that answers from it
    parsing      bodies -> Documents, in limited children               (content: the readers)
    direct       a line to one service that wants keys: nothing kept, nothing recorded
    store        good pages between runs, and the journal of a run that was killed
    outcomes     everything together -> Page | NoAnswer

robots.txt is not asked: it is for crawlers, which find addresses on their own (RFC 9309 §1); here an editor's readers are
about to open these very pages, and each is asked for once, slowly, under an honest name. HEAD is never sent, because
servers answer it wrongly; a body is read as far as the caps allow, for only it tells a page from an excuse for one.

To read another format, see `content`. To reach the network in another way, write a Transport and hand it in.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.fetching.content import read_file
    from checker.fetching.direct import Line
    from checker.fetching.exchange import Answer, Ask, Exchange, Failure, Resolver, Transport
    from checker.fetching.fetcher import Fetcher
    from checker.fetching.memory import Kept, Store
    from checker.fetching.store import SqliteStore, open_store

# Loaded when first asked for: the children that read bodies come through this door too, and need no network.
_ROOMS = {
    "Answer": "exchange",
    "Ask": "exchange",
    "Exchange": "exchange",
    "Failure": "exchange",
    "Fetcher": "fetcher",
    "Kept": "memory",
    "Line": "direct",
    "Resolver": "exchange",
    "SqliteStore": "store",
    "Store": "memory",
    "Transport": "exchange",
    "open_store": "store",
    "read_file": "content",
}


def __getattr__(name: str) -> object:
    """What stands behind the door, by its name."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
    globals()[name] = found
    return found


__all__ = [
    "Answer",
    "Ask",
    "Exchange",
    "Failure",
    "Fetcher",
    "Kept",
    "Line",
    "Resolver",
    "SqliteStore",
    "Store",
    "Transport",
    "open_store",
    "read_file",
]
