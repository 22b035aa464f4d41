"""What people give at first by mistake, each with the sentence that leads on: a .bib as the article, a PDF, no --bib at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePath

from checker.foundation.errors import ArticleError
from checker.foundation.model import Article

_BIBLIOGRAPHIES = frozenset({".bib", ".bibtex", ".ris", ".json"})
_UNREADABLE = frozenset({".pdf", ".doc", ".odt", ".rtf", ".epub", ".pages"})
_FRONT_MATTER = re.compile(r"\A---\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_YAML = re.compile(r"^bibliography:[ \t]*(\S.*|(?:\r?\n[ \t]*-[ \t]*\S.*)+)", re.MULTILINE)
_LATEX = re.compile(r"^[^%\n]*\\(?:bibliography|addbibresource)(?:\[[^\]]*\])?\{([^{}]+)\}", re.MULTILINE)


def expect_article(name: str) -> None:
    """Raise ArticleError for a file that is certainly no article that can be read."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _BIBLIOGRAPHIES:
        raise ArticleError(f"{name} is a bibliography; give it after --bib: `checker check ARTICLE --bib {name}`.")
    if suffix in _UNREADABLE:
        raise ArticleError(
            f"{name} cannot be read as an article; save it as text, Markdown, HTML, wikitext, rst, LaTeX or DOCX first."
        )


def named_bibliographies(article: Article) -> Iterator[str]:
    r"""Files that the article names as its bibliography (`bibliography:`, `\bibliography`, `\addbibresource`) and that exist."""
    folder = Path(article.path).parent
    head = _FRONT_MATTER.match(article.text)
    yaml = _YAML.search(head[1]) if head else None
    names = re.findall(r"[^\s\[\],\"'-][^\s\[\],\"']*", yaml[1]) if yaml else []
    names += [name.strip() for found in _LATEX.findall(article.text) for name in found.split(",")]
    for name in dict.fromkeys(names):
        path = folder / (name if PurePath(name).suffix else f"{name}.bib")
        if path.is_file():
            yield str(path)


def hint(article: Article) -> str:
    """A sentence about the bibliography that the article names and nobody gave; empty if it names none."""
    names = list(named_bibliographies(article))
    if not names:
        return ""
    options = " ".join(f"--bib {name}" for name in names)
    return f"{article.path} names {' and '.join(names)} as its bibliography, which was not read; add {options}."
