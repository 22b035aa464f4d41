"""From what to what: the source has a change the other way round (`grew from 35,000 to 72,000` for `fell from 72,000 to 35,000`)."""

from __future__ import annotations

from checker.language.values_agree import agree
from checker.matching.lists.cells import in_a_row
from checker.matching.lists.comparisons import Change, changes
from checker.matching.place.scene import Scene
from checker.matching.turns.opposites import Opposed


def turned_about(scene: Scene) -> Opposed | None:
    """The first change that a near sentence tells the other way round, None where there is none."""
    for mine in changes(scene.claim.text, scene.mentions):
        for number in scene.near:
            for theirs in changes(scene.source.sentence(number), scene.source.mentions(number)):
                if _reversed(mine, theirs):
                    return Opposed(mine.words, theirs.words, number, sure=True)
        if told := in_a_row(mine.before, mine.after, scene):
            return Opposed(mine.words, told[0], told[1], sure=True)
    return None


def _reversed(mine: Change, theirs: Change) -> bool:
    straight = agree(mine.before, theirs.before) and agree(mine.after, theirs.after)
    return not straight and bool(agree(mine.before, theirs.after) and agree(mine.after, theirs.before))
