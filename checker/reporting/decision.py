"""The `[[waiver]]` that would accept a finding, ready for decisions.toml: an editor adds the reason and a name."""

from __future__ import annotations

import datetime as dt

from checker.foundation.model import Finding

_ESCAPES = {ord("\\"): "\\\\", ord('"'): '\\"', 0x7F: "\\u007f", **{code: f"\\u{code:04x}" for code in range(32)}}


def as_toml(finding: Finding, on: dt.datetime) -> str:
    """The waiver as TOML; `reason` and `by` are left for a person, and an empty one waives nothing."""
    about = finding.about
    if about.claim:
        named = [("key", about.key), ("claim", " ".join(about.claim.split())), ("passage", about.passage)]
    elif about.url:
        named = [("url", about.url)]
    else:
        named = [("finding", finding.id)]
    lines = [("rule", finding.rule), *named, ("reason", ""), ("by", "")]
    return "[[waiver]]\n" + "".join(f"{name} = {_text(value)}\n" for name, value in lines) + f"on = {on:%Y-%m-%d}\n"


def _text(value: str) -> str:
    """A basic string of TOML 1.0."""
    return f'"{value.translate(_ESCAPES)}"'
