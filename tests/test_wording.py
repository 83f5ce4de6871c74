"""Words that no text of ours uses: nobody is promised, guaranteed or told of a cure, wherever a person reads."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from massageplan.cli.app import COMMANDS, HIDDEN

ROOT = Path(__file__).parents[1]
NEVER = re.compile(
    r"\b(promis(?:e[sd]?|ing|ingly)|guarant(?:ee[sd]?|eeing|y|ies|or)|cur(?:e[sd]?|ing|able|ative)"
    r"|incurable)\b",
    re.IGNORECASE,
)
"""As whole words; `PROMIS`, the name of a set of questionnaires, is none of them."""

READ = ("massageplan/library", "templates", "schemas", "docs", "README.md", "CONTRIBUTING.md", "CHANGELOG.md")
"""What people read as it stands: entries, templates and message lists, titles and descriptions, pages."""
TEXTS = {".yaml", ".json", ".md", ".j2", ".html", ".css", ".pot", ".po", ".txt"}
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/practice.yaml"))
TODAY = "2026-11-26"


def used(text: str) -> list[str]:
    """The words of a text that are never used."""
    return [match[0] for match in NEVER.finditer(text)]


def files() -> Iterator[Path]:
    """Every text file that people read as it stands."""
    told = [path for practice in EXAMPLES for path in (practice / "README.md", practice / "library") if path.exists()]
    for place in [*map(ROOT.joinpath, READ), *told]:
        found = [place] if place.is_file() else place.rglob("*")
        yield from (path for path in sorted(found) if path.suffix in TEXTS)


def run(*words: str) -> tuple[int, str]:
    """What a command says and how it ends; on either stream."""
    command = [sys.executable, "-m", "massageplan", *words]
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "MPLAN_PRACTICE": ""}, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    "text",
    ["We promise relief.", "Guaranteed!", "This cures backs.", "a self-cure", "no guarantees", "CURED", "promising"],
)
def test_such_a_word_is_seen(text: str) -> None:
    """In any form and case, and behind a hyphen."""
    assert used(text)


@pytest.mark.parametrize(
    "text", ["secure and accurate", "manicure", "PROMIS-29", "obscure", "curfew", "a current of air"]
)
def test_words_that_only_look_like_it_are_left_alone(text: str) -> None:
    """Letters inside another word say nothing."""
    assert not used(text)


def test_no_page_entry_template_or_schema_uses_it() -> None:
    """Library, templates, message lists, schemas and documentation, as they stand in their files."""
    found = {}
    seen = list(files())
    for path in seen:
        name = path.relative_to(ROOT).as_posix()
        if words := used(path.read_text(encoding="utf-8")):
            found[name] = words
    assert found == {}
    assert {path.suffix for path in seen} >= {".yaml", ".json", ".md", ".j2", ".css", ".pot"}


def test_no_text_in_the_program_uses_it() -> None:
    """Messages, prompts, help and the manual pages of findings are texts in the source."""
    found: dict[str, list[str]] = {}
    count = 0
    for path in sorted((ROOT / "massageplan").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                count += 1
                if words := used(node.value):
                    found[f"{path.relative_to(ROOT)}:{node.lineno}"] = words
    assert found == {}
    assert count > 1000


@pytest.mark.parametrize("command", ["", *COMMANDS, *HIDDEN])
def test_no_help_uses_it(command: str) -> None:
    """What each command says of itself, put together from several files."""
    code, text = run(*([command] if command else []), "--help")
    assert code == 0
    assert "Usage" in text
    assert used(text) == []


@pytest.mark.parametrize("practice", EXAMPLES, ids=lambda path: path.name)
def test_no_rendered_document_uses_it(practice: Path) -> None:
    """Handouts, forms and agreements of all example clients, and what is said where one cannot be made."""
    at = ("--out", "-", "--practice", str(practice), "--today", TODAY)
    asked: list[tuple[str, ...]] = [("forms", form, *at) for form in ("intake", "consent", "reassessment")]
    for client in sorted(path.name for path in (practice / "clients").iterdir()):
        asked.extend((document, client, *at) for document in ("handout", "agreement"))
        asked.append(("forms", "reassessment", client, *at))
    results = {words: run(*words) for words in asked}
    assert {words[:3]: bad for words, (_, text) in results.items() if (bad := used(text))} == {}
    assert sum(code == 0 for code, _ in results.values()) > 3
