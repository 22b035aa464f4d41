"""DECIDE: what editors have accepted, held against the findings of a run: `decide(findings, decisions, ...)`.

decisions, baseline -> waiving       what was decided before a run
cases -> desk -> page, server        the editors' page over the last report, where it is decided (`checker review`)


In: a parsed decisions.toml (`read`), an earlier report (`known_from`), Findings, and what the run looked at (`Seen`).
Out: the same Findings, accepted ones with their Waiver, and Problems with the decisions themselves.
To add a thing that a waiver can name, do this: a field in `decisions.py`, its line in `waiving.fits`, its sentence in docs/waivers.md.
"""

from checker.review.baseline import known_from
from checker.review.decisions import Decision, Decisions, read
from checker.review.waiving import Seen, decide

__all__ = ["Decision", "Decisions", "Seen", "decide", "known_from", "read"]
