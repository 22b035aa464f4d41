"""Denials: the source says of the claim's own words that it was not so, or the claim does and the source does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.foundation.model import FactKind
from checker.matching.facts.sightings import Sightings
from checker.matching.place.scene import Scene

_DENIALS = {
    "de": r"nicht|kein|keine|keinen|keiner|nie|niemals",
    "en": r"not|never|no|none|neither|nor|cannot|without|denied|denies|refused|refuses|failed|fails|\w+n['’]t|(?:rather than|instead of)(?! \W?\d)",
    "es": r"no|nunca|jamás|ningún|ninguna|negó|niega|sin",
    "fr": r"pas|jamais|aucun|aucune|ni|sans|nie|nia|refusa|refuse",
    "ru": r"не|ни|никогда|без|отрицает|отрицал|нет",
    "vi": r"không|chưa|chẳng|phủ nhận|từ chối|bác bỏ",
    "zh": r"不|没有|未|否认|拒绝",
}
# Words with a "not" that deny nothing: "not only", "no fewer than".
_NO_DENIALS = {
    "de": r"nicht (?:nur|allein|zuletzt)",
    "en": r"not (?:only|just|merely|least|until|(?:\w+ ){1,3}until)|no (?:doubt|(?:fewer|less|more|later|earlier|sooner|longer|bigger|larger|smaller|greater|taller|wider|higher|better|worse) than)",
    "es": r"no (?:sólo|solo|solamente)|sin (?:duda|embargo)|no menos de",
    "fr": r"pas (?:seulement|moins de|plus de)|sans doute",
    "ru": r"не (?:только|менее|более)",
    "vi": r"không (?:chỉ|những|ít|kém|lâu|ngừng|thể phủ nhận)|chưa đầy",
    "zh": r"不仅|不只|不到",
}
# Words of a claim that deny without a "not", where a source in another language may well have one.
_LIMITS = {
    "de": r"nur|un\w+|ohne|verbot\w*|verbiete\w*|verhindert\w*|fehlt\w*|bis|außer",
    "en": r"only|without|until|unless|except|lack\w*|ban\w*|prohibit\w*|forbid\w*|forbade|prevent\w*|stop\w*|ceased?|un\w+",
    "es": r"s[oó]lo|solamente|sin|hasta|salvo|excepto|prohib\w+|impid\w+|falta\w*",
    "fr": r"ne|seul\w*|sans|jusqu\w*|sauf|interdi\w+|empêch\w+|manqu\w+",
    "ru": r"только|лишь|без|до|кроме|запре\w+|не\w+",
    "vi": r"chỉ|cấm|thiếu|phi|vô|ngừng|chấm dứt|trừ|ngoại trừ|cho đến khi|trước khi|ngăn|chặn|hết|mất|khỏi|miễn|hoãn|hủy|đừng|duy nhất|hạn chế|dù",
    "zh": r"只|仅|禁|缺|除|无",
}
# Words that limit a statement to what they stand by, and those of a source that come to the same.
_ONLY = {
    "de": r"nur|lediglich|bloß|ausschließlich|allein",
    "en": r"(?<!not )(?<!if )(?:only|solely|exclusively|merely)",
    "es": r"(?<!no )(?:s[oó]lo|solamente|únicamente)",
    "fr": r"(?<!pas )(?:seulement|uniquement|exclusivement)",
    "ru": r"(?<!не )(?:только|лишь|исключительно)",
    "vi": r"(?<!không )(?<!địa )(?<!di )(?<!đình )(?<!chứng )(?<!tín )(?<!kim )(?<!tôn )(?<!chiếu )(?<!sắc )(?<!thánh )(?<!sợi )chỉ(?! (?:huy|dụ|giáo|nam|trích|số|định|ra|đạo|thị|dẫn|tiêu|điểm|sau|trong|vài|cần|riêng|còn))",
}
_LIMITING = {
    "de": r"einzig\w*|keine?n? ander\w+|bis auf|kaum|außer|nicht mehr als|beschränk\w+",
    "en": r"only|just|sole|alone|single|mere|none|no (?:other|more)|but|except|limited|restricted|confined|nothing|fewer|less|few|remain\w*|left|down",
    "es": r"único|única|sino|ningun\w*|salvo|excepto|apenas|limitad\w+|no",
    "fr": r"que|seul\w*|unique\w*|aucun\w*|sauf|limité\w*|à peine",
    "ru": r"единственн\w+|кроме|лишь|ни|не",
    "vi": r"chỉ|duy nhất|riêng|vỏn vẹn|ngoại trừ|trừ|hạn chế|độc nhất",
}
# Words that a statement is made of all by, and those of a source that come to the same.
_ALL = {
    "de": r"alle[nrs]?|jede[rmns]?|sämtliche\w*|keiner|niemand",
    "en": r"(?<!after )(?<!above )(?<!at )(?<!in )all(?!-)(?! over)(?! the (?:more|same|while|way))|every(?! (?:\w+ )?(?:day|week|month|year|morning|evening|night|hour|season|summer|winter|time|other)s?\b)|everyone|everybody|none|nobody|no one",
    "es": r"tod[oa]s|cada uno|ningun[oa]|nadie",
    "fr": r"tous|toutes|chacune?|aucune?|personne ne",
    "vi": r"tất cả|mọi|toàn bộ|không ai",
}
_ALL_OR_NONE = {
    "de": r"ganz\w*|beide\w*|kein\w*|einstimmig|immer|nie|nicht",
    "en": r"each|both|whole|entire\w*|any|no|not|never|always|throughout|unanimous\w*|without|full|only|\w+n['’]t",
    "es": r"cada|ambos|entero|siempre|nunca|no|sin|unánime",
    "fr": r"chaque|entier|toujours|jamais|pas|sans|unanime|tout",
    "vi": r"cả|đều|hết|không|chưa|từng|khắp|chỉ",
}
_SAME_STATEMENT = 0.4  # across languages: share of the claim's words that the denying sentence must have
_SAME_THING = 0.25  # the same within a language, where the word itself is denied
# What a denial's reach ends at: `no deaths in the study` denies the deaths, not the study.
_REACH_ENDS = {
    "de": r"in|im|an|am|auf|bei|mit|aus|für|von|als|während|trotz",
    "en": r"in|on|at|from|by|with|for|than|during|among|despite|when|while|because|which|who|that",
    "es": r"en|con|por|para|desde|durante|que|como",
    "fr": r"dans|en|sur|avec|par|pour|depuis|pendant|que|comme|chez",
    "ru": r"в|во|на|с|со|из|от|для|при|чем|во время|среди",
    "vi": r"trong|ở|tại|trên|với|bởi|cho|từ|khi|vì|do|hơn|giữa",
    "zh": r"在|从|对|比",
}
# Verbs after a "not" that say of what stands before it that it is not there: `Pike do not occur`.
_BEING = {
    "de": r"(?:mehr )?(?:vorhanden|bekannt|vor(?=[.,;])|existier\w+|vorkomm\w+)",
    "en": r"(?:be |been )?(?:occur\w*|exist\w*|found|present|available|survive\w*|live\b|reported|recorded|known)",
    "es": r"(?:existe\w*|hay|había|viven?)",
    "fr": r"(?:existe\w*|présente?s?)",
    "ru": r"(?:существ\w+|водит\w*|встреча\w+|обнаружен\w*)",
    "vi": r"(?:tồn tại|xuất hiện|có mặt|sinh sống|còn)",
    "zh": r"(?:存在|出现)",
}
# A denial of whatever follows.
_BARE = frozenset({"not", "rather than", "instead of", "nicht", "pas", "no", "не", "không"})
_WORDS_BEFORE = 2  # content words before such a verb: what is not there
_MARK = re.compile(r"[,;:()–—]\s?")  # what parts a denial from what it does not reach
_IF = re.compile(r"\b(?:if|whether|unless|si|wenn|falls|ob|nếu|если|se)\b", re.IGNORECASE)
_FEWEST_WORDS, _OWN_WORDS = 3, 0.75  # content words around a denial, and the share that must be the claim's
_WORDS_AFTER = 2  # content words that a denial reaches: "did not find the ministry liable"


def denied(scene: Scene, sightings: Sightings) -> int | None:
    """The sentence near the claim's place that denies what the claim says (or says what it denies), if one does.

    Across languages what the claim denies or limits in any way is not held against it, since the source may say so in
    other words, and the denying sentence must have a good part of the claim, or the name that the denied word is said of.
    """
    if scene.across and _limited(scene.claim.text, scene.language):
        return None
    first = {term.keys: bit for bit, term in reversed(list(enumerate(scene.terms)))}
    starts = [(term.start, (first[term.keys],)) for term in scene.terms]
    claimed = _denied_terms(scene.claim.text, scene.language, starts)
    for number in scene.near:
        if not claimed and not _has_denial(scene.source.sentence(number), scene.source.language):
            continue  # as most: nothing can be turned round
        anchors = [
            (anchor.start, tuple(first[scene.terms[bit].keys] for bit in anchor.terms))
            for anchor in scene.anchors(number)
        ]
        said = _denied_terms(scene.source.sentence(number), scene.source.language, anchors)
        here = {bit for _, bits in anchors for bit in bits}
        turned = said - claimed if scene.across else said ^ (claimed & (here | said))
        if said & claimed:
            continue  # both deny the same word
        same = scene.covered(number, scene.clauses) >= (_SAME_STATEMENT if scene.across else _SAME_THING)
        if any(
            bit in here
            and (same or number in _places_of_name(bit, scene, sightings))
            and _most_at_home(bit, number, scene, sightings)
            for bit in turned
        ):
            return number
    return None


def surely_denied(scene: Scene, number: int) -> bool:
    """True when the words around a denial of this sentence are the claim's own, nearly all of them, and the claim denies nothing.

    Only within a language: a lexicon's words are too loose for it.
    """
    if scene.across or _limited(scene.claim.text, scene.language):
        return False
    sentence = scene.source.sentence(number)
    anchors = scene.anchors(number)
    for denial in _denial(scene.language).finditer(sentence):
        start = max((mark.end() for mark in _MARK.finditer(sentence, 0, denial.start())), default=0)
        stop = _MARK.search(sentence, denial.end())
        around = [each for each in anchors if start <= each.start < (stop.start() if stop else len(sentence))]
        said = [each for each in around if not denial.start() <= each.start < denial.end()]
        denied_word = next((each for each in said if each.start >= denial.end()), None)
        if denied_word is None or not denied_word.terms or _IF.search(sentence, start, denial.start()):
            continue  # `never rejected` does not deny that it was accepted
        if len(said) >= _FEWEST_WORDS and sum(bool(each.terms) for each in said) >= _OWN_WORDS * len(said):
            return True
    return False


def denies(text: str, language: str) -> bool:
    """True when a text has a "not" of any sort; of a language without a list nobody can tell, so it counts as one."""
    pattern = _DENIALS.get(language)
    return pattern is None or re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE) is not None


def unlimited(scene: Scene) -> str:
    """The word by which a claim says more than its source: "only" or "all" where no near sentence has any of the sort; else ""."""
    for claimed, limiting in ((_ONLY, _LIMITING), (_ALL, _ALL_OR_NONE)):
        here, there = claimed.get(scene.language), claimed.get(scene.source.language)
        found = re.search(rf"\b(?:{here})\b", scene.claim.text, re.IGNORECASE) if here and there else None
        if found is None:
            continue
        limits = re.compile(rf"\b(?:{there}|{limiting.get(scene.source.language, there)})\b", re.IGNORECASE)
        if not any(limits.search(scene.source.sentence(number)) for number in scene.near):
            return found.group()
    return ""


def _limited(text: str, language: str) -> bool:
    """True when a text denies or limits anything, with a "not" or without one."""
    words = "|".join(each[language] for each in (_DENIALS, _LIMITS) if language in each)
    return not words or re.search(rf"\b(?:{words})\b", text, re.IGNORECASE) is not None


@cache
def _denial(language: str) -> re.Pattern[str]:
    """A denial of a language that has a list of them."""
    return re.compile(rf"\b(?!{_NO_DENIALS[language]})(?:{_DENIALS[language]})\b", re.IGNORECASE)


def _has_denial(text: str, language: str) -> bool:
    return language in _DENIALS and _denial(language).search(text) is not None


def _denied_terms(text: str, language: str, words: Sequence[tuple[int, tuple[int, ...]]]) -> set[int]:
    """The claim's words that stand right after a denial; `words` are a text's content words and what they cover."""
    if language not in _DENIALS:
        return set()
    found: set[int] = set()
    ends = re.compile(rf"\b(?:{_REACH_ENDS[language]})\b", re.IGNORECASE)
    for denial in _denial(language).finditer(text):
        end, bare = ends.search(text, denial.end()), denial.group().casefold() in _BARE
        if end and bare and not text[denial.end() : end.start()].strip():
            end = ends.search(text, end.end())  # `not at the institute` denies the institute
        until = end.start() if end else len(text)
        mark = _MARK.search(text, denial.end()) if bare and " " in denial.group() else None
        until = min(until, mark.start()) if mark else until
        following = [bits for start, bits in words if denial.end() <= start < until][:_WORDS_AFTER]
        if re.match(rf"\s+{_BEING[language]}", text[denial.end() :], re.IGNORECASE):
            following += [bits for start, bits in words if start < denial.start()][-_WORDS_BEFORE:]
        found.update(bit for bits in following for bit in bits)
    return found


def _most_at_home(bit: int, number: int, scene: Scene, sightings: Sightings) -> bool:
    """True when the name beside the word in the claim stands in this sentence, and in no other one with the word.

    Without such a name the sentence must have more of the claim than any other near one with the word.
    """
    others = [
        each for each in scene.near if each != number and any(bit in anchor.terms for anchor in scene.anchors(each))
    ]
    places = _places_of_name(bit, scene, sightings)
    if places and number in places:
        return not any(each in places for each in others)
    here = scene.covered(number, scene.clauses)
    return all(here > scene.covered(each, scene.clauses) for each in others)


def _places_of_name(bit: int, scene: Scene, sightings: Sightings) -> set[int]:
    """The near sentences that have the name closest to a word of the claim."""
    names = [index for index, fact in enumerate(sightings.facts) if fact.kind is FactKind.NAME]
    at = scene.terms[bit].start
    closest = min(names, key=lambda index: abs(sightings.facts[index].start - at), default=None)
    return {seen.sentence for seen in sightings.near[closest]} if closest is not None else set()
