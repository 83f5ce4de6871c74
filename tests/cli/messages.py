"""A client with homework, and the texts that their page sends, for tests of `mplan checkin`."""

from __future__ import annotations

import re

import gitpractice

from massageplan.clinical.shorthand.reference import check_of, sheet_mark

JD, MN = gitpractice.JD, gitpractice.MN
LINES = ("pelvic-tilt", "glute-bridge")
SHEET = sheet_mark(LINES)
PLAN = """\
date: 2026-03-02
homework:
  - do: pelvic-tilt
    often: 2/day
  - do: glute-bridge
    often: 3/week
    days: [mon, wed, fri]
"""


def planned(practice: gitpractice.Practice) -> gitpractice.Practice:
    """The practice with a plan of Jane Doe, committed."""
    practice.write(f"clients/{JD}/2026-03-02-plan.yaml", PLAN)
    practice.git("add", "-A")
    practice.git("commit", "-q", "-m", "planned")
    return practice


def counted(text: str = "hw 9/14 2/3; n 4", code: str = JD, sheet: str = SHEET, week: int = 2) -> str:
    """The text as the page sends it, with its check."""
    whole = f"{text}; ref {code}.w{week}.{sheet}"
    return f"{whole}.{check_of(whole)}"


def page_text(practice: gitpractice.Practice) -> str:
    """The text on the page that `mplan handout` makes today, to be filled in by hand."""
    shown = practice.mplan("handout", "jane", "--out", "-").out
    found = re.search(r'class="message"><p>([^<]*)<', shown)
    assert found
    return found[1]
