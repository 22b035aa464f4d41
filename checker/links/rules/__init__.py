"""The rules of the judge, in the order in which they are asked; the first that answers concludes.

A rule is a pure function (reference, url, evidence) -> LinkVerdict | None. To add one: write it in a file of its own
here with a docstring that says what it means and what an editor should do, and put it into RULES at its place; the contract
test then runs on it unasked. The order matters: what was not asked comes first, walls come before the status behind which
they hide, accusations come before `moved`, and `alive` answers for every page that is left.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.foundation.model import Evidence, LinkVerdict, Reference
from checker.links.rules.alive import alive, moved
from checker.links.rules.bot_wall import bot_wall
from checker.links.rules.certificate import certificate
from checker.links.rules.closed import maintenance, region
from checker.links.rules.empty import empty
from checker.links.rules.front_page import front_page, section_page, sent_to_front
from checker.links.rules.login import login
from checker.links.rules.parked import parked
from checker.links.rules.refused import refused
from checker.links.rules.same_page import everywhere, same_page
from checker.links.rules.silent import cut_off, silent
from checker.links.rules.soft_404 import soft_404
from checker.links.rules.status import status
from checker.links.rules.taken_over import taken_over
from checker.links.rules.walls import age_gate, consent, paywall

Rule = Callable[[Reference, str, Evidence], LinkVerdict | None]

RULES: tuple[Rule, ...] = (
    refused,
    certificate,
    silent,
    bot_wall,
    status,
    cut_off,
    login,
    front_page,
    region,
    parked,
    taken_over,
    soft_404,
    section_page,
    sent_to_front,
    maintenance,
    consent,
    age_gate,
    paywall,
    empty,
    same_page,
    everywhere,
    moved,
    alive,
)

__all__ = ["RULES", "Rule"]
