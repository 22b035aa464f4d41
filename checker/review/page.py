"""The review page as HTML: a form for every decision, no script at all."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any
from urllib.parse import urlsplit

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from checker.foundation import clean
from checker.review.cases import Piece
from checker.review.desk import ReviewDesk

_MOST = 200  # cases on the page: a browser lays more of them out too slowly to be worked with


@dataclass(frozen=True, slots=True)
class Dress:
    """What the page is told in and looks like: `say` gives its texts, `tell` those of the report in its language, `style` is the report's."""

    language: str
    say: Callable[..., str]
    tell: Callable[[str], str]
    style: str
    title: str


def render(desk: ReviewDesk, dress: Dress) -> str:
    """The page as it stands now; open cases first."""
    cases = sorted(desk.cases, key=lambda case: case.finding.waived is not None)
    return (
        _environment()
        .get_template("page")
        .render(
            cases=cases,
            shown=cases[:_MOST],
            open=sum(case.finding.waived is None for case in cases),
            told=defaultdict(str, desk.told),
            answers=defaultdict(lambda: None, desk.answers),
            by=desk.by,
            lang=dress.language,
            say=dress.say,
            tell=dress.tell,
            title=dress.title,
            style=Markup(dress.style + _asset("page.css")),  # noqa: S704 - packaged
            marked=_marked,
        )
    )


def _marked(pieces: Sequence[Piece]) -> Markup:
    """A text with its facts marked as the report marks them."""
    return Markup("").join(
        Markup('<mark class="fact is-{}">{}</mark>').format(piece.status, clean.text(piece.text))
        if piece.status
        else escape(clean.text(piece.text))
        for piece in pieces
    )


def _web(address: str) -> str:
    """An address that a browser may follow, or nothing."""
    return address if urlsplit(address).scheme in ("http", "https") else ""


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=DictLoader({"page": _asset("page.html.jinja")}),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["web"] = _web
    return environment


def _cleaned(value: Any) -> Any:
    return value if isinstance(value, Markup) else clean.text("" if value is None else str(value))


def _asset(name: str) -> str:
    return resources.files("checker.review").joinpath(name).read_text(encoding="utf-8")
