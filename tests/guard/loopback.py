"""The loopback guard: an audit hook that refuses every socket beyond 127.0.0.0/8 and ::1, for good, in this process."""

from __future__ import annotations

import ipaddress
import sys


class LeftLoopback(BaseException):
    """A test tried to leave this machine; a BaseException, so that no `except OSError` can swallow it."""


def _is_loopback(host: object) -> bool:
    if host in (None, "", "localhost", b"localhost"):
        return True
    text = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(text.split("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse(event: str, host: object) -> None:
    raise LeftLoopback(f"{event}: a test tried to reach {host!r}; only 127.0.0.0/8 and ::1 are allowed")


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.bind"):
        address = arguments[1]
        # Unix sockets have a path for an address: they never leave the machine.
        if isinstance(address, tuple) and not (
            _is_loopback(address[0]) or (event == "socket.bind" and address[0] == "0.0.0.0")
        ):
            _refuse(event, address)
    elif event in ("socket.getaddrinfo", "socket.gethostbyname") and not _is_loopback(arguments[0]):
        _refuse(event, arguments[0])


_installed = False


def install() -> None:
    """Install the guard once; it cannot be taken out again."""
    global _installed  # noqa: PLW0603 - an audit hook is process-wide by nature
    if not _installed:
        sys.addaudithook(_watch)
        _installed = True
