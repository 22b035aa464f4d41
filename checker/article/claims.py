"""From blocks of prose to markers with their claims: the one place where coverage is decided, for every format.

A marker covers the sentence that it stands in (`direct`) and the uncited sentences before it in the same paragraph
(`inherited`), product.md. A plea for a source ends such a run as a marker does; a narrative citation
(`@smith2004 says …`) and an inline link cover their own sentence alone. Inline links count only where an article
has no other markers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from checker.article import sentences, worth
from checker.article.draft import INLINE, NARRATIVE, Block, BlockKind, Draft, Use
from checker.article.sentences import Sentence
from checker.foundation.model import Claim, Coverage, Definition, Marker, MarkerKind
from checker.language.text import detect

_PASSES_ON = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION})
_CONTEXT_SENTENCES = 3
_CONTEXT_LENGTH = 600
_OWN_LANGUAGE_FROM = 40
"""Characters from which a sentence's own language is asked for; shorter ones take the article's."""

_SAMPLE = 20_000
_WORD = re.compile(r"\w+")
_NO_SLUG = re.compile(r"[^\w.]+")
_HOLE = re.compile(r"\([\s;,]*\)")
_LOOSE_SIGN = re.compile(r" ([.,;:!?…)\]])(?=[\s.,;:!?…)]|$)")


@dataclass(frozen=True, slots=True)
class Account:
    """All markers of an article in order, and the sentences worth a source that none of them covers."""

    language: str
    markers: tuple[Marker, ...]
    uncited: tuple[Claim, ...]


def account(draft: Draft) -> Account:
    """The markers of a draft with their claims, and its uncited sentences (none where nothing is cited at all)."""
    language = draft.language or detect.detect(_sample(draft.blocks))
    blocks = _without_idle_links(draft.blocks)
    clerk = _Clerk(draft, language)
    for block in blocks:
        clerk.read(block)
    cited = any(marker.kind not in (MarkerKind.PLEA, MarkerKind.LINK) for marker in clerk.markers)
    in_order = sorted(clerk.markers, key=lambda marker: marker.start)
    return Account(language, tuple(in_order), tuple(clerk.uncited) if cited else ())


def _sample(blocks: Sequence[Block]) -> str:
    texts: list[str] = []
    length = 0
    for block in blocks:
        texts.append(block.text)
        length += len(block.text)
        if length > _SAMPLE:
            break
    return " ".join(texts)


def _without_idle_links(blocks: Sequence[Block]) -> Sequence[Block]:
    """Inline links are citations only where there is no marker."""
    kinds = {use.kind for block in blocks for use in block.uses} - {MarkerKind.PLEA, MarkerKind.LINK}
    if not kinds:
        return blocks
    return [
        replace(block, uses=tuple(use for use in block.uses if use.kind is not MarkerKind.LINK)) for block in blocks
    ]


class _Clerk:
    """Writes down markers block by block; counts repeats so that equal markers of equal claims differ in id."""

    def __init__(self, draft: Draft, language: str) -> None:
        self.draft = draft
        self.language = language
        self.markers: list[Marker] = []
        self.uncited: list[Claim] = []
        self._seen: Counter[str] = Counter()
        self._last = ("", "")
        self._notes = _auto_numbered(draft.definitions)

    def read(self, block: Block) -> None:
        """Add the block's markers and its uncited sentences."""
        cut = sentences.of(block, self.language)
        if not cut:
            self._note(block.uses, (), ())
            return
        texts = [clean(block.text[each.start : each.end]) for each in cut]
        claims = [self._claim(block, cut, texts, index) for index in range(len(cut))]
        run: list[int] = []
        passes_on = block.kind in _PASSES_ON
        for index, sentence in enumerate(cut):
            if not sentence.uses:
                run.append(index)
                continue
            inherited = tuple(replace(claims[each], coverage=Coverage.INHERITED) for each in run) if passes_on else ()
            idle = _is_a_link(block, sentence)
            self._note(sentence.uses, () if idle else inherited, () if idle else (claims[index],))
            if passes_on and any(_covers_before(use) for use in sentence.uses):
                run = []
            else:
                self._leave(block, cut, claims, run)
                run = []
        self._leave(block, cut, claims, run)

    def _leave(self, block: Block, cut: list[Sentence], claims: list[Claim], run: list[int]) -> None:
        """Sentences that no marker covers, where they state something that wants a source."""
        if block.kind in _PASSES_ON:
            self.uncited += [claims[index] for index in run if worth.a_source(_without_code(block, cut[index]))]

    def _note(self, uses: Sequence[Use], inherited: tuple[Claim, ...], direct: tuple[Claim, ...]) -> None:
        whole = (*inherited, *direct)
        for group in _neighbours(uses):
            made = [self._marker(use, whole if _covers_before(use) else direct) for use in group]
            name = f"g-{made[0].id}"
            self.markers += [replace(marker, group=name) for marker in made] if len(made) > 1 else made

    def _marker(self, use: Use, claims: tuple[Claim, ...]) -> Marker:
        place = self.draft.lines.place(use.start)
        return Marker(
            id=self._id(use, claims[-1].text if claims else ""),
            label=use.label,
            text=use.text,
            kind=use.kind,
            place=place,
            start=use.start,
            end=use.end,
            claims=claims,
            locator=use.locator,
            scope=use.scope,
        )

    def _id(self, use: Use, claim: str) -> str:
        """Label, claim's words and a counter of repeats; a number given by position is replaced by what it stands for."""
        note = self._notes.get((use.scope, use.label)) if use.kind is MarkerKind.FOOTNOTE else None
        name = use.label if note is None else note
        key = f"{use.kind}\x1f{use.scope}\x1f{name}\x1f{self._words(claim)}"
        self._seen[key] += 1
        digest = _digest(f"{key}\x1f{self._seen[key]}")
        slug = _NO_SLUG.sub("-", use.label)[:24].strip("-") if note is None else "note"
        return f"{slug}-{digest}"

    def _words(self, claim: str) -> str:
        """A digest of the claim's words, made once for all markers of the sentence."""
        if self._last[0] != claim:
            self._last = (claim, _digest(" ".join(_WORD.findall(claim.casefold()))))
        return self._last[1]

    def _claim(self, block: Block, cut: list[Sentence], texts: list[str], index: int) -> Claim:
        sentence, text = cut[index], texts[index]
        start = block.offsets[sentence.start]
        end = max([block.offsets[sentence.end - 1] + 1, *(use.end for use in sentence.uses)])
        return Claim(
            text=text,
            coverage=Coverage.DIRECT,
            start=start,
            end=end,
            place=self.draft.lines.place(start),
            language=_language(text, self.language),
            context=_context(block, texts[:index]),
            section=block.section,
        )


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def clean(prose: str) -> str:
    """A sentence as a reader reads it: no stray wiki brackets, no holes where markers stood."""
    text = prose.replace(NARRATIVE, "").replace("[[", "").replace("]]", "")
    text = _HOLE.sub("", text) if "(" in text else text
    return _LOOSE_SIGN.sub(r"\1", " ".join(text.split()))


def _without_code(block: Block, sentence: Sentence) -> str:
    """A sentence's prose: the figures in its code (`x[2]`) state nothing."""
    text = list(block.text[sentence.start : sentence.end])
    begin = bisect_left(block.protected, (sentence.start, 0))
    for start, end in block.protected[max(0, begin - 1) : bisect_left(block.protected, (sentence.end, 0))]:
        first, last = max(start, sentence.start), min(end, sentence.end)
        text[first - sentence.start : last - sentence.start] = " " * max(0, last - first)
    return "".join(text)


def _is_a_link(block: Block, sentence: Sentence) -> bool:
    """True when a sentence is the words of a link and nothing else: it leads somewhere, and claims nothing."""
    first = sentence.uses[0]
    alone = len(sentence.uses) == 1 and first.kind is MarkerKind.LINK and block.offsets[sentence.start] >= first.start
    return alone and not any(sign.isalnum() for sign in block.text[first.at : sentence.end])


def _language(sentence: str, usual: str) -> str:
    """A sentence's own language where letters prove it: Vietnamese in another text, English in a Vietnamese one."""
    if len(sentence) < _OWN_LANGUAGE_FROM:
        return usual
    own = detect.detect(sentence)
    return own if own == "vi" or (usual == "vi" and own == "en") else usual


def _context(block: Block, before: list[str]) -> str:
    heading = [f"{block.section}."] if block.section and block.kind is not BlockKind.HEADING else []
    return " ".join([*heading, " ".join(before[-_CONTEXT_SENTENCES:])[-_CONTEXT_LENGTH:]]).strip()


def _covers_before(use: Use) -> bool:
    return not use.narrative and use.kind is not MarkerKind.LINK


def _neighbours(uses: Iterable[Use]) -> Iterator[list[Use]]:
    """Markers side by side, one list for each group; links never are."""
    group: list[Use] = []
    for use in uses:
        if group and not (use.at == group[-1].at and use.kind is group[-1].kind and use.kind is not MarkerKind.LINK):
            yield group
            group = []
        group.append(use)
    if group:
        yield group


def _auto_numbered(definitions: Iterable[Definition]) -> dict[tuple[str, str], str]:
    """(scope, number) -> the note's words, for footnotes that are numbered by their position."""
    found: dict[tuple[str, str], str] = {}
    for definition in definitions:
        if definition.label.removeprefix(INLINE).isdecimal():
            found.setdefault((definition.scope, definition.label), definition.text[:200])
    return found
