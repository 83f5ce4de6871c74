"""A client of whom a plan can be drafted, for tests of `mplan plan`."""

from __future__ import annotations

from typing import Any

import gitpractice
import yaml
from prompting import JD, Terminal, new

STEM = "2026-03-02-assessment"
ASSESSMENT = f"clients/{JD}/{STEM}.yaml"
ASSESSED = """\
date: 2026-03-02
symptoms:
  - where: right lumbar
    now: 5/10
    stops-me: lifting my daughter
    worse-with: sitting long
screening:
  cauda-equina: no
  aortic-aneurysm: no
  progressive-neuro: no
  spinal-fracture: no
  spinal-infection: no
  cancer-history: no
  visceral-pain: no
  inflammatory-back-pain: no
  pregnancy: no
  anticoagulants: no
presentation: lbp-chronic
measures:
  psfs:
    lift-daughter: {value: 3, words: Lift my daughter}
    desk: {value: 4, words: Sit a morning at my desk}
    garden: {value: 5, words: Dig in the garden}
  rom:
    lumbar-flexion: 35
  palpation:
    quadratus-lumborum: {right: tender 6}
"""


def assessed(practice: gitpractice.Practice, text: str = ASSESSED) -> gitpractice.Practice:
    """The practice with an assessment of Jane Doe, committed."""
    practice.write(ASSESSMENT, text)
    practice.git("add", "-A")
    practice.git("commit", "-q", "-m", "assessed")
    return practice


def plan(practice: gitpractice.Practice, before: dict[str, bytes]) -> dict[str, Any]:
    """The one record that was made; git is whole."""
    (text,) = new(practice, before)
    practice.assert_sound()
    return dict(yaml.load(text, Loader=yaml.BaseLoader))


def enter_all(talk: Terminal, until: str = "Enter keeps it") -> None:
    """Enter to every prompt until this is shown: by default the record, as it will be stored."""
    start = len(talk.seen)
    for _ in range(60):
        if until in talk.wait()[start:]:
            return
        talk.child.sendline("")
        talk.sent += 1
    raise AssertionError(talk.seen)


def as_printed(practice: gitpractice.Practice) -> dict[str, Any]:
    """The draft as it is printed."""
    return dict(yaml.load(practice.mplan("plan", "jane", "--print").out, Loader=yaml.BaseLoader))
