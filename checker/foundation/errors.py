"""Problems of the run: exceptions whose sentence ends with what to do. Problems of the world are values (Problem).

CheckerError
├── UsageError              exit 2: something the caller can mend
│   ├── ArticleError        no article, or one that cannot be read
│   ├── BibliographyError   no .bib file, or one that cannot be read at all
│   ├── SettingsError       an unknown key, a wrong type, a file that is not TOML
│   └── ExtraMissing        an optional package is needed
└── StorageError            exit 2: a report, cache or record cannot be written
"""

from __future__ import annotations


class CheckerError(Exception):
    """Root of everything that ends a run; `str()` is the sentence for a person."""

    exit_code = 2


class UsageError(CheckerError):
    """Something that the caller can mend."""


class ArticleError(UsageError):
    """No article was named, or one that cannot be read."""


class BibliographyError(UsageError):
    """A bibliography file that does not exist or cannot be read at all."""


class SettingsError(UsageError):
    """A wrong setting: an unknown key, a wrong type, a file that is not TOML."""


class ExtraMissing(UsageError):
    """An optional package is needed for what was asked."""

    def __init__(self, purpose: str, extra: str) -> None:
        """`purpose` begins the sentence ("Reading DOCX"); `extra` is the name in `footcheck[...]`."""
        super().__init__(f"{purpose} needs an optional package: run  python3 -m pip install 'footcheck[{extra}]'")


class StorageError(CheckerError):
    """A file of ours cannot be written: disk full, read-only, locked."""
