"""The docs say what the code does: generated pages are current, and what they show can be typed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from massageplan.checks.registry import names
from massageplan.cli.app import COMMANDS
from massageplan.records.kinds import DATED, STANDING
from massageplan.text.reader import parse

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_generated_pages_are_current() -> None:
    """`docs/build.py --check` has nothing to say."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "build.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_finding_kind_and_command_has_its_page() -> None:
    """Nothing a user meets is undocumented."""
    assert {p.stem for p in (ROOT / "docs" / "checks").glob("*.md")} - {"README"} == set(names())
    assert {p.stem for p in (ROOT / "docs" / "format").glob("*.md")} >= {*DATED, *STANDING}
    cli = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert all(f"mplan {name}" in cli for name in COMMANDS)
    assert all(f"`mplan {name}`" in README for name in COMMANDS)


def test_readme_begins_with_its_two_commands() -> None:
    """The first two `sh` blocks set everything up; each is one line."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 2
    assert all(block.count("\n") == 1 for block in blocks[:2])
    assert "mplan demo" in blocks[0]
    assert "pytest" in blocks[1]
    assert "Nothing is encrypted at rest" in README.split("## ", 1)[0]


@pytest.mark.parametrize("page", ["README.md", "docs/notation.md"])
def test_the_yaml_it_shows_can_be_typed(page: str) -> None:
    """Every YAML block is read without a finding."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        assert parse(page, block.encode()).findings == ()


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", *(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md"))]
)
def test_its_links_lead_somewhere(page: str) -> None:
    """Relative links name files that exist."""
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text)]
    assert [
        link for link in links if link and "://" not in link and not (ROOT / page).parent.joinpath(link).exists()
    ] == []
