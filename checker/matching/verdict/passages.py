"""The words of the source that a verdict shows: the best place, widened to what the facts rest on."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence

from checker.foundation.model import Fact, FactKind, FactStatus, Passage
from checker.matching.facts.quotes import Quoted
from checker.matching.place.scene import Scene
from checker.matching.rivals.outcomes import Outcome
from checker.matching.turns.opposites import Opposed

_STRETCH = 4  # sentences a passage may grow by, so that the facts found beside it are shown in it
_MOST_PAIRS = 12  # of a gloss: more than an editor reads


def passage_of(
    scene: Scene, outcomes: Sequence[Outcome], quoted: Sequence[Quoted], turned: Opposed | None = None
) -> Passage | None:
    """The passage of the verdict, None for a source without words."""
    span = _sentences(scene, outcomes, quoted, turned)
    if span is None:
        return None
    passages = scene.source.passages
    start, end = scene.source.spans[span[0]][0], scene.source.spans[span[1]][1]
    return Passage(
        text=passages.text[start:end],
        start=start,
        language=scene.source.language,
        url=passages.url,
        page=_page(scene, start, outcomes),
        digest=passages.digest,
        gloss=_gloss(scene, range(span[0], span[1] + 1), outcomes) if scene.across else (),
    )


def _page(scene: Scene, start: int, outcomes: Sequence[Outcome]) -> int | None:
    """The page, from 1, on which the first of the facts stands, or the passage where it has none; None for HTML."""
    starts = scene.source.passages.page_starts
    seen = [scene.source.spans[each.seen.sentence][0] for each in outcomes if each.seen and each.near]
    return max(1, bisect.bisect_right(starts, min(seen, default=start))) if starts else None


def _sentences(
    scene: Scene, outcomes: Sequence[Outcome], quoted: Sequence[Quoted], turned: Opposed | None
) -> tuple[int, int] | None:
    rival = max(
        (each for each in outcomes if each.status is FactStatus.CONFLICT), key=lambda each: each.sure, default=None
    )
    windows = scene.wording.windows
    if rival and rival.seen:
        first = last = rival.seen.sentence
    elif turned:
        first = last = turned.sentence
    elif windows:
        first, last = windows[0].first, windows[0].last
    elif quoted or scene.source.spans:
        first = last = 0
    else:
        return None
    wanted = [each.seen.sentence for each in outcomes if each.seen and each.near]
    wanted += [_sentence_at(scene, each.start) for each in quoted if each.start is not None]
    for number in sorted(wanted, key=lambda each: abs(each - first)):
        low, high = min(first, number), max(last, number)
        if high - low < _STRETCH + 1:
            first, last = low, high
    return first, last


def _sentence_at(scene: Scene, offset: int) -> int:
    return max(0, bisect.bisect_right(scene.source.spans, (offset, len(scene.source.passages.text) + 1)) - 1)


def facts_of(
    scene: Scene, outcomes: Iterable[Outcome], quoted: Iterable[Quoted], passage: Passage | None
) -> tuple[Fact, ...]:
    """The facts of a verdict in the claim's order, with spans in claim and passage."""
    facts = [_fact(each, scene, passage) for each in outcomes] + [_quote(each, scene, passage) for each in quoted]
    return tuple(sorted(facts, key=lambda fact: (fact.start, fact.end)))


def _fact(outcome: Outcome, scene: Scene, passage: Passage | None) -> Fact:
    mention, seen = outcome.fact, outcome.seen
    if seen is None or outcome.status is FactStatus.ABSENT:
        return Fact(mention.kind, mention.text, mention.start, mention.end, outcome.status, outcome.written)
    start = scene.source.spans[seen.sentence][0] + seen.mention.start
    return _placed(
        mention.kind,
        (mention.text, mention.start, mention.end),
        outcome.status,
        scene,
        passage,
        (start, start + seen.mention.end - seen.mention.start),
    )


def _quote(quoted: Quoted, scene: Scene, passage: Passage | None) -> Fact:
    mention = quoted.fact
    if quoted.start is None or quoted.end is None:
        return Fact(FactKind.QUOTE, mention.text, mention.start, mention.end, quoted.status)
    return _placed(
        FactKind.QUOTE,
        (mention.text, mention.start, mention.end),
        quoted.status,
        scene,
        passage,
        (quoted.start, quoted.end),
    )


def _placed(
    kind: FactKind,
    claimed: tuple[str, int, int],
    status: FactStatus,
    scene: Scene,
    passage: Passage | None,
    span: tuple[int, int],
) -> Fact:
    """A fact with the source's words; their span too when they stand inside the passage."""
    words = scene.source.passages.text[span[0] : span[1]]
    inside = passage is not None and passage.start <= span[0] and span[1] <= passage.start + len(passage.text)
    offset = passage.start if passage and inside else 0
    return Fact(
        kind, *claimed, status, words, span[0] - offset if inside else None, span[1] - offset if inside else None
    )


def _gloss(scene: Scene, numbers: Iterable[int], outcomes: Sequence[Outcome]) -> tuple[tuple[str, str], ...]:
    """The claim's words beside the passage's words that matched, for a reader who knows one of the languages."""
    shown = list(numbers)
    pairs: dict[int, tuple[str, str]] = {}
    for each in outcomes:
        if each.seen and each.status is FactStatus.FOUND and each.seen.sentence in shown:
            pairs[each.fact.start] = (each.fact.text, each.seen.mention.text)
    for number in shown:
        sentence = scene.source.sentence(number)
        for anchor in scene.anchors(number):
            for bit in anchor.terms:
                term = scene.terms[bit]
                inside = any(each.fact.start <= term.start < each.fact.end for each in outcomes)
                if not inside:
                    pairs.setdefault(
                        term.start, (scene.claim.text[term.start : term.end], sentence[anchor.start : anchor.end])
                    )
    return tuple(pairs[start] for start in sorted(pairs))[:_MOST_PAIRS]
