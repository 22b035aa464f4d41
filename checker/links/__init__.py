"""JUDGE: what became of a link, and what to do about it. All pure: `fetching` asks, this room says what to ask.

In: a Reference, one of its URLs, and Evidence (the answer, probes, the memory). Out: a LinkVerdict with its rule, its reason in an
editor's words and its confidence; `wanted` says which probes are still needed (at most three rounds); `remember`, `parse` and
`render` keep the memory of links between runs; `network_is_down` acquits everybody when it was us. To add a judgement, see
`links.rules`; to add a note beside a verdict, see `links.notes`.
"""

from checker.links.history import parse, remember, render
from checker.links.judging import judge
from checker.links.network import network_is_down
from checker.links.rules import RULES, Rule
from checker.links.wanting import wanted

__all__ = ["RULES", "Rule", "judge", "network_is_down", "parse", "remember", "render", "wanted"]
