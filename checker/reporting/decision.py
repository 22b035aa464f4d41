"""The `[[waiver]]` that accepts a finding, as it stands in decisions.toml."""

from __future__ import annotations

import datetime as dt

from checker.foundation.model import Finding

_ESCAPES = {ord("\\"): "\\\\", ord('"'): '\\"', 0x7F: "\\u007f", **{code: f"\\u{code:04x}" for code in range(32)}}


def as_toml(finding: Finding, on: dt.date, *, reason: str = "", by: str = "", expires: dt.date | None = None) -> str:
    """The waiver as TOML; without `reason` and `by` it waives nothing and waits for a person to fill them in."""
    about = finding.about
    if about.claim:
        named = [("key", about.key), ("claim", " ".join(about.claim.split())), ("passage", about.passage)]
    elif about.url:
        named = [("url", about.url)]
    else:
        named = [("finding", finding.id)]
    lines = [("rule", finding.rule), *named, ("reason", reason), ("by", by)]
    said = "".join(f"{name} = {text(value)}\n" for name, value in lines)
    return f"[[waiver]]\n{said}on = {on:%Y-%m-%d}\n" + (f"expires = {expires:%Y-%m-%d}\n" if expires else "")


def text(value: str) -> str:
    """A basic string of TOML 1.0."""
    return f'"{value.translate(_ESCAPES)}"'
