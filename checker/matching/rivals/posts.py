"""Who held which office: the same person beside another office in the source is a wrong office in the claim.

An office alone proves little, since whom a text calls a president it may call by name in the next sentence. So an office is
a fact only where the source has it too, or has its holder beside another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.foundation.model import FactStatus
from checker.language.names.offices import KIND
from checker.language.values import Mention, Named
from checker.matching.facts.sameness import same
from checker.matching.facts.sightings import Sighting
from checker.matching.place.scene import Scene
from checker.matching.rivals.outcomes import Outcome
from checker.matching.source.words import stems

_BESIDE = 40  # code points between an office and the name of its holder: "Gorbachev, who was still the …"
_SAME_EVENT = 0.5  # share of the claim's other words that must stand in the sentence with the other office
_SAME_EVENT_ATTACHED = 0.42  # the same where the claim has the office right beside the name: `the treasurer, Ann Hill`
_ATTACHED = 3  # code points between the two
_SURE = 0.6
_BESIDE_ANOTHER = frozenset(
    f"={office}"
    for office in [
        "senator",
        "member of parliament",
        "chairman",
        "deputy chairman",
        "bishop",
        "archbishop",
        "special envoy",
        "spokesman",
        "party leader",
        "opposition leader",
        "treasurer",
        "chief scientist",
        "chief economist",
        "chief engineer",
        "deputy director",
        "abbot",
    ]
)
# Between an office and a name behind it, these tell that the one named is another person than the holder.
_OF_ANOTHER = re.compile(
    r"\b(?:before|after|under|than|against|from|until|unlike|avant|après|sous|contre|vor|nach|unter|gegen|antes|después|bajo|contra"
    r"|trước|sau|dưới|thay|kế nhiệm|до|после|при|против)\b",
    re.IGNORECASE,
)
# What stands right before an office that its holder has no more.
_PAST = {
    language: re.compile(rf"\b(?:{words})[\s-]*$", re.IGNORECASE)
    for language, words in {
        "de": r"früherer?n?|ehemaliger?n?|einstiger?n?|ex|alt",
        "en": r"former|formerly(?: a| the)?|ex|one-?time|past|then|once(?: a| the)?|retired|late|previously(?: a| the)?",
        "es": r"ex|antiguo|antigua",
        "fr": r"ancien|ancienne|ex",
        "ru": r"бывший|бывшего|бывшим|экс",
        "vi": r"cựu|nguyên|từng (?:là|làm|giữ chức)|trước là|vốn là|nguyên là",
    }.items()
}
_FAR_READS = 20  # sentences beyond the near ones that are read for the claim's own office


def posts(scene: Scene, sighted: Sequence[Mention]) -> tuple[Outcome, ...]:
    """The claim's offices whose holder has another one in the source.

    An office that stands there as it is (`sighted`) is wrong only where others hold it, wherever the source has it near.
    """
    found = (_outcome(fact, scene, stands=fact in sighted) for fact in scene.mentions if is_office(fact))
    return tuple(outcome for outcome in found if outcome is not None)


def is_office(fact: Mention) -> bool:
    """True for a fact that names an office."""
    return isinstance(fact.value, Named) and fact.value.kind == KIND


def _outcome(fact: Mention, scene: Scene, *, stands: bool) -> Outcome | None:
    holder = _holder(fact, scene.mentions, scene.claim.text)
    if holder is None or not (_of_others(fact, holder, scene) if stands else not _beside_any(fact)):
        return None
    other = next(_other_offices(fact, holder, scene, stands=stands), None)
    if other is None or _another_time(fact, other, scene) or _held_elsewhere(fact, holder, scene):
        return None
    rest = [(0, fact.start), (fact.end, len(scene.claim.text))]
    needed = _SAME_EVENT_ATTACHED if _attached(fact, holder, scene.claim.text) else _SAME_EVENT
    if scene.covered(other.sentence, rest) < needed:
        return None if stands else Outcome(fact, FactStatus.ABSENT)
    return Outcome(fact, FactStatus.CONFLICT, other, near=True, sure=_SURE)


def _another_time(fact: Mention, other: Sighting, scene: Scene) -> bool:
    """True when one of two offices is told as one of the past: who was headmaster may be minister now."""
    sentence = scene.source.sentence(other.sentence)
    told = _is_past(sentence[: other.mention.start], scene.source.language)
    return told != _is_past(scene.claim.text[: fact.start], scene.language)


def _is_past(before: str, language: str) -> bool:
    return _PAST[language].search(before) is not None if language in _PAST else False


def _of_others(fact: Mention, holder: Mention, scene: Scene) -> bool:
    """True when all near sentences that have an office name somebody else beside it."""
    held: list[Mention | None] = []
    for number in scene.near:
        told = scene.source.mentions(number)
        offices = [each for each in told if is_office(each) and same(fact, each, across=scene.across)]
        held += [_holder(each, told, scene.source.sentence(number)) for each in offices]
    return bool(held) and all(each is not None and same(holder, each, across=scene.across) is False for each in held)


def _holder(office: Mention, mentions: Sequence[Mention], text: str) -> Mention | None:
    """The person named closest beside an office, None when nobody is.

    Beyond a semicolon stands another statement, and beyond `before` or `under` somebody else: the minister before Voss.
    """
    people = [
        each
        for each in mentions
        if isinstance(each.value, Named)
        and each.value.kind in ("person", "")
        and _apart(office, each) <= _BESIDE
        and ";" not in text[min(office.end, each.end) : max(office.start, each.start)]
        and not _OF_ANOTHER.search(text, office.end, max(office.end, each.start))
    ]
    return min(people, key=lambda each: _apart(office, each), default=None)


def _attached(office: Mention, holder: Mention, text: str) -> bool:
    """True when nothing but a comma and a blank stands between an office and its holder."""
    between = text[min(office.end, holder.end) : max(office.start, holder.start)]
    return len(between) <= _ATTACHED and not any(each.isalnum() for each in between)


def _beside_any(office: Mention) -> bool:
    """True for an office that its holder may have beside a higher one."""
    assert isinstance(office.value, Named)
    return not _BESIDE_ANOTHER.isdisjoint(office.value.forms)


def _apart(one: Mention, other: Mention) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _other_offices(fact: Mention, holder: Mention, scene: Scene, *, stands: bool) -> Iterator[Sighting]:
    """The offices near the claim's place beside which the same person stands."""
    for number in scene.near:
        told = scene.source.mentions(number)
        for other in told:
            theirs = _holder(other, told, scene.source.sentence(number)) if is_office(other) else None
            if (
                theirs
                and (stands or not _beside_any(other))
                and same(fact, other, across=scene.across) is False
                and same(holder, theirs, across=scene.across)
            ):
                yield Sighting(other, number)


def _held_elsewhere(fact: Mention, holder: Mention, scene: Scene) -> bool:
    """True when the source names the same person with the claim's own office in another place: both are right.

    One of that office who is not named may be the same person, unless the source names somebody else in it.
    """
    assert isinstance(fact.value, Named)
    keys = {key for form in fact.value.forms for key in stems(form.removeprefix("="), scene.source.language)}
    numbers = dict.fromkeys(number for key in keys for number in scene.source.postings.get(key, ()))
    unnamed = others = False
    for number in list(numbers)[:_FAR_READS]:
        told = scene.source.mentions(number)
        for other in told:
            if is_office(other) and same(fact, other, across=scene.across):
                theirs = _holder(other, told, scene.source.sentence(number))
                if theirs is None:
                    unnamed = True
                elif same(holder, theirs, across=scene.across) is not False:
                    return True
                else:
                    others = True
    return unnamed and not others
