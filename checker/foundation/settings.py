"""Settings: every knob once, with its default, its unit and its reason; the source of docs/settings.md.

Reading the file is the CLI's business; `from_table` turns a parsed table into Settings and names what is wrong.
"""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from checker.foundation.errors import SettingsError
from checker.foundation.model import Severity


def _knob(default: Any, doc: str) -> Any:
    """A field with its line for docs/settings.md."""
    if isinstance(default, dict):
        return field(default_factory=dict, metadata={"doc": doc})
    return field(default=default, metadata={"doc": doc})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run, by the names of the command-line options in snake_case."""

    articles: tuple[str, ...] = _knob((), "Articles to check when the command names none; paths beside checker.toml.")
    bib: tuple[str, ...] = _knob((), "Bibliography files (.bib, CSL-JSON, RIS); none: the article's own list is used.")
    copies: tuple[str, ...] = _knob(
        (), "Folders in which local copies of sources (`file` fields) may lie, besides the bibliography's own."
    )
    lexicons: tuple[str, ...] = _knob(
        (),
        "Word lists of your own (TSV, UTF-8), read before ours when claim and source are in two languages; their form: docs/matching.md.",
    )
    report: str = _knob("reports", "Folder for report.json, index.html, link-history.json and evidence.jsonl.")
    lang: str = _knob("en", "Language of messages and reports: en or vi.")
    fail_on: str = _knob("error", "Exit 1 from this severity on: error, warning or never.")
    fail_on_reason: str = _knob("", "Why `fail_on` is what it is, for whoever reads the configuration; shown with -v.")
    strict: bool = _knob(False, "Exit 3 when any source was left unchecked for a reason on our side.")
    offline: bool = _knob(False, "Ask nothing of the network: cache, local files and notes only.")
    links_only: bool = _knob(False, "Judge links; do not match claims.")
    claims_only: bool = _knob(False, "Match claims; report no link.")
    only: tuple[str, ...] = _knob((), "Check these markers or keys alone.")
    timeout: float = _knob(20.0, "Seconds for one whole attempt: name, TLS, all redirects and the body.")
    max_retries: int = _knob(2, "Further attempts after 429, 503, a reset or a refused connection.")
    concurrency: int = _knob(128, "Requests in flight in all.")
    host_concurrency: int = _knob(2, "Requests in flight to one registered domain.")
    host_request_interval: float = _knob(0.5, "Seconds between two requests to one registered domain.")
    max_body: int = _knob(10_000_000, "Bytes of one decoded answer that are read; the rest is cut, and said.")
    cache_dir: str | None = _knob(None, "Folder of the page cache; default: the user's cache folder.")
    max_cache_age: float = _knob(7.0, "Days after which a cached page is asked for again.")
    accept: tuple[int, ...] = _knob((), "HTTP status codes to take for alive besides 2xx.")
    exclude: tuple[str, ...] = _knob((), "Regular expressions: a URL in which one is found is not asked.")
    include_private: tuple[str, ...] = _knob(
        (), "Private networks (CIDR) that may be asked: an allow-list for intranets."
    )
    ca_bundle: str | None = _knob(None, "PEM file of certificate authorities to trust instead of the usual ones.")
    proxy: str | None = _knob(None, "HTTP proxy to use; the address check is then the proxy's.")
    mailto: str | None = _knob(None, "A contact address for the User-Agent and for registries' polite pools.")
    record: str | None = _knob(None, "Write everything fetched to this WARC file (.warc.gz).")
    replay: str | None = _knob(None, "Answer every request from this WARC file; no network is used.")
    decisions: str = _knob("decisions.toml", "What editors have accepted ([[waiver]]), beside the configuration.")
    baseline: str | None = _knob(None, "An earlier report.json: what it has is known and fails nothing.")
    since: str | None = _knob(None, "A git revision: only citations and entries that changed since are looked at.")
    markers: dict[str, str] = _knob({}, 'Which entry a marker means: 13 = "dewaal2003".')
    severity: dict[str, Severity] = _knob({}, "Severity of single rules: error, warning, info or off.")
    save: bool = _knob(
        False,
        "Have the Wayback Machine save sources that it has no copy of; keys: SPN_ACCESS_KEY, SPN_SECRET_KEY in the environment.",
    )
    doi_resolver: str = _knob("https://doi.org/", "Base address of the DOI resolver.")
    crossref: str = _knob("https://api.crossref.org/", "Base address of the Crossref REST API.")
    pubmed: str = _knob(
        "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/", "Base address of NCBI's E-utilities (PubMed)."
    )
    books: str = _knob(
        "https://openlibrary.org/",
        "Base address of a catalogue that speaks Open Library's Books API; asked about ISBNs only when `mailto` is set, as it wishes.",
    )
    handles: str = _knob("https://hdl.handle.net/", "Base address of the Handle proxy.")
    wayback: str = _knob("https://web.archive.org/", "Base address of the Wayback Machine.")
    timegates: tuple[str, ...] = _knob(
        (),
        "Further archives that speak Memento (RFC 7089): base addresses of TimeGates, asked where the Wayback Machine has no copy.",
    )


_CHOICES = {"lang": ("en", "vi"), "fail_on": ("error", "warning", "never")}


def from_table(table: Mapping[str, Any], *, where: str) -> Settings:
    """Settings from a parsed TOML table; `where` names the file in errors.

    Raises SettingsError for an unknown key (naming the nearest known one), a wrong type or a value out of range.
    """
    known = [item.name for item in dataclasses.fields(Settings)]
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"did you mean '{near[0]}'?" if near else "see docs/settings.md for the known ones."
            raise SettingsError(f"{where}: unknown setting '{key}'; {hint}")
    try:
        settings = msgspec.convert(dict(table), Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{where}: {error}; correct the value (docs/settings.md lists types and units).") from None
    return validated(settings, where=where)


def validated(settings: Settings, *, where: str) -> Settings:
    """The same settings if every value is in range; SettingsError otherwise."""
    for name, choices in _CHOICES.items():
        if getattr(settings, name) not in choices:
            raise SettingsError(f"{where}: {name} = {getattr(settings, name)!r}; use one of {', '.join(choices)}.")
    for name in ("timeout", "concurrency", "host_concurrency", "max_body"):
        if getattr(settings, name) <= 0:
            raise SettingsError(f"{where}: {name} must be more than 0; the default is {_default(name)}.")
    for name in ("max_retries", "host_request_interval", "max_cache_age"):
        if getattr(settings, name) < 0:
            raise SettingsError(f"{where}: {name} cannot be negative; the default is {_default(name)}.")
    if settings.links_only and settings.claims_only:
        raise SettingsError(f"{where}: links_only and claims_only exclude each other; set one of them.")
    if settings.record and settings.replay:
        raise SettingsError(f"{where}: record and replay exclude each other; set one of them.")
    return settings


def _default(name: str) -> Any:
    return Settings.__dataclass_fields__[name].default


def as_markdown() -> str:
    """docs/settings.md, whole."""
    rows = [
        f"| `{item.name}` | {_type_in_words(str(item.type))} | {_shown(item)} | {item.metadata['doc']} |\n"
        for item in dataclasses.fields(Settings)
    ]
    return (
        "# Settings\n\nGenerated from checker/foundation/settings.py; do not edit. They stand in `checker.toml`, or under "
        "`[tool.checker]` in pyproject.toml;\non the command line the same names have hyphens. `checker init` writes a "
        "commented file.\n\n| setting | type | default | what it does |\n|---|---|---|---|\n" + "".join(rows)
    )


_WORDS = {
    "tuple[str, ...]": "list of text",
    "tuple[int, ...]": "list of numbers",
    "str": "text",
    "bool": "true/false",
    "float": "number",
    "int": "whole number",
    "dict[str, str]": "table",
    "dict[str, Severity]": "table",
}


def _type_in_words(name: str) -> str:
    return _WORDS[name.removesuffix(" | None")]


def _shown(item: dataclasses.Field[Any]) -> str:
    if item.default is dataclasses.MISSING or item.default in ((), None, ""):
        return ""
    return f"`{str(item.default).lower() if isinstance(item.default, bool) else item.default}`"
