"""Which addresses and host names may be asked: an own deny list, because `ipaddress.is_global` differs by Python patch.

Sources: IANA's IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and its updates), RFC 6761/6762/7686/8375
for names, the providers' documentation for cloud metadata. What is not known to be public is refused.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from checker.foundation.errors import SettingsError

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

_DENIED_V4: tuple[tuple[str, str], ...] = (
    ("0.0.0.0/8", "this network"),
    ("10.0.0.0/8", "private"),
    ("100.64.0.0/10", "carrier-grade NAT"),
    ("127.0.0.0/8", "loopback"),
    ("169.254.0.0/16", "link-local"),
    ("172.16.0.0/12", "private"),
    ("192.0.0.0/24", "protocol assignments"),
    ("192.0.2.0/24", "documentation"),
    ("192.31.196.0/24", "AS112"),
    ("192.52.193.0/24", "AMT"),
    ("192.88.99.0/24", "6to4 relay"),
    ("192.168.0.0/16", "private"),
    ("192.175.48.0/24", "AS112"),
    ("198.18.0.0/15", "benchmarking"),
    ("198.51.100.0/24", "documentation"),
    ("203.0.113.0/24", "documentation"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "reserved"),
)
# Inside 2000::/3, the only IPv6 block that IANA has given out as global unicast.
_DENIED_V6: tuple[tuple[str, str], ...] = (
    ("2001::/23", "protocol assignments (Teredo, ORCHID, benchmarking)"),
    ("2001:db8::/32", "documentation"),
    ("2002::/16", "6to4"),
    ("2620:4f:8000::/48", "AS112"),
    ("3fff::/20", "documentation"),
)
# Never asked, whatever `include_private` says: they hand out a machine's credentials.
_METADATA: tuple[tuple[str, str], ...] = (
    ("169.254.0.0/16", "cloud metadata (link-local)"),
    ("168.63.129.16/32", "cloud metadata (Azure)"),
    ("100.100.100.200/32", "cloud metadata (Alibaba)"),
    ("192.0.0.192/32", "cloud metadata (Oracle)"),
    ("fd00:ec2::/32", "cloud metadata (AWS)"),
    ("fd20:ce::/32", "cloud metadata (Google)"),
)
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the IPv4 address is in the last 32 bits
_GLOBAL_V6 = ipaddress.ip_network("2000::/3")

# RFC 6761 (localhost, invalid, test is left to the resolver), 6762 (local), 8375 (home.arpa), ICANN 2024 (internal).
_PRIVATE_NAMES = ("localhost", "localdomain", "local", "internal", "intranet", "home.arpa", "lan", "corp")
_NEVER_NAMES = ("onion", "invalid")  # RFC 7686; RFC 6761
_NUMERIC_LABEL = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")


def _parsed(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[Network, str], ...]:
    return tuple((ipaddress.ip_network(network), kind) for network, kind in rows)


_V4, _V6, _NEVER = _parsed(_DENIED_V4), _parsed(_DENIED_V6), _parsed(_METADATA)


@lru_cache(maxsize=4096)  # a host's address is judged twice for every hop, against two dozen networks
def _refused(address: str, allowed: tuple[Network, ...]) -> str | None:
    try:
        judged = _inside(ipaddress.ip_address(address))
    except ValueError:
        return f"{address}, which is no plain IP address"
    kind = _kind(judged, _NEVER)
    if kind is None and any(judged.version == network.version and judged in network for network in allowed):
        return None
    kind = kind or _denied(judged)
    return f"{kind} address {address}" if kind else None


@dataclass(frozen=True, slots=True)
class Gate:
    """Judges names and addresses; `allowed` are the private networks that may be asked all the same."""

    allowed: tuple[Network, ...] = ()

    def refuses(self, address: str) -> str | None:
        """Why a resolved address must not be connected to, as "loopback address 127.0.0.1"; None if it may be."""
        return _refused(address, self.allowed)

    def refuses_name(self, host: str) -> str | None:
        """Why a host name must not even be resolved; None if it may be (its addresses are judged all the same)."""
        name = host.rstrip(".").lower()
        for suffix in _NEVER_NAMES:
            if name == suffix or name.endswith(f".{suffix}"):
                return f"'.{suffix}' names are not on the public web"
        if self.allowed:
            return None
        for suffix in _PRIVATE_NAMES:
            if name == suffix or name.endswith(f".{suffix}"):
                return f"'{host}' is a name of a private network"
        return None


def gate(include_private: tuple[str, ...]) -> Gate:
    """The Gate for the setting `include_private`; SettingsError for what is not a network in CIDR notation."""
    networks: list[Network] = []
    for text in include_private:
        try:
            networks.append(ipaddress.ip_network(text, strict=False))
        except ValueError:
            raise SettingsError(
                f"include_private: {text!r} is not a network; write it as 10.1.0.0/16 or fd12:3456::/32."
            ) from None
    return Gate(tuple(networks))


@lru_cache(maxsize=4096)  # the hosts of a run come back
def literal(host: str) -> str | None:
    """The address that a host spells out, in any notation that `inet_aton` knows (octal, hex, one number); else None.

    Raises ValueError for a host that can only be meant as a number but is none (`256.1`, `0x.1.2.3.4.5`).
    """
    bare = host.removeprefix("[").removesuffix("]")
    try:
        return str(ipaddress.ip_address(bare))
    except ValueError:
        if ":" in bare:
            raise
    last = bare.rstrip(".").rpartition(".")[2]
    if not _NUMERIC_LABEL.fullmatch(last):
        return None
    try:
        return socket.inet_ntoa(socket.inet_aton(bare.rstrip(".")))
    except OSError:
        raise ValueError(f"'{host}' is neither a name nor an address") from None


def _inside(address: Address) -> Address:
    """The IPv4 address in a mapped (RFC 4291) or translated (RFC 6052) one, or the address itself."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return address.ipv4_mapped
        if address in _TRANSLATED:
            return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def _denied(address: Address) -> str | None:
    if isinstance(address, ipaddress.IPv4Address):
        return _kind(address, _V4)
    if address.scope_id is not None or address not in _GLOBAL_V6:
        return "private or reserved"
    return _kind(address, _V6)


def _kind(address: Address, rows: tuple[tuple[Network, str], ...]) -> str | None:
    return next((kind for network, kind in rows if address.version == network.version and address in network), None)
