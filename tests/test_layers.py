"""Data flows one way: a room imports only from rooms before it, and each outside thing has one door."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "massageplan"
ORDER = [
    "span findings errors frozen patterns", "text", "schema", "library", "records", "clinical", "figures", "documents",
    "checks", "exchange", "report", "store", "ask", "workflows", "cli",
]  # fmt: skip
RANK = {name: n for n, group in enumerate(ORDER) for name in group.split()}
DOORS = {
    "yaml": {"text"},
    "jsonschema": {"schema"},
    "jsonschema_rs": {"schema"},
    "jinja2": {"documents"},
    "markdown": {"documents"},
    "typst": {"documents"},
    "icalendar": {"exchange"},
    "typer": {"cli"},
    "rich": {"report"},
    "msgspec": {"frozen", "records", "documents"},
    "subprocess": {"store"},
    "tempfile": {"store"},
    "os": {"store", "workflows", "cli"},
    "shutil": {"store", "workflows", "cli"},
    "pathlib": {"store", "workflows", "cli"},
}
FILES = sorted(p for p in PACKAGE.rglob("*.py") if p.parent != PACKAGE or p.stem in RANK)


def room(path: Path) -> str:
    """The room a module is in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Dotted names of what a module imports, those of our own without the package's name."""
    found: set[str] = set()
    depth = len(path.relative_to(PACKAGE).parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add(node.module or "")
        elif isinstance(node, ast.ImportFrom) and node.level == depth:
            names = [node.module] if node.module else [alias.name for alias in node.names]
            found |= {f"massageplan.{name}" for name in names}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_from_rooms_before_it(path: Path) -> None:
    """Also imports that are only for types count."""
    own = [name.split(".")[1] for name in imports(path) if name.startswith("massageplan.")]
    above = [name for name in own if name in RANK and RANK[name] > RANK[room(path)]]
    assert above == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_each_outside_thing_has_one_door(path: Path) -> None:
    """Whoever needs YAML, a validator, a template or the command line asks the room that has it."""
    tops = {name.split(".")[0] for name in imports(path)}
    assert [t for t in tops if t in DOORS and room(path) not in DOORS[t]] == []


def test_the_clock_is_read_in_one_place() -> None:
    """Today is an argument everywhere else."""
    clocks = {
        f"{owner}.{way}" for owner in ("date", "datetime", "time") for way in ("today", "now", "time", "monotonic")
    }
    readers = {
        path.relative_to(PACKAGE).as_posix()
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in clocks
    }
    assert readers == {"cli/context.py"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_rooms_are_small(path: Path) -> None:
    """Files of 300 lines at most, functions of 50: past that, split by concern."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name
