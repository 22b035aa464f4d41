"""Which transport reaches the network: hops in turns, or requests' adapter where an explicit proxy stands between."""

from __future__ import annotations

from checker.fetching.addresses import Gate
from checker.fetching.events import EventTransport
from checker.fetching.exchange import Resolver, Transport
from checker.fetching.names import Names, system_resolver
from checker.foundation.settings import Settings


def network(settings: Settings, gate: Gate, resolver: Resolver | None, *, at_once: int) -> Transport:
    """The transport that the settings call for; `at_once` is how many hops will be in flight."""
    names = Names(resolver or system_resolver)
    if settings.proxy is None:
        return EventTransport(gate=gate, names=names, ca_bundle=settings.ca_bundle)
    from checker.fetching.threads import ThreadTransport  # noqa: PLC0415 - few have a proxy

    return ThreadTransport(gate=gate, names=names, threads=at_once, ca_bundle=settings.ca_bundle, proxy=settings.proxy)
