"""The demonstration's web as data: which host answers what, read from data/web/sites.toml."""

from __future__ import annotations

from enum import StrEnum
from importlib import resources

import msgspec

_FOLDER = resources.files("checker.demo") / "data" / "web"
_HTML = "text/html; charset=utf-8"


class Certificate(StrEnum):
    """What a host shows when it is asked over https."""

    GOOD = "good"
    EXPIRED = "expired"


class Behaviour(StrEnum):
    """What a host does with a request; `hang` takes it and says nothing until the demonstration ends."""

    ANSWER = "answer"
    HANG = "hang"


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one path is answered with; `path` is `*` for every path that the site does not name."""

    path: str
    status: int = 200
    file: str = ""
    type: str = _HTML
    location: str = ""
    behaviour: Behaviour = Behaviour.ANSWER

    def headers(self) -> tuple[tuple[str, str], ...]:
        """The headers that are peculiar to this answer."""
        location = (("Location", self.location),) if self.location else ()
        return (("Content-Type", self.type), *location)

    def body(self) -> bytes:
        """The bytes of the file; none for an answer without one."""
        return (_FOLDER / self.file).read_bytes() if self.file else b""


class Site(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One host."""

    host: str
    certificate: Certificate = Certificate.GOOD
    answer: tuple[Answer, ...] = ()

    def answer_to(self, path: str) -> Answer:
        """What a request for this path (with or without a query) is answered with; a plain 404 where nothing is said."""
        by_path = {answer.path: answer for answer in self.answer}
        return by_path.get(path.partition("?")[0]) or by_path.get("*") or _NOT_FOUND


class _Table(msgspec.Struct, forbid_unknown_fields=True):
    site: tuple[Site, ...]


_NOT_FOUND = Answer(path="*", status=404, file="not-found.html")


def sites() -> dict[str, Site]:
    """Every host of the demonstration's web by its name."""
    table = msgspec.toml.decode((_FOLDER / "sites.toml").read_bytes(), type=_Table)
    return {site.host: site for site in table.site}
