"""Each check of the handout does what its page says, and none fails on any sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from massageplan.checks import registry
from massageplan.checks.sheet import SheetCase
from massageplan.documents.handout import build
from massageplan.frozen import replace
from massageplan.workflows.handout import Asked, make_handout
from massageplan.workflows.judged import hard_words
from massageplan.workflows.load import open_practice

from documents.hostile import HOSTILE, everywhere
from .conftest import BASE, CLIENT, TODAY, Laid, write
from .test_pages import lies_inside

if TYPE_CHECKING:
    from pathlib import Path

    from massageplan.documents.view import HandoutView
    from massageplan.findings import Finding

    from .conftest import Changed, Judging

WIDE = "oneverylongword"
PAPER = {"too-many-pages": Laid(pages=3), "over-the-margin": Laid(overfull=(WIDE,))}
"""What is laid out where the page says that it does not fit; the right examples fit on one page."""


def _drawn(view: HandoutView) -> HandoutView:
    """Every exercise of the library with a picture."""
    return replace(view, lines=tuple(replace(line, figure=bool(line.language)) for line in view.lines))


def _spanish(view: HandoutView) -> HandoutView:
    """The view in Spanish, where the library has such words of an exercise."""
    own = {"Towel pull": "es"} if view.record else {}
    return replace(
        view, language="es", lines=tuple(replace(line, language=own.get(line.name, "en")) for line in view.lines)
    )


CHANGED: dict[str, Changed] = {"no-picture": _drawn}


def _named(name: str, part: str, judged: Judging) -> list[Finding]:
    files = getattr(registry.page(name), part)
    laid = PAPER.get(name) if part == "wrong" else Laid()
    return [f for f in judged(files, laid, view=CHANGED.get(name)).findings if f.name == name]


@pytest.mark.parametrize("name", registry.SHEET_CHECKS)
def test_wrong_gives_the_finding_inside_the_example(name: str, judged: Judging) -> None:
    hits = _named(name, "wrong", judged)
    assert hits
    assert all(lies_inside(finding, registry.page(name).wrong) for finding in hits)
    assert all(finding.help for finding in hits)


@pytest.mark.parametrize("name", registry.SHEET_CHECKS)
def test_right_gives_no_such_finding(name: str, judged: Judging) -> None:
    assert _named(name, "right", judged) == []
