"""MAP: .bib text <-> References, by spans; markers -> Citations and Dangling. The only room that writes .bib text.

In: `read([BibFile(path, bytes)])`. Then `with_article_list` (what the article defines itself), `with_notes`
(evidence.toml), `map_markers`, and `inspect` for findings of integrity. Out again: `to_bib`, `layout`, `patch`.

To add a format: one file with `read(text, path) -> Contents` and one line in `reading.READERS`.
"""

from checker.bibliography.article_list import with_article_list
from checker.bibliography.contents import BibFile
from checker.bibliography.evidence_notes import EvidenceNote, notes, with_notes
from checker.bibliography.mapping import map_markers
from checker.bibliography.reading import read

__all__ = ["BibFile", "EvidenceNote", "map_markers", "notes", "read", "with_article_list", "with_notes"]
