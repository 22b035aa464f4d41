"""Pieces that stand in every row of the page. As macros of the template they took a third of its time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

from markupsafe import Markup, escape

from checker.foundation import clean
from checker.foundation.model import Availability, FactStatus, LinkVerdict, Marker, Place, Reference
from checker.reporting import escape as escaping, tally
from checker.reporting.marking import Mark, Piece


def shown(value: Any) -> Markup:
    """Anybody's words as the page shows them: cleaned, then escaped, as the template does with all that it prints."""
    return escape(clean.text(str(value)))


def heading(marker: Marker, browse: Callable[[Place], str]) -> Markup:
    """A citation's marker, the page in the source that it names, and where it stands."""
    locator = f' <span class="locator">{shown(marker.locator)}</span>' if marker.locator else ""
    return Markup(f'<span class="marker">{shown(marker.text)}</span>{locator} {place(marker.place, browse)}')  # noqa: S704 - all of it shown


def entry(reference: Reference) -> Markup:
    """A work as a reference list has it: authors, title, date."""
    authors = f"{shown(', '.join(map(str, reference.authors)))}. " if reference.authors else ""
    date = f", {shown(reference.date)}" if reference.date else ""
    return Markup(f"{authors}<cite>{shown(reference.title or reference.key)}</cite>{date}.")  # noqa: S704 - all of it shown


def about(reference: Reference, name: Callable[[StrEnum], str], browse: Callable[[Place], str]) -> Markup:
    """A work's key, type and place, and how it can be had where it has no address."""
    linked = reference.availability is Availability.LINK
    had = "" if linked else f" · {shown(name(reference.availability))}"
    return Markup(  # noqa: S704 - all of it shown
        f'<span class="key">{shown(reference.key)}</span> · {shown(reference.type)}{had} · {place(reference.place, browse)}'
    )


def marked(pieces: Iterable[Piece], name: Callable[[StrEnum], str], signs: Mapping[FactStatus, str]) -> Markup:
    """A sentence with its facts marked: kind and standing of each, and at its end its sign and number."""
    told = (shown(each.text) if each.mark is None else _fact(each, each.mark, name, signs) for each in pieces)
    return Markup("".join(told))  # noqa: S704 - all of it shown


def _fact(piece: Piece, mark: Mark, name: Callable[[StrEnum], str], signs: Mapping[FactStatus, str]) -> str:
    number = f"<sup>{signs[mark.status]}{mark.number}</sup>" if piece.ends else ""
    told = f"{shown(name(mark.kind))}: {shown(name(mark.status))}"
    return f'<mark class="fact is-{mark.status}" title="{told}">{shown(piece.text)}{number}</mark>'


def place(at: Place, browse: Callable[[Place], str]) -> Markup:
    """Where something stands, as a link where it can be looked at."""
    address = browse(at)
    if address:
        return Markup(f'<a class="place" href="{shown(address)}" rel="noopener noreferrer">{shown(at)}</a>')  # noqa: S704 - all of it shown
    return Markup(f'<span class="place">{shown(at)}</span>')  # noqa: S704 - all of it shown


def out(url: str) -> Markup:
    """An address, as a link where a reader may be sent there."""
    address = escaping.web_link(url)
    if address:
        return Markup(  # noqa: S704 - all of it shown
            f'<a class="url" href="{shown(address)}" rel="noopener noreferrer nofollow">{shown(url)}</a>'
        )
    return Markup(f'<span class="url">{shown(url)}</span>')  # noqa: S704 - all of it shown


def health(link: LinkVerdict, name: Callable[[StrEnum], str], say: Callable[..., str] | None = None) -> Markup:
    """What became of a link, with its sign; `say` has it called a link."""
    called = name(link.health)
    told = say("page.link", health=called) if say else called
    return Markup(  # noqa: S704 - all of it shown, but for a word and a sign of ours
        f'<span class="health is-{link.health}" title="{shown(link.url)}">'
        f'<span class="sign" aria-hidden="true">{tally.HEALTH_SIGNS[link.health]}</span> {shown(told)}</span>'
    )


def key(citekey: str, known: frozenset[str], anchor: Callable[[str, str], str]) -> Markup:
    """A citation key, as a link to its entry where the page has it."""
    if citekey in known:
        return Markup(f'<a class="key" href="#{shown(anchor(citekey, "ref"))}">{shown(citekey)}</a>')  # noqa: S704 - all of it shown
    return Markup(f'<span class="key">{shown(citekey)}</span>')  # noqa: S704 - all of it shown
