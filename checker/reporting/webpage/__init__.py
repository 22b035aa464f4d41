"""index.html: one self-contained page to read a report on, light or dark, on a phone or on paper.

jinja2 with autoescape; everything printed is cleaned first. The policy allows nothing but this very style and script
(by their hashes), so that even a text that slipped through could neither run nor load anything. Without the
script the page reads and filters all the same.
"""

from __future__ import annotations

import base64
import datetime as dt
import functools
import hashlib
import re
from collections.abc import Iterator
from importlib import resources
from itertools import islice
from typing import Any

from babel.dates import format_datetime
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from checker.foundation import clean
from checker.foundation.model import Report
from checker.reporting import decision, escape, tally
from checker.reporting.options import Options
from checker.reporting.translated import translated
from checker.reporting.webpage import pieces, view
from checker.reporting.words import LANGUAGES, Words

_PIECE = 50  # pieces of the template that are handed on as one
_TEMPLATES = ("page.html.jinja", "comparison.html.jinja", "shelf.html.jinja", "findings.html.jinja")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")  # BCP 47, as far as an attribute needs it


def prepare(language: str, *, verdicts: bool) -> None:
    """Compile the template, with what shows `verdicts` if there will be any, and load the dates of a language now.

    A tenth of a second that the first page takes. What only some reports have is compiled when one has it.
    """
    _environment().get_template("page.html.jinja")
    if verdicts:
        _environment().get_template("comparison.html.jinja")
    format_datetime(
        dt.datetime(2000, 1, 1, tzinfo=dt.UTC),
        format=Words(language).say("page.when"),
        locale=language if language in LANGUAGES else "en",
    )


def style() -> str:
    """The style sheet of the page, for pages that are to look like it."""
    return _asset("page.css")


def render(report: Report, options: Options) -> Iterator[str]:
    """The page, in pieces as the template goes through the report."""
    words = Words(options.language)
    report = translated(report, options.language)
    style, script = _asset("page.css"), _asset("page.js")
    events = (
        _environment()
        .get_template("page.html.jinja")
        .generate(
            report=report,
            page=view.Page(report),
            lang=_language(options),
            say=words.say,
            name=words.name,
            name_or=words.name_or,
            lack=words.lack,
            when=functools.partial(format_datetime, format=words.say("page.when"), locale=_language(options)),
            browse=functools.partial(escape.place_link, base=options.browse),
            # Files of this package, no stranger's words: they stand in the page as they are.
            style=Markup(style),  # noqa: S704 - packaged
            script=Markup(script),  # noqa: S704 - packaged
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )
    while piece := "".join(islice(events, _PIECE)):
        yield piece


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=DictLoader({name: _asset(name) for name in _TEMPLATES}),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # there are no constants to fold: a third of the compiling
    )
    environment.filters |= {
        "heading": pieces.heading,
        "entry": pieces.entry,
        "about": pieces.about,
        "place": pieces.place,
        "out": pieces.out,
        "health": pieces.health,
        "marked": functools.partial(pieces.marked, signs=view.FACT_SIGNS),
        "key": functools.partial(pieces.key, anchor=view.anchor),
        "anchor": view.anchor,
        "tag": _language_tag,
        "waiver": decision.as_toml,
    }
    environment.globals |= {
        "support_signs": tally.SUPPORT_SIGNS,
        "health_signs": tally.HEALTH_SIGNS,
    }
    return environment


def _cleaned(value: Any) -> Any:
    """What the template prints: our own markup as it is, any other text without controls and bidi overrides."""
    return value if isinstance(value, Markup) else clean.text(str(value))


def _language(options: Options) -> str:
    return options.language if options.language in LANGUAGES else "en"


def _language_tag(language: str) -> str:
    return language if _LANGUAGE_TAG.fullmatch(language) else ""


def _asset(name: str) -> str:
    return resources.files("checker.reporting.webpage").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """A source expression for the policy (CSP 3, 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
