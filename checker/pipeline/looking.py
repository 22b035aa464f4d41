"""FETCH and JUDGE: every address of the references is asked once, looked at again where a rule wishes it, and judged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from checker import links
from checker.foundation.model import (
    Archive,
    Evidence,
    Health,
    LinkNote,
    LinkVerdict,
    Network,
    NoAnswer,
    Page,
    Problem,
    Purpose,
    Reference,
    Request,
    Source,
)
from checker.pipeline.desk import Desk

ROUNDS = 3  # house.md: a judgement may ask for another look three times at most

DOWN = (
    "The network is down: no host gave any HTTP answer, so no link is accused. "
    "Claims were matched against local copies and notes alone; run again when the network is back."
)


@dataclass(slots=True)
class _Case:
    """One address of one reference on its way to a verdict; `foreseen` are the probes asked together with it."""

    reference: Reference
    url: str
    request: Request
    foreseen: tuple[Request, ...] = ()
    probes: list[Source] = field(default_factory=list)
    answer: Source | None = None
    verdict: LinkVerdict | None = None
    mismatch: Problem | None = None
    saved: tuple[Page, Archive] | None = None

    @property
    def source(self) -> Source:
        """What was answered: every case has an answer once the first look is over."""
        if self.answer is None:
            raise ValueError(f"{self.url} has no answer yet")
        return self.answer

    def evidence(self, desk: Desk) -> Evidence:
        return Evidence(self.source, tuple(self.probes), desk.memory.get(self.url))


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of the looking, by citation key: verdicts, answers, saved copies; and the state of the network."""

    network: Network
    by_key: dict[str, tuple[LinkVerdict, ...]]
    asked: dict[str, tuple[Source, ...]]
    mismatches: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    rescues: dict[str, tuple[Page, Archive]] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    unsaved: tuple[str, ...] = ()

    def verdicts(self, reference: Reference) -> tuple[LinkVerdict, ...]:
        """The verdicts of a reference's links, in the order of its addresses."""
        return self.by_key.get(reference.key, ())

    def answers(self, reference: Reference) -> tuple[Source, ...]:
        """Everything that was answered about a reference: its links, twins, registries, archives.

        With links_only the pages of its links have no document any more: nothing is matched, and they were judged.
        """
        return self.asked.get(reference.key, ())

    def pages(self, reference: Reference) -> Iterator[Page]:
        """The pages of a reference's own links that were read and judged to be there."""
        healthy = {verdict.url for verdict in self.verdicts(reference) if verdict.health in (Health.OK, Health.MOVED)}
        for answer in self.answers(reference):
            if isinstance(answer, Page) and answer.request.purpose is Purpose.SOURCE and answer.request.url in healthy:
                yield answer

    def rescue(self, reference: Reference) -> tuple[Page, Archive] | None:
        """A sound saved copy of a reference whose link is dead."""
        return self.rescues.get(reference.key)


def look(references: Sequence[Reference], desk: Desk) -> Looked:
    """Ask every distinct address once, grant up to three rounds of further looks, and judge."""
    cases, alone = _first_look(references, desk)
    down = links.network_is_down(case.source for case in cases)
    if not down:
        _look_again([case for case in cases if case.verdict is None], desk)
    verdicts: dict[str, tuple[LinkVerdict, ...]] = {}
    sources: dict[str, tuple[Source, ...]] = dict(alone)
    mismatches: dict[str, tuple[Problem, ...]] = {}
    rescues: dict[str, tuple[Page, Archive]] = {}
    for case in cases:
        verdict = case.verdict or _conclude(case, desk, down=down)
        key = case.reference.key
        verdicts[key] = (*verdicts.get(key, ()), verdict)
        sources[key] = (*sources.get(key, ()), case.source, *case.probes)
        if case.mismatch:
            mismatches[key] = (*mismatches.get(key, ()), case.mismatch)
        if case.saved:
            rescues.setdefault(key, case.saved)
    notices = (DOWN,) if down else ()
    unsaved = _unsaved(cases, verdicts, desk)
    return Looked(_network(desk, down=down), verdicts, sources, mismatches, rescues, notices, unsaved)


def _unsaved(cases: Sequence[_Case], verdicts: Mapping[str, tuple[LinkVerdict, ...]], desk: Desk) -> tuple[str, ...]:
    """Living sources of which the archive said that it has no copy; none unless the settings ask for it."""
    if not desk.settings.save:
        return ()
    alive = {
        (key, verdict.url)
        for key, several in verdicts.items()
        for verdict in several
        if verdict.health in (Health.OK, Health.MOVED)
    }
    lacking = [
        case.url
        for case in cases
        if (case.reference.key, case.url) in alive
        and links.is_unsaved(case.reference, case.url, case.evidence(desk), desk.settings)
    ]
    return tuple(dict.fromkeys(lacking))


def _first_look(references: Sequence[Reference], desk: Desk) -> tuple[list[_Case], dict[str, tuple[Source, ...]]]:
    """Every address once, and beside it what is wanted whatever it answers: registries are asked while hosts are slow.

    A page is judged as it comes, while others are waited for, unless it is to be seen beside something else.
    Also what registries say of works without an address (books), by key.
    """
    cases, alone = _cases(references, desk)
    waiting: dict[Request, list[_Case]] = {}
    for case in cases:
        waiting.setdefault(case.request, []).append(case)
    foreseen = [*(case.foreseen for case in cases), *alone.values()]
    beside = dict.fromkeys(request for several in foreseen for request in several)
    answered: dict[Request, Source] = {}
    total = len(waiting.keys() | beside.keys())
    for done, answer in enumerate(desk.fetcher.fetch([*waiting, *(each for each in beside if each not in waiting)]), 1):
        if answer.request in beside:
            answered[answer.request] = answer
        for case in waiting.pop(answer.request, ()):
            case.answer = answer
            if isinstance(answer, Page) and not case.foreseen:
                _settle(case, desk)
        desk.progress("fetch", done, total)
    for case in cases:
        case.probes += [answered[request] for request in case.foreseen]
    return cases, {key: tuple(answered[request] for request in several) for key, several in alone.items()}


def _cases(references: Sequence[Reference], desk: Desk) -> tuple[list[_Case], dict[str, tuple[Request, ...]]]:
    """A case for every address that may be asked, and what is foreseen of references that have none, by key.

    What is foreseen belongs to the first address of its reference alone.
    """
    read = not desk.settings.links_only
    cases: list[_Case] = []
    alone: dict[str, tuple[Request, ...]] = {}
    for reference in references:
        foreseen = links.foreseen(reference, desk.settings)
        for url in _addresses(reference):
            cases.append(_Case(reference, url, Request(url, read=read), foreseen))
            foreseen = ()
        if foreseen:
            alone[reference.key] = foreseen
    return cases, alone


def _addresses(reference: Reference) -> list[str]:
    """The addresses of a source that may be asked; its saved copy where the entry names nothing else."""
    urls = reference.urls or ((reference.archive.url,) if reference.archive else ())
    return [url for url in urls if not links.altering(url)]


def _settle(case: _Case, desk: Desk) -> None:
    """Judge a page that nothing more need be seen of. That it is there shows that the network is not down."""
    evidence = case.evidence(desk)
    verdict = links.judge(case.reference, case.url, evidence, accept=desk.settings.accept)
    if not links.wanted(case.reference, case.url, evidence, desk.settings, health=verdict.health, ahead=case.foreseen):
        _told(case, verdict, evidence, desk)


def _conclude(case: _Case, desk: Desk, *, down: bool) -> LinkVerdict:
    """The verdict of one link when there is nothing more to be seen of it."""
    evidence = case.evidence(desk)
    verdict = links.judge(case.reference, case.url, evidence, accept=desk.settings.accept, network_down=down)
    return _told(case, verdict, evidence, desk)


def _told(case: _Case, verdict: LinkVerdict, evidence: Evidence, desk: Desk) -> LinkVerdict:
    """A verdict kept with its case, and with the saved copy of a dead link in which the rules find the source."""
    if verdict.health is Health.DEAD:
        case.saved = links.rescue(case.reference, case.url, evidence)
        why = "" if case.saved else links.why_no_rescue(case.reference, case.url, evidence)
        verdict = replace(verdict, notes=(*verdict.notes, LinkNote(why))) if why else verdict
    case.verdict = verdict
    if isinstance(case.answer, Page):
        if verdict.health in (Health.OK, Health.MOVED):
            case.mismatch = links.source_mismatch(case.reference, case.answer)
        if desk.settings.links_only:  # of 10,000 pages this is what weighs
            case.answer = replace(case.answer, headers=(), document=None)
            case.probes = [_let_go(probe) for probe in case.probes]
    return verdict


def _let_go(probe: Source) -> Source:
    """A twin without its text, which has told what it could."""
    if isinstance(probe, Page) and probe.request.purpose is Purpose.TWIN:
        return replace(probe, headers=(), document=None)
    return probe


def _ask(requests: Iterable[Request], total: int, stage: str, desk: Desk) -> dict[Request, Source]:
    answers: dict[Request, Source] = {}
    for answer in desk.fetcher.fetch(requests):
        answers[answer.request] = answer
        desk.progress(stage, len(answers), total)
    return answers


def _look_again(cases: Sequence[_Case], desk: Desk) -> None:
    for _ in range(ROUNDS):
        wishes = [(case, links.wanted(case.reference, case.url, case.evidence(desk), desk.settings)) for case in cases]
        requests = list(dict.fromkeys(request for _, wanted in wishes for request in wanted))
        if not requests:
            return
        answers = _ask(requests, len(requests), "probe", desk)
        for case, wanted in wishes:
            case.probes += [answers[request] for request in wanted]


def _network(desk: Desk, *, down: bool) -> Network:
    if desk.settings.replay:
        return Network.REPLAY
    if desk.settings.offline:
        return Network.OFFLINE
    return Network.DOWN if down else Network.LIVE


def copies_of_then(wanted: Mapping[str, dt.date | None], desk: Desk) -> dict[str, tuple[Source, ...]]:
    """What archives answer about addresses as they were on a day, in at most three rounds."""
    found: dict[str, tuple[Source, ...]] = dict.fromkeys(wanted, ())
    for _ in range(ROUNDS):
        wishes = {url: links.copies_near(url, day, found[url], desk.settings) for url, day in wanted.items()}
        requests = list(dict.fromkeys(request for several in wishes.values() for request in several))
        if not requests:
            break
        answers = _ask(requests, len(requests), "probe", desk)
        found = {url: (*found[url], *(answers[request] for request in wishes[url])) for url in wanted}
    return found


def why_silent(answers: Iterable[Source]) -> str:
    """Why none of these answers has a text, in the words of the first that says."""
    for answer in answers:
        if isinstance(answer, NoAnswer):
            return answer.detail
        if answer.unread:
            return answer.unread
    return ""
