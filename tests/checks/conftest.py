"""A small practice to run checks on: one therapist, one colleague, one client."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from massageplan.checks.base import ClientCase, Context
from massageplan.checks.registry import client_checks, practice_checks
from massageplan.frozen import Frozen, replace
from massageplan.workflows.handout import Asked, make_handout
from massageplan.workflows.judged import Judged, judge
from massageplan.workflows.load import load_folder, open_practice
from massageplan.workflows.papers import missing

if TYPE_CHECKING:
    from massageplan.documents.view import HandoutView
    from massageplan.findings import Finding

    Changed = Callable[[HandoutView], HandoutView] | None
    Found = Callable[[Mapping[str, str]], list[Finding]]

TODAY = date(2026, 12, 1)
ASKED = Asked("jd-7k2m", TODAY)

BASE = {
    "practice.yaml": """\
format: 0
name: Riverside Massage
therapists:
  - {id: rivera, name: Ana Rivera, skills: [petrissage, effleurage, passive-rom]}
""",
    "network.yaml": "people: [{id: okafor, name: Chidi Okafor, profession: physiotherapist}]\n",
    "clients/jd-7k2m/client.yaml": "name: Jo Doe\n",
}

CLIENT = "clients/jd-7k2m/"


class Laid(Frozen):
    """A handout laid out on so many pages, with what does not fit."""

    pages: int = 1
    overfull: tuple[str, ...] = ()


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Put files into a practice; bytes as they are."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def findings(root: Path, today: date = TODAY) -> list[Finding]:
    """What reading and checking a practice finds, nothing silenced."""
    opened = open_practice(root)
    context = Context(opened.house, opened.library, today)
    found = [*opened.findings, *opened.files.stray()]
    for of_practice in practice_checks():
        found.extend(of_practice(context))
    for code in opened.files.codes():
        loaded = load_folder(opened, code)
        found.extend(loaded.findings)
        found.extend(missing(opened.files, loaded.folder))
        case = ClientCase(loaded.folder, context)
        for of_client in client_checks():
            found.extend(of_client(case))
    return found


@pytest.fixture
def found(tmp_path: Path) -> Found:
    """Findings of the small practice with some files added or replaced."""

    def run(files: Mapping[str, str]) -> list[Finding]:
        root = tmp_path / "practice"
        shutil.rmtree(root, ignore_errors=True)
        write(root, {**BASE, **files})
        return findings(root)

    return run


Judging = Callable[..., Judged]


@pytest.fixture
def judged(tmp_path: Path) -> Judging:
    """What the checks of a sheet find on the handout of the small practice's client, with some files added."""

    def run(files: Mapping[str, str], laid: Laid | None = None, asked: Asked = ASKED, view: Changed = None) -> Judged:
        root = tmp_path / "practice"
        shutil.rmtree(root, ignore_errors=True)
        write(root, {**BASE, **{path if "/" in path or path in BASE else CLIENT + path: files[path] for path in files}})
        opened = open_practice(root)
        handout = make_handout(opened, asked)
        return judge(opened, replace(handout, view=view(handout.view)) if view else handout, laid)

    return run


@pytest.fixture
def named(found: Found) -> Callable[[str, Mapping[str, str]], list[Finding]]:
    """Findings of one name; a bare file name is one of the client's folder."""

    def run(name: str, files: Mapping[str, str]) -> list[Finding]:
        whole = {path if "/" in path or path in BASE else CLIENT + path: text for path, text in files.items()}
        return [finding for finding in found(whole) if finding.name == name]

    return run
