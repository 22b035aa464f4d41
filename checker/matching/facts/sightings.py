"""Where a claim's facts stand in a source: in which of the sentences near its place, or farther off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.foundation.model import FactKind
from checker.language.lexicon import gloss
from checker.language.names.offices import KIND
from checker.language.names.words import GENERIC
from checker.language.values import Mention, Named, Period, Quantity
from checker.matching.facts.elapsed import elapsed
from checker.matching.facts.fiscal_years import by_other_names, is_label
from checker.matching.facts.glances import may_hold
from checker.matching.facts.reckoning import told as reckoned
from checker.matching.facts.sameness import SMALL, both_ends, era, known, same
from checker.matching.facts.silence import silent, told
from checker.matching.facts.spelt_otherwise import counts_names, in_brackets, with_a_lent_unit
from checker.matching.place.scene import Scene
from checker.matching.place.terms import written_in
from checker.matching.source.open_years import may_be_its_year, year_left_open
from checker.matching.source.prepared import Prepared
from checker.matching.source.words import WORD, stems

_A_WORD = {"vi": "nước", "en": "water"}  # a word that any lexicon of the language has: shows whether there is one
_FORGIVING = 3  # words of a translated name, one of which the source may leave out
_LAST_NAME = 4  # letters of a last name that may stand for the whole
_HEAD = 12  # sentences at the head of a page, in which news says `yesterday`, without a figure
_NEWS = 31  # days before the day of writing
_FAR_READS = 60  # sentences beyond the near ones whose facts are read for one fact: bounds the work on a long page


@dataclass(frozen=True, slots=True)
class Sighting:
    """A fact of the source, with the number of its sentence."""

    mention: Mention
    sentence: int


@dataclass(frozen=True, slots=True, eq=False)
class Sightings:
    """All places where the claim's facts stand.

    `near[i]` are the sightings of the claim's i-th fact in the sentences near its place, `far[i]` the first one
    elsewhere on the page for facts without any near one.
    """

    facts: tuple[Mention, ...]
    near: tuple[tuple[Sighting, ...], ...]
    far: tuple[Sighting | None, ...]

    def stands(self, index: int) -> bool:
        """True when a fact stands near, or anywhere for a name: whom a page is about it need not say in each sentence."""
        return bool(self.near[index]) or (self.facts[index].kind is FactKind.NAME and self.far[index] is not None)

    def beside(self, index: int, sentence: int) -> list[tuple[Mention, Mention]]:
        """The claim's other facts that agree in a sentence, each with the source's fact."""
        return [
            (self.facts[other], seen.mention)
            for other, sightings in enumerate(self.near)
            if other != index
            for seen in sightings
            if seen.sentence == sentence
        ]


def sight(scene: Scene) -> Sightings:
    """Every fact of the claim but quotations, looked for near the claim's place first, then on the whole page.

    An office is one where the place has it (`posts` says when it is a wrong one). A name that nobody could look for in the other language is no fact of this claim and source.
    """
    found: list[tuple[Mention, tuple[Sighting, ...], Sighting | None]] = []
    for fact in scene.mentions:
        if fact.kind is FactKind.QUOTE or is_label(fact, scene):
            continue
        near = tuple(_agreeing(fact, scene.near, scene))
        if isinstance(fact.value, Named) and fact.value.kind == KIND and not near:
            continue
        near = near or tuple(_in_words(fact, scene)) or tuple(_by_part(fact, scene))
        near = near or tuple(Sighting(*each) for each in elapsed(fact, scene))
        near = near or tuple(Sighting(*each) for each in with_a_lent_unit(fact, scene))
        if isinstance(fact.value, Period):
            near = tuple(each for each in near if not year_left_open(fact, each.mention, scene.source))
            near = near or tuple(_counted_from_another(fact, scene))
            if not era(fact) and not both_ends(fact.value, _told(scene)):
                near = ()
        near = near or tuple(Sighting(*each) for each in by_other_names(fact, scene))
        far = None if near else next(_agreeing(fact, _farther(fact, scene), scene), None)
        if near or far or not _unlookable(fact, scene):
            found.append((fact, near, far))
    facts = tuple(fact for fact, _, _ in found)
    for index, (fact, near, far) in enumerate(found):
        other = None if near or far else in_brackets(facts, index, scene) or counts_names(facts, index, scene)
        if other is not None:
            found[index] = (fact, *found[other][1:])
    return Sightings(facts, tuple(near for _, near, _ in found), tuple(far for _, _, far in found))


def _in_words(fact: Mention, scene: Scene) -> Iterator[Sighting]:
    """A name that a near sentence has in words, not as a name: `the foreign ministry`, `the Arts bachelor's degree`.

    The words stand close together, and what the thing is (the ministry, the court) is among them.
    """
    value = fact.value
    if not isinstance(value, Named):
        return
    language = scene.source.language
    for form in sorted(each.removeprefix("=") for each in value.forms if len(each) > 3):
        listed = stems(form, language)
        keys = frozenset(listed)
        needed = len(keys) if len(keys) < _FORGIVING or not scene.across else len(keys) - 1
        head = listed[0] if " of " in form else ""
        for number in scene.near if keys else ():
            held = [anchor for anchor in scene.anchors(number) if keys.intersection(anchor.keys)]
            there = {key for anchor in held for key in anchor.keys} & keys
            if len(there) >= needed and (not head or head in there) and _told_of(scene, number, held[0].start):
                start, end = held[0].start, max(held[0].end, held[-1].end)
                yield Sighting(Mention(fact.kind, scene.source.sentence(number)[start:end], start, end, value), number)


def _by_part(fact: Mention, scene: Scene) -> Iterator[Sighting]:
    """A person whose last name alone begins a near sentence, where capitals make no name: `Marsh drew the map.`"""
    value = fact.value
    if not isinstance(value, Named) or known(value) or value.kind not in ("person", ""):
        return
    words = [word for word in WORD.findall(fact.text) if word[0].isupper()]
    if len(words) < 2 or len(words[-1]) < _LAST_NAME or words[-1].casefold() in GENERIC:
        return
    for number in scene.near:
        sentence = scene.source.sentence(number)
        named = [(each.start, each.end) for each in scene.source.mentions(number) if each.kind is FactKind.NAME]
        for place in re.finditer(rf"\b{re.escape(words[-1])}\b", sentence):
            start, end = place.span()
            if not any(first < end and start < last for first, last in named) and _told_of(scene, number, start):
                yield Sighting(Mention(fact.kind, place.group(), start, end, value), number)


def _counted_from_another(fact: Mention, scene: Scene) -> Iterator[Sighting]:
    """A date that a near sentence tells by the time from another one: `three years later`."""
    for number in scene.near:
        for each in reckoned(scene.source, number):
            if same(fact, each.mention, across=scene.across) and _told_of(scene, number, each.mention.start):
                yield Sighting(each.mention, number)


def _told_of(scene: Scene, number: int, start: int) -> bool:
    """False for what a sentence of the source only says that it does not tell, unless the claim speaks of that."""
    return told(scene.source.sentence(number), scene.source.language, start) or silent(scene.claim.text, scene.language)


def _told(scene: Scene) -> list[Mention]:
    return [mention for number in scene.near for mention in scene.source.mentions(number)]


def _unlookable(fact: Mention, scene: Scene) -> bool:
    """True for a fact that nobody can look for in the other language.

    Names of words that are translated (`Bộ Tư lệnh Không quân`), and, where no lexicon covers the two languages, small
    counts, which are told in words, and all names that are not known by heart: inflection and capital letters of common nouns
    make too many of them up.
    """
    value = fact.value
    if not scene.across:
        return False
    unread = _no_lexicon(scene)
    if isinstance(value, Quantity):
        return unread and not value.unit and not value.ordinal and value.high < SMALL
    if not isinstance(value, Named) or known(value):
        return False
    if unread:
        return True
    return value.kind != "person" and bool(
        gloss(fact.text, scene.language, scene.source.language, scene.source.lexicons)
    )


def _no_lexicon(scene: Scene) -> bool:
    """True where no lexicon covers the two languages."""
    return scene.across and not gloss(_A_WORD.get(scene.language, ""), scene.language, scene.source.language)


def _agreeing(fact: Mention, numbers: Iterable[int], scene: Scene) -> Iterator[Sighting]:
    for number in numbers:
        for other in scene.source.mentions(number):
            agrees = same(fact, other, across=scene.across) or may_be_its_year(fact, other, scene.source)
            if agrees and _told_of(scene, number, other.start):
                yield Sighting(other, number)


def _farther(fact: Mention, scene: Scene) -> Iterator[int]:
    """Sentences that may hold the fact, the likeliest first: those with its words, then those with any figure.

    Where no word of the claim could be found, a figure may stand anywhere in words (`zehn Prozent`).
    """
    near = set(scene.near)
    written = (number for stem in _written(fact, scene) for number in scene.source.postings.get(stem, ()))
    figures: Iterable[int] = () if fact.kind is FactKind.NAME else scene.source.figures
    head = range(min(_HEAD, len(scene.source.spans))) if _is_news(fact, scene.source) else ()
    spelt = range(len(scene.source.spans)) if fact.kind is FactKind.NUMBER and _no_lexicon(scene) else ()
    seen: set[int] = set()
    for number in (number for run in (written, head, figures, spelt) for number in run):
        if len(seen) >= _FAR_READS:
            return
        if number not in near and number not in seen:
            seen.add(number)
            if scene.source.is_read(number) or may_hold(fact, number, scene.source, across=scene.across):
                yield number


def _written(fact: Mention, scene: Scene) -> list[str]:
    """The stems of a fact's words, of a name as the source may write it."""
    if not scene.across or not isinstance(fact.value, Named):
        return stems(fact.text, scene.language)
    target = scene.source.language
    forms = written_in(fact.text, fact.value, scene.language, target)
    return list(dict.fromkeys(key for form in forms for key in stems(form, target)))


def _is_news(fact: Mention, source: Prepared) -> bool:
    """True for a day shortly before the source was written."""
    if not isinstance(fact.value, Period) or source.written is None:
        return False
    day, written = fact.value.start.earliest(), source.written.earliest()
    return day is not None and written is not None and 0 <= (written - day).days <= _NEWS
