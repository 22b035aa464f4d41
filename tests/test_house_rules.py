"""The house stays as docs/architecture.md draws it: layers, no cycles, effects at the edges, sizes, names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "checker"
FILES = sorted(HOUSE.rglob("*.py"))

ROOMS = ("article", "bibliography", "fetching", "links", "matching", "reporting", "review", "works_cited", "findings")
FLOORS = {
    **dict.fromkeys(("foundation", "version"), 0),
    "language": 1,
    **dict.fromkeys(ROOMS, 2),
    "pipeline": 3,
    **dict.fromkeys(("door", "corpus", "demo"), 4),
    **dict.fromkeys(("__init__", "cli"), 5),
    "__main__": 6,
}
FOUNDATION_FLOORS = {"__init__": 0, "model": 0, "errors": 1, "clean": 1, "domains": 1, "settings": 2, "sandbox": 2}

# Where the world may be touched: files, sockets, clocks, processes, stdout.
EDGES = ("cli", "__main__", "fetching", "demo", "review/server", "foundation/sandbox")
WORLDLY_MODULES = {
    "socket",
    "ssl",
    "subprocess",
    "requests",
    "urllib3",
    "sqlite3",
    "tempfile",
    "shutil",
    "threading",
    "random",
}
WORLDLY_CALLS = {"open", "print", "input"}
WORLDLY_METHODS = {
    "now",
    "utcnow",
    "today",
    "read_text",
    "write_text",
    "read_bytes",
    "write_bytes",
    "mkdir",
    "unlink",
    "getcwd",
}
BANISHED_NAMES = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}


def name_of(path: Path) -> str:
    """`checker/article/wikitext.py` -> `article/wikitext`."""
    return path.relative_to(HOUSE).with_suffix("").as_posix()


def room_of(module: str) -> str:
    return module.split("/", maxsplit=1)[0]


def imports_of(path: Path) -> Iterator[tuple[int, str]]:
    """Every module of this package that a file imports, as `room/…`, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative imports hide the floor plan"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            if name == "checker" or name.startswith("checker."):
                parts = name.split(".")[1:]
                yield node.lineno, resolve(parts)


def resolve(parts: list[str]) -> str:
    """The file that a dotted name lands in: `article.wikitext.read` -> `article/wikitext`."""
    for end in range(len(parts), 0, -1):
        at = HOUSE.joinpath(*parts[:end])
        if at.with_suffix(".py").exists():
            return "/".join(parts[:end])
        if (at / "__init__.py").exists():
            return "/".join([*parts[:end], "__init__"])
    return "__init__"


def is_edge(module: str) -> bool:
    return any(module == edge or module.startswith(f"{edge}/") for edge in EDGES)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_go_down_and_rooms_never_see_each_other(path):
    here = room_of(name_of(path))
    assert here in FLOORS, f"{here} has no floor in the plan; add it to docs/architecture.md and here"
    for line, target in imports_of(path):
        there = room_of(target)
        if there == here or there == "version":
            continue
        assert FLOORS[there] < FLOORS[here], (
            f"{path}:{line}: {here} (floor {FLOORS[here]}) imports {there} (floor {FLOORS[there]})"
        )


def test_foundation_has_its_own_floors():
    for path in (HOUSE / "foundation").rglob("*.py"):
        here = name_of(path).split("/")[1]
        for line, target in imports_of(path):
            there = target.split("/")[1]
            assert there == here or FOUNDATION_FLOORS[there] < FOUNDATION_FLOORS[here], f"{path}:{line}"


def test_no_import_cycles():
    graph = {name_of(path): {target for _, target in imports_of(path)} - {name_of(path)} for path in FILES}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join([*trail[trail.index(module) :], module])
        if module not in done:
            for target in graph.get(module, ()):
                visit(target, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize("path", [path for path in FILES if not is_edge(name_of(path))], ids=name_of)
def test_the_core_is_pure(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            for module in modules:
                assert module.split(".")[0] not in WORLDLY_MODULES, f"{path}:{node.lineno} imports {module}"
        elif isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name):
                assert function.id not in WORLDLY_CALLS, f"{path}:{node.lineno} calls {function.id}()"
            elif isinstance(function, ast.Attribute) and function.attr in WORLDLY_METHODS:
                # Reading what ships inside the package is no look at the world.
                assert "resources.files" in ast.unparse(function), f"{path}:{node.lineno} calls .{function.attr}()"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_file_says_what_it_is_for_and_stays_small(path):
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), f"{path} does not say what it is for"
    assert text.count("\n") <= 400, f"{path} is a hall of {text.count(chr(10))} lines: find the noun that wants out"
    assert path.stem not in BANISHED_NAMES, f"{path}: name it after what it holds"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            size = node.end_lineno - node.lineno + 1
            assert size <= 50, f"{path}:{node.lineno} {node.name} is a corridor of {size} lines"
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert caught not in ("", "Exception", "BaseException"), f"{path}:{node.lineno} catches everything"


def test_importing_the_package_does_nothing_and_stays_light():
    import subprocess
    import sys

    heavy = [
        "requests",
        "urllib3",
        "sqlite3",
        "bs4",
        "bibtexparser",
        "resiliparse",
        "fastwarc",
        "pint",
        "jinja2",
        "rich",
        "click",
        "msgspec",
        "babel",
        "pypdfium2",
    ]
    code = f"import sys, checker; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"
    assert done.stderr == ""
