"""Who may be connected to: every resolved address is judged before a connection, and the peer after it.

The URL's text proves nothing (decimal and octal spellings, names that resolve to private addresses, answers that
change between a check and a connect): resolve once, refuse if any answer is bad, connect to exactly that address,
and look at the peer again. Whatever opens a socket asks here.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl

import certifi

from checker.fetching.addresses import Gate
from checker.fetching.failures import NotConnected
from checker.foundation.errors import SettingsError
from checker.foundation.model import Silence


def spelled_out(host: str, port: int) -> list[tuple[str, int]] | None:
    """The one address of a host that is an address, None for a name."""
    bare = host.removeprefix("[").removesuffix("]")
    try:
        ipaddress.ip_address(bare)
    except ValueError:
        return None
    return [(bare, port)]


def admit(gate: Gate | None, host: str, found: list[tuple[str, int]]) -> None:
    """Let all addresses of a host pass, or raise NotConnected; without a gate (the way to a chosen proxy) all may."""
    if not found:
        raise NotConnected(Silence.NAME, f"The name {host} has no address.")
    for address, _ in found:
        refused = gate.refuses(address) if gate else None
        if refused:
            raise NotConnected(Silence.UNSAFE, f"{host} leads to the {refused}, which is not asked.")


def peer(gate: Gate | None, sock: socket.socket) -> str:
    """Who is really at the other end; NotConnected when it must not be."""
    there = str(sock.getpeername()[0])
    refused = gate.refuses(there) if gate else None
    if refused:
        raise NotConnected(Silence.UNSAFE, f"The connection ended at the {refused}.")
    return there


def tls_context(ca_bundle: str | None) -> ssl.SSLContext:
    """Certificates are always verified: against `ca_bundle` alone, or the system's authorities and certifi's.

    Raises SettingsError for a bundle that cannot be read.
    """
    context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH, cadata=None, cafile=_readable(ca_bundle))
    if ca_bundle is None:
        context.load_verify_locations(certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context


def _readable(ca_bundle: str | None) -> str | None:
    if ca_bundle is None:
        return None
    try:
        ssl.create_default_context(cafile=ca_bundle)
    except (OSError, ssl.SSLError):
        raise SettingsError(
            f"ca_bundle: '{ca_bundle}' cannot be read as PEM certificates; name a .pem file with at least one."
        ) from None
    return ca_bundle
