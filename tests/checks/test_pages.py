"""Each finding has a page, and its examples do what they say."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from massageplan.checks import registry
from massageplan.findings import SEVERITIES
from massageplan.store.practice import PracticeFiles
from massageplan.workflows.templates import broken

from .conftest import BASE, write

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from massageplan.findings import Finding

    Found = Callable[[Mapping[str, str]], list[Finding]]

HELPERS = {"__init__", "base", "busy", "dosed", "pieces", "ranges", "registry", "sheet"}
"""Modules of the folder that are no page."""

EXEMPT = {"unreadable-file", "outside-practice", "not-utf-8", "control-character", "hidden-direction"}
"""Faults that cannot stand in a docstring; test_bytes.py makes them."""

ELSEWHERE = {"broken-template", *registry.SHEET_CHECKS}
"""Pages with examples that are no client's records, or that show on a handout; shown below and in test_sheet.py."""

RUNNABLE = sorted(set(SEVERITIES) - EXEMPT - ELSEWHERE)
ROOT = Path(__file__).parents[2]


def test_every_finding_has_a_module_and_every_module_a_finding() -> None:
    folder = {path.stem for path in (ROOT / "massageplan/checks").glob("*.py")} - HELPERS
    assert folder == {name.replace("-", "_") for name in SEVERITIES}
    assert {*registry.CLIENT_CHECKS, *registry.PRACTICE_CHECKS, *registry.SHEET_CHECKS} <= set(SEVERITIES)


def test_every_finding_has_a_page_in_the_docs() -> None:
    docs = ROOT / "docs/checks"
    if not docs.is_dir():
        pytest.skip("docs/ has not been generated")
    assert {path.stem for path in docs.glob("*.md")} - {"index", "README"} == set(SEVERITIES)


@pytest.mark.parametrize("name", SEVERITIES)
def test_a_page_has_its_five_sections(name: str) -> None:
    page = registry.page(name)
    assert list(page.sections) == ["What", "Why", "Wrong", "Right", "Source"]
    assert all(page.sections.values())
    assert page.title.endswith(".")
    assert len(page.title) < 100
    assert bool(page.wrong) == bool(page.right) == (name not in EXEMPT)


@pytest.mark.parametrize("name", SEVERITIES)
def test_a_function_stands_in_the_lists_it_belongs_to(name: str) -> None:
    module = importlib.import_module(f"massageplan.checks.{name.replace('-', '_')}")
    assert hasattr(module, "check") == (name in registry.CLIENT_CHECKS)
    assert hasattr(module, "check_practice") == (name in registry.PRACTICE_CHECKS)
    assert hasattr(module, "check_sheet") == (name in registry.SHEET_CHECKS)


@pytest.mark.parametrize("name", RUNNABLE)
def test_wrong_gives_the_finding_inside_the_example(name: str, found: Found) -> None:
    wrong = registry.page(name).wrong
    hits = [finding for finding in found(wrong) if finding.name == name]
    assert hits
    assert all(lies_inside(finding, wrong) for finding in hits)
    assert all(finding.help for finding in hits)


def lies_inside(finding: Finding, files: Mapping[str, str]) -> bool:
    if finding.name == "unknown-client":
        return any(path.startswith(finding.span.file + "/") for path in files)
    text = files.get(finding.span.file)
    return text is not None and finding.span.end_line <= text.count("\n")


@pytest.mark.parametrize("name", RUNNABLE)
def test_right_gives_no_such_finding_and_no_error(name: str, found: Found) -> None:
    hits = found(registry.page(name).right)
    assert [finding for finding in hits if finding.name == name or finding.severity == "error"] == []


def test_the_small_practice_itself_has_nothing_to_settle(found: Found) -> None:
    assert found({}) == []


@pytest.mark.parametrize("part", ["wrong", "right"])
def test_broken_template(part: str, tmp_path: Path) -> None:
    files = getattr(registry.page("broken-template"), part)
    write(tmp_path, {**BASE, **files})
    hits = broken(PracticeFiles(tmp_path))
    assert [finding.name for finding in hits] == (["broken-template"] if part == "wrong" else [])
    assert all(lies_inside(finding, files) for finding in hits)
