"""MATCH: does the source bear the claim out? `prepare` a source once, `match` every claim that cites it.

In: a Claim and a source's Passages. Out: a ClaimVerdict with its facts, its passage and the sentence that says why.
`hear` does both for a source and all its claims, in whatever process; `Holders` and `search` find what is lacking.
`choose` settles several texts of one source, `group_support` side-by-side markers, `elsewhere` finds the source in
which a missing fact stands; `worklist` and `shelf` say what an editor does first; `match_line` is `checker match`.

How the default engine goes about it, file by file: `prepared` (sentences, words) -> `scene` (claim beside source:
`terms` with their `kindred`, `clauses`, `wording`) -> `sightings` (where facts agree, `glances` at what is far off, `silence` left out, time gone by reckoned by `elapsed`)
-> `rivals` (where another value has their place, judged by `neighbours`, `ties` and `likeness`) -> `seats`, `cells` of
`tables`, `years` (whether a fact that stands there is in its place) -> `outcomes`, `posts` (who held which office), `quotes`
(by `tongues`), `polarity`, `turned` (`opposites`, `contrasts`, `parties`, `subjects`, `orders`, `directions`) -> `features` -> `weights`, `verdicts` -> `passages`, `reasons`.

To add an engine (a translator, an entailment model, a judge): one file with a class that has `judge` as `Engine`
says, and one line in ENGINES; tests/matching/test_engine.py then runs on it.
"""

from collections.abc import Callable, Mapping

from checker.foundation.model import Claim, ClaimVerdict
from checker.matching.elsewhere import elsewhere
from checker.matching.engine import Engine, FactsEngine, unchecked
from checker.matching.hearings import Hearing, Search, hear, search
from checker.matching.holders import Holders
from checker.matching.rows import match_line
from checker.matching.source.prepared import Prepared, prepare
from checker.matching.verdict.groups import choose, group_support
from checker.matching.worklist import Lead, ShelfItem, shelf, worklist

ENGINES: Mapping[str, Callable[[], Engine]] = {"facts": FactsEngine}

_DEFAULT = ENGINES["facts"]()


def match(claim: Claim, prepared: Prepared) -> ClaimVerdict:
    """The default engine's verdict of one claim against one source."""
    return _DEFAULT.judge(claim, prepared)


__all__ = [
    "ENGINES",
    "Engine",
    "FactsEngine",
    "Hearing",
    "Holders",
    "Lead",
    "Prepared",
    "Search",
    "ShelfItem",
    "choose",
    "elsewhere",
    "group_support",
    "hear",
    "match",
    "match_line",
    "prepare",
    "search",
    "shelf",
    "unchecked",
    "worklist",
]
