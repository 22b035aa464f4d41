"""What goes wrong in a hop -> the Failure that an editor reads; the same words whichever transport it was."""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
from collections.abc import Iterator

from checker.fetching.exchange import Ask, Failure
from checker.foundation import clean
from checker.foundation.model import Silence

# EAI_AGAIN is what glibc says when no name server can be reached; EAI_SYSTEM and EAI_FAIL are not about the name either.
_NO_SUCH_NAME = frozenset(
    code for code in (getattr(socket, name, None) for name in ("EAI_NONAME", "EAI_NODATA", "EAI_ADDRFAMILY")) if code
)
_UNREACHABLE = frozenset((errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL))


class DeadlinePassed(Exception):
    """The time of this hop is used up. Not an OSError: urllib3 would wrap it and the reason would be lost."""


class HeadTooLong(Exception):
    """The server has sent more than HEAD_CAP bytes and no answer is complete."""


class Undecodable(Exception):
    """A body is not in the encoding that it is said to be in."""


class NotConnected(Exception):
    """No connection: why, in a sentence. Not an OSError, so that urllib3 passes it on as it is."""

    def __init__(self, why: Silence, detail: str) -> None:
        """`why` and `detail` become the Failure."""
        super().__init__(detail)
        self.why = why
        self.detail = detail


# What a hop may end with because of the world; an exception of any other kind is a mistake of ours.
TROUBLE = (NotConnected, DeadlinePassed, HeadTooLong, OSError, ValueError, http.client.HTTPException)


def unresolved(host: str, error: OSError | UnicodeError) -> NotConnected:
    """The NotConnected that a failed look-up amounts to."""
    if not isinstance(error, socket.gaierror):
        return NotConnected(Silence.NAME, f"The name {host} cannot be looked up: {clean.line(str(error))}.")
    if error.errno in _NO_SUCH_NAME:
        return NotConnected(Silence.NAME, f"The name {host} does not exist.")
    return NotConnected(Silence.UNREACHABLE, f"The name {host} could not be looked up: no name server answered.")


def not_connected(host: str, error: OSError | None) -> Exception:
    """The NotConnected (or DeadlinePassed) that the last failed address amounts to."""
    if isinstance(error, TimeoutError):
        return DeadlinePassed()
    if isinstance(error, ConnectionRefusedError):
        return NotConnected(Silence.REFUSED, f"{host} refuses connections on this port.")
    if isinstance(error, ConnectionResetError):
        return NotConnected(Silence.RESET, f"{host} broke the connection off.")
    if error is not None and error.errno in _UNREACHABLE:
        return NotConnected(Silence.UNREACHABLE, f"There is no route to {host}.")
    return NotConnected(Silence.UNREACHABLE, f"No connection to {host}: {clean.line(str(error))}.")


def is_reset(error: Exception) -> bool:
    """True when the other end broke the connection off."""
    return any(isinstance(cause, ConnectionResetError) for cause in _causes(error))


def failed(error: Exception, ask: Ask, address: str, seconds: float) -> Failure:
    """The Failure that an exception amounts to, by its causes from the outside in."""
    for cause in _causes(error):
        told = _told(cause, ask.host)
        if told is not None:
            return Failure(*told, address, seconds)
    detail = f"{ask.host} could not be asked: {clean.line(str(error), 160)}."
    return Failure(Silence.PROTOCOL, detail, address, seconds)


def _told(cause: BaseException, host: str) -> tuple[Silence, str] | None:
    """Why there is no answer and a sentence that says so, if this is what it was."""
    match cause:
        case NotConnected():
            return cause.why, cause.detail
        case DeadlinePassed() | TimeoutError():
            return Silence.TIMEOUT, f"{host} did not answer in time."
        case HeadTooLong():
            return Silence.PROTOCOL, f"{host} sent headers without an end."
        case ssl.SSLCertVerificationError():
            told = clean.line(cause.verify_message or str(cause)).rstrip(".")
            return Silence.CERTIFICATE, f"The certificate of {host} is not valid: {told}."
        case ConnectionResetError() | BrokenPipeError() | http.client.RemoteDisconnected() | ssl.SSLEOFError():
            return Silence.RESET, f"{host} broke the connection off without an answer."
        case ssl.SSLError():
            told = clean.line(cause.reason or str(cause))
            return Silence.PROTOCOL, f"No TLS connection to {host}: {told}."
        case http.client.HTTPException():
            told = clean.line(f"{type(cause).__name__} {cause}", 120)
            return Silence.PROTOCOL, f"What {host} sent is not HTTP: {told}."
        case _:
            return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and everything that it was raised from or carries."""
    seen: set[int] = set()
    queue: list[BaseException] = [error]
    while queue:
        cause = queue.pop(0)
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        further = (*cause.args, cause.__cause__, cause.__context__, getattr(cause, "reason", None))
        queue.extend(item for item in further if isinstance(item, BaseException))
