"""All turns in their order: the first that is sure, or else the first of all."""

from __future__ import annotations

from collections.abc import Iterator

from checker.matching.facts.sightings import Sightings
from checker.matching.place.scene import Scene
from checker.matching.turns.amounts import amount_for_result
from checker.matching.turns.apart import told_of_another
from checker.matching.turns.bounds import out_of_bounds
from checker.matching.turns.contrasts import contrasted
from checker.matching.turns.directions import turned_about
from checker.matching.turns.opposites import Opposed, flatly_denied, opposed
from checker.matching.turns.orders import out_of_order
from checker.matching.turns.parties import turned_round
from checker.matching.turns.subjects import of_somebody_else


def turned(scene: Scene, sightings: Sightings, denial: int | None) -> Opposed | None:
    """What the source has the other way round; `denial` is the number of a sentence that denies the claim, if one does."""
    first: Opposed | None = None
    for each in _turns(scene, sightings, denial):
        if each is not None and each.sure:
            return each
        first = first or each
    return first


def _turns(scene: Scene, sightings: Sightings, denial: int | None) -> Iterator[Opposed | None]:
    yield opposed(scene, sightings)
    yield turned_round(scene)
    yield out_of_order(scene)
    yield turned_about(scene)
    yield amount_for_result(scene)
    yield out_of_bounds(scene, sightings)
    yield flatly_denied(scene, sightings, denial)
    yield contrasted(scene, sightings)
    yield of_somebody_else(scene, sightings)
    yield told_of_another(scene, sightings)
