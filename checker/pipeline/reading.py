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
from checker.language.text.detect import detect
from checker.pipeline.desk import Desk
from checker.pipeline.looking import Looked, why_silent
from checker.pipeline.remembering import FROM_THE_WEB, Remembered


@dataclass(frozen=True, slots=True)
class ReferenceTexts:
    """The texts of one reference, full texts first; `unread` says why there is no full text, if there is none.

    `recalled` is what the source said at an earlier check, when the web was not asked in this run, and `kept` the words
    of it that were kept, for claims that are new.
    """

    passages: tuple[Passages, ...]
    unread: str = ""
    recalled: Remembered | None = None
    kept: Passages | None = None

    @property
    def kinds(self) -> tuple[EvidenceKind, ...]:
        """The kinds of text that claims are held against."""
        kinds = [passages.evidence for passages in self.passages]
        return tuple(dict.fromkeys([*([self.recalled.evidence] if self.recalled else []), *kinds]))

    @property
    def digest(self) -> str:
        """The digest of the answer that the first text with one was read from."""
        remembered = self.recalled.digest if self.recalled else ""
        return next((passages.digest for passages in self.passages if passages.digest), remembered)


def read_texts(references: Sequence[Reference], looked: Looked, desk: Desk) -> dict[str, ReferenceTexts]:
    """The texts of every reference by its key; with links_only nothing is read."""
    if desk.settings.links_only:
        return {reference.key: ReferenceTexts(()) for reference in references}
    return {reference.key: _texts(reference, looked, desk) for reference in references}


def _texts(reference: Reference, looked: Looked, desk: Desk) -> ReferenceTexts:
    reasons: list[str] = []
    full = [*_pages(reference, looked), *_copies(reference, desk, reasons), *_rescued(reference, looked)]
    recalled = _recalled(reference, full, looked, desk)
    notes = [
        Passages(
            reference.key,
            note.text,
            note.kind,
            detect(note.text),
            reference.title,
            reference.date,
            credits=_credits(reference),
        )
        for note in reference.notes
    ]
    unread = "" if full or recalled else _why_unread(reference, looked, reasons)
    return ReferenceTexts((*full, *notes), unread, recalled, recalled.as_passages(reference) if recalled else None)


def _recalled(reference: Reference, full: Sequence[Passages], looked: Looked, desk: Desk) -> Remembered | None:
    """What is remembered of a source of which nothing was had from the web, because the web was not asked."""
    asked = looked.network not in (Network.OFFLINE, Network.DOWN)
    if asked or any(passages.evidence in FROM_THE_WEB for passages in full):
        return None
    return desk.evidence.get(reference.key)


def _pages(reference: Reference, looked: Looked) -> Iterator[Passages]:
    for page in looked.pages(reference):
        if page.document and page.document.text.strip():
            yield _passages(reference, page, page.document, EvidenceKind.PAGE)


def _rescued(reference: Reference, looked: Looked) -> Iterator[Passages]:
    found = looked.rescue(reference)
    passages = saved_passages(reference, found[0]) if found else None
    if passages:
        yield passages


def saved_passages(reference: Reference, page: Page) -> Passages | None:
    """The text of a saved copy, None without any."""
    if page.document is None or not page.document.text.strip():
        return None
    return _passages(reference, page, page.document, EvidenceKind.SNAPSHOT)


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
        credits=_credits(reference, document.site),
    )


def _credits(reference: Reference, site: str = "") -> str:
    """Who made the work, by the entry: authors, journal or collection, publisher; and the site by the page."""
    named = (
        reference.fields.get(name, "") for name in ("journal", "journaltitle", "booktitle", "publisher", "institution")
    )
    return "; ".join(dict.fromkeys(part for part in (*map(str, reference.authors), *named, site) if part))


def _why_unread(reference: Reference, looked: Looked, reasons: list[str]) -> str:
    """Why no full text of the reference was read, in words for an editor."""
    said = [
        *reasons,
        *(
            f"its link is {verdict.health}"
            for verdict in looked.verdicts(reference)
            if verdict.health not in (Health.OK, Health.MOVED)
        ),
    ]
    if not said:
        said.append(why_silent(looked.answers(reference)) or _by_availability(reference))
    return "; ".join(dict.fromkeys(said))


def _by_availability(reference: Reference) -> str:
    if reference.availability is Availability.BOOK:
        return "it is a printed work without a link"
    return "it has no link and no local copy" if not reference.urls else "its page has no readable text"
