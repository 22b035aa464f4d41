"""The demonstration's web while it runs: two loopback servers, the resolver that leads to them, their authority."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.demo import certificates
from checker.demo.server import LOOPBACK, listening
from checker.demo.sites import sites


@dataclass(frozen=True, slots=True)
class DemoWeb:
    """A running web: `ports` maps 80 and 443 of its hosts to loopback ports; `folder` is deleted with it."""

    hosts: frozenset[str]
    ports: dict[int, int]
    ca_bundle: Path
    folder: Path

    def resolver(self, host: str, port: int) -> list[tuple[str, int]]:
        """The address and port to connect to, as `fetching.Resolver` wants it; an address stays what it is.

        Raises socket.gaierror (name not known) for every host and port that the demonstration does not have.
        """
        try:
            return [(str(ipaddress.ip_address(host)), port)]
        except ValueError:
            pass
        if host.lower().rstrip(".") not in self.hosts or port not in self.ports:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [(LOOPBACK, self.ports[port])]


@contextlib.contextmanager
def serve() -> Iterator[DemoWeb]:
    """Run the demonstration's web on loopback for as long as the block lasts.

    Raises ExtraMissing when trustme is not installed.
    """
    hosts = sites()
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="footcheck-demo-")))
        bundle = folder / "authority.pem"
        context = certificates.make(hosts.values(), bundle)
        ports = {80: stack.enter_context(listening(hosts)), 443: stack.enter_context(listening(hosts, context))}
        yield DemoWeb(hosts=frozenset(hosts), ports=ports, ca_bundle=bundle, folder=folder)
