"""Certificates for the demonstration, made at run time: an authority, a good certificate and an expired one."""

from __future__ import annotations

import datetime as dt
import ssl
from collections.abc import Iterable
from pathlib import Path
from typing import assert_never

from checker.demo.sites import Certificate, Site
from checker.fetching.clock import utc_now
from checker.foundation.errors import ExtraMissing

_MONTH = dt.timedelta(days=30)


def make(sites: Iterable[Site], bundle: Path) -> ssl.SSLContext:
    """A server context that shows each host its certificate by SNI; writes the authority to `bundle` (PEM).

    Raises ExtraMissing when trustme is not installed.
    """
    try:
        import trustme  # noqa: PLC0415 - an optional extra
    except ImportError:
        raise ExtraMissing("The demonstration", "demo") from None
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(bundle))
    names: dict[Certificate, list[str]] = {certificate: [] for certificate in Certificate}
    for site in sites:
        names[site.certificate].append(site.host)

    contexts: dict[str, ssl.SSLContext] = {}
    for certificate, hosts in names.items():
        begins, ends = _validity(certificate)
        leaf = authority.issue_cert(*hosts, not_before=begins, not_after=ends)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        leaf.configure_cert(context)
        contexts |= dict.fromkeys(hosts, context)
    return _choosing(contexts)


def _validity(certificate: Certificate) -> tuple[dt.datetime | None, dt.datetime | None]:
    """From when to when; None leaves it to trustme, whose certificates hold for years."""
    match certificate:
        case Certificate.GOOD:
            return None, None
        case Certificate.EXPIRED:
            ended = utc_now() - _MONTH
            return ended - _MONTH, ended
        case _ as never:
            assert_never(never)


def _choosing(contexts: dict[str, ssl.SSLContext]) -> ssl.SSLContext:
    """A context that hands each handshake to the context of the host that it asks for (RFC 6066, server name)."""

    def choose(handshake: ssl.SSLObject | ssl.SSLSocket, name: str | None, _first: ssl.SSLContext) -> int | None:
        if name not in contexts:
            return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
        handshake.context = contexts[name]
        return None

    first = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    first.sni_callback = choose
    return first
