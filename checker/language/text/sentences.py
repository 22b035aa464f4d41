"""Text into sentences with their offsets: sentencex finds the boundaries, the rules here mend those it gets wrong.

Its known faults (each with a test): it splits `TP. HCM`, `GS. Trần`, `tr. 45` and `M. Dupont`, leaves a bracketed
sentence joined to the next, reads headings and list items as one sentence with what follows them, and panics at a
capital before a no-break space and a full stop (`Vitamin C\u00a0.`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from sentencex import segment  # type: ignore[attr-defined]

from checker.language.text.tables import words

# Abbreviations after which a sentence goes on whatever follows: titles, places, "for example".
_GOES_ON = words(
    """
    tp. gs. pgs. ts. ths. bs. ks. ls. cn. nxb. ts.bs. gs.ts. pgs.ts. gs.tskh. pgs.ts.bs. đ/c. tx. tt. h. q. vd. v.d. tk.
    mr. mrs. ms. dr. prof. st. gen. col. lt. maj. capt. sgt. cmdr. adm. gov. sen. rep. rev. hon. pres. messrs.
    vs. e.g. i.e. cf. viz. ca. approx. esp. fig. figs. al. ed. eds. trans.
    m. mm. mme. mlle. mgr. me.
    hr. fr. bzw. z.b. d.h. u.a. sog. evtl. ggf. ca. nr. vgl. gest. geb. hrsg.
    sr. sra. srta. d. dña. dr. dra. ud. uds. p.ej. ee.uu.
    т.е. т.н. им. проф. акад. ген. полк. гр. ул. д-р. см. ср. напр.
    """
)
# Abbreviations that stand before a number or a numeral, and end a sentence otherwise ("He said no.").
_BEFORE_NUMBER = words(
    """
    tr. trg. đ. p. pp. pg. no. nos. nr. art. arts. ch. chap. vol. vols. sec. sect. para. par. ver. op. bd. s. ss. c. n. f.
    q. k. t. art. núm. núms. pág. págs. p.p. стр. с. т. гл. ст. рис. № abs. kap. jh. số.
    """
)
_SHORTENED = _GOES_ON | _BEFORE_NUMBER
_SHORTENED_WORDS = frozenset(each[:-1] for each in _SHORTENED if each.endswith("."))
_LAST_WORD = re.compile(r"[^\s(\[\"“«'‘]+\Z")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+\Z")
_STARTS_WITH_NUMBER = re.compile(r"[\dIVXLC]+\b")
_GERMAN_ORDINAL = re.compile(r"\b\d{1,2}\.\Z")
# A name's initial is followed by a name; these words never are one.
_STARTERS = words(
    """
    he she it they we i the a an this that these those in on at by for but and when after before as his her their its there
    then while however ông bà họ khi sau trong tại theo năm ngày đó đây vì nhưng và anh chị
    """
)
_OPENING = "\"“”«»„'‘([{ \t\u00a0"
_MARK = re.compile(r"[.!?…]")
_MARKS = frozenset(".!?…")
_WIDE_BLANK = re.compile(r"[^\S\x00-\x7f]")
# The end of a sentence before another that begins: sentencex overlooks some after brackets and quotations.
# The mark comes first, and what may not stand before it after that: so the search leaps from mark to mark.
_INNER_END = re.compile(
    r"[.!?…](?<![ .][^\W\d_][.!?…])[\"”»'’)\]]*(?=[ \t\u00a0\n]+[\"“«(\[]?[A-ZÀ-ÝĂĐƠƯẠ-Ỵ\u0410-\u042f])"
)
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_FULL_STOP = re.compile(r"[。！？]+[”」』’）]*\s*")
# A line of a list of fields: `Weight: 34 kg`.
_FIELD = re.compile(r"[ \t]*[^\W\d_a-zà-ỹа-я][^:.!?\n]{0,40}: ")
_ITEM = re.compile(r"[ \t]*(?:[-*+•–—▪◦·‣]|#{1,6}|\(?\d{1,3}[.)]|\(?[a-z][)]|\|)[ \t]")
_ITEM_NUMBER = re.compile(r"\s*\(?(?:\d{1,3}|[IVX]+|[a-z])[.)]\s*\Z")
_INNER_NUMBER = re.compile(r"[;:,–—]\s\(?\d{1,2}\.\Z")  # of a list in a line: `Top scorers: 1. Haug 187; 2. Bratt 164`
_SHORTEST_PLAIN = 12  # code points; what is shorter may be an item's number
_SHORT_LINE = 45  # code points; a hard-wrapped line is longer, a heading or an item shorter


def cut(text: str, language: str = "") -> list[tuple[int, int]]:
    """Spans of the sentences of `text` in code points, in order, without the blanks around them.

    Every character that is no blank stands in exactly one span. `language` is ISO 639-1; "" is taken for English rules.
    """
    language = language or "en"
    blocks = [(start, text[start:end]) for start, end in _blocks(text) if not text[start:end].isspace()]
    several = [segment(language, block if block.isascii() else _WIDE_BLANK.sub(" ", block)) for _, block in blocks]
    if any(mark in text for mark in "。！？"):
        several = [[part for piece in some for part in _at_full_stops(piece)] for some in several]
    pieces = [piece for some in several for piece in some]
    bare = [piece.rstrip() for piece in pieces]
    ended, begun = _ended(bare), [piece[0].isupper() for piece in pieces]
    spans: list[tuple[int, int]] = []
    first = 0
    for (start, block), some in zip(blocks, several, strict=True):
        last = first + len(some)
        if _are_plain(block, some, ended[first:last], begun[first + 1 : last]):
            lead = len(some[0]) - len(some[0].lstrip())
            starts = accumulate(map(len, some), initial=start)
            found = [(at, at + len(each)) for at, each in zip(starts, bare[first:last], strict=False)]
            spans.append((found[0][0] + lead, found[0][1]))
            spans += found[1:]
        else:
            spans.extend(_trimmed(text, _sentences(block, some, start, language)))
        first = last
    return spans


def _at_full_stops(piece: str) -> Iterator[str]:
    """A piece cut at the full stops of Chinese and Japanese outside quotation marks: sentencex overlooks those before figures."""
    start = seen = deep = 0
    for mark in _FULL_STOP.finditer(piece):
        inside = piece[seen : mark.end()]
        deep += sum(map(inside.count, "“「『（")) - sum(map(inside.count, "”」』）"))
        seen = mark.end()
        if deep <= 0 and seen < len(piece):
            yield piece[start:seen]
            start = seen
    yield piece[start:]


def _ended(bare: Sequence[str]) -> list[bool]:
    """For each piece without blanks behind, whether it is long enough and ends with a mark after a whole word, as most do.

    Asked of all pieces of a page at once: block by block it took half of the time that sentences took.
    """
    words = [each[each.rfind(" ") + 1 : -1] for each in bare]
    return [
        len(word) > 1
        and word.isalpha()
        and each[-1] in _MARKS
        and len(each) >= _SHORTEST_PLAIN
        and word.casefold() not in _SHORTENED_WORDS
        for each, word in zip(bare, words, strict=True)
    ]


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines that may share sentences: blank lines, list items and short unfinished lines stand apart."""
    start = at = 0
    previous = ""
    for line in text.splitlines(keepends=True):
        if at > start and _parts(previous, line):
            yield start, at
            start = at
        at += len(line)
        previous = line
    if at > start:
        yield start, at


def _parts(previous: str, line: str) -> bool:
    """True when a newline between two lines ends a sentence, as opposed to wrapping one."""
    if not line.strip() or not previous.strip() or _ITEM.match(line):
        return True
    if ("\t" in line and "\t" in previous) or (" | " in line and " | " in previous):
        return True  # rows of a table
    if ": " in line and ": " in previous and _FIELD.match(line) and _FIELD.match(previous):
        return True
    ended = previous.rstrip()
    if len(ended) >= _SHORT_LINE or ended.endswith((",", "-", "–")):
        return False
    return not line.lstrip(_OPENING)[:1].islower()


def _are_plain(block: str, pieces: Sequence[str], ended: Sequence[bool], begun: Sequence[bool]) -> bool:
    """True when `_is_plain` is true of every piece of a block, or the block is one line without any mark.

    `ended` tells of each piece, `begun` of each but the first.
    """
    marks = block.count(".") + block.count("!") + block.count("?") + block.count("…")
    if not marks:
        return len(pieces) == 1 and len(pieces[0]) == len(block)
    return marks == len(pieces) and all(ended) and all(begun) and sum(map(len, pieces)) == len(block)


def _sentences(block: str, pieces: Sequence[str], offset: int, language: str) -> Iterator[tuple[int, int]]:
    """Sentences of one block, as offsets in the whole text: sentencex's, joined and split where it errs."""
    start = end = 0
    for piece, following in pairwise([*pieces, ""]):
        joined, end = start < end, end + len(piece)
        if not joined and _is_plain(piece, following):
            yield start + offset, end + offset
        elif end < len(block) and _goes_on(block, start, end, language):
            continue
        else:
            yield from _split_inside(block, (start, end), offset, language)
        start = end
    if start < len(block):
        yield start + offset, len(block) + offset


def _is_plain(piece: str, following: str) -> bool:
    """True for a sentence as most are, with which no rule here would do anything: it spares them the slow look.

    One mark, after a whole word that is no abbreviation; what follows, if anything does, begins with a capital.
    """
    bare = piece.rstrip()
    mark = _MARK.search(bare)
    if mark is None or mark.end() < len(bare) or len(piece) < _SHORTEST_PLAIN:
        return False
    word = bare[:-1].rpartition(" ")[2]
    known = len(word) > 1 and word.isalpha() and f"{word.casefold()}." not in _SHORTENED
    return known and (not following or following[0].isupper())


def _goes_on(block: str, start: int, end: int, language: str) -> bool:
    """True when the boundary at `end` is no end of a sentence: an abbreviation, an initial, a page number to come."""
    before = block[max(start, end - 40) : end].rstrip()
    after = block[end : end + 40].lstrip()
    if not before or (end - start < 12 and _ITEM_NUMBER.match(before)) or _INNER_NUMBER.search(before):
        return True
    if not after or not before.endswith("."):
        return after.startswith(("”", "»", "’", ")"))
    match = _LAST_WORD.search(before)
    word = match.group() if match else ""
    if _abbreviated(word, after) or (language == "de" and _GERMAN_ORDINAL.search(before)):
        return True
    if _INITIAL.match(word) and word[0].isupper():
        first = after.lstrip(_OPENING).split(maxsplit=1)
        return not first or first[0].strip(".,;:!?").casefold() not in _STARTERS
    return after[:1].islower() and not before.endswith("..") and len(word) <= 4


def _abbreviated(word: str, after: str) -> bool:
    """True when `word` is an abbreviation that needs what comes after it; single letters count as capitals alone."""
    lowered = word.casefold()
    if lowered in _GOES_ON:
        return len(word) > 2 or word[0].isupper()
    return lowered in _BEFORE_NUMBER and bool(_STARTS_WITH_NUMBER.match(after))


def _split_inside(block: str, span: tuple[int, int], offset: int, language: str) -> Iterator[tuple[int, int]]:
    """One of sentencex's sentences, cut where another begins outside brackets and quotation marks."""
    start, end = span
    at = seen = start
    open_pairs = 0
    quotes = 0
    for match in _INNER_END.finditer(block, start, end):
        piece = block[seen : match.end()]
        open_pairs += sum(piece.count(left) - piece.count(right) for left, right in _PAIRS)
        quotes += piece.count('"')
        seen = match.end()
        if open_pairs <= 0 and quotes % 2 == 0 and seen < end and not _goes_on(block, at, seen, language):
            yield at + offset, seen + offset
            at, open_pairs = seen, 0
    yield at + offset, end + offset


def _trimmed(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans without blanks at their ends; spans of blanks alone are dropped."""
    for start, end in spans:
        stripped = text[start:end].rstrip()
        lead = len(stripped) - len(stripped.lstrip())
        if lead < len(stripped):
            yield start + lead, start + len(stripped)
