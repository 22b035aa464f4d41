"""JUDGE: what became of a link, is it the work that the entry describes, and what to do about it.

All pure: this room says what to ask, `fetching` asks. In: a Reference, one of its URLs, and Evidence (the answer, probes, the
memory). Out: a LinkVerdict with its rule, its reason in an editor's words and its confidence.

    foreseen           what is wanted whatever the source answers: its registry's record, the saved copy that it names
    wanted             the probes still needed: twins, registries, saved copies (three rounds are enough)
    judge              RULES in their order, notes beside the verdict, the memory after it
    network_is_down    acquits everybody when it was us
    remember, parse, render    the memory of links between runs, reports/link-history.json
    source_mismatch    another work than the entry's at the address
    registry_problems  retracted works, DOIs of other works, DOIs that nobody registered
    archive_problems, is_sound_copy, rescue, why_no_rescue    saved copies: not to be trusted, no rescue, a rescue
    is_unsaved         a source that the archive has no copy of; `links.saving` has the words of Save Page Now
    copies_near        what to ask for the saved copies of an address nearest to a day

To add a judgement, see `links.rules`; a note beside a verdict, `links.notes`; a phrase or a language, `links/wording/`.
"""

from checker.links.archives import copies_near
from checker.links.copies import altering, archive_problems, is_sound_copy, rescue, why_no_rescue
from checker.links.history import parse, remember, render
from checker.links.identity import source_mismatch
from checker.links.judging import judge
from checker.links.network import network_is_down
from checker.links.registries import registry_problems
from checker.links.rules import RULES, Rule
from checker.links.saving import is_unsaved
from checker.links.wanting import foreseen, wanted

__all__ = [
    "RULES",
    "Rule",
    "altering",
    "archive_problems",
    "copies_near",
    "foreseen",
    "is_sound_copy",
    "is_unsaved",
    "judge",
    "network_is_down",
    "parse",
    "registry_problems",
    "remember",
    "render",
    "rescue",
    "source_mismatch",
    "wanted",
    "why_no_rescue",
]
