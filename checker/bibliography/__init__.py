"""MAP: .bib text <-> References, by spans; markers -> Citations and Dangling. The only room that writes .bib text.

In: `read([BibFile(path, bytes)], today=…)`, which also tells what is wrong with the entries. Then `with_notes`
(evidence.toml), `with_article_list` (what the article defines itself), `map_markers`, and for several articles `together`. Out again: `to_bib` (import),
`layout` (format), `patch` (repair, by spans).

To add a format: one file with `accepts(path, text)` and `read(text, path, shared) -> Contents`, and one line in
`reading.READERS`: csl-json, ris, bib (which takes everything).
"""

from checker.bibliography.account import together
from checker.bibliography.article_list import with_article_list
from checker.bibliography.contents import BibFile
from checker.bibliography.evidence_notes import EvidenceNote, notes, with_notes
from checker.bibliography.layout import layout
from checker.bibliography.mapping import map_markers
from checker.bibliography.patch import Change, Patched, patch
from checker.bibliography.reading import READERS, read
from checker.bibliography.writing import to_bib

__all__ = [
    "READERS",
    "BibFile",
    "Change",
    "EvidenceNote",
    "Patched",
    "layout",
    "map_markers",
    "notes",
    "patch",
    "read",
    "to_bib",
    "together",
    "with_article_list",
    "with_notes",
]
