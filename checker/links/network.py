"""Is the network down? One pure question over everything that was asked."""

from __future__ import annotations

from collections.abc import Iterable

from checker.foundation.model import NoAnswer, Page, Silence, Source

# Never sent, or stopped by us: these say nothing about the network.
_NOT_ASKED = frozenset({Silence.UNSAFE, Silence.INVALID, Silence.OFFLINE, Silence.EXCLUDED, Silence.CANCELLED})


def network_is_down(sources: Iterable[Source]) -> bool:
    """True when no host at all has given any HTTP answer, and at least one was really asked (product.md).

    Any status is an answer (a thousand 403s are not a network failure), and so is a redirect on the way to a failure. A
    certificate that does not hold is one too: a host showed it. A connection that was refused or reset is none, although
    something spoke TCP: firewalls and captive portals do that, and the rule's word is HTTP. So a list whose only
    host is dead reads as a network that is down: the one link is left unchecked, and nothing is accused by mistake.
    """
    asked = False
    for source in sources:
        if isinstance(source, Page) or source.hops or source.why is Silence.CERTIFICATE:
            return False
        asked = asked or _was_asked(source)
    return asked


def _was_asked(source: NoAnswer) -> bool:
    return source.why not in _NOT_ASKED
