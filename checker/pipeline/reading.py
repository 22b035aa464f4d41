"""What each source says: the texts of its pages, saved copies, local files and notes, as matching wants them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.foundation.model import (
    Availability,
    Document,
    EvidenceKind,
    Health,
    Network,
    Page,
    Passages,
    Reference,
)
from checker.language.detect import detect
from checker.pipeline.desk import Desk
from checker.pipeline.looking import Looked, why_silent


@dataclass(frozen=True, slots=True)
class ReferenceTexts:
    """The texts of one reference, full texts first; `unread` says why there is no full text, if there is none."""

    passages: tuple[Passages, ...]
    unread: str = ""


def read_texts(references: Sequence[Reference], looked: Looked, desk: Desk) -> dict[str, ReferenceTexts]:
    """The texts of every reference by its key; with links_only nothing is read."""
    if desk.settings.links_only:
        return {reference.key: ReferenceTexts(()) for reference in references}
    return {reference.key: _texts(reference, looked, desk) for reference in references}


def _texts(reference: Reference, looked: Looked, desk: Desk) -> ReferenceTexts:
    reasons: list[str] = []
    full = [*_pages(reference, looked), *_copies(reference, desk, reasons), *_rescued(reference, looked)]
    if not full and reference.key in desk.evidence and looked.network in (Network.OFFLINE, Network.DOWN):
        full = [desk.evidence[reference.key].as_passages(reference)]
    notes = [
        Passages(reference.key, note.text, note.kind, detect(note.text), reference.title, reference.date)
        for note in reference.notes
    ]
    return ReferenceTexts((*full, *notes), "" if full else _why_unread(reference, looked, reasons))


def _pages(reference: Reference, looked: Looked) -> Iterator[Passages]:
    for page in looked.pages(reference.key):
        if page.document and page.document.text.strip():
            yield _passages(reference, page, page.document, EvidenceKind.PAGE)


def _rescued(reference: Reference, looked: Looked) -> Iterator[Passages]:
    page = looked.rescued(reference.key)
    if page and page.document and page.document.text.strip():
        yield _passages(reference, page, page.document, EvidenceKind.SNAPSHOT)


def _copies(reference: Reference, desk: Desk, reasons: list[str]) -> Iterator[Passages]:
    for path in reference.files:
        content = desk.read_copy(path)
        if isinstance(content, str):
            reasons.append(content)
        elif content.text.strip():
            yield _passages(reference, None, content, EvidenceKind.FILE)


def _passages(reference: Reference, page: Page | None, document: Document, kind: EvidenceKind) -> Passages:
    return Passages(
        key=reference.key,
        text=document.text,
        evidence=kind,
        language=document.language or detect(document.text[:4000]),
        title=document.title,
        date=document.date or reference.date,
        url=page.final_url if page else None,
        digest=page.digest if page else "",
        page_starts=document.page_starts,
        whole=page is None or page.cut is None,
    )


def _why_unread(reference: Reference, looked: Looked, reasons: list[str]) -> str:
    """Why no full text of the reference was read, in words for an editor."""
    said = [
        *reasons,
        *(
            f"its link is {verdict.health}"
            for verdict in looked.verdicts.get(reference.key, ())
            if verdict.health not in (Health.OK, Health.MOVED)
        ),
    ]
    if not said:
        said.append(why_silent(looked.answers.get(reference.key, ())) or _by_availability(reference))
    return "; ".join(dict.fromkeys(said))


def _by_availability(reference: Reference) -> str:
    if reference.availability is Availability.BOOK:
        return "it is a printed work without a link"
    return "it has no link and no local copy" if not reference.urls else "its page has no readable text"
