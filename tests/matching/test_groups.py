"""Several verdicts of one claim: the text that decides, markers side by side, the source in which a fact stands."""

import pytest

from checker import matching
from checker.foundation.model import (
    Basis,
    Claim,
    ClaimVerdict,
    Coverage,
    EvidenceKind,
    Fact,
    FactKind,
    FactStatus,
    Passages,
    Place,
    Support,
)

HARBOUR = "The harbour was enlarged in 1911. By 1913 it handled 420 ships a year."
LIGHT = "The lighthouse was lit on 3 March 1887. Its lamp can be seen from 18 nautical miles."


def claim(text):
    return Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), "en")


def source(key, text):
    return matching.prepare(Passages(key, text, EvidenceKind.PAGE, "en"))


def verdict(support, evidence=EvidenceKind.PAGE, score=0.5, facts=(), key="a"):
    return ClaimVerdict(key, support, Basis.FACTS, 0.8, score, evidence, facts)


def fact(start, status):
    return Fact(FactKind.NUMBER, "12", start, start + 2, status)


def test_a_full_text_decides_over_a_note():
    chosen = matching.choose([verdict(Support.FOUND, EvidenceKind.NOTE), verdict(Support.MISSING, EvidenceKind.PAGE)])
    assert chosen.support is Support.MISSING


def test_a_note_speaks_when_no_full_text_could():
    chosen = matching.choose([verdict(Support.UNCHECKED), verdict(Support.CONTRADICTED, EvidenceKind.NOTE)])
    assert chosen.support is Support.CONTRADICTED


def test_a_saved_copy_that_bears_the_claim_out_is_enough():
    chosen = matching.choose([verdict(Support.MISSING), verdict(Support.FOUND, EvidenceKind.SNAPSHOT)])
    assert chosen.evidence is EvidenceKind.SNAPSHOT


def test_choosing_from_nothing_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match=r".+"):
        matching.choose([])


def test_two_sources_bear_out_together_what_neither_does_alone():
    first = verdict(Support.PARTIAL, facts=(fact(0, FactStatus.FOUND), fact(9, FactStatus.ABSENT)))
    second = verdict(Support.PARTIAL, facts=(fact(0, FactStatus.ABSENT), fact(9, FactStatus.FOUND)), key="b")
    assert matching.group_support([(first,), (second,)]) is Support.FOUND


def test_a_contradiction_stands_unless_the_other_source_settles_it():
    wrong = verdict(Support.CONTRADICTED, facts=(fact(0, FactStatus.CONFLICT),))
    silent = verdict(Support.PARTIAL, facts=(fact(0, FactStatus.ABSENT),), key="b")
    right = verdict(Support.FOUND, facts=(fact(0, FactStatus.FOUND),), key="b")
    assert matching.group_support([(wrong,), (silent,)]) is Support.CONTRADICTED
    assert matching.group_support([(wrong,), (right,)]) is Support.FOUND


def test_an_unread_neighbour_keeps_a_group_from_missing():
    assert matching.group_support([(verdict(Support.MISSING),), (verdict(Support.UNCHECKED),)]) is Support.UNCHECKED
    assert matching.group_support([(verdict(Support.MISSING),), (verdict(Support.MISSING),)]) is Support.MISSING
    assert matching.group_support([]) is Support.UNCHECKED


def test_the_source_in_which_the_lacking_facts_stand_is_named():
    text = claim("The lighthouse was lit on 3 March 1887 and can be seen from 18 nautical miles.")
    others = {"harbour": source("harbour", HARBOUR), "light": source("light", LIGHT)}
    judged = matching.match(text, others["harbour"])
    assert matching.elsewhere(text, judged, others.items()) == ("light",)


def test_a_name_alone_is_no_reason_to_point_elsewhere():
    text = claim("The lighthouse stands near Dunmore.")
    judged = matching.match(text, source("harbour", HARBOUR))
    assert matching.elsewhere(text, judged, [("other", source("other", "Dunmore lies on the coast."))]) == ()


def test_half_of_what_is_lacking_is_not_elsewhere():
    text = claim("The lighthouse was lit on 3 March 1887 by 214 keepers.")
    judged = matching.match(text, source("harbour", HARBOUR))
    assert matching.elsewhere(text, judged, [("light", source("light", LIGHT))]) == ()


def test_a_year_is_no_place_for_a_day():
    text = claim("The lamp of Dunmore was lit on 26 December 1991.")
    judged = matching.match(text, source("one", "The lamp of Dunmore was lit on 25 December 1991."))
    there = [("other", source("other", "The lamp of Dunmore was lit in December 1991."))]
    assert matching.elsewhere(text, judged, there) == ()


def test_a_bare_look_at_the_figures_spares_opening_sources():
    text = claim("The Dunmore line took 1.300 tons in 1992.")
    judged = matching.match(text, source("one", "It took coal."))
    texts = {
        "there": "Dunmore: 1,300 tons went in 1992",
        "longer": "11,300 tons in 1992",
        "other": "1,400 tons in 1992",
    }
    assert matching.Holders(texts).likely([(text, judged)]) == [["there"]]
